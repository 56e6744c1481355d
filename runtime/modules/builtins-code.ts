/** Built-in functions that compile, run or import code. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { bound, raw, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFunction } from '../objects/function.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyCell } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { CodeFlag, CodeObject } from '../bytecode/code-object.ts';
import { argumentKind, smallIntArgument, truthArgument } from '../objects/argument.ts';
import { PyCode } from '../objects/code.ts';
import type { RunCodeLike } from '../objects/code.ts';
import { PyDict } from '../objects/dict.ts';
import { notImplementedError, raiseWith, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { argumentTypeName } from '../objects/str-arguments.ts';
import { asBuffer, asBytes, asStr } from '../objects/unwrap.ts';
import { importWithGlobals } from '../vm/import.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { AST_COMPILE_KINDS, compileTree, isTree, parseToTree, readTree } from './ast-compile.ts';
import type { CompileMode } from './ast-compile.ts';

type R = Value | undefined;
type Mode = CompileMode;

/** Asks compile() for a syntax tree. */
const ONLY_AST = 0x400;
/** Every flag CPython 3.11 knows: future features, and those of `ast`. */
const KNOWN_FLAGS = 0x1fe0000 | 0x10 | 0x200 | ONLY_AST | 0x1000 | 0x2000 | 0x4000;

const FUTURE_FLAGS = CodeFlag.FUTURE_BARRY_AS_BDFL | CodeFlag.FUTURE_GENERATOR_STOP | CodeFlag.FUTURE_ANNOTATIONS;

/** Source text of `compile`, `eval` and `exec`; undefined: raised. `what` says what the function takes. */
function sourceText(I: Interp, v: Value, what: string, filename: string): string | undefined {
  const text = asStr(v);
  if (text !== undefined) return text;
  const bytes = asBuffer(v);
  if (bytes === undefined) return typeError(I, what);
  const imports = (I as Interpreter).imports;
  return imports === null
    ? runtimeError(I, 'this build of stackless has no compiler')
    : imports.decode(I as Interpreter, bytes, filename);
}

/** `optimize` undefined: as the runtime's own code. */
function compileText(
  I: Interp,
  text: string,
  filename: string,
  mode: Mode,
  flags: number,
  optimize: 0 | 1 | 2 | undefined,
): CodeObject | undefined {
  if (I.compile === null) return runtimeError(I, 'this build of stackless has no compiler');
  return I.compile(text, filename, mode, flags, optimize) as CodeObject | undefined;
}

/** The future features of the code that calls: what it compiles has them too. */
function inheritedFlags(I: Interp): number {
  for (let f: Frame | null = I.frame; f !== null; f = f.back) {
    const code = (f.code as Partial<RunCodeLike> | null)?.code;
    if (code instanceof CodeObject) return code.flags & FUTURE_FLAGS;
  }
  return 0;
}

const COMPILE_KIND = argumentKind('builtins.compile.arguments', compile);

/** args = [source, filename, mode, flags, dont_inherit, optimize, _feature_version]. */
function compile(I: Interp, module: Value, args: any[]): R {
  const filename =
    asStr(args[1]) ?? (asBytes(args[1]) === undefined ? undefined : String.fromCharCode(...asBytes(args[1])!));
  if (filename === undefined)
    return typeError(I, `expected str, bytes or os.PathLike object, not ${typeName(I, args[1])}`);
  const mode = asStr(args[2]);
  if (mode === undefined)
    return typeError(I, `compile() argument 'mode' must be str, not ${argumentTypeName(I, args[2])}`);
  const flags = smallIntArgument(I, COMPILE_KIND, module, args, 3);
  if (flags === undefined) return undefined;
  const dontInherit = truthArgument(I, COMPILE_KIND, module, args, 4);
  if (dontInherit === undefined) return undefined;
  const optimize = smallIntArgument(I, COMPILE_KIND, module, args, 5);
  if (optimize === undefined) return undefined;
  if ((flags & ~KNOWN_FLAGS) !== 0) return valueError(I, 'compile(): unrecognised flags');
  if (optimize < -1 || optimize > 2) return valueError(I, 'compile(): invalid optimize value');
  if (mode !== 'exec' && mode !== 'eval' && mode !== 'single') {
    if ((flags & ONLY_AST) !== 0)
      return valueError(I, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
    return mode === 'func_type'
      ? valueError(I, "compile() mode 'func_type' requires flag PyCF_ONLY_AST")
      : valueError(I, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  const allFlags = dontInherit ? flags : flags | inheritedFlags(I);
  const level = optimize < 0 ? undefined : (optimize as 0 | 1 | 2);
  const vm = I as Interpreter;
  if (isTree(I, args[0])) {
    if ((flags & ONLY_AST) !== 0) return args[0];
    const root = readTree(I, args[0], mode);
    if (root === undefined) return undefined;
    const code = compileTree(I, root, filename, allFlags, level);
    return code === undefined ? undefined : vm.codeObject(vm.runCodeFor(code, I.currentGlobals()));
  }
  const text = sourceText(I, args[0], 'compile() arg 1 must be a string, bytes or AST object', filename);
  if (text === undefined) return undefined;
  if ((flags & ONLY_AST) !== 0) return parseToTree(I, text, filename, mode, allFlags);
  const code = compileText(I, text, filename, mode, allFlags, level);
  if (code === undefined) return undefined;
  return vm.codeObject(vm.runCodeFor(code, I.currentGlobals()));
}

function evaluate(I: Interp, _module: Value, args: Value[]): R {
  const globals = args.length > 1 && args[1] !== null ? args[1]! : undefined;
  const locals = args.length > 2 && args[2] !== null ? args[2]! : undefined;
  if (locals !== undefined && typeOf(I, locals).slots.getitem === null) return typeError(I, 'locals must be a mapping');
  if (globals !== undefined && !(globals instanceof PyDict)) {
    const isMapping = typeOf(I, globals).slots.getitem !== null;
    return typeError(
      I,
      isMapping ? 'globals must be a real dict; try eval(expr, {}, mapping)' : 'globals must be a dict',
    );
  }
  return run(I, 'eval', args[0]!, globals, locals);
}

function execute(I: Interp, _module: Value, args: any[]): R {
  const globals = args[1] === null ? undefined : (args[1] as Value);
  const locals = args[2] === null ? undefined : (args[2] as Value);
  if (globals !== undefined && !(globals instanceof PyDict)) {
    return typeError(I, `exec() globals must be a dict, not ${typeName(I, globals)}`);
  }
  if (locals !== undefined && typeOf(I, locals).slots.getitem === null) {
    return typeError(I, `locals must be a mapping or None, not ${typeName(I, locals)}`);
  }
  if (args[3] !== null) {
    const closure: Value = args[3];
    if (!(args[0] instanceof PyCode)) return typeError(I, 'closure can only be used when source is a code object');
    const count = args[0].run.code.freevars.length;
    if (count === 0) return typeError(I, 'cannot use a closure with this code object');
    const isRight =
      closure instanceof PyTuple && closure.items.length === count && closure.items.every((v) => v instanceof PyCell);
    if (!isRight) return typeError(I, `code object requires a closure of exactly length ${count}`);
    return runWithClosure(I, args[0], closure.items as readonly PyCell[], globals, locals);
  }
  return run(I, 'exec', args[0], globals, locals);
}

/** `exec` delivers None, whatever the code returns. */
const EXECUTED_KIND = new NativeKind('builtins.exec.done', () => null);

/** Runs the code of a nested function with `cells` for its free variables. */
function runWithClosure(I: Interp, code: PyCode, cells: readonly PyCell[], globals: PyDict | undefined, locals: R): R {
  const entry = I.frame;
  const inGlobals = globals ?? I.currentGlobals();
  const inLocals = locals ?? (globals === undefined ? I.currentLocals() : globals);
  const { name, qualname } = code.run.code;
  const fn = new PyFunction(I.types.function, I.runCodeFor(code.run.code, inGlobals), name, qualname, null, null);
  fn.closure = cells.slice();
  if (I.callClassBody(fn, inLocals) !== undefined) return null;
  return I.then(entry, EXECUTED_KIND, [undefined]);
}

function run(I: Interp, mode: 'exec' | 'eval', source: Value, globals: PyDict | undefined, locals: R): R {
  const inGlobals = globals ?? I.currentGlobals();
  const inLocals = locals ?? (globals === undefined ? I.currentLocals() : globals);
  if (source instanceof PyCode) {
    const free = source.run.code.freevars.length;
    if (free > 0) {
      return typeError(
        I,
        mode === 'eval'
          ? 'code object passed to eval() may not contain free variables'
          : `code object requires a closure of exactly length ${free}`,
      );
    }
    return I.runCode(source, inGlobals, inLocals);
  }
  let text = sourceText(I, source, `${mode}() arg 1 must be a string, bytes or code object`, '<string>');
  if (text === undefined) return undefined;
  if (mode === 'eval') text = text.replace(/^[ \t]+/, '');
  const code = compileText(I, text, '<string>', mode, inheritedFlags(I), undefined);
  return code === undefined ? undefined : I.runCode(code, inGlobals, inLocals);
}

const IMPORT_KIND = argumentKind('builtins.__import__.arguments', importModule);

/** args = [name, globals, locals, fromlist, level]. */
function importModule(I: Interp, module: Value, args: any[]): R {
  const name = asStr(args[0]);
  if (name === undefined) return typeError(I, 'module name must be a string');
  const level = smallIntArgument(I, IMPORT_KIND, module, args, 4);
  if (level === undefined) return undefined;
  if (level < 0) return valueError(I, 'level must be >= 0');
  if (name === '' && level === 0) return valueError(I, 'Empty module name');
  return importWithGlobals(I as Interpreter, name, args[1], args[3] === undefined ? null : args[3], level);
}

/** Scripts reach files only through what the host has bound; a host that offers files replaces this. */
function open(I: Interp): R {
  return notImplementedError(I, 'open() is not available: the host has not bound a file system');
}

function exit(I: Interp, _module: Value, args: Value[]): R {
  return raiseWith(I, 'SystemExit', args.slice());
}

export const CODE_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  compile: bound(
    'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1',
    compile,
    'Compile source into a code object that can be executed by exec() or eval().',
  ),
  eval: someArgs(1, 3, evaluate, 'Evaluate the given source in the context of globals and locals.'),
  exec: bound(
    'source, globals=None, locals=None, /, *, closure=None',
    execute,
    'Execute the given source in the context of globals and locals.',
  ),
  __import__: bound('name, globals=None, locals=None, fromlist=<missing>, level=0', importModule, 'Import a module.'),
  breakpoint: raw(() => null, 'Does nothing: the debugger belongs to the host.'),
  open: raw(open, 'Open file and return a stream, where the host offers files.'),
  exit: someArgs(0, 1, exit, 'Raise SystemExit.'),
  quit: someArgs(0, 1, exit, 'Raise SystemExit.'),
};

export const CODE_KINDS: readonly NativeKind[] = [COMPILE_KIND, IMPORT_KIND, EXECUTED_KIND, ...AST_COMPILE_KINDS];
