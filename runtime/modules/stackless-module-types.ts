/** The small types of `stackless`: atomic, bomb, and the records that stand for what other implementations have (spec 7.1, 12). */
import type { Interp } from '../objects/interp.ts';
import { noArgs, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { typeError } from '../objects/raise.ts';
import { bindSignature, parseSignature } from '../objects/signature.ts';
import { PyTuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { PyBomb } from '../stackless/bomb.ts';
import { nestingLevel } from '../stackless/nesting.ts';
import { schedulerOf } from '../stackless/scheduler-of.ts';
import { extraOf, TaskletFlag } from '../stackless/tasklet.ts';
import type { PyTasklet } from '../stackless/tasklet.ts';
import { deliverNoted } from '../stackless/watchdog.ts';

// -- atomic ---------------------------------------------------------------------------------------

export class PyAtomic extends PyObject {
  /** The flag as it was on entry. */
  wasAtomic = false;
}

/** Sets the flag of the running tasklet; returns the old one. */
function setAtomic(I: Interp, isAtomic: boolean): boolean {
  const s = schedulerOf(I);
  const t = s.thread.running!;
  const old = (t.flags & TaskletFlag.ATOMIC) !== 0;
  if (isAtomic) t.flags |= TaskletFlag.ATOMIC;
  else {
    t.flags &= ~TaskletFlag.ATOMIC;
    deliverNoted(s);
  }
  return old;
}

export const ATOMIC_SPEC: TypeSpec = {
  name: 'atomic',
  module: '_stackless',
  doc: 'Context manager: while it is open, the current tasklet is not interrupted.',
  allocate: (_I, cls) => new PyAtomic(cls),
  slots: {
    new: (I, cls, args, kw) => {
      if (args.length > 0 || kw !== null) return typeError(I, 'atomic() takes no arguments');
      return new PyAtomic(cls);
    },
  },
  isFinal: true,
  methods: {
    __enter__: noArgs((I, a: PyAtomic) => {
      a.wasAtomic = setAtomic(I, true);
      return null;
    }),
    __exit__: someArgs(0, -1, (I, a: PyAtomic) => {
      setAtomic(I, a.wasAtomic);
      return null;
    }),
  },
};

// -- bomb -----------------------------------------------------------------------------------------

const BOMB_SIGNATURE = parseSignature('type=<missing>, value=<missing>, traceback=<missing>');

const orNone = (v: Value | undefined): Value => (v === undefined ? null : v);

export const BOMB_SPEC: TypeSpec = {
  name: 'bomb',
  module: '_stackless',
  doc: 'An exception as a value: it is raised in the tasklet that receives it.',
  isFinal: true,
  allocate: (_I, cls) => new PyBomb(cls),
  slots: {
    new: (I, cls, args, kw) => {
      const bomb = new PyBomb(cls);
      let given: any[] | undefined;
      if (args.length === 1 && kw === null && args[0] instanceof PyTuple) {
        given = args[0].items.slice();
        if (given.length > 3) return typeError(I, `bomb() takes at most 3 arguments (${given.length} given)`);
      } else given = bindSignature(I, 'bomb', 'bomb', BOMB_SIGNATURE, args, kw);
      if (given === undefined) return undefined;
      bomb.type = given[0];
      bomb.value = given[1];
      bomb.traceback = given[2];
      return bomb;
    },
    init: () => null,
    visit: (bomb: PyBomb, visit) => {
      visit(bomb.type);
      visit(bomb.value);
      visit(bomb.traceback);
    },
  },
  getset: {
    type: { get: (_I, bomb: PyBomb) => orNone(bomb.type) },
    value: { get: (_I, bomb: PyBomb) => orNone(bomb.value) },
    traceback: { get: (_I, bomb: PyBomb) => orNone(bomb.traceback) },
  },
};

// -- what other implementations have on their machine stack ------------------------------------------

/** Stands for a foreign continuation in the frame list of a saved tasklet. */
export class PyCframe extends PyObject {}

export const CFRAME_SPEC: TypeSpec = {
  name: 'cframe',
  module: '_stackless',
  isFinal: true,
  getset: {
    f_back: { get: () => null },
    n: { get: () => 0 },
    i: { get: () => 0 },
    ob1: { get: () => null },
    ob2: { get: () => null },
    ob3: { get: () => null },
  },
};

/** One trivial object a tasklet; those of tasklets with foreign state would be found by walking `next`. */
export class PyCstack extends PyObject {
  readonly tasklet: PyTasklet | null;
  constructor(cls: PyType, tasklet: PyTasklet | null) {
    super(cls);
    this.tasklet = tasklet;
  }
}

export const CSTACK_SPEC: TypeSpec = {
  name: 'cstack',
  module: '_stackless',
  isFinal: true,
  slots: { repr: () => '', str: () => '', visit: (c: PyCstack, visit) => visit(c.tasklet) },
  getset: {
    size: { get: () => 0 },
    startaddr: { get: () => 0 },
    nesting_level: { get: (I, c: PyCstack) => (c.tasklet === null ? 0 : nestingLevel(schedulerOf(I), c.tasklet)) },
    serial: { get: () => 0 },
    task: { get: (_I, c: PyCstack) => c.tasklet },
    next: { get: (_I, c: PyCstack) => c },
    prev: { get: (_I, c: PyCstack) => c },
  },
};

export function cstackOf(I: Interp, t: PyTasklet): Value {
  const extra = extraOf(t);
  if (extra.cstack === null) extra.cstack = new PyCstack(I.typeFor(CSTACK_SPEC), t);
  return extra.cstack;
}
