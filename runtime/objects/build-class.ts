/** `__build_class__`: what a class statement calls with the function that runs its body. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { raw } from './native.ts';
import type { NativeSpec } from './native.ts';
import { MISSING, PyCell } from './value.ts';
import type { Value } from './value.ts';
import { PyDict } from './dict.ts';
import { PyFunction } from './function.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { PyType } from './type.ts';
import { calculateMetaclass } from './class-layout.ts';
import { lookupAttr } from './attribute.ts';
import { setItem } from './subscript.ts';
import { runtimeError, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;

const enum Phase {
  /** Looking for `__mro_entries__` among the bases. */
  BASES,
  /** `__mro_entries__` itself was delivered. */
  ENTRIES_METHOD,
  /** What it returned was delivered. */
  ENTRIES,
  PREPARE,
  /** `__prepare__` itself was delivered. */
  PREPARE_METHOD,
  NAMESPACE,
  BODY,
  CALL,
  CLASS,
}

// State: r = [delivered, phase, body function, name, original bases, resolved bases, next base, metaclass, keyword values, keywords,
//             namespace, cell]
const PHASE = 1;
const BODY_FUNCTION = 2;
const NAME = 3;
const ORIGINAL = 4;
const BASES = 5;
const NEXT_BASE = 6;
const META = 7;
const VALUES = 8;
const KEYWORDS = 9;
const NAMESPACE = 10;
const CELL = 11;

export const BUILD_CLASS: NativeSpec = raw((I, _self, args, kw) => {
  const nkw = kw === null ? 0 : kw.length;
  const positional = args.length - nkw;
  if (positional < 2) return typeError(I, '__build_class__: not enough arguments');
  const fn = args[0]!;
  if (!(fn instanceof PyFunction)) return typeError(I, '__build_class__: func must be a function');
  const name = asStr(args[1]!);
  if (name === undefined) return typeError(I, '__build_class__: name is not a string');
  let meta: Value | undefined;
  const values: Value[] = [];
  const keywords: string[] = [];
  for (let i = 0; i < nkw; i++) {
    if (kw![i] === 'metaclass') meta = args[positional + i]!;
    else {
      keywords.push(kw![i]!);
      values.push(args[positional + i]!);
    }
  }
  const bases = args.slice(2, positional);
  return I.enter(BUILD_CLASS_KIND, [
    undefined,
    Phase.BASES,
    fn,
    name,
    bases,
    [],
    0,
    meta,
    values,
    keywords,
    null,
    null,
  ]);
}, '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class');

export const BUILD_CLASS_KIND = new NativeKind('builtins.buildClass', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    switch (r[PHASE]) {
      case Phase.BASES: {
        if (r[NEXT_BASE] >= r[ORIGINAL].length) {
          r[PHASE] = Phase.PREPARE;
          break;
        }
        const base: Value = r[ORIGINAL][r[NEXT_BASE]++];
        if (base instanceof PyType) {
          r[BASES].push(base);
          break;
        }
        r[PHASE] = Phase.ENTRIES_METHOD;
        const method = lookupAttr(I, base, '__mro_entries__');
        if (method === undefined) return undefined;
        r[0] = method;
        break;
      }
      case Phase.ENTRIES_METHOD: {
        if (delivered === MISSING) {
          r[BASES].push(r[ORIGINAL][r[NEXT_BASE] - 1]);
          r[PHASE] = Phase.BASES;
          break;
        }
        r[PHASE] = Phase.ENTRIES;
        const entries = I.call(delivered, [newTuple(I, r[ORIGINAL])]);
        if (entries === undefined) return undefined;
        r[0] = entries;
        break;
      }
      case Phase.ENTRIES: {
        if (!(delivered instanceof PyTuple)) return typeError(I, '__mro_entries__ must return a tuple');
        for (const entry of delivered.items) r[BASES].push(entry);
        r[PHASE] = Phase.BASES;
        break;
      }
      case Phase.PREPARE: {
        const meta = chooseMetaclass(I, r[META], r[BASES]);
        if (meta === undefined) return undefined;
        r[META] = meta;
        r[PHASE] = Phase.PREPARE_METHOD;
        if (meta === I.types.type) {
          r[0] = MISSING;
          break;
        }
        const prepare = lookupAttr(I, meta, '__prepare__');
        if (prepare === undefined) return undefined;
        r[0] = prepare;
        break;
      }
      case Phase.PREPARE_METHOD: {
        r[PHASE] = Phase.NAMESPACE;
        if (delivered === MISSING) r[0] = new PyDict(I.types.dict);
        else {
          const namespace = I.call(delivered, [r[NAME], newTuple(I, r[BASES].slice()), ...r[VALUES]], keywordsOf(r));
          if (namespace === undefined) return undefined;
          r[0] = namespace;
        }
        break;
      }
      case Phase.NAMESPACE: {
        const slots = typeOf(I, delivered).slots;
        if (slots.getitem === null || delivered instanceof PyTuple || typeof delivered === 'string') {
          const owner = r[META] instanceof PyType ? r[META].name : '<metaclass>';
          return typeError(I, `${owner}.__prepare__() must return a mapping, not ${typeName(I, delivered)}`);
        }
        r[NAMESPACE] = delivered;
        r[PHASE] = Phase.BODY;
        const cell = I.callClassBody(r[BODY_FUNCTION], delivered);
        if (cell === undefined) return undefined;
        r[0] = cell;
        break;
      }
      case Phase.BODY: {
        r[CELL] = delivered;
        r[PHASE] = Phase.CALL;
        const original: Value[] = r[ORIGINAL];
        const bases: Value[] = r[BASES];
        if (original.length !== bases.length || original.some((b, i) => b !== bases[i])) {
          const stored = setItem(I, r[NAMESPACE], '__orig_bases__', newTuple(I, original));
          if (stored === undefined) return undefined;
        }
        break;
      }
      case Phase.CALL: {
        r[PHASE] = Phase.CLASS;
        const cls = I.call(
          r[META],
          [r[NAME], newTuple(I, r[BASES].slice()), r[NAMESPACE], ...r[VALUES]],
          keywordsOf(r),
        );
        if (cls === undefined) return undefined;
        r[0] = cls;
        break;
      }
      default:
        return checkCell(I, r[CELL], delivered, r[NAME]);
    }
  }
});

function keywordsOf(r: any[]): readonly string[] | null {
  return r[KEYWORDS].length === 0 ? null : r[KEYWORDS];
}

function chooseMetaclass(I: Interp, given: Value | undefined, bases: readonly Value[]): R {
  if (given !== undefined && !(given instanceof PyType)) return given;
  const first = given ?? (bases.length === 0 ? I.types.type : typeOf(I, bases[0]!));
  return calculateMetaclass(I, first, bases);
}

/** A metaclass that swallowed `__classcell__` would leave `super()` without its class. */
function checkCell(I: Interp, cell: any, cls: Value, name: string): R {
  if (!(cell instanceof PyCell) || !(cls instanceof PyType) || cell.v === cls) return cls;
  const text = `<class '${cls.qualname}'>`;
  if (cell.v === undefined) {
    return runtimeError(
      I,
      `__class__ not set defining '${name}' as ${text}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  return typeError(
    I,
    `__class__ set to ${cell.v instanceof PyType ? `<class '${cell.v.qualname}'>` : '?'} defining '${name}' as ${text}`,
  );
}
