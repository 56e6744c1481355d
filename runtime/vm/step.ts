/**
 * The two node classes that inflated code is made of. One class each, all fields set in the constructor, so that the driver's and
 * the trees' loads of `ex`, `a`, `b` see one hidden class whatever the node does (the prototypes lost 30 % with a class per kind).
 *
 * TreeNode: a pure expression. `ex(n, r)` returns a value, or undefined to bail out: it never raises, calls Python or suspends.
 * Step: an action with at most one effect, which comes last. `ex(s, f, I)` returns the next step of the same frame, or a Frame to
 * continue with.
 */
import type { Frame } from '../objects/frame.ts';
import type { Interpreter } from './interpreter.ts';

export type TreeEx = (n: TreeNode, r: any[]) => any;
export type SlowOp = (n: TreeNode, f: Frame, I: Interpreter) => any;
export type StepEx = (s: Step, f: Frame, I: Interpreter) => Step | Frame;

export const enum NodeKind {
  CONST,
  LOCAL,
  TEMP,
  /** A pure operation. */
  OP,
  /** `a and b`, `a or b`, `x if c else y`: control flow inside a tree. */
  AND,
  OR,
  TERNARY,
}

/** How `operand` gets a node's value without calling `ex`. */
export const enum Form {
  /** By calling it. */
  CALL,
  /** `v` */
  CONSTANT,
  /** Register `i`. */
  REGISTER,
  /** Slot `i` of the instance in register `a.i`, if its shape is `p` and the version of its type `j` (trees/access.ts). */
  SLOT,
}

export const enum StepRole {
  EFFECT,
  /** register = tree. */
  STORE,
  /** Jumps on the truth of `a`. */
  BRANCH,
  /** LOAD_METHOD and its call in one. */
  CALL_METHOD,
  /** SEND: takes the value that an exhausted iterator returned. */
  SEND,
}

/** What a step does that needs registers only, or registers and an object whose layout is known (run-pure.ts). */
export const enum Prefix {
  NONE,
  /** Ends a function; a yield of a plain generator. Their callers run these, not run-pure.ts. */
  RETURN,
  YIELD,
  /** The first of those that run-pure.ts runs. */
  STORE,
  JUMP_IF_FALSE,
  /** The same where the condition compares register i with the small int j, or with register j; `k` is the operator. */
  JUMP_UNLESS_IMMEDIATE,
  JUMP_UNLESS_REGISTERS,
  JUMP_IF_TRUE,
  JUMP_IF_NONE,
  JUMP_IF_NOT_NONE,
  JUMP,
  JUMP_BACKWARD,
  /** Quickened loops: see steps/control.ts. */
  FOR_RANGE,
  FOR_LIST,
  /** Quickened stores to attributes: see steps/store.ts. */
  STORE_SLOT,
  ADD_SLOT,
  STORE_ITEM,
  LIST_APPEND,
}

export class TreeNode {
  ex: TreeEx;
  a: TreeNode | null;
  b: TreeNode | null;
  c: TreeNode | null;
  list: TreeNode[] | null = null;
  /** Register number, operator index or small immediate. */
  i = 0;
  /** Second immediate: inline-cache index or flags. */
  j = 0;
  /** Third immediate: a second cached layout or count. */
  k = 0;
  /** Constant, name, type ... */
  v: any = null;
  /** Inline cache: guard (shape, type, dict ...). */
  p: any = null;
  /** Inline cache: version or cached value. */
  q: any = null;
  /** Whatever of the runtime the node needs: the interpreter or one of its types. */
  x: any = null;
  /** What to do when `ex` bails in the flattened form: may raise and suspend. */
  slow: SlowOp | null = null;
  kind: NodeKind = NodeKind.OP;
  form: Form = Form.CALL;
  isAttributeRead = false;
  /** Instruction index. */
  pc: number;
  /** Register that receives the value in the flattened form. */
  slot: number;
  /** Levels of operations below and including this one: `ex` recurses that deep. */
  height = 0;
  /** Operands whose value, if a float, is a fresh temporary that this node may overwrite: bit 0 `a`, bit 1 `b`. */
  fresh = 0;
  constructor(
    ex: TreeEx,
    pc: number,
    slot: number,
    a: TreeNode | null = null,
    b: TreeNode | null = null,
    c: TreeNode | null = null,
  ) {
    this.ex = ex;
    this.pc = pc;
    this.slot = slot;
    this.a = a;
    this.b = b;
    this.c = c;
  }
  get isLeaf(): boolean {
    return this.kind <= NodeKind.TEMP;
  }
}

export class Step {
  ex: StepEx;
  next: Step = NO_STEP;
  jump: Step = NO_STEP;
  a: TreeNode | null;
  b: TreeNode | null;
  c: TreeNode | null;
  list: TreeNode[] | null = null;
  dst = 0;
  /** Ticks of the straight code that follows along `next`, where this step is a charge point. */
  cost = 0;
  /** Ticks of the straight code that follows along `jump`. */
  costJump = 0;
  i = 0;
  j = 0;
  v: any = null;
  /** Inline cache: guard (shape, type) and its version, and what was found. */
  p: any = null;
  k = 0;
  u: any = null;
  q: any = null;
  /** First step of the flattened form, once somebody bailed out. */
  flat: Step | null = null;
  pc: number;
  role: StepRole = StepRole.EFFECT;
  /** Can run on bare registers, before its function has a frame (see enter-function.ts). */
  prefix: Prefix = Prefix.NONE;
  constructor(ex: StepEx, pc: number, a: TreeNode | null = null, b: TreeNode | null = null, c: TreeNode | null = null) {
    this.ex = ex;
    this.pc = pc;
    this.a = a;
    this.b = b;
    this.c = c;
  }
}

/** Placeholder for links that are never followed. */
export const NO_STEP: Step = null as unknown as Step;

export const exConst: TreeEx = (n) => n.v;
/** Undefined (unbound) is a bail-out for free. */
export const exRegister: TreeEx = (n, r) => r[n.i];

/**
 * The value of `n`. Constants, registers and attributes of objects in registers, which most operands are, are read in place: calling `ex`
 * costs some 4 ns, as its target differs at every node. V8 inlines this function into the forms that use it.
 */
export function operand(n: TreeNode, r: any[]): any {
  const form = n.form;
  if (form !== Form.CALL) {
    if (form === Form.REGISTER) return r[n.i];
    if (form === Form.CONSTANT) return n.v;
    const o = r[n.a!.i];
    if (typeof o === 'object' && o !== null && o.shape === n.p && n.p.type.version === n.j) return o.s[n.i];
  }
  return n.ex(n, r);
}

/** An attribute of an object in a register: `operand` may read it in place. */
export function isAttribute(n: TreeNode): boolean {
  return n.isAttributeRead && n.a!.form === Form.REGISTER;
}

export function constNode(value: any, pc: number, slot: number): TreeNode {
  const n = new TreeNode(exConst, pc, slot);
  n.kind = NodeKind.CONST;
  n.form = Form.CONSTANT;
  n.v = value;
  return n;
}

export function localNode(register: number, pc: number, slot: number): TreeNode {
  const n = new TreeNode(exRegister, pc, slot);
  n.kind = NodeKind.LOCAL;
  n.form = Form.REGISTER;
  n.i = register;
  return n;
}

export function tempNode(register: number, pc: number): TreeNode {
  const n = new TreeNode(exRegister, pc, register);
  n.kind = NodeKind.TEMP;
  n.form = Form.REGISTER;
  n.i = register;
  return n;
}
