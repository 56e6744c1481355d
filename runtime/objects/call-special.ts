/**
 * Calling what a look-up on a type found: special methods and methods by name. The function is bound to the instance by its descriptor
 * protocol, which for plain functions and native methods means no more than passing the instance first.
 */
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { Value } from './value.ts';
import { PyFunction } from './function.ts';
import { PyMethodDescriptor, PyWrapperDescriptor } from './native-function.ts';
import { getOwn } from './instance.ts';
import { lookupInType } from './type.ts';
import { typeOf } from './type-of.ts';

type R = Value | undefined;

/** Calls what was delivered (a bound method) with the arguments in `r[1]`, keywords `r[2]`. */
export const CALL_DELIVERED_KIND = new NativeKind('objects.callDelivered', (I: Interp, f: Frame) => {
  if (f.r[3] === 1) return f.r[0];
  const callee = f.r[0];
  f.r[0] = undefined;
  f.r[3] = 1;
  return I.call(callee, f.r[1], f.r[2]);
});

/** True for what passes the instance as first argument and does nothing else when it is bound. */
export function bindsPlainly(fn: Value): boolean {
  if (typeof fn !== 'object' || fn === null) return false;
  const c = fn.constructor;
  return c === PyFunction || c === PyWrapperDescriptor || c === PyMethodDescriptor;
}

/** Calls `fn`, as found on the type of `self`, with `args` (without self; not taken over). */
export function callUnbound(I: Interp, fn: Value, self: Value, args: readonly Value[]): R {
  if (bindsPlainly(fn)) {
    const all: Value[] = [self];
    for (let i = 0; i < args.length; i++) all.push(args[i]!);
    return I.call(fn, all, null);
  }
  return callBound(I, fn, self, args.slice(), null);
}

/** Binds `fn` by its `__get__`, then calls it. `args` is taken over. */
function callBound(I: Interp, fn: Value, self: Value, args: Value[], kw: readonly string[] | null): R {
  const get = typeOf(I, fn).slots.descrGet;
  if (get === null) return I.call(fn, args, kw);
  const entry = I.frame;
  const method = get(I, fn, self, typeOf(I, self));
  if (method === undefined) return I.then(entry, CALL_DELIVERED_KIND, [undefined, args, kw, 0]);
  return I.call(method, args, kw);
}

/** `callUnbound` without arguments. */
export function callUnbound0(I: Interp, fn: Value, self: Value): R {
  return bindsPlainly(fn) ? I.call(fn, [self], null) : callBound(I, fn, self, [], null);
}

/** `callUnbound` with one argument. */
export function callUnbound1(I: Interp, fn: Value, self: Value, a: Value): R {
  return bindsPlainly(fn) ? I.call(fn, [self, a], null) : callBound(I, fn, self, [a], null);
}

/** `callUnbound` with two arguments. */
export function callUnbound2(I: Interp, fn: Value, self: Value, a: Value, b: Value): R {
  return bindsPlainly(fn) ? I.call(fn, [self, a, b], null) : callBound(I, fn, self, [a, b], null);
}

/** `callUnbound` with keywords: `args` ends with the values of `kw`. */
export function callUnboundKw(
  I: Interp,
  fn: Value,
  self: Value,
  args: readonly Value[],
  kw: readonly string[] | null,
): R {
  if (bindsPlainly(fn)) {
    const all: Value[] = [self];
    for (let i = 0; i < args.length; i++) all.push(args[i]!);
    return I.call(fn, all, kw);
  }
  return callBound(I, fn, self, args.slice(), kw);
}

/**
 * Returns special method `name` of `self`'s type, unbound, or undefined if it has none. Never raises: `callUnbound...` does the binding.
 * Instance attributes are not asked, as for every implicit use of a special method.
 */
export function lookupSpecial(I: Interp, self: Value, name: string): Value | undefined {
  return lookupInType(typeOf(I, self), name);
}

/** `obj.name(*args, **kw)`. `args` (without self, ending with the values of `kw`) is taken over. */
export function callMethod(I: Interp, obj: Value, name: string, args: Value[], kw: readonly string[] | null = null): R {
  const type = typeOf(I, obj);
  if (type.hasPlainGetattr) {
    const fn = lookupInType(type, name);
    if (fn !== undefined && bindsPlainly(fn) && (type.rootShape === null || getOwn(obj as any, name) === undefined)) {
      args.unshift(obj);
      return I.call(fn, args, kw);
    }
  }
  const entry = I.frame;
  const method = type.slots.getattr!(I, obj, name);
  if (method === undefined) return I.then(entry, CALL_DELIVERED_KIND, [undefined, args, kw, 0]);
  return I.call(method, args, kw);
}
