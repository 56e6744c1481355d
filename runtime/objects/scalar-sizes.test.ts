/** Modelled sizes of scalars against what `sys.getsizeof` of CPython says: 3.11 on 64 bits, 3.3 on 32 bits (digits of 15 bits). */
import { describe, expect, it } from 'vitest';
import type { Interp } from './interp.ts';
import { PyType, SlotTable } from './type.ts';
import { PyBytes } from './scalar-payload.ts';
import { BYTES_SPEC } from './bytes.ts';
import { COMPLEX_SPEC } from './complex.ts';
import { FLOAT_SPEC } from './float.ts';
import { INT_SPEC } from './int.ts';
import { NONE_SPEC } from './none.ts';
import { strSizeOf } from './str-size.ts';
import { intSizeOf } from './int-size.ts';

const machine = (pointerBytes: 4 | 8): Interp => ({ memory: { pointerBytes } }) as unknown as Interp;
const WIDE = machine(8);
const NARROW = machine(4);

describe('sizes of scalars', () => {
  it.each([
    [0, 28, 12],
    [1, 28, 14],
    [-1, 28, 14],
    [2 ** 15 - 1, 28, 14],
    [2 ** 15, 28, 16],
    [2 ** 29, 28, 16],
    [2 ** 30, 32, 18],
    [2 ** 45, 32, 20],
    [2n ** 60n, 36, 22],
    [2n ** 63n, 36, 22],
    [2n ** 100n, 40, 26],
    [2n ** 1000n, 160, 146],
  ])('int %s', (value, wide, narrow) => {
    expect(intSizeOf(WIDE, value)).toBe(wide);
    expect(intSizeOf(NARROW, value)).toBe(narrow);
    expect(INT_SPEC.slots!.sizeOf!(WIDE, value)).toBe(wide);
  });

  it.each([
    ['', 49, 25],
    ['a', 50, 26],
    ['a'.repeat(100), 149, 125],
    ['\xe9', 74, 38],
    ['\xe9'.repeat(10), 83, 47],
    ['\u20ac', 76, 40],
    ['\u20ac'.repeat(10), 94, 58],
    ['\u{1f600}', 80, 44],
    ['\u{1f600}'.repeat(10), 116, 80],
    ['\ud800', 76, 40],
  ])('str %j', (text, wide, narrow) => {
    expect(strSizeOf(WIDE, text)).toBe(wide);
    expect(strSizeOf(NARROW, text)).toBe(narrow);
  });

  it('bytes, float, complex, None', () => {
    const type = new PyType(null as unknown as PyType, 'bytes', BYTES_SPEC, true, null as any, new SlotTable());
    const bytes = new PyBytes(type, new Uint8Array(10));
    expect([WIDE, NARROW].map((I) => BYTES_SPEC.slots!.sizeOf!(I, bytes))).toEqual([43, 27]);
    expect([WIDE, NARROW].map((I) => FLOAT_SPEC.slots!.sizeOf!(I, null))).toEqual([24, 16]);
    expect([WIDE, NARROW].map((I) => COMPLEX_SPEC.slots!.sizeOf!(I, null))).toEqual([32, 24]);
    expect([WIDE, NARROW].map((I) => NONE_SPEC.slots!.sizeOf!(I, null))).toEqual([16, 8]);
  });
});
