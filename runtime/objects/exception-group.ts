/**
 * BaseExceptionGroup and ExceptionGroup, and what `except*` does with them. fields: message, tuple of exceptions.
 *
 * Splitting recurses over nested groups and may call Python on each level (a predicate, an overridden `derive`), so it is a native frame per
 * level (SPLIT_KIND). Its result is a plain array [match or null, rest or null].
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { oneArg, someArgs } from './native.ts';
import type { NativeSpec, TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyException } from './exception.ts';
import { PyList, newList } from './list.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { PyType, isSubtype } from './type.ts';
import { getOwn, setOwn } from './instance.ts';
import { BASE_EXCEPTION_SPEC, exceptionInit, withFields } from './exception-types.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { callMethod } from './call-special.ts';
import { truth } from './conversion.ts';
import { attributeErrorWith, typeError, valueError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;
/** [match, rest]. */
export type Split = readonly [PyException | null, PyException | null];

export function isGroup(I: Interp, v: Value): v is PyException {
  return v instanceof PyException && isSubtype(v.cls, I.types.exceptions.BaseExceptionGroup!);
}

/** The sub-exceptions of a group. */
export function groupMembers(group: PyException): readonly PyException[] {
  return (group.fields![1] as PyTuple).items as readonly PyException[];
}

function create(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const positional = kw === null ? args.length : args.length - kw.length;
  if (positional !== 2)
    return typeError(I, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${positional} given)`);
  const message = args[0]!;
  if (asStr(message) === undefined)
    return typeError(I, `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(I, message)}`);
  const given = args[1]!;
  if (!(given instanceof PyList) && !(given instanceof PyTuple)) {
    return typeError(I, 'second argument (exceptions) must be a sequence');
  }
  const members = given.items.slice();
  if (members.length === 0) return valueError(I, 'second argument (exceptions) must be a non-empty sequence');
  const exceptions = I.types.exceptions;
  let isOrdinary = true;
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!;
    if (!(member instanceof PyException))
      return valueError(I, `Item ${i} of second argument (exceptions) is not an exception`);
    if (!isSubtype(member.cls, exceptions.Exception!)) isOrdinary = false;
  }
  let type = cls;
  if (cls === exceptions.BaseExceptionGroup) {
    if (isOrdinary) type = exceptions.ExceptionGroup!;
  } else if (!isOrdinary && isSubtype(cls, exceptions.Exception!)) {
    return typeError(
      I,
      cls === exceptions.ExceptionGroup
        ? 'Cannot nest BaseExceptions in an ExceptionGroup'
        : `Cannot nest BaseExceptions in '${cls.tpName}'`,
    );
  }
  const group = type.allocate!(I, type) as PyException;
  group.args = args.slice(0, positional);
  group.fields![0] = message;
  group.fields![1] = newTuple(I, members);
  return group;
}

/** A group of `members` as `BaseExceptionGroup(message, members)` makes it. */
export function newGroup(I: Interp, message: Value, members: PyList | PyTuple): PyException | undefined {
  return create(I, I.types.exceptions.BaseExceptionGroup!, [message, members], null) as PyException | undefined;
}

function copyMetadata(I: Interp, to: PyException, from: PyException): void {
  to.traceback = from.traceback;
  to.context = from.context;
  to.cause = from.cause;
  to.suppressContext = from.suppressContext;
  const notes = getOwn(from, '__notes__');
  if (notes instanceof PyList || notes instanceof PyTuple) setOwn(I, to, '__notes__', newList(I, notes.items.slice()));
}

const enum Match {
  TYPE,
  PREDICATE,
  /** Leaf exceptions by identity: `matcher` is an array of them. */
  LEAVES,
}

const enum Phase {
  /** Does the exception itself match? */
  SELF,
  SELF_TRUTH,
  MEMBERS,
  DERIVE_MATCH,
  DERIVE_REST,
}

function matchesType(exc: PyException, matcher: Value): boolean {
  if (matcher instanceof PyTuple) return matcher.items.some((t) => isSubtype(exc.cls, t as PyType));
  return isSubtype(exc.cls, matcher as PyType);
}

// r = [delivered, exception, match mode, matcher, wants the rest, phase, next member, matches, rests, derived match]
const EXC = 1;
const MODE = 2;
const MATCHER = 3;
const WANTS_REST = 4;
const PHASE = 5;
const NEXT = 6;
const MATCHES = 7;
const RESTS = 8;
const DERIVED = 9;

export const SPLIT_KIND = new NativeKind('exceptionGroup.split', (I: Interp, f: Frame): any => {
  const r = f.r;
  const exc: PyException = r[EXC];
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    switch (r[PHASE]) {
      case Phase.SELF: {
        if (r[MODE] === Match.PREDICATE) {
          r[PHASE] = Phase.SELF_TRUTH;
          const answer = I.call(r[MATCHER], [exc]);
          if (answer === undefined) return undefined;
          const isMatch = truth(I, answer);
          if (isMatch === undefined) return undefined;
          r[0] = isMatch;
        } else {
          r[PHASE] = Phase.SELF_TRUTH;
          r[0] = r[MODE] === Match.TYPE ? matchesType(exc, r[MATCHER]) : r[MATCHER].includes(exc);
        }
        break;
      }
      case Phase.SELF_TRUTH: {
        // A predicate's answer that was delivered late still has to be tested.
        const isMatch = typeof delivered === 'boolean' ? delivered : truth(I, delivered);
        if (isMatch === undefined) return undefined;
        if (isMatch) return [exc, null];
        if (!isGroup(I, exc)) return [null, exc];
        r[PHASE] = Phase.MEMBERS;
        break;
      }
      case Phase.MEMBERS: {
        if (delivered !== undefined) {
          if (delivered[0] !== null) r[MATCHES].push(delivered[0]);
          if (delivered[1] !== null) r[RESTS].push(delivered[1]);
        }
        const members = groupMembers(exc);
        if (r[NEXT] < members.length) {
          const parts = I.enter(SPLIT_KIND, splitState(members[r[NEXT]++]!, r[MODE], r[MATCHER], r[WANTS_REST]));
          if (parts === undefined) return undefined;
          r[0] = parts;
          break;
        }
        r[PHASE] = Phase.DERIVE_MATCH;
        if (r[MATCHES].length === 0) {
          r[0] = null;
          break;
        }
        const made = callMethod(I, exc, 'derive', [newList(I, r[MATCHES])]);
        if (made === undefined) return undefined;
        r[0] = made;
        break;
      }
      case Phase.DERIVE_MATCH: {
        if (checkDerived(I, delivered, exc) === undefined) return undefined;
        r[DERIVED] = delivered;
        r[PHASE] = Phase.DERIVE_REST;
        if (!r[WANTS_REST] || r[RESTS].length === 0) {
          r[0] = null;
          break;
        }
        const made = callMethod(I, exc, 'derive', [newList(I, r[RESTS])]);
        if (made === undefined) return undefined;
        r[0] = made;
        break;
      }
      default: {
        if (checkDerived(I, delivered, exc) === undefined) return undefined;
        return [r[DERIVED], delivered];
      }
    }
  }
});

function splitState(exc: PyException, mode: Match, matcher: any, wantsRest: boolean): any[] {
  return [undefined, exc, mode, matcher, wantsRest, Phase.SELF, 0, [], [], null];
}

function checkDerived(I: Interp, made: Value, from: PyException): true | undefined {
  if (made === null) return true;
  if (!isGroup(I, made)) return typeError(I, 'derive must return an instance of BaseExceptionGroup');
  copyMetadata(I, made, from);
  return true;
}

/** How `matcher` selects: exception types, or a predicate. */
function matchMode(I: Interp, matcher: Value): Match | undefined {
  const isType = (v: Value): boolean => v instanceof PyType && isSubtype(v, I.types.BaseException);
  if (isType(matcher)) return Match.TYPE;
  if (matcher instanceof PyTuple && matcher.items.every(isType)) return Match.TYPE;
  if (!(matcher instanceof PyTuple) && !(matcher instanceof PyType) && typeOf(I, matcher).slots.call !== null)
    return Match.PREDICATE;
  return typeError(I, 'expected a function, exception type or tuple of exception types');
}

/** r = [delivered parts, 0: both as a tuple, 1: only the match]. */
export const SPLIT_RESULT_KIND = new NativeKind('exceptionGroup.splitResult', (I: Interp, f: Frame) =>
  splitResult(I, f.r[0], f.r[1]),
);

function splitResult(I: Interp, parts: Split, onlyMatch: number): Value {
  return onlyMatch === 1 ? parts[0] : newTuple(I, parts);
}

function splitMethod(onlyMatch: 0 | 1): NativeSpec {
  return someArgs(1, 1, (I, group: PyException, [matcher]) => {
    const mode = matchMode(I, matcher!);
    if (mode === undefined) return undefined;
    const entry = I.frame;
    const parts = I.enter(SPLIT_KIND, splitState(group, mode, matcher, onlyMatch === 0));
    return parts === undefined
      ? I.then(entry, SPLIT_RESULT_KIND, [undefined, onlyMatch])
      : splitResult(I, parts, onlyMatch);
  });
}

export const BASE_EXCEPTION_GROUP_SPEC: TypeSpec = {
  name: 'BaseExceptionGroup',
  base: BASE_EXCEPTION_SPEC,
  doc: 'A combination of multiple unrelated exceptions.',
  slots: {
    new: create,
    init: exceptionInit,
    str: (_I, e: PyException) => {
      const count = groupMembers(e).length;
      return `${asStr(e.fields![0])} (${count} sub-exception${count === 1 ? '' : 's'})`;
    },
  },
  methods: {
    derive: oneArg((I, e: PyException, members) =>
      create(I, I.types.exceptions.BaseExceptionGroup!, [e.fields![0], members], null),
    ),
    split: splitMethod(0),
    subgroup: splitMethod(1),
  },
  classMethods: CLASS_GETITEM,
  getset: {
    message: {
      get: (_I, e: PyException) => e.fields![0],
      set: (I, e: PyException) => attributeErrorWith(I, 'readonly attribute', e, ''),
      doc: 'exception message',
    },
    exceptions: {
      get: (_I, e: PyException) => e.fields![1],
      set: (I, e: PyException) => attributeErrorWith(I, 'readonly attribute', e, ''),
      doc: 'nested exceptions',
    },
  },
  allocate: withFields(2),
  kinds: [SPLIT_KIND, SPLIT_RESULT_KIND],
};

/** Its second base is Exception: install-type.ts adds it, since specs have one base. */
export const EXCEPTION_GROUP_SPEC: TypeSpec = {
  name: 'ExceptionGroup',
  base: BASE_EXCEPTION_GROUP_SPEC,
  doc: null,
};

// -- except* ---------------------------------------------------------------------------------------------------

const NOT_EXCEPTIONS = 'catching classes that do not inherit from BaseException is not allowed';

/** r = [delivered tuple of `split`]. */
export const GROUP_MATCH_KIND = new NativeKind('exceptionGroup.match', (I: Interp, f: Frame) => partsOf(I, f.r[0]));

function partsOf(I: Interp, v: Value): any {
  if (!(v instanceof PyTuple)) return typeError(I, `split must return a tuple, not ${typeName(I, v)}`);
  if (v.items.length < 2) return typeError(I, `split must return a 2-tuple, got tuple of size ${v.items.length}`);
  return [v.items[0], v.items[1]];
}

/**
 * Splits `exc` for `except* type`: [matching part or null, rest or null]. May call Python; the array is then delivered.
 * @raises TypeError (Python) if `type` is no exception type, or one of groups.
 */
export function matchGroup(I: Interp, exc: PyException, type: Value): Split | undefined {
  const types = type instanceof PyTuple ? type.items : [type];
  for (const t of types) {
    if (!(t instanceof PyType) || !isSubtype(t, I.types.BaseException)) return typeError(I, NOT_EXCEPTIONS);
    if (isSubtype(t, I.types.exceptions.BaseExceptionGroup!)) {
      return typeError(I, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  if (matchesType(exc, type)) {
    if (isGroup(I, exc)) return [exc, null];
    // A single exception is caught as a group of one.
    const group = newGroup(I, '', newTuple(I, [exc]));
    if (group === undefined) return undefined;
    return [group, null];
  }
  if (!isGroup(I, exc)) return [null, exc];
  const entry = I.frame;
  const parts = callMethod(I, exc, 'split', [type]);
  return parts === undefined ? I.then(entry, GROUP_MATCH_KIND, [undefined]) : partsOf(I, parts);
}

function leaves(I: Interp, exc: PyException, into: PyException[]): void {
  if (!isGroup(I, exc)) into.push(exc);
  else for (const member of groupMembers(exc)) leaves(I, member, into);
}

function sameMetadata(a: PyException, b: PyException): boolean {
  return (
    getOwn(a, '__notes__') === getOwn(b, '__notes__') &&
    a.traceback === b.traceback &&
    a.cause === b.cause &&
    a.context === b.context
  );
}

/** r = [delivered parts of the original, exceptions raised by the handlers]. */
export const RERAISE_STAR_KIND = new NativeKind('exceptionGroup.reraise', (I: Interp, f: Frame) =>
  combine(I, f.r[0][0], f.r[1]),
);

function combine(I: Interp, reraised: PyException | null, raised: PyException[]): R {
  if (raised.length === 0) return reraised;
  const all = reraised === null ? raised : [...raised, reraised];
  return all.length === 1 ? all[0]! : newGroup(I, '', newList(I, all));
}

/**
 * What leaves a `try ... except*`: `list` has what the clauses raised, and what none of them matched. The unmatched and re-raised parts of
 * `orig` are put together again in its structure. Returns an exception or None. May call Python (`derive`).
 */
export function prepareReraiseStar(I: Interp, orig: PyException, list: PyList): R {
  const results = list.items.filter((e) => e !== null) as PyException[];
  if (results.length === 0) return null;
  if (!isGroup(I, orig)) return list.items[0]!;
  const raised: PyException[] = [];
  const keep: PyException[] = [];
  for (const e of results) {
    if (isGroup(I, e) && sameMetadata(e, orig)) leaves(I, e, keep);
    else raised.push(e);
  }
  if (keep.length === 0) return combine(I, null, raised);
  const entry = I.frame;
  const parts = I.enter(SPLIT_KIND, splitState(orig, Match.LEAVES, keep, false));
  return parts === undefined ? I.then(entry, RERAISE_STAR_KIND, [undefined, raised]) : combine(I, parts[0], raised);
}
