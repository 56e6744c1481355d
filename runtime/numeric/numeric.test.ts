import { readFileSync } from 'node:fs';
import { describe as group, expect, it } from 'vitest';
import { Failure } from '../base/failure.ts';
import { accurateAtan2, accurateCos, accurateSin, accurateTan } from './accurate-trigonometry.ts';
import { accurateExp, accurateHypot, accurateLog } from './accurate-math.ts';
import * as complexArith from './complex-arith.ts';
import * as floatArith from './float-arith.ts';
import * as floatHex from './float-hex.ts';
import * as floatText from './float-text.ts';
import * as hash from './hash.ts';
import * as intArith from './int-arith.ts';
import type { IntValue } from './int-arith.ts';
import { intFromBytes, intToBytes } from './int-bytes.ts';
import { intOpCost } from './int-cost.ts';
import { intToDecimal, intWithPrefix, parseIntText } from './int-text.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { sha512 } from './sha512.ts';
import { describe, findDifferences, parseRecordedCases } from './test-data/recorded-cases.ts';
import type { Recordable } from './test-data/recorded-cases.ts';

function runTwister(seed: IntValue | string | Uint8Array): unknown[] {
  const twister = new MersenneTwister();
  if (typeof seed === 'string') twister.seedFromBytes(new TextEncoder().encode(seed));
  else if (seed instanceof Uint8Array) twister.seedFromBytes(seed);
  else twister.seedFromInt(seed);
  const numbers: unknown[] = [
    twister.random(),
    twister.getRandBits(10),
    twister.getRandBits(50),
    twister.getRandBits(100),
    twister.randBelow(1000),
    twister.getState()[7],
  ];
  for (let i = 0; i < 399; i++) twister.random();
  return [...numbers, twister.random()];
}

group('numbers equal CPython 3.11', () => {
  it('in every recorded case', () => {
    const cases = parseRecordedCases(readFileSync(new URL('./test-data/cases.jsonl', import.meta.url), 'utf8'));
    const functions = {
      ...intArith,
      ...floatArith,
      ...floatHex,
      ...floatText,
      ...hash,
      ...complexArith,
      intToBytes,
      intWithPrefix,
      parseIntText,
      mersenneTwister: runTwister,
      hashComplex: (value: complexArith.ComplexParts, nan: number) => hash.hashComplex(value.re, value.im, nan),
    } as unknown as Record<string, Recordable>;
    expect(cases.length).toBeGreaterThan(1000);
    expect(findDifferences(cases, functions)).toEqual([]);
  });
});

group('ints', () => {
  it('guards decimal conversion by digits', () => {
    const big = 10n ** 4300n;
    expect(intToDecimal(big - 1n, 4300)).toBe('9'.repeat(4300));
    expect(describe(intToDecimal(big, 4300))).toBe(
      'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
    expect(describe(parseIntText('9'.repeat(4301), 10, 4300))).toBe(
      'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit',
    );
    expect(parseIntText('f'.repeat(5000), 16, 4300)).toBe(16n ** 5000n - 1n);
    expect(parseIntText('9'.repeat(4301), 10, 0)).toBe(10n ** 4301n - 1n);
  });

  it('parses long texts in bases that are no power of two', () => {
    expect(parseIntText('2' + '0'.repeat(100), 3, 0)).toBe(2n * 3n ** 100n);
  });

  it('tells the cost of giant operations without running them', () => {
    const power = intArith.powInt(10, 8) as number;
    expect(intOpCost('pow', 10, power).resultBits).toBeGreaterThan(3.3e8);
    expect(intOpCost('pow', 10, power).ticks).toBeGreaterThan(1e7);
    expect(intOpCost('pow', 2, 10n ** 400n).resultBits).toBe(Infinity);
    expect(intOpCost('lshift', 1, 1e9).resultBits).toBeGreaterThanOrEqual(1e9);
    expect(intOpCost('add', 2n ** 2000n, 1).resultBits).toBeGreaterThanOrEqual(2001);
    expect(intOpCost('mul', 3, 4).ticks).toBe(1);
  });

  it('refuses what the host cannot hold', () => {
    expect(intArith.lshiftInt(1, 2 ** 40)).toBeInstanceOf(Failure);
    expect(describe(intArith.lshiftInt(1, 2n ** 70n))).toBe('OverflowError: too many digits in integer');
    expect(intArith.lshiftInt(0, 2n ** 70n)).toBe(0);
    expect(intArith.powInt(3, 2n ** 70n)).toBeInstanceOf(Failure);
  });

  it('reads bytes back', () => {
    for (const value of [0, 1, -1, 255, -128, 2 ** 40, -(2 ** 47), 2n ** 100n, -(2n ** 90n)]) {
      for (const little of [true, false]) {
        expect(intFromBytes(intToBytes(value, 14, little, true) as Uint8Array, little, true)).toBe(value);
      }
    }
  });
});

group('elementary functions', () => {
  it('are correctly rounded', () => {
    // Digits from a computation with 300 bits.
    expect(accurateSin(1e22)).toBe(-0.8522008497671888);
    expect(accurateCos(1e22)).toBe(0.523214785395139);
    expect(accurateTan(1.5707963267948966)).toBe(16331239353195370);
    expect(accurateExp(1)).toBe(2.718281828459045);
    expect(accurateExp(710)).toBe(Infinity);
    expect(accurateLog(10)).toBe(2.302585092994046);
    expect(accurateHypot(3e200, 4e200)).toBe(4.9999999999999995e200);
    expect(accurateAtan2(1, -1)).toBe(2.356194490192345);
    expect(floatArith.powFloat(2, 0.5)).toBe(1.4142135623730951);
    expect(floatArith.powFloat(1.1, 10)).toBe(2.5937424601000023);
  });
});

group('hashes', () => {
  it('agree for equal numbers and for bytes and str', () => {
    expect(hash.hashFloat(3, 0)).toBe(hash.hashInt(3));
    expect(hash.hashFloat(2 ** 70, 0)).toBe(hash.hashInt(2n ** 70n));
    expect(hash.hashComplex(5, 0, 0)).toBe(5);
    expect(hash.hashBytes(new TextEncoder().encode('spam'))).toBe(hash.hashString('spam'));
  });

  it('are the same for strings on every host', () => {
    expect(hash.hashString('')).toBe(0);
    const recorded = ['a', 'spam', '\u{1f600}'].map((text) => String(hash.hashString(text)));
    expect(recorded).toEqual(RECORDED_STRING_HASHES);
  });

  it('of SHA-512 matches the standard', () => {
    const digest = sha512(new TextEncoder().encode('abc'));
    expect(Array.from(digest.subarray(0, 8), (byte) => byte.toString(16)).join(' ')).toBe('dd af 35 a1 93 61 7a ba');
  });
});

/** Changing these breaks saved games and replays: do it knowingly. */
const RECORDED_STRING_HASHES: readonly string[] = ['-976835466751332', '-2128830877315412', '-1425750671679258'];
