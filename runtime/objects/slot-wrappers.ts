/**
 * The special methods that stand for slots: `int.__add__`, `list.__len__` and so on. One row says which slot a name reaches, how many
 * arguments it takes, and how to call the slot with them. install-type.ts makes wrapper descriptors from the rows, class-slots.ts reads
 * them to know which slots a special method of a Python class touches.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { STOP } from './value.ts';
import type { Value } from './value.ts';
import type { SlotTable } from './type.ts';
import { PyType } from './type.ts';
import { asStr } from './unwrap.ts';
import { BINARY_METHODS, INPLACE, INPLACE_METHODS, REFLECTED_METHODS } from './arithmetic.ts';
import { COMPARE_METHODS } from './comparison.ts';
import { stopIteration, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';

type R = Value | undefined;

export interface SlotWrapper {
  readonly name: string;
  /** Key in SlotTable; binary slots are `binary0` .. `binary25`. */
  readonly slot: string;
  /** Arguments without self; -1: passes everything on, keywords too. */
  readonly min: number;
  readonly max: number;
  readonly doc: string;
  readonly text: string;
  readonly call: (I: Interp, slots: SlotTable, self: any, args: readonly any[], kw: readonly string[] | null) => R;
}

/** r = [delivered]: a slot that answers true stands for a method that returns None. */
export const RETURN_NONE_KIND = new NativeKind('objects.returnNone', () => null);

/** Passes a value on; STOP (an exhausted iterator) becomes StopIteration. */
export const STOP_ITERATION_KIND = new NativeKind('objects.stopIteration', (I: Interp, f: Frame) =>
  f.r[0] === STOP ? stopIteration(I, null) : f.r[0],
);

function none(I: Interp, entry: Frame, done: true | undefined): R {
  return done === undefined ? I.then(entry, RETURN_NONE_KIND, [undefined]) : null;
}

const rows: SlotWrapper[] = [];

function row(
  name: string,
  slot: string,
  min: number,
  max: number,
  text: string,
  doc: string,
  call: SlotWrapper['call'],
): void {
  rows.push({ name, slot, min, max, text, doc, call });
}

function unary(
  name: string,
  slot: 'repr' | 'str' | 'hash' | 'iter' | 'bool' | 'len' | 'index' | 'int' | 'float' | 'await',
  doc: string,
): void {
  row(name, slot, 0, 0, '($self, /)', doc, (I, slots, self) => slots[slot]!(I, self) as R);
}

function unaryNumber(name: string, slot: 'neg' | 'pos' | 'abs' | 'invert' | 'aiter' | 'anext', doc: string): void {
  row(name, slot, 0, 0, '($self, /)', doc, (I, slots, self) => slots[slot]!(I, self));
}

unary('__repr__', 'repr', 'Return repr(self).');
unary('__str__', 'str', 'Return str(self).');
unary('__hash__', 'hash', 'Return hash(self).');
unary('__iter__', 'iter', 'Implement iter(self).');
unary('__bool__', 'bool', 'True if self else False');
unary('__len__', 'len', 'Return len(self).');
unary(
  '__index__',
  'index',
  'Return self converted to an integer, if self is suitable for use as an index into a list.',
);
unary('__int__', 'int', 'int(self)');
unary('__float__', 'float', 'float(self)');
unary('__await__', 'await', 'Return an iterator to be used in await expression.');
unaryNumber('__neg__', 'neg', '-self');
unaryNumber('__pos__', 'pos', '+self');
unaryNumber('__abs__', 'abs', 'abs(self)');
unaryNumber('__invert__', 'invert', '~self');
unaryNumber('__aiter__', 'aiter', 'Return an awaitable, that resolves in asynchronous iterator.');
unaryNumber('__anext__', 'anext', 'Return a value or raise StopAsyncIteration.');

row('__call__', 'call', -1, -1, '($self, /, *args, **kwargs)', 'Call self as a function.', (I, slots, self, args, kw) =>
  slots.call!(I, self, args as Value[], kw),
);
row(
  '__init__',
  'init',
  -1,
  -1,
  '($self, /, *args, **kwargs)',
  'Initialize self.  See help(type(self)) for accurate signature.',
  (I, slots, self, args, kw) => slots.init!(I, self, args as Value[], kw),
);

row('__getattribute__', 'getattr', 1, 1, '($self, name, /)', 'Return getattr(self, name).', (I, slots, self, args) => {
  const name = asStr(args[0]);
  return name === undefined ? notAName(I, args[0]) : slots.getattr!(I, self, name);
});
row(
  '__setattr__',
  'setattr',
  2,
  2,
  '($self, name, value, /)',
  'Implement setattr(self, name, value).',
  (I, slots, self, args) => storeAttribute(I, slots, self, '__setattr__', args[0], args[1]),
);
row('__delattr__', 'setattr', 1, 1, '($self, name, /)', 'Implement delattr(self, name).', (I, slots, self, args) =>
  storeAttribute(I, slots, self, '__delattr__', args[0], undefined),
);

function notAName(I: Interp, v: Value): undefined {
  return typeError(I, `attribute name must be string, not '${typeName(I, v)}'`);
}

function storeAttribute(
  I: Interp,
  slots: SlotTable,
  self: any,
  method: string,
  nameValue: Value,
  value: Value | undefined,
): R {
  // `object.__setattr__(SomeClass, ...)` must not get around the metaclass.
  if (self instanceof PyType && slots.setattr !== self.cls.slots.setattr && slots === I.types.object.slots) {
    return typeError(I, `can't apply this ${method} to ${typeOf(I, self).tpName} object`);
  }
  const name = asStr(nameValue);
  if (name === undefined) return notAName(I, nameValue);
  const entry = I.frame;
  return none(I, entry, slots.setattr!(I, self, name, value));
}

COMPARE_METHODS.forEach((name, op) => {
  const text = ['<', '<=', '==', '!=', '>', '>='][op];
  row(name, 'compare', 1, 1, '($self, value, /)', `Return self${text}value.`, (I, slots, self, args) =>
    slots.compare!(I, op, self, args[0]),
  );
});

row('__next__', 'next', 0, 0, '($self, /)', 'Implement next(self).', (I, slots, self) => {
  const entry = I.frame;
  const v = slots.next!(I, self);
  if (v === undefined) return I.then(entry, STOP_ITERATION_KIND, [undefined]);
  return v === STOP ? stopIteration(I, null) : v;
});

row('__getitem__', 'getitem', 1, 1, '($self, key, /)', 'Return self[key].', (I, slots, self, args) =>
  slots.getitem!(I, self, args[0]),
);
row('__setitem__', 'setitem', 2, 2, '($self, key, value, /)', 'Set self[key] to value.', (I, slots, self, args) => {
  const entry = I.frame;
  return none(I, entry, slots.setitem!(I, self, args[0], args[1]));
});
row('__delitem__', 'setitem', 1, 1, '($self, key, /)', 'Delete self[key].', (I, slots, self, args) => {
  const entry = I.frame;
  return none(I, entry, slots.setitem!(I, self, args[0], undefined));
});
row('__contains__', 'contains', 1, 1, '($self, key, /)', 'Return key in self.', (I, slots, self, args) =>
  slots.contains!(I, self, args[0]),
);

row(
  '__get__',
  'descrGet',
  1,
  2,
  '($self, instance, owner=None, /)',
  'Return an attribute of instance, which is of type owner.',
  (I, slots, self, args) => {
    const owner = args.length > 1 ? args[1] : null;
    if (args[0] === null && owner === null) return typeError(I, '__get__(None, None) is invalid');
    return slots.descrGet!(I, self, args[0], owner === null ? typeOf(I, args[0]) : owner);
  },
);
row(
  '__set__',
  'descrSet',
  2,
  2,
  '($self, instance, value, /)',
  'Set an attribute of instance to value.',
  (I, slots, self, args) => {
    const entry = I.frame;
    return none(I, entry, slots.descrSet!(I, self, args[0], args[1]));
  },
);
row(
  '__delete__',
  'descrSet',
  1,
  1,
  '($self, instance, /)',
  'Delete an attribute of instance.',
  (I, slots, self, args) => {
    const entry = I.frame;
    return none(I, entry, slots.descrSet!(I, self, args[0], undefined));
  },
);

BINARY_METHODS.forEach((name, op) => {
  const text = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'][op];
  const slot = 'binary' + op;
  if (name === '__pow__') {
    row(name, slot, 1, 2, '($self, value, mod=None, /)', 'Return pow(self, value, mod).', (I, slots, self, args) =>
      args.length > 1 && args[1] !== null && slots.pow3 !== null
        ? slots.pow3(I, self, args[0], args[1])
        : slots.binary[op]!(I, self, args[0]),
    );
    row(
      REFLECTED_METHODS[op]!,
      slot,
      1,
      2,
      '($self, value, mod=None, /)',
      'Return pow(value, self, mod).',
      (I, slots, self, args) =>
        args.length > 1 && args[1] !== null && slots.pow3 !== null
          ? slots.pow3(I, args[0], self, args[1])
          : slots.binary[op]!(I, args[0], self),
    );
  } else {
    row(name, slot, 1, 1, '($self, value, /)', `Return self${text}value.`, (I, slots, self, args) =>
      slots.binary[op]!(I, self, args[0]),
    );
    row(REFLECTED_METHODS[op]!, slot, 1, 1, '($self, value, /)', `Return value${text}self.`, (I, slots, self, args) =>
      slots.binary[op]!(I, args[0], self),
    );
  }
  row(
    INPLACE_METHODS[op]!,
    'binary' + (op + INPLACE),
    1,
    1,
    '($self, value, /)',
    `Return self${text}=value.`,
    (I, slots, self, args) => slots.binary[op + INPLACE]!(I, self, args[0]),
  );
});

/** Every row, in the order above. */
export const SLOT_WRAPPERS: readonly SlotWrapper[] = rows;
/** Rows by special-method name. */
export const WRAPPER_BY_NAME: ReadonlyMap<string, SlotWrapper> = new Map(rows.map((r) => [r.name, r]));
/** Rows by slot key. */
export const WRAPPERS_BY_SLOT: ReadonlyMap<string, readonly SlotWrapper[]> = groupBySlot();

function groupBySlot(): Map<string, SlotWrapper[]> {
  const groups = new Map<string, SlotWrapper[]>();
  for (const r of rows) {
    const group = groups.get(r.slot);
    if (group === undefined) groups.set(r.slot, [r]);
    else group.push(r);
  }
  return groups;
}

/** Reads a slot by its key, `binary7` included. */
export function readSlot(slots: SlotTable, key: string): any {
  return key.startsWith('binary') ? slots.binary[Number(key.slice(6))] : (slots as any)[key];
}

/** Checks arguments as CPython's slot wrappers do, then calls the slot. */
export function callSlotWrapper(
  I: Interp,
  wrapper: SlotWrapper,
  slots: SlotTable,
  self: any,
  args: readonly Value[],
  kw: readonly string[] | null,
): R {
  if (wrapper.max < 0) return wrapper.call(I, slots, self, args, kw);
  if (kw !== null && kw.length > 0) return typeError(I, `wrapper ${wrapper.name}() takes no keyword arguments`);
  const count = args.length;
  if (count < wrapper.min || count > wrapper.max) {
    if (wrapper.min === wrapper.max) {
      const plural = wrapper.min === 1 ? '' : 's';
      return typeError(I, `${wrapper.min === 2 ? ' ' : ''}expected ${wrapper.min} argument${plural}, got ${count}`);
    }
    const tooFew = count < wrapper.min;
    const bound = tooFew ? wrapper.min : wrapper.max;
    return typeError(
      I,
      ` expected at ${tooFew ? 'least' : 'most'} ${bound} argument${bound === 1 ? '' : 's'}, got ${count}`,
    );
  }
  return wrapper.call(I, slots, self, args, kw);
}
