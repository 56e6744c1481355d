/** The host's side of stackless that runs anywhere: no Node, no DOM. `node.ts` and `browser.ts` add their environments. */
export { createStackless, Stackless } from './stackless.ts';
export type { StartOptions, Statistics } from './stackless.ts';
export type { ScriptSource, StacklessOptions } from './options.ts';
export type { HostFunction, ModuleObject } from './expose.ts';
export type { RunBudget, RunReason, RunResult, ScriptError, TaskletUsage } from './run-result.ts';
export { HostError } from './host-error.ts';
export type { HostErrorCode } from './host-error.ts';
export { PythonObject } from './python-object.ts';
export { TaskHandle } from './task-handle.ts';
export type { TaskState } from './task-handle.ts';
export { chainLoaders, MemoryLoader, normalizePath } from './loaders/loader.ts';
export { GameLoop } from './frame-loop.ts';
export type { Frame, GameLoopOptions, RunningLoop } from './frame-loop.ts';
export { FrameReport } from './frame-report.ts';
export type { Distribution, FrameReportData, FrameReportOptions, FrameSample } from './frame-report.ts';
