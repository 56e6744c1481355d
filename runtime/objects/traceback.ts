/**
 * Payload of `traceback`: one entry for each frame an exception passed through, outermost first. Entries hold the frame, the instruction and
 * the line as they were when the exception passed, so a frame that runs on (a handler in a loop) does not change them.
 */
import { lineOf } from '../bytecode/line-table.ts';
import { PyObject } from './value.ts';
import type { PyType } from './type.ts';
import type { Frame } from './frame.ts';

/** For the constructor: the line is that of the instruction, found when somebody asks. Most exceptions are caught and never shown. */
export const LINE_OF_INSTRUCTION = -2;

export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  /** The activation; its code object says file, function and positions. */
  readonly frame: Frame;
  /** Index of the instruction in the code object, -1 if unknown. */
  readonly lasti: number;
  private line: number;
  constructor(cls: PyType, next: PyTraceback | null, frame: Frame, lasti: number, line: number) {
    super(cls);
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.line = line;
  }

  /** Line number in the source, from 1; -1: none. */
  get lineno(): number {
    if (this.line === LINE_OF_INSTRUCTION) this.line = lineOf(this.frame.code.code, this.lasti);
    return this.line;
  }
}
