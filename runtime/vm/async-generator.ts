/** Async generators: their frames are those of generators; each `asend`/`athrow` object drives one step. */
import type { Frame } from '../objects/frame.ts';
import type { PyGenerator } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import type { Step } from './step.ts';

export function yieldFromAsyncGenerator(I: Interpreter, g: PyGenerator, _v: any): Step | Frame {
  throw I.internalError('async generators have no driver yet', g.frame);
}

export function endAsyncGenerator(I: Interpreter, g: PyGenerator): Step | Frame {
  throw I.internalError('async generators have no driver yet', g.frame);
}
