/** What the match statement asks of its subjects. */
import { NativeKind } from '../../objects/frame.ts';
import { isInstance, len } from '../../objects/protocol.ts';
import { lookupAttr } from '../../objects/attribute.ts';
import { callMethod } from '../../objects/call-special.ts';
import { dictGet } from '../../objects/dict-operations.ts';
import { PyDict } from '../../objects/dict.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { reprStr } from '../../text/repr.ts';
import { newTuple, PyTuple } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import { typeOf } from '../../objects/type-of.ts';
import { MISSING, PyObject } from '../../objects/value.ts';
import { bail } from '../bail.ts';
import type { StepEx } from '../step.ts';

export const exGetLen: StepEx = (s, f, I) => {
  f.step = s;
  const n = len(I, s.a!.ex(s.a!, f.r));
  if (n === undefined) return I.next();
  f.r[s.dst] = n;
  return s.next;
};

export const exMatchMapping: StepEx = (s, f, I) => {
  f.r[s.dst] = typeOf(I, s.a!.ex(s.a!, f.r)).matchMapping;
  return s.next;
};

export const exMatchSequence: StepEx = (s, f, I) => {
  f.r[s.dst] = typeOf(I, s.a!.ex(s.a!, f.r)).matchSequence;
  return s.next;
};

/** r = [value, subject, keys, index, values, marker]: the values of all keys as a tuple, or None. */
export const MATCH_KEYS_KIND = new NativeKind('vm.match-keys', (I, f) => {
  const r = f.r;
  const keys: readonly any[] = r[2].items;
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    const k = r[3];
    if (v === undefined) {
      if (k === keys.length) return newTuple(I, r[4]);
      for (let m = 0; m < k; m++) {
        if (keys[m] === keys[k]) return valueError(I, `mapping pattern checks duplicate key (${describeKey(keys[k])})`);
      }
      if (r[1].constructor === PyDict) {
        v = dictGet(I, r[1], keys[k]);
        if (v === undefined) return undefined;
      } else {
        r[5] ??= new PyObject(I.types.object);
        v = callMethod(I, r[1], 'get', [keys[k], r[5]]);
        if (v === undefined) return undefined;
      }
    }
    if (v === MISSING || v === r[5]) return null;
    r[4].push(v);
    r[3]++;
  }
});

function describeKey(key: any): string {
  return typeof key === 'string' ? reprStr(key) : String(key);
}

export const exMatchKeys: StepEx = (s, f, I) => {
  const subject = s.a!.ex(s.a!, f.r);
  const keys = s.b!.ex(s.b!, f.r);
  f.step = s;
  const v = I.enter(MATCH_KEYS_KIND, [undefined, subject, keys, 0, [], undefined]);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

const enum ClassPhase {
  CHECK,
  MATCH_ARGS,
  ATTRIBUTES,
}

/**
 * r = [delivered, subject, class, keyword names, positional count, phase, names, index, values]: tuple of the attributes, or None.
 */
export const MATCH_CLASS_KIND = new NativeKind('vm.match-class', (I, f) => {
  const r = f.r;
  const cls = r[2];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    switch (r[5] as ClassPhase) {
      case ClassPhase.CHECK: {
        if (v === undefined) {
          if (!(cls instanceof PyType)) return typeError(I, 'called match pattern must be a type');
          v = isInstance(I, r[1], cls);
          if (v === undefined) return undefined;
        }
        if (v === false) return null;
        r[6] = [];
        r[5] = ClassPhase.MATCH_ARGS;
        break;
      }
      case ClassPhase.MATCH_ARGS: {
        const wanted: number = r[4];
        if (wanted > 0) {
          if (v === undefined) {
            v = lookupAttr(I, cls, '__match_args__');
            if (v === undefined) return undefined;
          }
          let allowed = 0;
          let isSelf = false;
          if (v === MISSING) {
            isSelf = (cls as PyType).matchSelf;
            allowed = isSelf ? 1 : 0;
          } else {
            if (!(v instanceof PyTuple)) {
              return typeError(I, `${cls.name}.__match_args__ must be a tuple (got ${typeOf(I, v).name})`);
            }
            allowed = v.items.length;
          }
          if (wanted > allowed) {
            return typeError(
              I,
              `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${wanted} given)`,
            );
          }
          if (isSelf) r[8].push(r[1]);
          else {
            for (let k = 0; k < wanted; k++) {
              const name = v.items[k];
              if (typeof name !== 'string') {
                return typeError(I, `__match_args__ elements must be strings (got ${typeOf(I, name).name})`);
              }
              if (r[6].includes(name))
                return typeError(I, `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
              r[6].push(name);
            }
          }
        }
        for (const name of r[3].items) {
          if (r[6].includes(name))
            return typeError(I, `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
          r[6].push(name);
        }
        r[5] = ClassPhase.ATTRIBUTES;
        break;
      }
      default: {
        if (v === undefined) {
          if (r[7] === r[6].length) return newTuple(I, r[8]);
          v = lookupAttr(I, r[1], r[6][r[7]]);
          if (v === undefined) return undefined;
        }
        if (v === MISSING) return null;
        r[8].push(v);
        r[7]++;
      }
    }
  }
});

/** a: subject, b: class, c: keyword attribute names, i: number of positional patterns. */
export const exMatchClass: StepEx = (s, f, I) => {
  const subject = s.a!.ex(s.a!, f.r);
  const cls = s.b!.ex(s.b!, f.r);
  const names = s.c!.ex(s.c!, f.r);
  if (subject === undefined || cls === undefined || names === undefined) return bail(s, f, I);
  f.step = s;
  const v = I.enter(MATCH_CLASS_KIND, [undefined, subject, cls, names, s.i, ClassPhase.CHECK, [], 0, []]);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const PATTERN_KINDS = [MATCH_KEYS_KIND, MATCH_CLASS_KIND];
