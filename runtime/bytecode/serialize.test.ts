import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constant } from './code-object.ts';
import { CODE_VERSION, CodeObject } from './code-object.ts';
import { deserialize, DeserializeError } from './deserialize.ts';
import { Op } from './opcode.ts';
import { checksum, HEADER_SIZE, serialize } from './serialize.ts';
import { VerifyError } from './verify.ts';

function codeWith(constants: Constant[]): CodeObject {
  const ops = Uint8Array.of(Op.LOAD_CONST, Op.POP_TOP, Op.LOAD_FAST, Op.RETURN_VALUE);
  return new CodeObject(
    'f',
    'C.f',
    'dir/\u00e9\u263a.py',
    70_000,
    3,
    1,
    1,
    0,
    ['a', '\ud800'],
    [],
    [],
    ['n'],
    constants,
    ops,
    Uint16Array.of(0, 0, 1, 0),
    Int32Array.from([]),
    Uint8Array.of(16, 2),
    300,
    false,
  );
}

const constant: fc.Arbitrary<Constant> = fc.letrec<{ node: Constant }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Constant>(null, true, false, 0, -1, 2 ** 53 - 1, -(2 ** 53 - 1), 2n ** 64n, -(10n ** 40n)),
    fc.constantFrom<Constant>({ type: 'ellipsis' }),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.double().map((value): Constant => ({ type: 'float', value })),
    fc.tuple(fc.double(), fc.double()).map(([real, imag]): Constant => ({ type: 'complex', real, imag })),
    fc.uint8Array().map((value): Constant => ({ type: 'bytes', value })),
    fc.array(tie('node'), { maxLength: 4 }).map((items): Constant => ({ type: 'tuple', items })),
    fc.array(tie('node'), { maxLength: 4 }).map((items): Constant => ({ type: 'frozenset', items })),
  ),
})).node;

test('what is written comes back', () => {
  fc.assert(
    fc.property(fc.array(constant, { minLength: 1, maxLength: 6 }), (constants) => {
      const code = codeWith([...constants, codeWith([null])]);
      // -0 among the ints would be a bug of whoever made the constant.
      fc.pre(!constants.some((value) => Object.is(value, -0)));
      expect(deserialize(serialize(code))).toEqual(code);
    }),
  );
});

test('wide operands stay wide', () => {
  const narrow = codeWith([null]);
  const names = Array.from({ length: 70_001 }, (_, i) => `n${i}`);
  const wide = new CodeObject(
    'f',
    'f',
    'x',
    1,
    0,
    0,
    0,
    0,
    [],
    [],
    [],
    names,
    [],
    Uint8Array.of(Op.LOAD_NAME, Op.RETURN_VALUE),
    Int32Array.of(70_000, 0),
    narrow.exceptionTable,
    narrow.lineTable,
    1,
    false,
  );
  expect(deserialize(serialize(wide))).toEqual(wide);
});

describe('refuses', () => {
  const bytes = serialize(codeWith([null, 'text', 5]));
  const changed = (at: number, value: number, fixes = false): Uint8Array => {
    const copy = bytes.slice();
    copy[at] = value;
    if (fixes) new DataView(copy.buffer).setUint32(8, checksum(copy.subarray(HEADER_SIZE)), true);
    return copy;
  };

  test('other files', () => {
    expect(() => deserialize(new Uint8Array(3))).toThrow('not a compiled script');
    expect(() => deserialize(changed(0, 0))).toThrow('not a compiled script');
  });

  test('other versions', () => {
    expect(() => deserialize(changed(6, CODE_VERSION + 1))).toThrow(
      `this runtime reads 1.${CODE_VERSION}; compile the script again`,
    );
  });

  test('damage', () => {
    expect(() => deserialize(changed(30, bytes[30] ^ 1))).toThrow('checksum differs');
    expect(() => deserialize(bytes.subarray(0, bytes.length - 1))).toThrow(DeserializeError);
  });

  test('malice: any byte may change, and only two errors come of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: HEADER_SIZE, max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
        try {
          deserialize(changed(at, value, true));
        } catch (error) {
          if (!(error instanceof DeserializeError || error instanceof VerifyError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
