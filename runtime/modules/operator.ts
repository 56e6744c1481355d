/** `operator`: the operators as functions, and getters. `a`, `b` in names are those of the operator, not of any argument order. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec, NativeSpec } from '../objects/native.ts';
import { oneArg, raw, someArgs, twoArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { PyModule } from '../objects/module.ts';
import type { Value } from '../objects/value.ts';
import { BINARY_OPERATORS } from '../bytecode/opcode.ts';
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { lengthHint } from '../objects/length-hint.ts';
import { newList } from '../objects/list.ts';
import {
  binaryOp,
  compare,
  contains,
  delItem,
  getItem,
  index,
  inplaceOp,
  isSame,
  sameOrEqual,
  setItem,
  truth,
  unaryOp,
} from '../objects/protocol.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asInt } from '../objects/unwrap.ts';
import { ATTR_GETTER_SPEC, ITEM_GETTER_SPEC, METHOD_CALLER_SPEC } from './operator-getters.ts';

type R = Value | undefined;

/** Function names in the order of BINARY_OPERATORS. */
const BINARY_NAMES = [
  'add',
  'and_',
  'floordiv',
  'lshift',
  'matmul',
  'mul',
  'mod',
  'or_',
  'pow',
  'rshift',
  'sub',
  'truediv',
  'xor',
];
const COMPARE_NAMES = ['lt', 'le', 'eq', 'ne', 'gt', 'ge'];
const COMPARE_TEXTS = ['<', '<=', '==', '!=', '>', '>='];
const ADD = 0;

const NOT_KIND = new NativeKind('operator.not', (_I: Interp, f: Frame) => !f.r[0]);

function not(I: Interp, _module: Value, v: Value): R {
  const entry = I.frame;
  const t = truth(I, v);
  return t === undefined ? I.then(entry, NOT_KIND, [undefined]) : !t;
}

/** r = [delivered]: whatever is delivered, None is returned. */
const NONE_KIND = new NativeKind('operator.none', () => null);

function store(I: Interp, _module: Value, args: Value[]): R {
  const entry = I.frame;
  return setItem(I, args[0]!, args[1]!, args[2]!) === undefined ? I.then(entry, NONE_KIND, [undefined]) : null;
}

function remove(I: Interp, _module: Value, v: Value, key: Value): R {
  const entry = I.frame;
  return delItem(I, v, key) === undefined ? I.then(entry, NONE_KIND, [undefined]) : null;
}

function isSequence(I: Interp, v: Value): boolean {
  return typeOf(I, v).slots.getitem !== null;
}

function concatenation(isInPlace: boolean, doc: string): NativeSpec {
  return twoArgs((I, _module, a, b) => {
    if (!isSequence(I, a)) return typeError(I, `'${typeName(I, a)}' object can't be concatenated`);
    return isInPlace ? inplaceOp(I, ADD, a, b) : binaryOp(I, ADD, a, b);
  }, doc);
}

/** state = [value, count]. */
const COUNT_OF = new FoldSpec(
  'operator.countOf',
  (I, state, item) => {
    const same = sameOrEqual(I, item, state[0]);
    if (same === undefined) return undefined;
    if (same) state[1]++;
    return CONTINUE;
  },
  (_I, state) => state[1],
  (_I, state, same) => {
    if (same) state[1]++;
    return CONTINUE;
  },
);

/** state = [value, position]. */
const INDEX_OF = new FoldSpec(
  'operator.indexOf',
  (I, state, item) => {
    const same = sameOrEqual(I, item, state[0]);
    if (same === undefined) return undefined;
    if (same) return state[1];
    state[1]++;
    return CONTINUE;
  },
  (I) => valueError(I, 'sequence.index(x): x not in sequence'),
  (_I, state, same) => {
    if (same) return state[1];
    state[1]++;
    return CONTINUE;
  },
);

function search(spec: FoldSpec, doc: string): NativeSpec {
  return twoArgs((I, _module, v, item) => {
    const slots = typeOf(I, v).slots;
    if (slots.iter === null && slots.getitem === null)
      return typeError(I, `argument of type '${typeName(I, v)}' is not iterable`);
    return foldIterable(I, spec, v, [item, 0]);
  }, doc);
}

function hint(I: Interp, _module: Value, args: Value[]): R {
  const fallback = args.length > 1 ? asInt(args[1]!) : 0;
  if (fallback === undefined)
    return typeError(I, `'${typeName(I, args[1]!)}' object cannot be interpreted as an integer`);
  return lengthHint(I, args[0]!, Number(fallback));
}

function call(I: Interp, _module: Value, args: Value[], kw: readonly string[] | null): R {
  if (args.length - (kw === null ? 0 : kw.length) < 1) return typeError(I, 'call expected at least 1 argument, got 0');
  return I.call(args[0]!, args.slice(1), kw);
}

const functions: Record<string, NativeSpec> = {
  neg: oneArg((I, _m, v) => unaryOp(I, 'neg', v), 'Same as -a.'),
  pos: oneArg((I, _m, v) => unaryOp(I, 'pos', v), 'Same as +a.'),
  abs: oneArg((I, _m, v) => unaryOp(I, 'abs', v), 'Same as abs(a).'),
  inv: oneArg((I, _m, v) => unaryOp(I, 'invert', v), 'Same as ~a.'),
  invert: oneArg((I, _m, v) => unaryOp(I, 'invert', v), 'Same as ~a.'),
  not_: oneArg(not, 'Same as not a.'),
  truth: oneArg((I, _m, v) => truth(I, v), 'Return True if a is true, False otherwise.'),
  index: oneArg((I, _m, v) => index(I, v), 'Same as a.__index__()'),
  is_: twoArgs((_I, _m, a, b) => isSame(a, b), 'Same as a is b.'),
  is_not: twoArgs((_I, _m, a, b) => !isSame(a, b), 'Same as a is not b.'),
  contains: twoArgs((I, _m, a, b) => contains(I, a, b), 'Same as b in a (note reversed operands).'),
  getitem: twoArgs((I, _m, a, b) => getItem(I, a, b), 'Same as a[b].'),
  setitem: someArgs(3, 3, store, 'Same as a[b] = c.'),
  delitem: twoArgs(remove, 'Same as del a[b].'),
  concat: concatenation(false, 'Same as a + b, for a and b sequences.'),
  iconcat: concatenation(true, 'Same as a += b, for a and b sequences.'),
  countOf: search(COUNT_OF, 'Return the number of items in a which are, or which equal, b.'),
  indexOf: search(INDEX_OF, 'Return the first index of b in a.'),
  length_hint: someArgs(1, 2, hint, 'Return an estimate of the number of items in obj.'),
  call: raw(call, 'Same as obj(*args, **kwargs).'),
};

BINARY_NAMES.forEach((name, op) => {
  const text = BINARY_OPERATORS[op]!;
  functions[name] = twoArgs((I, _m, a, b) => binaryOp(I, op, a, b), `Same as a ${text} b.`);
  functions['i' + name.replace('_', '')] = twoArgs((I, _m, a, b) => inplaceOp(I, op, a, b), `Same as a ${text}= b.`);
});
COMPARE_NAMES.forEach((name, op) => {
  functions[name] = twoArgs((I, _m, a, b) => compare(I, op, a, b), `Same as a ${COMPARE_TEXTS[op]!} b.`);
});

/** Functions without a twin between double underscores. */
const PLAIN_ONLY = new Set(['truth', 'is_', 'is_not', 'countOf', 'indexOf', 'length_hint']);

export const OPERATOR_SPEC: ModuleSpec = {
  name: 'operator',
  doc: 'Operator interface: the intrinsic operators of Python as functions.',
  functions,
  types: [ITEM_GETTER_SPEC, ATTR_GETTER_SPEC, METHOD_CALLER_SPEC],
  setup: (I, module: PyModule) => {
    const dict = module.dict;
    const names = Object.keys(functions);
    for (const name of names) {
      if (!PLAIN_ONLY.has(name)) dict.setStr(I, `__${name.replace(/_$/, '')}__`, dict.getStr(name)!);
    }
    dict.setStr(I, '_abs', dict.getStr('abs')!);
    dict.setStr(I, '__all__', newList(I, [...names, 'itemgetter', 'attrgetter', 'methodcaller'].sort()));
  },
  kinds: [NOT_KIND, NONE_KIND, COUNT_OF.kind, INDEX_OF.kind],
};
