/**
 * Payload of `traceback`: one entry for each frame an exception passed through, outermost first. Entries hold the frame, the instruction and
 * the line as they were when the exception passed, so a frame that runs on (a handler in a loop) does not change them.
 */
import { PyObject } from './value.ts';
import type { PyType } from './type.ts';
import type { Frame } from './frame.ts';

export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  /** The activation; its code object says file, function and positions. */
  readonly frame: Frame;
  /** Index of the instruction in the code object, -1 if unknown. */
  readonly lasti: number;
  readonly lineno: number;
  constructor(cls: PyType, next: PyTraceback | null, frame: Frame, lasti: number, lineno: number) {
    super(cls);
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.lineno = lineno;
  }
}
