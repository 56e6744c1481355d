/**
 * A Python object in the hands of the host that has no JavaScript counterpart: a function, an instance, a class, a tasklet.
 *
 * While the host has one, the object is alive for Python (weak references, finalisers, memory), because a host's references cannot be seen by
 * the census. So a callback that is not needed any more should be given back by `release()`; one that is started by `startOnce()` gives itself
 * back.
 */
import type { Value } from '../runtime/index.ts';
import type { TaskHandle } from './task-handle.ts';

/** What an object asks of its runtime. */
export interface ObjectOwner {
  startObject(object: PythonObject, args: readonly unknown[]): TaskHandle;
  releaseObject(object: PythonObject): void;
  textOf(object: PythonObject): string;
  isCallable(object: PythonObject): boolean;
  typeNameOf(object: PythonObject): string;
}

export class PythonObject {
  /** The Python value, for the host's own files. */
  readonly value: Value;
  readonly #owner: ObjectOwner;

  constructor(owner: ObjectOwner, value: Value) {
    this.#owner = owner;
    this.value = value;
  }

  /** Name of its Python type. */
  get typeName(): string {
    return this.#owner.typeNameOf(this);
  }

  get isCallable(): boolean {
    return this.#owner.isCallable(this);
  }

  /** Starts a tasklet that calls it; it runs in the next `run`. The seed's idiom: functions come without arguments, `lambda: f(1, 2)`. */
  start(...args: unknown[]): TaskHandle {
    return this.#owner.startObject(this, args);
  }

  /** As `start`, and the host's hold on it ends. */
  startOnce(...args: unknown[]): TaskHandle {
    const handle = this.#owner.startObject(this, args);
    this.release();
    return handle;
  }

  /** Ends the host's hold on the object; it cannot be used any more. */
  release(): void {
    this.#owner.releaseObject(this);
  }

  /** Its `repr()`. */
  toString(): string {
    return this.#owner.textOf(this);
  }

  isOwnedBy(owner: ObjectOwner): boolean {
    return this.#owner === owner;
  }
}
