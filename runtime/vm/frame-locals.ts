/** `f_locals` and `locals()`. */
import { PyDict } from '../objects/dict.ts';
import type { Frame } from '../objects/frame.ts';
import { PyCell } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import type { RunCode } from './run-code.ts';

/**
 * The namespace of module, class and exec code itself; for functions a dict of the variables that have a value, one for each frame
 * (asking again refreshes it, as in CPython 3.11).
 */
export function localsOf(I: Interpreter, f: Frame): Value {
  if (f.locals !== null) return f.locals;
  const rc: RunCode = f.code;
  f.extra ??= {};
  const dict: PyDict = (f.extra.locals ??= new PyDict(I.types.dict));
  const names = rc.localNames;
  for (let k = 0; k < names.length; k++) {
    let v = f.r[k];
    if (v instanceof PyCell && isCell(rc, k)) v = v.v;
    if (v === undefined) dict.deleteStr(names[k]);
    else dict.setStr(I, names[k], v);
  }
  return dict;
}

/** Is register k a cell or free variable? */
export function isCell(rc: RunCode, k: number): boolean {
  return k >= rc.firstFree || rc.code.cellvars.includes(rc.localNames[k]);
}
