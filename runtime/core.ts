/**
 * The public edge of the runtime without parser and compiler: runs code objects that were compiled elsewhere. What `host/` and users import;
 * everything else is private.
 */
export { HAS_COMPILER } from './base/build-constants.ts';
export { CodeObject } from './bytecode/code-object.ts';
export { deserialize } from './bytecode/deserialize.ts';
export { Session, Failed } from './session.ts';
export type { ExceptionText } from './session.ts';
export type { RuntimeOptions } from './runtime.ts';
export type { SourceCompiler } from './source-compiler.ts';
export type { SourceLoader } from './vm/import.ts';
export type { Interpreter } from './vm/interpreter.ts';
export type { HostClock, Interp } from './objects/interp.ts';

// Values, for hosts that convert them.
export { PyBytes } from './objects/bytes.ts';
export { PyByteArray } from './objects/bytearray.ts';
export { newDict, PyDict } from './objects/dict.ts';
export { PyException } from './objects/exception.ts';
export { newList, PyList } from './objects/list.ts';
export { PyModule } from './objects/module.ts';
export { PyNative } from './objects/native-function.ts';
export { newTuple, PyTuple } from './objects/tuple.ts';
export { PyAnySet } from './objects/set.ts';
export { newSet, putItem } from './host-values.ts';
export { asBytes, asFloat, asInt, asStr } from './objects/unwrap.ts';
export { PyFloat, PyObject } from './objects/value.ts';
export type { Value } from './objects/value.ts';
export { typeName, typeOf } from './objects/type-of.ts';
export { isIdentifierStr as isIdentifier } from './text/str-predicates.ts';
export { normalizeBig } from './numeric/int-arith.ts';

// Operations; docs/core.md has their rules.
export { getAttr, repr, setAttr, str } from './objects/protocol.ts';
export { bound, noArgs, oneArg, raw, someArgs } from './objects/native.ts';
export type { ModuleSpec, NativeSpec, TypeSpec } from './objects/native.ts';
export { Frame, NativeKind } from './objects/frame.ts';
export { installModule } from './modules/install-module.ts';

export { osError, typeError, valueError } from './objects/raise.ts';
export { decodeBytes, encodeText } from './objects/codec.ts';
export { asBuffer } from './objects/unwrap.ts';
export { foldIterable, FoldSpec, CONTINUE } from './objects/fold.ts';
export { STOP } from './objects/value.ts';

// Tasklets as the host sees them.
export { advanceClock, failFromHost, parkForHost, raiseFromOutside, resumeFromHost } from './stackless/waiting.ts';
export { sendToChannel } from './stackless/host-run.ts';
export type { RunRequest, RunResult as RawRunResult, Usage } from './stackless/host-run.ts';
export type { InterruptPolicy, StopReason } from './stackless/host-budget.ts';
export { isAlive, PyTasklet, taskletName } from './stackless/tasklet.ts';
export { PyChannel } from './stackless/channel.ts';
export type { Wait } from './stackless/wait.ts';
export type { FrameCacheStatistics } from './vm/frame-cache.ts';
