/**
 * Writing JSON text of plain values (exact dict with str keys, list, tuple, str, int, float, bool, None). Whatever else it meets makes it give
 * up, returning None, and the encoder in Python (runtime/prelude/json/encoder.py) starts from the beginning: nothing has happened yet.
 */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { reprFloat } from '../numeric/float-text.ts';

const CHUNK = 128;
/** Deeper structures, and those that contain themselves, are left to the encoder in Python and its errors. */
const MAX_DEPTH = 200;
const BIG_INT_BOUND = 10n ** 600n;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function unicodeEscape(c: string): string {
  return SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The literal of a string, with everything outside ASCII escaped. */
export function quoteAscii(text: string): string {
  return `"${text.replace(/[^ !#-[\]-~]/g, unicodeEscape)}"`;
}

/** The literal of a string, with only quotes, backslashes and control characters escaped. */
export function quote(text: string): string {
  return `"${text.replace(/["\\\u0000-\u001f]/g, unicodeEscape)}"`;
}

// Registers: [delivered, text so far, containers, positions, settings, length already charged, value to write].
const OUT = 1;
const CONTAINERS = 2;
const POSITIONS = 3;
const SETTINGS = 4;
const CHARGED = 5;
const NEXT = 6;

/** [ascii only, allow NaN, indent text or null, item separator, key separator] */
export type WriteSettings = readonly [boolean, boolean, string | null, string, string];

export function writePlain(I: Interp, value: Value, settings: WriteSettings): Value | undefined {
  return I.enter(WRITE_KIND, [undefined, '', [], [], settings, 0, value]);
}

export const WRITE_KIND = new NativeKind('json.write', (I: Interp, f: Frame) => {
  const r = f.r;
  const containers: (PyList | PyTuple | PyDict)[] = r[CONTAINERS];
  const positions: number[] = r[POSITIONS];
  const [isAscii, allowsNan, indent, itemSeparator, keySeparator]: WriteSettings = r[SETTINGS];
  let out: string = r[OUT];
  let value: Value | undefined = r[NEXT];
  for (let left = CHUNK; ;) {
    if (value !== undefined) {
      const v: Value = value;
      value = undefined;
      if (v === null) out += 'null';
      else if (v === true) out += 'true';
      else if (v === false) out += 'false';
      else if (typeof v === 'string') out += isAscii ? quoteAscii(v) : quote(v);
      else if (typeof v === 'number') out += v;
      else if (typeof v === 'bigint') {
        if (v > BIG_INT_BOUND || v < -BIG_INT_BOUND) return null;
        out += v.toString();
      } else if (v.constructor === PyFloat) {
        const x = v.value;
        if (x - x === 0) out += reprFloat(x);
        else if (!allowsNan) return null;
        else out += x !== x ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';
      } else if (v.constructor === PyList || v.constructor === PyTuple) {
        if (containers.length >= MAX_DEPTH) return null;
        if ((v as PyList).items.length === 0) out += '[]';
        else {
          out += '[';
          containers.push(v as PyList);
          positions.push(0);
        }
      } else if (v.constructor === PyDict) {
        if (containers.length >= MAX_DEPTH) return null;
        if ((v as PyDict).size === 0) out += '{}';
        else {
          out += '{';
          containers.push(v as PyDict);
          positions.push(0);
        }
      } else return null;
    }
    const top = containers.length - 1;
    if (top < 0) return out;
    if (--left <= 0) {
      left = CHUNK;
      r[OUT] = out;
      r[NEXT] = undefined;
      if (!I.charge(out.length - r[CHARGED])) return undefined;
      r[CHARGED] = out.length;
      if ((I.ticks -= CHUNK) < 0) return I.pause(f);
    }
    const container = containers[top]!;
    let at = positions[top]!;
    const isFirst = at === 0;
    if (container instanceof PyDict) {
      const { keys } = container;
      while (at < keys.length && keys[at] === undefined) at++;
      if (at < keys.length) {
        const key = keys[at];
        if (typeof key !== 'string') return null;
        if (!isFirst) out += itemSeparator;
        if (indent !== null) out += `\n${indent.repeat(top + 1)}`;
        out += (isAscii ? quoteAscii(key) : quote(key)) + keySeparator;
        value = container.vals[at] as Value;
        positions[top] = at + 1;
        continue;
      }
    } else if (at < container.items.length) {
      if (!isFirst) out += itemSeparator;
      if (indent !== null) out += `\n${indent.repeat(top + 1)}`;
      value = container.items[at]!;
      positions[top] = at + 1;
      continue;
    }
    containers.pop();
    positions.pop();
    if (indent !== null) out += `\n${indent.repeat(top)}`;
    out += container instanceof PyDict ? '}' : ']';
  }
});
