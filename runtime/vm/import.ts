/**
 * `import`: finding, making and running modules, as native continuations, so that a module's body may switch tasklets.
 *
 * Order: `sys.modules`; built-in modules (host modules among them); frozen ones (Python source or code of ours) that must be ours; the search
 * path through the host's source loader; the other frozen ones, which a script's folder may thus replace as it may in CPython. Packages are
 * folders with `__init__.py`, or folders without (namespace packages) when the loader can tell.
 */
import type { SourceCompiler } from '../source-compiler.ts';
import type { CodeObject } from '../bytecode/code-object.ts';
import { lookupAttr } from '../objects/attribute.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyList, newList } from '../objects/list.ts';
import { PyModule } from '../objects/module.ts';
import { getAttr, setAttr } from '../objects/protocol.ts';
import { importError, keyError, moduleNotFound, typeError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type.ts';
import { typeName } from '../objects/type-of.ts';
import { MISSING } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import type { RunCode } from './run-code.ts';

/** Where the source of scripts comes from. Paths use `/`. Synchronous: hosts that load asynchronously fetch before they run. */
export interface SourceLoader {
  /** Source text, raw bytes (decoded by the runtime), compiled code, or undefined if there is no such file. */
  read(path: string): string | Uint8Array | CodeObject | undefined;
  /** Optional: tells folders, for namespace packages. */
  isFolder?(path: string): boolean;
}

export interface ImportSystem {
  readonly loader: SourceLoader | null;
  /** `sys.path`: what scripts see and may change. */
  path: PyList;
  /** Makes a built-in module of this name, or undefined. */
  makeBuiltin(I: Interpreter, name: string): PyModule | undefined;
  /** Source of a module that is part of the runtime, or undefined. */
  frozenSource(name: string): string | CodeObject | undefined;
  isFrozenPackage(name: string): boolean;
  /** Parser and compiler; null in builds without them. */
  readonly trees: SourceCompiler | null;
  /** Text of a source file's bytes; raises SyntaxError. */
  decode(I: Interpreter, bytes: Uint8Array, path: string): string | undefined;
}

interface Found {
  readonly source: string | Uint8Array | CodeObject | null;
  readonly file: string | null;
  /** Search path of a package's submodules, null for plain modules. */
  readonly submodulePath: string[] | null;
}

function join(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function findOnPath(I: Interpreter, path: readonly Value[], name: string): Found | undefined {
  const loader = I.imports!.loader;
  if (loader === null) return undefined;
  const namespace: string[] = [];
  for (const folder of path) {
    if (typeof folder !== 'string') continue;
    const base = join(folder, name);
    const init = `${base}/__init__.py`;
    let source = loader.read(init);
    if (source !== undefined) return { source, file: init, submodulePath: [base] };
    const file = `${base}.py`;
    source = loader.read(file);
    if (source !== undefined) return { source, file, submodulePath: null };
    if (loader.isFolder !== undefined && loader.isFolder(base)) namespace.push(base);
  }
  return namespace.length > 0 ? { source: null, file: null, submodulePath: namespace } : undefined;
}

/** Library modules of ours that nothing on the path stands in for: the rest of the runtime relies on them. */
const OURS_ONLY = new Set(['abc', 'codecs', 'gc', 'importlib', 'io', 're', 'weakref']);

function find(I: Interpreter, fullName: string, path: readonly Value[]): Found | undefined {
  const frozen = I.imports!.frozenSource(fullName);
  const last = fullName.slice(fullName.lastIndexOf('.') + 1);
  if (frozen === undefined) return findOnPath(I, path, last);
  const top = last.length === fullName.length ? last : fullName.slice(0, fullName.indexOf('.'));
  if (!top.startsWith('_') && !OURS_ONLY.has(top)) {
    const found = findOnPath(I, path, last);
    if (found !== undefined && found.source !== null) return found;
  }
  return {
    source: frozen,
    file: `<frozen ${fullName}>`,
    submodulePath: I.imports!.isFrozenPackage(fullName) ? [] : null,
  };
}

/**
 * r = [delivered, -, parts, index, phase, module]: loads parts[0], then parts[0].parts[1] ...; result: the last module.
 * The phase tells what was delivered: 0 nothing, 1 a module body has ended, 2 it was bound in its parent.
 */
export const LOAD_MODULE_KIND = new NativeKind(
  'vm.load-module',
  (J, f) => {
    const I = J as Interpreter;
    const r = f.r;
    const parts: string[] = r[2];
    for (;;) {
      if (r[4] === 1) {
        r[4] = 2;
        initializing(I).delete(nameOf(parts, r[3]));
        // A module may have replaced itself in sys.modules.
        r[5] = I.modules.getStr(nameOf(parts, r[3])) ?? r[5];
        if (r[3] > 0) {
          const parent = I.modules.getStr(nameOf(parts, r[3] - 1));
          if (parent !== undefined && setAttr(I, parent, parts[r[3]], r[5]) === undefined) return undefined;
        }
      }
      if (r[4] === 2) {
        r[4] = 0;
        r[3]++;
      }
      if (r[3] === parts.length) return r[5];
      const name = nameOf(parts, r[3]);
      const known = I.modules.getStr(name);
      if (known !== undefined) {
        if (known === null) return moduleNotFound(I, name, `import of ${name} halted; None in sys.modules`);
        r[5] = known;
        r[3]++;
        continue;
      }
      const started = startModule(I, f, parts, r[3]);
      if (started === undefined) return undefined;
    }
  },
  (J, f) => {
    // The body failed: a module that did not load is not left behind.
    const I = J as Interpreter;
    if (f.r[4] === 1) {
      const name = nameOf(f.r[2], f.r[3]);
      initializing(I).delete(name);
      I.modules.deleteStr(name);
    }
    return undefined;
  },
);

function nameOf(parts: readonly string[], index: number): string {
  return index === 0 ? parts[0] : parts.slice(0, index + 1).join('.');
}

/** Names of modules whose body is running. */
function initializing(I: Interpreter): Set<string> {
  let set = I.extensions.get('import.initializing');
  if (set === undefined) I.extensions.set('import.initializing', (set = new Set<string>()));
  return set;
}

/** Where module `name` would come from; undefined if there is none. Built-in modules have no file. Runs nothing. */
export function findModule(
  I: Interpreter,
  name: string,
  path: readonly Value[],
): { file: string | null; submodulePath: string[] | null } | undefined {
  if (I.imports!.makeBuiltin(I, name) !== undefined) return { file: null, submodulePath: null };
  return find(I, name, path);
}

/** Makes the module and starts its body. true: nothing to wait for; undefined: raised, or the body runs. */
function startModule(I: Interpreter, f: Frame, parts: readonly string[], index: number): true | undefined {
  const r = f.r;
  const name = nameOf(parts, index);
  const builtin = I.imports!.makeBuiltin(I, name);
  if (builtin !== undefined) {
    I.modules.setStr(I, name, builtin);
    r[5] = builtin;
    r[4] = 1;
    return true;
  }
  let path: readonly Value[] = I.imports!.path.items;
  if (index > 0) {
    const parentName = nameOf(parts, index - 1);
    const parent = I.modules.getStr(parentName);
    const submodules = parent instanceof PyModule ? parent.dict.getStr('__path__') : undefined;
    if (!(submodules instanceof PyList)) {
      return moduleNotFound(I, name, `No module named '${name}'; '${parentName}' is not a package`);
    }
    path = submodules.items;
  }
  const found = find(I, name, path);
  if (found === undefined) return moduleNotFound(I, name);
  const module = I.newModule(name);
  const dict = module.dict;
  const isPackage = found.submodulePath !== null;
  dict.setStr(I, '__doc__', null);
  dict.setStr(I, '__package__', isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.'))));
  if (found.file !== null) dict.setStr(I, '__file__', found.file);
  if (isPackage) dict.setStr(I, '__path__', newList(I, found.submodulePath!.slice()));
  dict.setStr(I, '__builtins__', I.builtinsModule());
  I.modules.setStr(I, name, module);
  r[5] = module;
  r[4] = 1;
  if (found.source === null) return true;
  initializing(I).add(name);
  const code = toCode(I, found.source, found.file!);
  if (code === undefined) return undefined;
  r[0] = undefined;
  I.runCode(code, dict, dict);
  return undefined;
}

/** Compiles what a loader returned; raises SyntaxError, or ImportError where there is no compiler. */
export function toCode(I: Interpreter, source: string | Uint8Array | CodeObject, file: string): CodeObject | undefined {
  let text: string | undefined;
  if (typeof source === 'string') text = source;
  else if (source instanceof Uint8Array) {
    text = I.imports!.decode(I, source, file);
    if (text === undefined) return undefined;
  } else return source;
  if (I.compile === null) {
    return importError(
      I,
      `cannot compile ${file}: this build of stackless has no compiler; ship compiled scripts`,
      null,
      file,
    );
  }
  return I.compile(text, file, 'exec', 0);
}

/** Imports absolute `name` and returns that very module (the last one). */
export function importModuleByName(I: Interpreter, name: string): Value | undefined {
  const known = I.modules.getStr(name);
  if (known !== undefined && known !== null) return known;
  return I.enter(LOAD_MODULE_KIND, [undefined, 0, name.split('.'), 0, 0, null]);
}

/** r = [delivered, absolute name, fromlist items or null, phase, module, index]. Phases: 0 the module itself; 1 a submodule; 2 an attribute. */
export const IMPORT_NAME_KIND = new NativeKind(
  'vm.import-name',
  (J, f) => {
    const I = J as Interpreter;
    const r = f.r;
    if (r[3] === 0) {
      if (r[0] === undefined) {
        const v = importModuleByName(I, r[1]);
        if (v === undefined) return undefined;
        r[0] = v;
      }
      r[4] = r[0];
      r[0] = undefined;
      r[3] = 1;
    }
    if (r[2] === null) return r[4];
    // Names that are submodules are imported too.
    const module: Value = r[4];
    if (!(module instanceof PyModule) || module.dict.getStr('__path__') === undefined) return module;
    // What a module's `__getattr__` said.
    let attribute = r[3] === 2 ? r[0] : undefined;
    for (;;) {
      const fromlist: readonly Value[] = r[2];
      r[0] = undefined;
      r[3] = 1;
      if (r[5] >= fromlist.length) return module;
      const item = fromlist[r[5]];
      if (typeof item !== 'string')
        return typeError(I, `Item in \`\`from list'' must be str, not ${typeName(I, item)}`);
      if (item === '*') {
        const all = module.dict.getStr('__all__');
        r[2] = all instanceof PyList || all instanceof PyTuple ? all.items.filter((n: Value) => n !== '*') : [];
        r[5] = 0;
        continue;
      }
      if (module.dict.getStr(item) === undefined) {
        if (attribute === undefined) {
          r[3] = 2;
          attribute = lookupAttr(I, module, item);
          if (attribute === undefined) return undefined;
        }
        if (attribute === MISSING) {
          attribute = undefined;
          r[3] = 1;
          r[5]++;
          if (importModuleByName(I, `${r[1]}.${item}`) === undefined && !isNoSubmodule(I, f)) return undefined;
          continue;
        }
        attribute = undefined;
      }
      r[5]++;
    }
  },
  (J, f) => {
    const I = J as Interpreter;
    if (f.r[3] !== 1 || !isNoSubmodule(I, f)) return undefined;
    f.r[0] = undefined;
    return (IMPORT_NAME_KIND as NativeKind).resume(I, f);
  },
);

/** `from package import name` where name is no submodule is IMPORT_FROM's to judge: swallows the error of looking for one. */
function isNoSubmodule(I: Interpreter, f: Frame): boolean {
  const exc: PyException | null = I.exc;
  if (exc === null || !isSubtype(exc.cls, I.types.exceptions.ModuleNotFoundError)) return false;
  if (exc.fields![1] !== `${f.r[1]}.${f.r[2][f.r[5] - 1]}`) return false;
  I.exc = null;
  return true;
}

/** IMPORT_NAME: through `builtins.__import__` if somebody replaced it. */
export function importName(I: Interpreter, f: Frame, name: string, fromlist: Value, level: Value): Value | undefined {
  const rc = f.code as RunCode;
  const hook = rc.builtins.getStr('__import__');
  const ours = I.extensions.get('builtins.__import__');
  if (hook !== undefined && ours !== undefined && hook !== ours) {
    return I.call(hook, [name, rc.globals, f.locals === null ? null : f.locals, fromlist, level]);
  }
  return importWithGlobals(I, name, rc.globals, fromlist, level as number);
}

/** What `__import__(name, globals, locals, fromlist, level)` does. */
export function importWithGlobals(
  I: Interpreter,
  name: string,
  globals: Value,
  fromlist: Value,
  level: number,
): Value | undefined {
  const names = fromlist instanceof PyTuple || fromlist instanceof PyList ? fromlist.items : null;
  const wantsModule = names !== null && names.length > 0;
  let absolute = name;
  if (level > 0) {
    const resolved = resolveRelative(I, name, globals, level);
    if (resolved === undefined) return undefined;
    absolute = resolved;
  }
  if (wantsModule) return I.enter(IMPORT_NAME_KIND, [undefined, absolute, names, 0, null, 0]);
  const dot = name.indexOf('.');
  if (dot < 0) return importModuleByName(I, absolute);
  // `import a.b.c` binds a; `from . import`-like forms with a name keep the resolved prefix.
  const top = level > 0 ? absolute.slice(0, absolute.length - (name.length - dot)) : name.slice(0, dot);
  const entry = I.frame;
  const v = importModuleByName(I, absolute);
  if (v === undefined) return I.then(entry, TOP_MODULE_KIND, [undefined, top]);
  return I.modules.getStr(top) as Value;
}

/** r = [module, name of the module to return] */
export const TOP_MODULE_KIND = new NativeKind('vm.top-module', (I, f) => (I as Interpreter).modules.getStr(f.r[1]));

function resolveRelative(I: Interpreter, name: string, globals: Value, level: number): string | undefined {
  let pkg: Value | undefined;
  if (globals instanceof PyDict) {
    pkg = globals.getStr('__package__');
    if (pkg === undefined || pkg === null) {
      pkg = globals.getStr('__name__');
      if (typeof pkg === 'string' && globals.getStr('__path__') === undefined)
        pkg = pkg.slice(0, Math.max(0, pkg.lastIndexOf('.')));
    }
  }
  if (pkg === undefined) return keyError(I, "'__name__' not in globals");
  if (typeof pkg !== 'string') return typeError(I, '__package__ must be a string');
  if (pkg === '') return importError(I, 'attempted relative import with no known parent package', null);
  const parts = pkg.split('.');
  if (level - 1 >= parts.length) return importError(I, 'attempted relative import beyond top-level package', null);
  const base = parts.slice(0, parts.length - (level - 1)).join('.');
  return name === '' ? base : `${base}.${name}`;
}

/** r = [attribute, module, name] */
export const IMPORT_FROM_KIND = new NativeKind('vm.import-from', (I, f) =>
  f.r[0] === MISSING ? importFromFallback(I as Interpreter, f.r[1], f.r[2]) : f.r[0],
);

export function importFrom(I: Interpreter, module: Value, name: string): Value | undefined {
  const entry = I.frame;
  const v = lookupAttr(I, module, name);
  if (v === undefined) return I.then(entry, IMPORT_FROM_KIND, [undefined, module, name]);
  return v === MISSING ? importFromFallback(I, module, name) : (v as Value);
}

function importFromFallback(I: Interpreter, module: Value, name: string): Value | undefined {
  let moduleName: Value | undefined = '<unknown module name>';
  let file: Value | undefined;
  if (module instanceof PyModule) {
    moduleName = module.dict.getStr('__name__');
    file = module.dict.getStr('__file__');
  }
  if (typeof moduleName !== 'string') moduleName = '<unknown module name>';
  const submodule = I.modules.getStr(`${moduleName}.${name}`);
  if (submodule !== undefined) return submodule;
  const where = typeof file === 'string' ? file : 'unknown location';
  const text = initializing(I).has(moduleName)
    ? `cannot import name '${name}' from partially initialized module '${moduleName}' (most likely due to a circular import) (${where})`
    : `cannot import name '${name}' from '${moduleName}' (${where})`;
  return importError(I, text, moduleName, typeof file === 'string' ? file : null);
}

/** r = [delivered, module, namespace, names or null, index] : copies public names. */
export const IMPORT_STAR_KIND = new NativeKind('vm.import-star', (I, f) => {
  const r = f.r;
  const namespace: PyDict = r[2];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    if (r[4] === r[3].length) return true;
    const name = r[3][r[4]];
    if (typeof name !== 'string') {
      return typeError(I, `Item in ${(r[1] as PyModule).name}.__all__ must be str, not ${typeName(I, name)}`);
    }
    if (v === undefined) {
      v = getAttr(I, r[1], name);
      if (v === undefined) return undefined;
    }
    namespace.setStr(I, name, v);
    r[4]++;
  }
});

export function importStar(I: Interpreter, f: Frame, module: Value): true | undefined {
  if (!(module instanceof PyModule)) return importError(I, 'from-import-* object has no __dict__ and no __all__', null);
  const all = module.dict.getStr('__all__');
  let names: Value[];
  if (all instanceof PyList || all instanceof PyTuple) names = all.items.slice();
  else names = module.dict.strKeys().filter((n) => !n.startsWith('_'));
  return I.enter(IMPORT_STAR_KIND, [undefined, module, f.locals, names, 0]) as true | undefined;
}

export const IMPORT_KINDS = [LOAD_MODULE_KIND, IMPORT_NAME_KIND, TOP_MODULE_KIND, IMPORT_FROM_KIND, IMPORT_STAR_KIND];
