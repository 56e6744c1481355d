/**
 * From a Python value to its JavaScript payload, without calling Python: each function answers undefined when `v` is no instance of the
 * type (or of a subclass). For conversions through `__index__`, `__float__` and the like see protocol.ts; they may suspend.
 */
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import {
  PyByteArray,
  PyBytes,
  PyComplex,
  PyFloatObject,
  PyIntObject,
  PyMemoryView,
  PyStrObject,
} from './scalar-payload.ts';

/** Returns the value of an int, bool or instance of an int subclass. */
export function asInt(v: Value): number | bigint | undefined {
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (typeof v === 'object') return v instanceof PyIntObject ? v.value : undefined;
  if (typeof v === 'boolean') return v ? 1 : 0;
  return undefined;
}

/** Returns the text of a str or instance of a str subclass. */
export function asStr(v: Value): string | undefined {
  if (typeof v === 'string') return v;
  return v instanceof PyStrObject ? v.value : undefined;
}

/** Returns the value of a float or instance of a float subclass; ints are not floats here. */
export function asFloat(v: Value): number | undefined {
  if (typeof v !== 'object' || v === null) return undefined;
  return v instanceof PyFloat || v instanceof PyFloatObject ? (v as PyFloat).value : undefined;
}

/** Returns the payload of a complex or instance of a subclass; ints and floats are not complex here. */
export function asComplex(v: Value): PyComplex | undefined {
  return v instanceof PyComplex ? v : undefined;
}

/** Returns the bytes of a bytes object (or subclass) only. */
export function asBytes(v: Value): Uint8Array | undefined {
  return v instanceof PyBytes ? v.data : undefined;
}

/**
 * Returns the bytes behind any bytes-like object: bytes, bytearray, contiguous or strided memoryview (the last as a copy); undefined for
 * anything else and for a released view. The array shares memory with the object: read it before anything may run that changes it.
 */
export function asBuffer(v: Value): Uint8Array | undefined {
  if (v instanceof PyBytes) return v.data;
  if (v instanceof PyByteArray) return v.view();
  if (v instanceof PyMemoryView) return viewBytes(v);
  return undefined;
}

/** Returns the bytes a memoryview shows, shared if it is contiguous; undefined once released. */
export function viewBytes(v: PyMemoryView): Uint8Array | undefined {
  const owner = v.owner;
  if (owner === null) return undefined;
  const data = owner.data;
  if (v.stride === v.itemSize) return data.subarray(v.offset, v.offset + v.count * v.itemSize);
  const copy = new Uint8Array(v.count * v.itemSize);
  for (let i = 0; i < v.count; i++) {
    const from = v.offset + i * v.stride;
    for (let k = 0; k < v.itemSize; k++) copy[i * v.itemSize + k] = data[from + k]!;
  }
  return copy;
}
