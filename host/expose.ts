/**
 * The host's functions, values and modules as Python's. A bound function is an ordinary built-in function to scripts:
 *
 * - arguments arrive converted (convert.ts); keyword arguments as one object after the positional ones;
 * - what it returns is converted back; a promise blocks the tasklet that called, and only it, until it is settled;
 * - what it throws is raised: as the Python class that the error's `name` names, else RuntimeError, with its message. A string `code`, as
 *   HostErrors have it, becomes an attribute. Stack traces of the host stay in the host.
 *
 * A module is a plain object: functions and values by name. Inside it a plain object that holds functions, or whose name begins with a capital
 * (constants), and an ES class with static members become modules of their own (`game.audio`, `game.Color`); other values are converted.
 */
import { failFromHost, isIdentifier, parkForHost, PyNative, raw, resumeFromHost } from '../runtime/index.ts';
import type { Interp, Interpreter, PyException, PyModule, Session, Value, Wait } from '../runtime/index.ts';
import { toJavaScript, toPython } from './convert.ts';
import type { ValueBridge } from './convert.ts';
import { badArgument, HostError } from './host-error.ts';

export type HostFunction = (...args: any[]) => unknown;
/** Functions, values and nested objects by name. */
export interface ModuleObject {
  readonly [name: string]: unknown;
}

/** What the exposed functions need of their runtime. */
export interface ExposeContext extends ValueBridge {
  readonly session: Session;
  /** A promise has been settled: somebody who sleeps until there is work may wake up. */
  noteWork(): void;
  /** True after `dispose()`: late answers are dropped. */
  readonly isDisposed: boolean;
  /** A broken runtime must not be hidden as a script's exception. */
  isInternal(error: unknown): boolean;
}

/** Modules whose names are the runtime's own. */
const RESERVED = ['builtins', 'sys', 'stackless', '_stackless', '__main__'];

/** Throws HostError for names that scripts could not import or that the runtime uses itself. */
export function checkModules(modules: Readonly<Record<string, ModuleObject>>): void {
  const call = 'createStackless';
  for (const name of Object.keys(modules)) {
    if (!name.split('.').every(isIdentifier))
      throw badArgument(call, 'a name in options.modules', name, 'one that Python can import');
    if (RESERVED.includes(name))
      throw badArgument(call, 'a name in options.modules', name, 'one that the runtime does not use itself');
    const object = modules[name];
    if (typeof object !== 'object' || object === null)
      throw badArgument(call, `options.modules.${name}`, object, 'an object');
  }
}

/**
 * Makes the modules, at once, so that a value without counterpart is the host's error and not the first import's; they appear in `sys.modules`
 * when they are imported. Throws HostError.
 */
export function makeModules(
  c: ExposeContext,
  modules: Readonly<Record<string, ModuleObject>>,
): Map<string, HostModule> {
  const made = new Map<string, HostModule>();
  for (const name of Object.keys(modules)) {
    const inner: PyModule[] = [];
    made.set(name, { module: makeModule(c, name, modules[name], inner), inner });
  }
  return made;
}

/** A module of the host with those inside it. */
export interface HostModule {
  readonly module: PyModule;
  readonly inner: readonly PyModule[];
}

function makeModule(c: ExposeContext, name: string, members: object, inner: PyModule[]): PyModule {
  const I = c.interpreter;
  const module = I.newModule(name);
  module.isBuiltin = true;
  module.dict.setStr(I, '__package__', name.slice(0, Math.max(0, name.lastIndexOf('.'))));
  for (const [key, value] of Object.entries(members)) {
    const full = `${name}.${key}`;
    let member: Value;
    if (isNamespace(key, value)) {
      const nested = makeModule(c, full, value as object, inner);
      inner.push(nested);
      member = nested;
    } else if (typeof value === 'function') member = wrapFunction(c, value as HostFunction, key, module);
    else member = toPython(c, value, `options.modules.${full}`, key);
    module.dict.setStr(I, key, member);
  }
  return module;
}

function isNamespace(key: string, value: unknown): boolean {
  if (typeof value === 'function') return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  return /^\p{Lu}/u.test(key) || Object.values(value).some((member) => typeof member === 'function');
}

/** Makes the Python function that calls `fn`. `module` null: it belongs to no module. */
export function wrapFunction(c: ExposeContext, fn: HostFunction, name: string, module: PyModule | null): Value {
  const I = c.interpreter;
  const full = module === null ? name : `${module.name}.${name}`;
  const spec = raw((J, _self, args, kw) => callHost(c, J, fn, full, args, kw));
  return new PyNative(
    I.types.builtin_function_or_method,
    name,
    spec,
    module,
    null,
    module === null ? null : module.name,
  );
}

function callHost(
  c: ExposeContext,
  J: Interp,
  fn: HostFunction,
  name: string,
  args: Value[],
  kw: readonly string[] | null,
): Value | undefined {
  const I = J as Interpreter;
  let result: unknown;
  try {
    const call = `${name}()`;
    const count = args.length - (kw === null ? 0 : kw.length);
    const given: unknown[] = [];
    for (let k = 0; k < count; k++) given.push(toJavaScript(c, args[k], call));
    if (kw !== null && kw.length > 0) {
      const named = Object.create(null) as Record<string, unknown>;
      kw.forEach((key, k) => (named[key] = toJavaScript(c, args[count + k], call)));
      given.push(named);
    }
    result = fn(...given);
    if (!isThenable(result)) return toPython(c, result, call);
  } catch (error) {
    if (c.isInternal(error)) throw error;
    return I.raise(exceptionOf(c, error, name));
  }
  return awaitHost(c, I, result, name);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Blocks the calling tasklet until `promise` is settled. */
function awaitHost(c: ExposeContext, I: Interpreter, promise: PromiseLike<unknown>, name: string): undefined {
  const token = parkForHost(I);
  if (token === undefined) {
    // It may not switch, and has been told so; whatever the promise becomes, nobody wants to know.
    Promise.resolve(promise).catch(() => undefined);
    return undefined;
  }
  Promise.resolve(promise).then(
    (value) => settle(c, token, name, value, false),
    (error) => settle(c, token, name, error, true),
  );
  return undefined;
}

function settle(c: ExposeContext, token: Wait, name: string, outcome: unknown, isError: boolean): void {
  if (c.isDisposed) return;
  const s = c.session.scheduler;
  if (isError) failFromHost(s, token, exceptionOf(c, outcome, name));
  else {
    try {
      resumeFromHost(s, token, toPython(c, outcome, `${name}()`));
    } catch (error) {
      failFromHost(s, token, exceptionOf(c, error, name));
    }
  }
  c.noteWork();
}

/** The Python exception that stands for what a host function threw. */
function exceptionOf(c: ExposeContext, error: unknown, name: string): PyException {
  const I = c.interpreter;
  let className = 'RuntimeError';
  let message: string;
  let code: string | null = null;
  try {
    if (error instanceof Error) {
      message = String(error.message);
      if (typeof error.name === 'string' && Object.hasOwn(I.types.exceptions, error.name)) className = error.name;
      const given: unknown = (error as { code?: unknown }).code;
      if (typeof given === 'string') code = given;
      if (error instanceof HostError && error.code === 'ERR_STACKLESS_CONVERSION') className = 'TypeError';
    } else message = String(error);
  } catch {
    // A getter or toString of the host failed in its turn.
    message = `${name}() failed`;
  }
  const exc = c.session.makeException(className, [message]);
  if (code !== null) c.session.setAttribute(exc, 'code', code);
  return exc;
}
