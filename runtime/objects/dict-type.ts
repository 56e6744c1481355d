/** The Python face of `dict`. */
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { noArgs, raw, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyDict, PyDictObject, log2SizeFor, newDict, tableBytes } from './dict.ts';
import { PyAnySet } from './set.ts';
import { newTuple } from './tuple.ts';
import { DictYield, PyDictIterator } from './iterators.ts';
import { DICT_ITERATOR_SPECS, DICT_REVERSE_ITERATOR_SPECS } from './dict-iterators.ts';
import { DICT_VIEW_SPECS, newDictView } from './dict-views.ts';
import {
  DICT_OPERATION_KINDS,
  DictOp,
  dictContains,
  dictDelItem,
  dictGet,
  dictPop,
  dictSet,
  dictSetDefault,
  dictSubscript,
  lookUpKeyOf,
} from './dict-operations.ts';
import { DICT_UPDATE_KINDS, dictUpdateAny } from './dict-update.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { isBeingShown, reprEntries } from './container-repr.ts';
import { chargeGrowth } from './growth.ts';
import { hashNotImplemented, isEqual } from './comparison.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { setItem } from './subscript.ts';
import { keyError, raiseWith, typeError } from './raise.ts';
import { sameScalars } from './sequence-compare.ts';

/** Entries compared between two looks at the clock. */
const CHUNK = 128;

// -- construction and update ----------------------------------------------------------------------

/** `dict.update(*args, **kw)`; also `__init__`. */
function update(I: Interp, dict: PyDict, args: Value[], kw: readonly string[] | null, name: string): null | undefined {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (positional > 1) return typeError(I, `${name} expected at most 1 argument, got ${positional}`);
  if (positional === 1) {
    const entry = I.frame;
    const done = dictUpdateAny(I, dict, args[0]!);
    if (done === undefined) return I.then(entry, KEYWORDS_KIND, [undefined, dict, kw ?? [], args.slice(1)]);
  }
  if (kw !== null) storeKeywords(I, dict, kw, args, positional);
  return null;
}

function storeKeywords(I: Interp, dict: PyDict, kw: readonly string[], values: readonly Value[], from: number): null {
  for (let i = 0; i < kw.length; i++) dict.setStr(I, kw[i]!, values[from + i]!);
  return null;
}

/** r = [delivered, dict, names, values]: the keywords that follow a mapping. */
export const KEYWORDS_KIND = new NativeKind('dict.keywords', (I, f) => storeKeywords(I, f.r[1], f.r[2], f.r[3], 0));

/** `dict.copy()`: keeps the table's geometry as CPython does unless too many entries were deleted. */
function copy(I: Interp, dict: PyDict): PyDict | undefined {
  const out = newDict(I);
  return copyInto(I, dict, out) ? out : undefined;
}

function copyInto(I: Interp, dict: PyDict, out: PyDict): boolean {
  if (dict.size === 0) return true;
  I.ticks -= dict.keys.length >> 4;
  const isDense = dict.size >= Math.floor((dict.keys.length * 2) / 3);
  const log2Size = isDense ? dict.log2Size : log2SizeFor((dict.size * 3 + 1) >> 1);
  if (!chargeGrowth(I, tableBytes(log2Size, dict.isUnicode, I.memory.pointerBytes))) return false;
  out.copyFrom(dict);
  if (!isDense) out.resize(log2Size);
  return true;
}

/** state = [dict, value]: for exact dicts. */
const FROM_KEYS = new FoldSpec(
  'dict.fromkeys',
  (I, state, key) => (dictSet(I, state[0], key, state[1]) === undefined ? undefined : CONTINUE),
  (_I, state) => state[0],
);
/** state = [mapping, value]: for what a subclass's constructor made. */
const FROM_KEYS_ANY = new FoldSpec(
  'dict.fromkeysAny',
  (I, state, key) => (setItem(I, state[0], key, state[1]) === undefined ? undefined : CONTINUE),
  (_I, state) => state[0],
);

function fromKeys(I: Interp, cls: any, args: Value[]): any {
  const value = args.length > 1 ? args[1]! : null;
  if (cls === I.types.dict) {
    const dict = newDict(I);
    const source = args[0];
    if (source instanceof PyDict && source.constructor === PyDict) dict.presize(source.size, source.isUnicode);
    else if (source instanceof PyAnySet) dict.presize(source.size, false);
    return foldIterable(I, FROM_KEYS, args[0]!, [dict, value]);
  }
  const entry = I.frame;
  const made = I.call(cls, [], null);
  if (made === undefined) return I.then(entry, FROM_KEYS_KIND, [undefined, args[0], value, 0]);
  return fillFromKeys(I, made, args[0]!, value);
}

function fillFromKeys(I: Interp, made: Value, keys: Value, value: Value): any {
  if (made instanceof PyDict && made.constructor === PyDict) return foldIterable(I, FROM_KEYS, keys, [made, value]);
  return foldIterable(I, FROM_KEYS_ANY, keys, [made, value]);
}

/** r = [delivered instance, then result, keys, value, phase]. */
export const FROM_KEYS_KIND = new NativeKind('dict.fromkeysOf', (I: Interp, f: Frame) => {
  const r = f.r;
  const delivered = r[0];
  if (r[3] === 1) return delivered;
  r[0] = undefined;
  r[3] = 1;
  return fillFromKeys(I, delivered, r[1], r[2]);
});

// -- methods -------------------------------------------------------------------------------------------

function get(I: Interp, dict: PyDict, args: Value[]): any {
  const entry = I.frame;
  const v = dictGet(I, dict, args[0]!);
  const missing = args.length > 1 ? args[1]! : null;
  if (v === undefined) return I.then(entry, OR_DEFAULT_KIND, [undefined, missing]);
  return v === MISSING ? missing : v;
}

/** r = [delivered value or MISSING, default]. */
export const OR_DEFAULT_KIND = new NativeKind('dict.orDefault', (_I, f) => (f.r[0] === MISSING ? f.r[1] : f.r[0]));

function pop(I: Interp, dict: PyDict, args: Value[]): any {
  const entry = I.frame;
  // An empty dictionary does not even hash the key.
  const v = dict.size === 0 ? MISSING : dictPop(I, dict, args[0]!);
  if (v === undefined) return I.then(entry, POPPED_KIND, [undefined, args.slice()]);
  return popped(I, v, args);
}

function popped(I: Interp, v: any, args: Value[]): any {
  if (v !== MISSING) return v;
  return args.length > 1 ? args[1] : keyError(I, args[0]!);
}

/** r = [delivered value or MISSING, arguments of pop]. */
export const POPPED_KIND = new NativeKind('dict.popped', (I, f) => popped(I, f.r[0], f.r[1]));

function popItem(I: Interp, dict: PyDict): any {
  if (dict.size === 0) return raiseWith(I, 'KeyError', ['popitem(): dictionary is empty']);
  const last = dict.lastEntry();
  I.ticks -= (dict.keys.length - 1 - last) >> 6;
  const pair = newTuple(I, [dict.keys[last]!, dict.vals[last]!]);
  dict.removeLast(last);
  return pair;
}

function clear(_I: Interp, dict: PyDict): null {
  dict.clear();
  return null;
}

/** `a | b`: a copy of `a` updated by `b`. */
function union(I: Interp, a: any, b: any): any {
  if (!(a instanceof PyDict) || !(b instanceof PyDict)) return I.NotImplemented;
  const out = newDict(I);
  if (!copyInto(I, a, out)) return undefined;
  const entry = I.frame;
  const done = dictUpdateAny(I, out, b);
  return done === undefined ? I.then(entry, RETURN_DICT_KIND, [undefined, out]) : out;
}

function inplaceUnion(I: Interp, dict: any, other: any): any {
  const entry = I.frame;
  const done = dictUpdateAny(I, dict, other);
  return done === undefined ? I.then(entry, RETURN_DICT_KIND, [undefined, dict]) : dict;
}

/** r = [delivered, dict]. */
export const RETURN_DICT_KIND = new NativeKind('dict.returnSelf', (_I, f) => f.r[1]);

// -- comparison -----------------------------------------------------------------------------------------

function compare(I: Interp, op: number, a: any, b: any): any {
  if ((op !== 2 && op !== 3) || !(a instanceof PyDict) || !(b instanceof PyDict)) return I.NotImplemented;
  if (a.size !== b.size) return op === 3;
  if (a === b && a.size === 0) return op === 2;
  return I.enter(EQUAL_DICTS_KIND, [undefined, a, b, 0, 0, op, null]);
}

/** r = [delivered, a, b, entry, phase (0 next entry, 1 b's value was looked up, 2 the values were compared), op, a's value]. */
export const EQUAL_DICTS_KIND = new NativeKind(
  'dict.equal',
  (I: Interp, f: Frame) => {
    const r = f.r;
    const a: PyDict = r[1];
    const b: PyDict = r[2];
    let delivered = r[0];
    r[0] = undefined;
    for (;;) {
      if (r[4] === 0) {
        const i: number = r[3];
        if (i >= a.keys.length) return r[5] === 2;
        const key = a.keys[i];
        if (key === undefined) {
          r[3] = i + 1;
          continue;
        }
        r[6] = a.vals[i];
        r[4] = 1;
        delivered = lookUpKeyOf(I, DictOp.GET, b, a, i, null);
        if (delivered === undefined) return undefined;
      }
      if (r[4] === 1) {
        if (delivered === MISSING) return r[5] === 3;
        r[4] = 2;
        const same = sameScalars(r[6], delivered);
        delivered = same >= 0 ? same === 1 : isEqual(I, r[6], delivered);
        if (delivered === undefined) return undefined;
      }
      if (!delivered) return r[5] === 3;
      r[4] = 0;
      r[3]++;
      if (r[3] % CHUNK === 0 && (I.ticks -= CHUNK >> 3) < 0) return I.pause(f);
    }
  },
  null,
  ' in comparison',
);

export const DICT_SPEC: TypeSpec = {
  name: 'dict',
  matchSelf: true,
  allocate: (I, cls) => {
    I.bytesLeft -= 8 * I.memory.pointerBytes;
    return cls.isBuiltin ? new PyDict(cls) : new PyDictObject(cls);
  },
  slots: {
    new: (I, cls) => DICT_SPEC.allocate!(I, cls),
    init: (I, dict: PyDict, args, kw) => update(I, dict, args, kw, 'dict'),
    hash: hashNotImplemented,
    repr: (I, dict: PyDict) => (dict.size === 0 ? '{}' : isBeingShown(I, dict) ? '{...}' : reprEntries(I, dict)),
    compare,
    iter: (I, dict: PyDict) =>
      new PyDictIterator(I.typeFor(DICT_ITERATOR_SPECS[DictYield.KEYS]!), dict, DictYield.KEYS, false),
    len: (_I, dict: PyDict) => dict.size,
    getitem: dictSubscript,
    setitem: (I, dict: PyDict, key, value) =>
      value === undefined ? dictDelItem(I, dict, key) : dictSet(I, dict, key, value),
    contains: dictContains,
    visit: (dict: PyDict, visit) => {
      for (let i = 0; i < dict.keys.length; i++) {
        const key = dict.keys[i];
        if (key === undefined) continue;
        visit(key);
        visit(dict.vals[i]);
      }
    },
    sizeOf: (I, dict: PyDict) => dict.modelBytes(I.memory.pointerBytes),
  },
  binary: { '|': union, '|=': inplaceUnion },
  methods: {
    clear: noArgs(clear),
    copy: noArgs(copy),
    get: someArgs(1, 2, get),
    items: noArgs((I, dict) => newDictView(I, dict, DictYield.ITEMS)),
    keys: noArgs((I, dict) => newDictView(I, dict, DictYield.KEYS)),
    pop: someArgs(1, 2, pop),
    popitem: noArgs(popItem),
    setdefault: someArgs(1, 2, (I, dict, args) => dictSetDefault(I, dict, args[0]!, args.length > 1 ? args[1]! : null)),
    update: raw((I, dict: PyDict, args, kw) => update(I, dict, args, kw, 'update')),
    values: noArgs((I, dict) => newDictView(I, dict, DictYield.VALUES)),
    __reversed__: noArgs(
      (I, dict: PyDict) =>
        new PyDictIterator(I.typeFor(DICT_REVERSE_ITERATOR_SPECS[DictYield.KEYS]!), dict, DictYield.KEYS, true),
    ),
  },
  classMethods: { ...CLASS_GETITEM, fromkeys: someArgs(1, 2, fromKeys) },
  kinds: [
    ...DICT_OPERATION_KINDS,
    ...DICT_UPDATE_KINDS,
    KEYWORDS_KIND,
    FROM_KEYS.kind,
    FROM_KEYS_ANY.kind,
    FROM_KEYS_KIND,
    OR_DEFAULT_KIND,
    POPPED_KIND,
    RETURN_DICT_KIND,
    EQUAL_DICTS_KIND,
  ],
};

/** Every type that comes with dict. */
export const DICT_SPECS: readonly TypeSpec[] = [
  DICT_SPEC,
  ...DICT_ITERATOR_SPECS,
  ...DICT_REVERSE_ITERATOR_SPECS,
  ...DICT_VIEW_SPECS,
];
