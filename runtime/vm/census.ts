/**
 * Counts the modelled bytes of everything a runtime keeps alive: marks from the roots and sums `sizeOf`. Only right where every live
 * reference lies in a heap frame, so it runs at safepoints and before large growth (design.md, section 6).
 */
import { CodeObject } from '../bytecode/code-object.ts';
import { Frame, NativeKind } from '../objects/frame.ts';
import { PyType } from '../objects/type.ts';
import { typeOf } from '../objects/type-of.ts';
import { PyCell, PyObject } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import { RunCode } from './run-code.ts';

/** Who is asked for roots besides the interpreter: the scheduler, and extensions that keep values. */
export interface RootHolder {
  visitRoots(visit: (child: any) => void): void;
}

/** Fixed part of a frame in CPython 3.11's layout, in pointers: the interpreter frame's header. */
const FRAME_HEADER_POINTERS = 11;

/** Characters up to which equal strings are taken for one object. */
const SHARED_TEXT = 100;

export class Census {
  private seen = new Set<object>();
  private work: any[] = [];
  private bytes = 0;
  private readonly push = (child: any): void => {
    if (typeof child === 'object' && child !== null) this.reach(child);
    else if (typeof child === 'string') this.countText(child);
  };
  private texts = new Set<string>();

  constructor(private readonly I: Interpreter) {}

  /** Live bytes now. */
  run(): number {
    this.seen = new Set();
    this.texts = new Set();
    this.work = [];
    this.bytes = 0;
    const I = this.I;
    this.push(I.modules);
    this.push(I.builtins);
    for (let f: Frame | null = I.frame; f !== null; f = f.back) this.reach(f);
    this.push(I.exc);
    this.push(I.excInfo.value);
    for (const holder of I.rootHolders) holder.visitRoots(this.push);
    while (this.work.length > 0) this.visit(this.work.pop());
    this.seen = new Set();
    this.texts = new Set();
    return this.bytes;
  }

  private reach(child: any): void {
    if (Array.isArray(child)) {
      for (const item of child) this.push(item);
      return;
    }
    if (this.seen.has(child)) return;
    if (!(
      child instanceof PyObject ||
      child instanceof Frame ||
      child instanceof RunCode ||
      child instanceof CodeObject
    )) {
      if (child.cls === undefined && typeof child.value === 'number')
        this.bytes += this.I.memory.pointerBytes === 8 ? 24 : 16; // float
      return;
    }
    this.seen.add(child);
    this.work.push(child);
  }

  private countText(text: string): void {
    // JavaScript does not tell two equal strings apart. Short ones are counted once (names are shared), long ones at every reference.
    if (text.length > SHARED_TEXT) {
      this.bytes += this.I.types.str.slots.sizeOf!(this.I, text);
      return;
    }
    if (this.texts.has(text)) return;
    this.texts.add(text);
    this.bytes += this.I.types.str.slots.sizeOf!(this.I, text);
  }

  private visit(v: any): void {
    const I = this.I;
    if (v instanceof Frame) {
      this.bytes += (FRAME_HEADER_POINTERS + v.r.length) * I.memory.pointerBytes;
      for (const child of v.r) this.push(child);
      this.push(v.locals);
      if (!(v.code instanceof NativeKind)) this.push(v.code);
      if (v.back !== null) this.reach(v.back);
      return;
    }
    if (v instanceof RunCode) {
      this.reach(v.code);
      this.reach(v.globals);
      if (v.zombie !== null) this.reach(v.zombie);
      return;
    }
    if (v instanceof CodeObject) {
      this.countCode(v);
      return;
    }
    this.push(v.cls);
    const slots = typeOf(I, v).slots;
    if (slots.sizeOf !== null) this.bytes += slots.sizeOf(I, v);
    else this.bytes += 2 * I.memory.pointerBytes;
    if (slots.visit !== null) slots.visit(v, this.push);
    if (v.s !== undefined) for (const child of v.s) this.push(child);
    if (v instanceof PyType) {
      this.push(v.dict);
      for (const base of v.bases) this.push(base);
    } else if (v instanceof PyCell && v.v !== undefined) this.push(v.v);
  }

  /** A code object with its constants, names and tables, as CPython 3.11 would lay it out. */
  private countCode(code: CodeObject): void {
    const p = this.I.memory.pointerBytes;
    this.bytes += 22 * p + code.ops.length * 4 + code.lineTable.length + code.exceptionTable.length * 2;
    this.bytes +=
      (code.names.length + code.constants.length + code.varnames.length + code.cellvars.length + code.freevars.length) *
      p;
    for (const name of code.names) this.countText(name);
    for (const name of code.varnames) this.countText(name);
    for (const c of code.constants) {
      if (typeof c === 'string') this.countText(c);
      else if (c instanceof CodeObject) this.reach(c);
    }
  }
}
