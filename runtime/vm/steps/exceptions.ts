/** raise, except, with and their clean-up. */
import type { PyException } from '../../objects/exception.ts';
import { PyFunction } from '../../objects/function.ts';
import { PyMethod } from '../../objects/method.ts';
import { NativeKind } from '../../objects/frame.ts';
import { typeError } from '../../objects/raise.ts';
import { isSubtype, PyType } from '../../objects/type.ts';
import { typeName, typeOf } from '../../objects/type-of.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { callUnbound0, lookupSpecial } from '../../objects/call-special.ts';
import { matchGroup, prepareReraiseStar } from '../../objects/exception-group.ts';
import { bail } from '../bail.ts';
import type { Interpreter } from '../interpreter.ts';
import type { StepEx } from '../step.ts';

/** raise | raise a | raise a from b */
export const exRaise: StepEx = (s, f, I) => {
  const exc = s.a === null ? null : s.a.ex(s.a, f.r);
  const cause = s.b === null ? null : s.b.ex(s.b, f.r);
  if (exc === undefined || cause === undefined) return bail(s, f, I);
  f.step = s;
  if (s.a === null) I.reraiseHandled();
  else I.raiseStatement(exc, s.b === null ? undefined : cause);
  return I.next();
};

/** Raises `a` again without a new traceback entry for this frame. i: register of the instruction it came from, or -1. */
export const exReraise: StepEx = (s, f, I) => {
  const exc: PyException = s.a!.ex(s.a!, f.r);
  f.step = s;
  I.exc = exc;
  I.isReraising = true;
  return I.next();
};

export const exPushExcInfo: StepEx = (s, f, I) => {
  const r = f.r;
  const exc = r[s.i];
  const info = I.excInfo;
  r[s.i] = info.value;
  r[s.i + 1] = exc;
  info.value = exc;
  return s.next;
};

export const exPopExcept: StepEx = (s, f, I) => {
  I.excInfo.value = s.a!.ex(s.a!, f.r);
  return s.next;
};

function isExceptionType(I: Interpreter, v: any): boolean {
  return v instanceof PyType && isSubtype(v, I.types.BaseException);
}

const NOT_EXCEPTIONS = 'catching classes that do not inherit from BaseException is not allowed';

/** Does exception a match the type or tuple b? By MRO only, as CPython does. */
export const exCheckExcMatch: StepEx = (s, f, I) => {
  const exc: PyException = s.a!.ex(s.a!, f.r);
  const type = s.b!.ex(s.b!, f.r);
  if (type === undefined) return bail(s, f, I);
  f.step = s;
  let matches = false;
  if (type instanceof PyTuple) {
    for (const t of type.items) {
      if (!isExceptionType(I, t)) {
        typeError(I, NOT_EXCEPTIONS);
        return I.next();
      }
    }
    for (const t of type.items) if (isSubtype(exc.cls, t as PyType)) matches = true;
  } else {
    if (!isExceptionType(I, type)) {
      typeError(I, NOT_EXCEPTIONS);
      return I.next();
    }
    matches = isSubtype(exc.cls, type);
  }
  f.r[s.dst] = matches;
  return s.next;
};

/** r = [[match, rest], register]: stores the parts of a split group into the frame below. */
export const STORE_SPLIT_KIND = new NativeKind('vm.store-split', (_I, f) => {
  f.back!.r[f.r[1]] = f.r[0][1];
  return f.r[0][0];
});

/** a: exception (register i), b: type: rest stays in i, the matching part goes to dst. */
export const exCheckEgMatch: StepEx = (s, f, I) => {
  const exc: PyException = s.a!.ex(s.a!, f.r);
  const type = s.b!.ex(s.b!, f.r);
  if (type === undefined) return bail(s, f, I);
  f.step = s;
  // Nothing is left of the group: the remaining clauses do not run.
  const parts = exc === null ? [null, null] : matchGroup(I, exc, type);
  if (parts === undefined) {
    I.then(f, STORE_SPLIT_KIND, [undefined, s.i]);
    return I.next();
  }
  f.r[s.i] = parts[1];
  f.r[s.dst] = parts[0];
  if (parts[0] !== null) I.excInfo.value = parts[0];
  return s.next;
};

export const exPrepReraiseStar: StepEx = (s, f, I) => {
  const orig = s.a!.ex(s.a!, f.r);
  const list = s.b!.ex(s.b!, f.r);
  if (orig === undefined || list === undefined) return bail(s, f, I);
  f.step = s;
  const v = prepareReraiseStar(I, orig, list);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const exEndAsyncFor: StepEx = (s, f, I) => {
  const exc: PyException = s.a!.ex(s.a!, f.r);
  f.step = s;
  if (isSubtype(exc.cls, I.types.exceptions.StopAsyncIteration)) return s.next;
  I.exc = exc;
  I.isReraising = true;
  return I.next();
};

/** `with a`: bound exit method into register i, result of enter into dst. Both are looked up before enter is called. */
function beforeWith(enterName: string, exitName: string, what: string): StepEx {
  return (s, f, I) => {
    const manager = s.a!.ex(s.a!, f.r);
    if (manager === undefined) return bail(s, f, I);
    f.step = s;
    const enter = lookupSpecial(I, manager, enterName);
    if (enter === undefined) return missingProtocol(I, manager, what, exitName, enterName, false);
    const exit = lookupSpecial(I, manager, exitName);
    if (exit === undefined) return missingProtocol(I, manager, what, exitName, enterName, true);
    const bound = bind(I, exit, manager);
    if (bound === undefined) return I.next();
    f.r[s.i] = bound;
    const v = callUnbound0(I, enter, manager);
    if (v === undefined) return I.next();
    f.r[s.dst] = v;
    return s.next;
  };
}

/** The method bound to its object, without calling Python for functions and native methods. */
function bind(I: Interpreter, fn: any, self: any): any {
  if (fn !== null && fn.constructor === PyFunction) return new PyMethod(I.types.method, fn, self);
  const get = typeOf(I, fn).slots.descrGet;
  return get === null ? fn : get(I, fn, self, typeOf(I, self));
}

function missingProtocol(
  I: Interpreter,
  manager: any,
  what: string,
  exitName: string,
  _enterName: string,
  hasEnter: boolean,
): any {
  const missing = hasEnter ? ` (missed ${exitName} method)` : '';
  typeError(I, `'${typeName(I, manager)}' object does not support the ${what} protocol${missing}`);
  return I.next();
}

export const exBeforeWith: StepEx = beforeWith('__enter__', '__exit__', 'context manager');
export const exBeforeAsyncWith: StepEx = beforeWith('__aenter__', '__aexit__', 'asynchronous context manager');

/** a: exit method, b: exception. */
export const exWithExceptStart: StepEx = (s, f, I) => {
  const exit = s.a!.ex(s.a!, f.r);
  const exc: PyException = s.b!.ex(s.b!, f.r);
  f.step = s;
  const v = I.call(exit, [typeOf(I, exc), exc, exc.traceback], null);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const EXCEPTION_KINDS = [STORE_SPLIT_KIND];
