/** Global, class-level and closure names; functions; imports. */
import { FunctionFlag } from '../../bytecode/opcode.ts';
import { PyDict } from '../../objects/dict.ts';
import { NativeKind } from '../../objects/frame.ts';
import { PyFunction } from '../../objects/function.ts';
import { delItem, getItem, setItem } from '../../objects/protocol.ts';
import { nameError } from '../../objects/raise.ts';
import { PyCell } from '../../objects/value.ts';
import { isSubtype } from '../../objects/type.ts';
import { bail } from '../bail.ts';
import type { StepEx } from '../step.ts';
import type { RunCode } from '../run-code.ts';
import type { Interpreter } from '../interpreter.ts';

export const exStoreGlobal: StepEx = (s, f, I) => {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  (f.code as RunCode).globals.setStr(I, s.v, v);
  return s.next;
};

export const exDeleteGlobal: StepEx = (s, f, I) => {
  f.step = s;
  if ((f.code as RunCode).globals.deleteStr(s.v)) return s.next;
  nameError(I, s.v);
  return I.next();
};

/** r = [value, name]: LOAD_NAME in a namespace that is not a dict; a KeyError goes on to the globals. */
export const LOAD_NAME_KIND = new NativeKind(
  'vm.load-name',
  (_I, f) => f.r[0],
  (I, f, exc) => {
    if (!isSubtype(exc.cls, I.types.exceptions.KeyError)) return undefined;
    I.exc = null;
    const below = f.back!;
    return (I as Interpreter).loadGlobal(below, f.r[1]);
  },
);

export const exLoadName: StepEx = (s, f, I) => {
  f.step = s;
  const locals = f.locals;
  if (locals.constructor === PyDict) {
    let v = (locals as PyDict).getStr(s.v);
    if (v === undefined) v = I.loadGlobal(f, s.v);
    if (v === undefined) return I.next();
    f.r[s.dst] = v;
    return s.next;
  }
  const v = I.enter(LOAD_NAME_START_KIND, [undefined, s.v, locals, 0]);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

/** r = [value, name, mapping, started] */
export const LOAD_NAME_START_KIND = new NativeKind(
  'vm.load-name-mapping',
  (I, f) => {
    if (f.r[3] === 1) return f.r[0];
    f.r[3] = 1;
    return getItem(I, f.r[2], f.r[1]);
  },
  LOAD_NAME_KIND.onError,
);

export const exStoreName: StepEx = (s, f, I) => {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const locals = f.locals;
  if (locals.constructor === PyDict) {
    (locals as PyDict).setStr(I, s.v, v);
    return s.next;
  }
  return setItem(I, locals, s.v, v) === undefined ? I.next() : s.next;
};

export const exDeleteName: StepEx = (s, f, I) => {
  f.step = s;
  const locals = f.locals;
  if (locals.constructor === PyDict) {
    if ((locals as PyDict).deleteStr(s.v)) return s.next;
    nameError(I, s.v);
    return I.next();
  }
  return delItem(I, locals, s.v) === undefined ? I.next() : s.next;
};

export const exMakeCell: StepEx = (s, f, I) => {
  f.r[s.i] = new PyCell(I.types.cell, f.r[s.i]);
  I.bytesLeft -= 40;
  return s.next;
};

export const exStoreDeref: StepEx = (s, f, I) => {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.r[s.i].v = v;
  return s.next;
};

export const exDeleteDeref: StepEx = (s, f, I) => {
  const cell: PyCell = f.r[s.i];
  if (cell.v === undefined) {
    f.step = s;
    I.raiseUnbound(f, s.i);
    return I.next();
  }
  cell.v = undefined;
  return s.next;
};

/** r = [value, name, mapping, cell, started]: a class body's name, else the closure's. */
export const LOAD_CLASSDEREF_KIND = new NativeKind(
  'vm.load-classderef',
  (I, f) => {
    if (f.r[4] === 1) return f.r[0];
    f.r[4] = 1;
    return getItem(I, f.r[2], f.r[1]);
  },
  (I, f, exc) => {
    if (!isSubtype(exc.cls, I.types.exceptions.KeyError)) return undefined;
    I.exc = null;
    const v = (f.r[3] as PyCell).v;
    return v !== undefined ? v : (I as Interpreter).raiseFreeVariable(f.r[1]);
  },
);

export const exLoadClassDeref: StepEx = (s, f, I) => {
  f.step = s;
  const locals = f.locals;
  const cell: PyCell = f.r[s.i];
  let v: any;
  if (locals.constructor === PyDict) {
    v = (locals as PyDict).getStr(s.v);
    if (v === undefined) v = cell.v;
    if (v === undefined) I.raiseUnbound(f, s.i);
  } else {
    v = I.enter(LOAD_CLASSDEREF_KIND, [undefined, s.v, locals, cell, 0]);
  }
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

/** v: code constant; i: FunctionFlag bits; list: their values. */
export const exMakeFunction: StepEx = (s, f, I) => {
  const list = s.list!;
  const values: any[] = [];
  for (let k = 0; k < list.length; k++) {
    const v = list[k].ex(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    values.push(v);
  }
  const own = f.code as RunCode;
  const rc = own.child(s.v);
  const code = rc.code;
  const doc = code.hasDocstring ? (code.constants[0] as string) : null;
  let module: any = own.globals.getStr('__name__');
  if (module === undefined) module = null;
  const fn = new PyFunction(I.types.function, rc, code.name, code.qualname, doc, module);
  I.bytesLeft -= 120;
  let k = 0;
  if ((s.i & FunctionFlag.DEFAULTS) !== 0) fn.defaults = values[k++].items;
  if ((s.i & FunctionFlag.KWDEFAULTS) !== 0) fn.kwdefaults = values[k++];
  if ((s.i & FunctionFlag.ANNOTATIONS) !== 0) fn.annotations = values[k++].items;
  if ((s.i & FunctionFlag.CLOSURE) !== 0) fn.closure = values[k++].items;
  f.r[s.dst] = fn;
  return s.next;
};

export const exLoadBuildClass: StepEx = (s, f, I) => {
  f.step = s;
  const v = (f.code as RunCode).builtins.getStr('__build_class__');
  if (v === undefined) {
    nameError(I, '__build_class__', '__build_class__ not found');
    return I.next();
  }
  f.r[s.dst] = v;
  return s.next;
};

export const exImportName: StepEx = (s, f, I) => {
  const level = s.a!.ex(s.a!, f.r);
  const fromlist = s.b!.ex(s.b!, f.r);
  if (level === undefined || fromlist === undefined) return bail(s, f, I);
  f.step = s;
  const v = I.importName(f, s.v, fromlist, level);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const exImportFrom: StepEx = (s, f, I) => {
  const module = s.a!.ex(s.a!, f.r);
  f.step = s;
  const v = I.importFrom(module, s.v);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const exImportStar: StepEx = (s, f, I) => {
  const module = s.a!.ex(s.a!, f.r);
  if (module === undefined) return bail(s, f, I);
  f.step = s;
  return I.importStar(f, module) === undefined ? I.next() : s.next;
};

export const exSetupAnnotations: StepEx = (s, f, I) => {
  f.step = s;
  const locals = f.locals;
  if (locals.constructor === PyDict) {
    if ((locals as PyDict).getStr('__annotations__') === undefined) {
      (locals as PyDict).setStr(I, '__annotations__', new PyDict(I.types.dict));
    }
    return s.next;
  }
  return setItem(I, locals, '__annotations__', new PyDict(I.types.dict)) === undefined ? I.next() : s.next;
};

export const exPrintExpr: StepEx = (s, f, I) => {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  return I.displayHook(v) === undefined ? I.next() : s.next;
};

export const NAME_KINDS = [LOAD_NAME_KIND, LOAD_NAME_START_KIND, LOAD_CLASSDEREF_KIND];
