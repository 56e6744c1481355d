/** `sys`: what the interpreter tells of itself. State of the interpreter is read live through functions; the rest is set up once. */
import { makeException, type PyException } from '../objects/exception.ts';
import type { Interp } from '../objects/interp.ts';
import { newList } from '../objects/list.ts';
import type { PyModule } from '../objects/module.ts';
import { noArgs, oneArg, someArgs, bound } from '../objects/native.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { typeError, valueError, overflowError, runtimeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';
import { NativeKind } from '../objects/frame.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { makeStructSequence } from './struct-sequence.ts';
import type { Interpreter } from '../vm/interpreter.ts';

const HEX_VERSION = 0x030b07f0;

/** r = [text, value]: writes what repr() delivered, as the prompt does. */
const DISPLAY_KIND = new NativeKind('sys.displayhook', (J, f) => {
  const I = J as Interpreter;
  I.write(`${f.r[0]}\n`, 1);
  I.builtins.setStr(I, '_', f.r[1]);
  return null;
});

function displayHook(I: Interp, _self: Value, v: Value): Value | undefined {
  if (v === null) return null;
  const entry = I.frame;
  const text = repr(I, v);
  if (text === undefined) return I.then(entry, DISPLAY_KIND, [undefined, v]);
  I.write(`${text}\n`, 1);
  I.builtins.setStr(I, '_', v);
  return null;
}

function exit(I: Interp, _self: Value, args: Value[]): undefined {
  return I.raise(makeException(I, I.types.exceptions.SystemExit, args.length === 0 ? [] : [args[0]]));
}

function excInfo(I: Interp): Value {
  const exc = (I as Interpreter).handledException();
  return exc === null ? newTuple(I, [null, null, null]) : newTuple(I, [exc.cls, exc, exc.traceback]);
}

function getSizeOf(I: Interp, _self: Value, args: any[]): Value | undefined {
  const size = typeOf(I, args[0]).slots.sizeOf;
  if (size === null)
    return args[1] !== undefined ? args[1] : typeError(I, `Type ${typeName(I, args[0])} doesn't define __sizeof__`);
  return size(I, args[0]);
}

function setRecursionLimit(I: Interp, _self: Value, v: Value): Value | undefined {
  if (typeof v !== 'number') return typeError(I, `'${typeName(I, v)}' object cannot be interpreted as an integer`);
  if (v < 1) return valueError(I, 'recursion limit must be greater or equal than 1');
  const vm = I as Interpreter;
  if (v <= I.frame.depth) {
    return I.raise(
      makeException(I, I.types.exceptions.RecursionError, [
        `cannot set the recursion limit to ${v} at the recursion depth ${I.frame.depth}: the limit is too low`,
      ]),
    );
  }
  vm.recursionLimit = v;
  return null;
}

function getFrame(I: Interp, _self: Value, args: Value[]): Value | undefined {
  const vm = I as Interpreter;
  let depth = args.length > 0 ? (args[0] as number) : 0;
  let f = vm.pythonFrame();
  while (f !== null && depth > 0) {
    f = vm.pythonFrameBelow(f);
    depth--;
  }
  return f === null ? valueError(I, 'call stack is not deep enough') : vm.frameObject(f);
}

function setMaxDigits(I: Interp, _self: Value, v: Value): Value | undefined {
  if (typeof v !== 'number') return typeError(I, `'${typeName(I, v)}' object cannot be interpreted as an integer`);
  if (v !== 0 && v < 640) return valueError(I, 'maxdigits must be 0 or larger than 640');
  if (v > 0x7fffffff) return overflowError(I, 'Python int too large to convert to C int');
  I.maxIntDigits = v;
  return null;
}

function intern(I: Interp, _self: Value, v: Value): Value | undefined {
  const text = asStr(v);
  return text === undefined ? typeError(I, `intern() argument must be str, not ${typeName(I, v)}`) : text;
}

function audit(): Value {
  return null;
}

const number = (value: number): Value => (Number.isSafeInteger(value) ? value : new PyFloat(value));

function setup(I: Interp, module: PyModule): void {
  const put = (name: string, v: Value): void => module.dict.setStr(I, name, v);
  const sequence = (name: string, fields: ReadonlyArray<readonly [string, Value]>): Value =>
    makeStructSequence(I, `sys.${name}`, fields);
  put(
    'version_info',
    sequence('version_info', [
      ['major', 3],
      ['minor', 11],
      ['micro', 7],
      ['releaselevel', 'final'],
      ['serial', 0],
    ]),
  );
  put(
    'float_info',
    sequence('float_info', [
      ['max', number(Number.MAX_VALUE)],
      ['max_exp', 1024],
      ['max_10_exp', 308],
      ['min', new PyFloat(2.2250738585072014e-308)],
      ['min_exp', -1021],
      ['min_10_exp', -307],
      ['dig', 15],
      ['mant_dig', 53],
      ['epsilon', new PyFloat(Number.EPSILON)],
      ['radix', 2],
      ['rounds', 1],
    ]),
  );
  put(
    'int_info',
    sequence('int_info', [
      ['bits_per_digit', 30],
      ['sizeof_digit', 4],
      ['default_max_str_digits', 4300],
      ['str_digits_check_threshold', 640],
    ]),
  );
  put(
    'hash_info',
    sequence('hash_info', [
      ['width', 64],
      ['modulus', 2305843009213693951n],
      ['inf', 314159],
      ['nan', 0],
      ['imag', 1000003],
      ['algorithm', 'fixed'],
      ['hash_bits', 64],
      ['seed_bits', 0],
      ['cutoff', 0],
    ]),
  );
  const flags =
    'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet';
  put(
    'flags',
    sequence('flags', [
      ...flags.split(' ').map((name) => [name, 0] as const),
      ['hash_randomization', 0],
      ['isolated', 0],
      ['dev_mode', false],
      ['utf8_mode', 1],
      ['warn_default_encoding', 0],
      ['safe_path', false],
      ['int_max_str_digits', 4300],
    ]),
  );
  put('modules', I.modules);
  put('path', newList(I, []));
  put('argv', newList(I, []));
  put('orig_argv', newList(I, []));
  put('warnoptions', newList(I, []));
  put('meta_path', newList(I, []));
  put('path_hooks', newList(I, []));
  put('builtin_module_names', newTuple(I, []));
  const hook = module.dict.getStr('displayhook') as Value;
  put('__displayhook__', hook);
  put('__excepthook__', module.dict.getStr('excepthook') as Value);
}

/** The default of `sys.excepthook`: what the host shows; replaced by the session that knows how to print tracebacks. */
function exceptHook(I: Interp, _self: Value, args: Value[]): Value | undefined {
  return (I as Interpreter).printException(args[1] as PyException);
}

export const SYS_SPEC: ModuleSpec = {
  name: 'sys',
  types: [],
  functions: {
    displayhook: oneArg(displayHook),
    excepthook: someArgs(3, 3, exceptHook),
    exit: someArgs(0, 1, exit),
    exc_info: noArgs(excInfo),
    exception: noArgs((I) => (I as Interpreter).handledException()),
    getsizeof: bound('object, default=<missing>', getSizeOf),
    getrecursionlimit: noArgs((I) => I.recursionLimit),
    setrecursionlimit: oneArg(setRecursionLimit),
    getrefcount: oneArg(() => 2),
    intern: oneArg(intern),
    _getframe: someArgs(0, 1, getFrame),
    getdefaultencoding: noArgs(() => 'utf-8'),
    getfilesystemencoding: noArgs(() => 'utf-8'),
    getfilesystemencodeerrors: noArgs(() => 'surrogateescape'),
    get_int_max_str_digits: noArgs((I) => I.maxIntDigits),
    set_int_max_str_digits: oneArg(setMaxDigits),
    is_finalizing: noArgs(() => false),
    audit: someArgs(1, -1, audit),
    addaudithook: oneArg(audit),
    _clear_type_cache: noArgs(() => null),
    getswitchinterval: noArgs(() => new PyFloat(0.005)),
    setswitchinterval: oneArg((I, _m, v) =>
      v instanceof PyFloat || typeof v === 'number' ? null : typeError(I, `must be real number, not ${typeName(I, v)}`),
    ),
    gettrace: noArgs(() => null),
    getprofile: noArgs(() => null),
    settrace: oneArg((I, _m, v) => (v === null ? null : runtimeError(I, 'trace functions are not part of this build'))),
    setprofile: oneArg((I, _m, v) =>
      v === null ? null : runtimeError(I, 'profile functions are not part of this build'),
    ),
    get_asyncgen_hooks: noArgs((I) =>
      makeStructSequence(I, 'sys.asyncgen_hooks', [
        ['firstiter', (I as Interpreter).extensions.get('asyncgen.firstiter') ?? null],
        ['finalizer', (I as Interpreter).extensions.get('asyncgen.finalizer') ?? null],
      ]),
    ),
    set_asyncgen_hooks: bound('firstiter=<missing>, finalizer=<missing>', (I, _m, [firstiter, finalizer]) => {
      const extensions = (I as Interpreter).extensions;
      if (firstiter !== undefined) extensions.set('asyncgen.firstiter', firstiter);
      if (finalizer !== undefined) extensions.set('asyncgen.finalizer', finalizer);
      return null;
    }),
  },
  constants: {
    version: '3.11.7 (stackless)',
    hexversion: HEX_VERSION,
    copyright: 'Copyright (c) the stackless developers',
    platform: 'stackless',
    byteorder: 'little',
    maxsize: 9223372036854775807n,
    maxunicode: 1114111,
    api_version: 1013,
    executable: '',
    prefix: '',
    exec_prefix: '',
    base_prefix: '',
    base_exec_prefix: '',
    platlibdir: 'lib',
    float_repr_style: 'short',
    dont_write_bytecode: true,
    pycache_prefix: null,
  },
  setup,
  kinds: [DISPLAY_KIND],
};
