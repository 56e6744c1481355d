/**
 * Payloads of the callables made from NativeSpecs. How they are called: native-call.ts; their faces: native-function-type.ts.
 *
 * - PyNative: `builtin_function_or_method`; a function of a module or a method bound to its instance.
 * - PyMethodDescriptor: `method_descriptor`; a method in the namespace of a built-in type.
 * - PyClassMethodDescriptor: `classmethod_descriptor`.
 * - PyWrapperDescriptor: `wrapper_descriptor`; the special method that stands for a slot (`int.__add__`).
 * - PyMethodWrapper: `method-wrapper`; the same bound to an instance.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { NativeSpec } from './native.ts';
import type { Signature } from './signature.ts';

export class PyNative extends PyObject {
  readonly name: string;
  readonly spec: NativeSpec;
  /** The module for module functions, the instance or class for bound methods. */
  readonly self: Value;
  /** Type whose method this is; null for functions of modules. */
  readonly owner: PyType | null;
  /** `__module__`; null for methods. */
  readonly module: string | null;
  /** Parsed on the first call of a native with arity 'bound'. */
  signature: Signature | null;
  constructor(cls: PyType, name: string, spec: NativeSpec, self: Value, owner: PyType | null, module: string | null) {
    super(cls);
    this.name = name;
    this.spec = spec;
    this.self = self;
    this.owner = owner;
    this.module = module;
    this.signature = null;
  }
}

export class PyMethodDescriptor extends PyObject {
  readonly name: string;
  readonly spec: NativeSpec;
  readonly owner: PyType;
  signature: Signature | null;
  constructor(cls: PyType, name: string, spec: NativeSpec, owner: PyType) {
    super(cls);
    this.name = name;
    this.spec = spec;
    this.owner = owner;
    this.signature = null;
  }
}

export class PyClassMethodDescriptor extends PyMethodDescriptor {}

/** Calls slot `slot` of `owner` through `spec`, whose `fn` knows how to unpack arguments for it. */
export class PyWrapperDescriptor extends PyMethodDescriptor {
  /** Name of the slot it stands for, see slot-wrappers.ts. */
  readonly slot: string;
  constructor(cls: PyType, name: string, spec: NativeSpec, owner: PyType, slot: string) {
    super(cls, name, spec, owner);
    this.slot = slot;
  }
}

export class PyMethodWrapper extends PyObject {
  readonly descriptor: PyWrapperDescriptor;
  readonly self: Value;
  constructor(cls: PyType, descriptor: PyWrapperDescriptor, self: Value) {
    super(cls);
    this.descriptor = descriptor;
    this.self = self;
  }
}
