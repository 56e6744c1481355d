/** `f(*args, **kwargs)`: CALL_EX takes any iterable and a dict. */
import { collectItems } from '../objects/collect.ts';
import { calleeText } from '../objects/dict-update.ts';
import type { PyDict } from '../objects/dict.ts';
import { NativeKind } from '../objects/frame.ts';
import { typeError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';

/** r = [items, callee, kwargs, phase]: calls with what the iterable came to. */
export const CALL_COLLECTED_KIND = new NativeKind('vm.call-collected', (I, f) => {
  if (f.r[3] === 1) return f.r[0];
  f.r[3] = 1;
  const items = f.r[0];
  f.r[0] = undefined;
  return callWithItems(I as Interpreter, f.r[1], items, f.r[2]);
});

/** Calls `callee(*args, **kwargs)`; kwargs None: no keywords. */
export function callWithCollections(I: Interpreter, callee: Value, args: Value, kwargs: Value): Value | undefined {
  if (args instanceof PyTuple && args.constructor === PyTuple)
    return callWithItems(I, callee, args.items.slice(), kwargs);
  const slots = typeOf(I, args).slots;
  if (slots.iter === null && slots.getitem === null) {
    return typeError(I, `${calleeText(I, callee)} argument after * must be an iterable, not ${typeName(I, args)}`);
  }
  const entry = I.frame;
  const items = collectItems(I, args);
  if (items === undefined) return I.then(entry, CALL_COLLECTED_KIND, [undefined, callee, kwargs, 0]);
  return callWithItems(I, callee, items, kwargs);
}

/** `items` is taken over. */
function callWithItems(I: Interpreter, callee: Value, items: Value[], kwargs: Value): Value | undefined {
  if (kwargs === null) return I.call(callee, items, null);
  const names: string[] = [];
  const dict = kwargs as PyDict;
  for (let k = 0; k < dict.entryCount; k++) {
    const value = dict.valueAt(k);
    if (value === undefined) continue;
    const key = dict.keyAt(k);
    if (typeof key !== 'string') return typeError(I, 'keywords must be strings');
    names.push(key);
    items.push(value);
  }
  return I.call(callee, items, names.length === 0 ? null : names);
}

export const CALL_KINDS = [CALL_COLLECTED_KIND];
