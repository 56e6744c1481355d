/** `operator.itemgetter`, `attrgetter` and `methodcaller`: callables that remember what to fetch. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { noArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { callMethod } from '../objects/call-special.ts';
import { newDict } from '../objects/dict.ts';
import { getAttr, getItem } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { joinParts } from '../objects/text-parts.ts';
import type { TextPart } from '../objects/text-parts.ts';
import { newTuple } from '../objects/tuple.ts';
import { asStr } from '../objects/unwrap.ts';

type R = Value | undefined;

export class PyItemGetter extends PyObject {
  readonly items: readonly Value[];
  constructor(cls: PyType, items: readonly Value[]) {
    super(cls);
    this.items = items;
  }
}

export class PyAttrGetter extends PyObject {
  readonly names: readonly string[];
  constructor(cls: PyType, names: readonly string[]) {
    super(cls);
    this.names = names;
  }
}

/** `args` ends with the values of the keywords `kw`. */
export class PyMethodCaller extends PyObject {
  readonly name: string;
  readonly args: readonly Value[];
  readonly kw: readonly string[] | null;
  constructor(cls: PyType, name: string, args: readonly Value[], kw: readonly string[] | null) {
    super(cls);
    this.name = name;
    this.args = args;
    this.kw = kw;
  }
}

/** The one argument of a getter's call; undefined: raised. */
function onlyArgument(I: Interp, name: string, args: readonly Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0) return typeError(I, `${name}() takes no keyword arguments`);
  return args.length === 1 ? args[0] : typeError(I, `${name} expected 1 argument, got ${args.length}`);
}

function checkConstructor(I: Interp, name: string, args: readonly Value[], kw: readonly string[] | null): boolean {
  if (kw !== null && kw.length > 0) typeError(I, `${name}() takes no keyword arguments`);
  else if (args.length === 0) typeError(I, `${name} expected 1 argument, got 0`);
  else return true;
  return false;
}

function getItems(I: Interp, self: PyItemGetter, args: Value[], kw: readonly string[] | null): R {
  const object = onlyArgument(I, 'itemgetter', args, kw);
  if (object === undefined) return undefined;
  if (self.items.length === 1) return getItem(I, object, self.items[0]!);
  return I.enter(ITEMS_KIND, [undefined, object, self.items, []]);
}

/** r = [delivered item, object, keys, items so far]. */
const ITEMS_KIND = new NativeKind('operator.itemgetter', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) r[3].push(r[0]);
    r[0] = undefined;
    if (r[3].length === r[2].length) return newTuple(I, r[3]);
    const item = getItem(I, r[1], r[2][r[3].length]);
    if (item === undefined) return undefined;
    r[0] = item;
  }
});

function getAttributes(I: Interp, self: PyAttrGetter, args: Value[], kw: readonly string[] | null): R {
  const object = onlyArgument(I, 'attrgetter', args, kw);
  if (object === undefined) return undefined;
  if (self.names.length === 1 && !self.names[0]!.includes('.')) return getAttr(I, object, self.names[0]!);
  return I.enter(ATTRIBUTES_KIND, [undefined, object, self.names, [], 0]);
}

/** r = [delivered attribute, object, dotted names, attributes so far, next part of the name at hand]. */
const ATTRIBUTES_KIND = new NativeKind('operator.attrgetter', (I: Interp, f: Frame) => {
  const r = f.r;
  const names: readonly string[] = r[2];
  for (;;) {
    const parts = names[r[3].length]!.split('.');
    let current = r[4] === 0 ? r[1] : r[0];
    r[0] = undefined;
    if (r[4] === parts.length) {
      if (names.length === 1) return current;
      r[3].push(current);
      r[4] = 0;
      if (r[3].length === names.length) return newTuple(I, r[3]);
      continue;
    }
    current = getAttr(I, current, parts[r[4]++]!);
    if (current === undefined) return undefined;
    r[0] = current;
  }
});

function callNamed(I: Interp, self: PyMethodCaller, args: Value[], kw: readonly string[] | null): R {
  const object = onlyArgument(I, 'methodcaller', args, kw);
  return object === undefined ? undefined : callMethod(I, object, self.name, self.args.slice(), self.kw);
}

function reprOf(I: Interp, name: string, args: readonly Value[], kw: readonly string[] | null): string | undefined {
  const parts: TextPart[] = [`operator.${name}(`];
  const count = args.length - (kw === null ? 0 : kw.length);
  for (let i = 0; i < args.length; i++) {
    if (i > 0) parts.push(', ');
    if (i >= count) parts.push(kw![i - count]! + '=');
    parts.push(['repr', args[i]!]);
  }
  parts.push(')');
  return joinParts(I, parts);
}

export const ITEM_GETTER_SPEC: TypeSpec = {
  name: 'itemgetter',
  module: 'operator',
  doc: 'itemgetter(item, ...) --> itemgetter object\n\nReturn a callable object that fetches the given item(s) from its operand.',
  slots: {
    new: (I, cls, args, kw) =>
      checkConstructor(I, 'itemgetter', args, kw) ? new PyItemGetter(cls, args.slice()) : undefined,
    call: getItems,
    repr: (I, v: PyItemGetter) => reprOf(I, 'itemgetter', v.items, null),
    visit: (v: PyItemGetter, visit) => v.items.forEach(visit),
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyItemGetter) => newTuple(I, [v.cls, newTuple(I, v.items)])),
  },
  kinds: [ITEMS_KIND],
};

export const ATTR_GETTER_SPEC: TypeSpec = {
  name: 'attrgetter',
  module: 'operator',
  doc: 'attrgetter(attr, ...) --> attrgetter object\n\nReturn a callable object that fetches the given attribute(s) from its operand.',
  slots: {
    new: (I, cls, args, kw) => {
      if (!checkConstructor(I, 'attrgetter', args, kw)) return undefined;
      const names: string[] = [];
      for (const arg of args) {
        const name = asStr(arg);
        if (name === undefined) return typeError(I, 'attribute name must be a string');
        names.push(name);
      }
      return new PyAttrGetter(cls, names);
    },
    call: getAttributes,
    repr: (I, v: PyAttrGetter) => reprOf(I, 'attrgetter', v.names, null),
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyAttrGetter) => newTuple(I, [v.cls, newTuple(I, v.names)])),
  },
  kinds: [ATTRIBUTES_KIND],
};

export const METHOD_CALLER_SPEC: TypeSpec = {
  name: 'methodcaller',
  module: 'operator',
  doc: 'methodcaller(name, ...) --> methodcaller object\n\nReturn a callable object that calls the given method on its operand.',
  slots: {
    new: (I, cls, args, kw) => {
      if (args.length - (kw === null ? 0 : kw.length) < 1)
        return typeError(I, 'methodcaller needs at least one argument, the method name');
      const name = asStr(args[0]!);
      if (name === undefined) return typeError(I, 'method name must be a string');
      return new PyMethodCaller(cls, name, args.slice(1), kw === null || kw.length === 0 ? null : kw.slice());
    },
    call: callNamed,
    repr: (I, v: PyMethodCaller) => reprOf(I, 'methodcaller', [v.name, ...v.args], v.kw),
    visit: (v: PyMethodCaller, visit) => v.args.forEach(visit),
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyMethodCaller) => {
      const count = v.args.length - (v.kw === null ? 0 : v.kw.length);
      const positional = newTuple(I, [v.name, ...v.args.slice(0, count)]);
      if (v.kw === null) return newTuple(I, [v.cls, positional]);
      // With keywords CPython hands over a partial of the class; a call of the class with them is the same.
      const dict = newDict(I);
      v.kw.forEach((name, i) => dict.setStr(I, name, v.args[count + i]!));
      return newTuple(I, [v.cls, positional, dict]);
    }),
  },
};
