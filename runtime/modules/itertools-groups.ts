/** `itertools.groupby` and `tee`. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec, TypeSpec } from '../objects/native.ts';
import { noArgs, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { iter, iterNext, sameOrEqual } from '../objects/protocol.ts';
import { runtimeError, typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeName } from '../objects/type-of.ts';
import { asInt } from '../objects/unwrap.ts';
import { IteratorMaker, bindNamed } from './itertools-make.ts';

type R = Value | undefined;

const itself = (_I: Interp, it: Value): Value => it;

// groupby

/** Values are undefined before the first item and where an item has been handed out. */
export class PyGroupBy extends PyObject {
  readonly source: Value;
  /** null: the items are their own keys. */
  readonly keyFn: Value;
  targetKey: Value | undefined;
  currentKey: Value | undefined;
  currentValue: Value | undefined;
  /** The group handed out last: earlier ones are exhausted. */
  group: PyGroup | null;
  constructor(cls: PyType, source: Value, keyFn: Value) {
    super(cls);
    this.source = source;
    this.keyFn = keyFn;
    this.targetKey = undefined;
    this.currentKey = undefined;
    this.currentValue = undefined;
    this.group = null;
  }
}

export class PyGroup extends PyObject {
  readonly parent: PyGroupBy;
  readonly key: Value;
  constructor(cls: PyType, parent: PyGroupBy, key: Value) {
    super(cls);
    this.parent = parent;
    this.key = key;
  }
}

const GROUP_BY = new IteratorMaker('itertools.groupby.new', (_I, cls, it, [key]) => new PyGroupBy(cls, it, key));

function groupByNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const given = bindNamed(I, 'groupby', ['iterable', 'key'], 1, args, kw);
  return given === undefined ? undefined : GROUP_BY.make(I, cls, given[0]!, [given[1] ?? null]);
}

const PHASE_START = 0;
const PHASE_ITEM = 1;
const PHASE_KEY = 2;
const PHASE_EQUAL = 3;

/**
 * r = [delivered, groupby, group or null, phase, item]: with a group, its next item; without one, the next pair of key and group.
 * Phases say what is delivered: an item, its key, whether it belongs to the group at hand.
 */
const GROUP_KIND = new NativeKind('itertools.groupby', (I: Interp, f: Frame) => {
  const r = f.r;
  const by: PyGroupBy = r[1];
  const group: PyGroup | null = r[2];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    if (r[3] === PHASE_START) {
      const needsItem =
        group === null
          ? by.currentKey === undefined || (by.targetKey !== undefined && by.currentValue === undefined)
          : by.currentValue === undefined;
      r[3] = PHASE_ITEM;
      if (!needsItem) {
        r[3] = PHASE_EQUAL;
        if (group === null && by.targetKey === undefined) return newGroup(I, by);
        v = sameOrEqual(I, group === null ? by.targetKey! : group.key, by.currentKey!);
        if (v === undefined) return undefined;
      }
    }
    if (r[3] === PHASE_ITEM) {
      if (v === undefined) {
        if (--I.ticks < 0) return I.pause(f);
        v = iterNext(I, by.source);
        if (v === undefined) return undefined;
      }
      if (v === STOP) return STOP;
      r[4] = v;
      r[3] = PHASE_KEY;
      if (by.keyFn !== null) v = I.call(by.keyFn, [v], null);
      if (v === undefined) return undefined;
    }
    if (r[3] === PHASE_KEY) {
      by.currentKey = v;
      by.currentValue = r[4];
      r[4] = null;
      r[3] = PHASE_EQUAL;
      if (group === null && by.targetKey === undefined) return newGroup(I, by);
      v = sameOrEqual(I, group === null ? by.targetKey! : group.key, by.currentKey!);
      if (v === undefined) return undefined;
    }
    // Does the current item belong to the group at hand?
    if (group !== null) {
      if (!v) return STOP;
      const item = by.currentValue;
      by.currentValue = undefined;
      return item;
    }
    if (!v) return newGroup(I, by);
    // Still the old group: skip the rest of it.
    by.currentValue = undefined;
    r[3] = PHASE_START;
  }
});

function newGroup(I: Interp, by: PyGroupBy): Value {
  by.targetKey = by.currentKey;
  const group = new PyGroup(I.typeFor(GROUPER_SPEC), by, by.currentKey!);
  I.bytesLeft -= 5 * I.memory.pointerBytes;
  by.group = group;
  return newTuple(I, [by.currentKey!, group]);
}

export const GROUP_BY_SPEC: TypeSpec = {
  name: 'groupby',
  module: 'itertools',
  isFinal: true,
  doc: 'make an iterator that returns consecutive keys and groups from the iterable',
  slots: {
    new: groupByNew,
    iter: itself,
    next: (I, by: PyGroupBy) => {
      by.group = null;
      return I.enter(GROUP_KIND, [undefined, by, null, PHASE_START, null]);
    },
    visit: (v: PyGroupBy, visit) => {
      visit(v.source);
      visit(v.keyFn);
      visit(v.targetKey ?? null);
      visit(v.currentKey ?? null);
      visit(v.currentValue ?? null);
    },
    sizeOf: (I) => 10 * I.memory.pointerBytes,
  },
  kinds: [GROUP_BY.kind, GROUP_KIND],
};

export const GROUPER_SPEC: TypeSpec = {
  name: '_grouper',
  module: 'itertools',
  isFinal: true,
  slots: {
    iter: itself,
    next: (I, group: PyGroup) =>
      group.parent.group === group ? I.enter(GROUP_KIND, [undefined, group.parent, group, PHASE_START, null]) : STOP,
    visit: (v: PyGroup, visit) => {
      visit(v.parent);
      visit(v.key);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
};

// tee

/** A link of the chain that the copies share: the value, once one of them has fetched it, and the next link. */
export class PyTeeLink extends PyObject {
  readonly source: Value;
  value: Value | undefined;
  next: PyTeeLink | null;
  isFetching: boolean;
  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
    this.value = undefined;
    this.next = null;
    this.isFetching = false;
  }
}

export class PyTee extends PyObject {
  link: PyTeeLink;
  constructor(cls: PyType, link: PyTeeLink) {
    super(cls);
    this.link = link;
  }
}

function teeNext(I: Interp, it: PyTee): any {
  const link = it.link;
  if (link.value !== undefined) return advance(it, link);
  if (link.isFetching) return runtimeError(I, 'cannot re-enter the tee iterator');
  link.isFetching = true;
  return I.enter(TEE_KIND, [undefined, it, link]);
}

function advance(it: PyTee, link: PyTeeLink): Value {
  it.link = link.next!;
  return link.value!;
}

/** r = [delivered item or STOP, tee, link]. */
const TEE_KIND = new NativeKind(
  'itertools.tee',
  (I: Interp, f: Frame) => {
    const [, it, link] = f.r as [any, PyTee, PyTeeLink];
    let v = f.r[0];
    f.r[0] = undefined;
    if (v === undefined) {
      v = iterNext(I, link.source);
      if (v === undefined) return undefined;
    }
    link.isFetching = false;
    if (v === STOP) return STOP;
    I.bytesLeft -= 4 * I.memory.pointerBytes;
    link.value = v;
    link.next = new PyTeeLink(link.cls, link.source);
    return advance(it, link);
  },
  (_I: Interp, f: Frame) => {
    f.r[2].isFetching = false;
    return undefined;
  },
);

function tee(I: Interp, _module: Value, args: Value[]): R {
  const n = args.length > 1 ? asInt(args[1]!) : 2;
  if (n === undefined) return typeError(I, `'${typeName(I, args[1]!)}' object cannot be interpreted as an integer`);
  if (n < 0) return valueError(I, 'n must be >= 0');
  const count = Number(n);
  if (!I.charge(count * 4 * I.memory.pointerBytes)) return undefined;
  const entry = I.frame;
  const it = iter(I, args[0]!);
  return it === undefined ? I.then(entry, TEE_NEW_KIND, [undefined, count]) : makeTees(I, it, count);
}

/** r = [delivered iterator, count]. */
const TEE_NEW_KIND = new NativeKind('itertools.tee.new', (I: Interp, f: Frame) => makeTees(I, f.r[0], f.r[1]));

function makeTees(I: Interp, it: Value, count: number): Value {
  const cls = I.typeFor(TEE_SPEC);
  // A copy of a tee goes on from where that is.
  const link = it instanceof PyTee ? it.link : new PyTeeLink(I.typeFor(TEE_LINK_SPEC), it);
  const tees: Value[] = [];
  for (let i = 0; i < count; i++) tees.push(i === 0 && it instanceof PyTee ? it : new PyTee(cls, link));
  return newTuple(I, tees);
}

export const TEE_LINK_SPEC: TypeSpec = {
  name: '_tee_dataobject',
  module: 'itertools',
  isFinal: true,
  slots: {
    visit: (v: PyTeeLink, visit) => {
      visit(v.source);
      visit(v.value ?? null);
      visit(v.next);
    },
    // CPython keeps 57 values in one object of 480 bytes.
    sizeOf: (I) => I.memory.pointerBytes,
  },
};

export const TEE_SPEC: TypeSpec = {
  name: '_tee',
  module: 'itertools',
  isFinal: true,
  doc: 'Iterator wrapped to make it copyable.',
  slots: {
    iter: itself,
    next: teeNext,
    visit: (v: PyTee, visit) => visit(v.link),
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    __copy__: noArgs((_I, v: PyTee) => new PyTee(v.cls, v.link), 'Returns an independent iterator.'),
  },
  kinds: [TEE_KIND, TEE_NEW_KIND],
};

export const TEE_FUNCTION: NativeSpec = someArgs(1, 2, tee, 'Returns a tuple of n independent iterators.');
