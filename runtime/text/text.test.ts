import { readFileSync } from 'node:fs';
import { describe as group, expect, it } from 'vitest';
import { Failure } from '../base/failure.ts';
import type { ComplexParts } from '../numeric/complex-arith.ts';
import { describe, findDifferences, parseRecordedCases } from '../numeric/test-data/recorded-cases.ts';
import type { Recordable } from '../numeric/test-data/recorded-cases.ts';
import * as bytesMethods from './bytes-methods.ts';
import * as bytesSearch from './bytes-search.ts';
import * as codePoints from './code-points.ts';
import { CodecFailure, describeCodecFailure } from './codec-failure.ts';
import { decodeBytes } from './decode.ts';
import { encodeStr } from './encode.ts';
import {
  formatComplex,
  formatFloat,
  formatInt,
  formatLengthBound,
  formatStr,
  parseFormatSpec,
} from '../numeric/format-spec.ts';
import type { FormatKind, FormatSpec } from '../numeric/format-spec.ts';
import * as percentFormat from '../numeric/percent-format.ts';
import * as repr from './repr.ts';
import * as strCase from './str-case.ts';
import { parseFieldName, parseFormatTemplate } from './str-format.ts';
import * as strLayout from './str-layout.ts';
import * as strPredicates from './str-predicates.ts';
import * as strSearch from './str-search.ts';
import * as strSplit from './str-split.ts';
import { numericValue } from './unicode-data.ts';

function coded(result: unknown): unknown {
  if (!(result instanceof CodecFailure)) return result;
  return [result.encoding, result.start, result.end, result.reason, describeCodecFailure(result)];
}

function viaSpec<T>(
  kind: FormatKind,
  apply: (value: T, spec: FormatSpec) => unknown,
): (value: T, text: string) => unknown {
  return (value, text) => {
    const spec = parseFormatSpec(text, kind, kind);
    return spec instanceof Failure ? spec : apply(value, spec);
  };
}

/** The only directive of a template. */
function directive(text: string): percentFormat.PercentDirective {
  return percentFormat.parsePercentTemplate(text).directives[0]!;
}

/** Renders a template whose keys all mean 7. */
function renderSevens(text: string): unknown {
  const template = percentFormat.parsePercentTemplate(text);
  let result = '';
  for (let i = 0; i < template.directives.length; i++) {
    const one = template.directives[i]!;
    if (!'ds'.includes(one.type)) return percentFormat.unsupportedCharacter(one);
    result +=
      template.literals[i]! +
      (one.type === 's'
        ? percentFormat.formatPercentStr('7', one)
        : (percentFormat.formatPercentInt(7, one, 0) as string));
  }
  return template.failure ?? result + template.literals[template.directives.length]!;
}

function formatPieces(text: string): unknown[] {
  const { pieces, failure } = parseFormatTemplate(text);
  const result: unknown[] = pieces.map(({ literal, field }) =>
    field === undefined
      ? [literal, null, null, null]
      : [literal, field.name, field.spec, field.conversion === '' ? null : field.conversion],
  );
  return failure === undefined ? result : [...result, failure.message];
}

function fieldName(text: string): unknown {
  const name = parseFieldName(text);
  if (name instanceof Failure) return name;
  const parts: unknown[] = [name.first, ...name.accessors.map(({ isAttribute, key }) => [isAttribute, key])];
  return name.failure === undefined ? parts : [...parts, name.failure.message];
}

function predicates(text: string): boolean[] {
  const p = strPredicates;
  return [
    p.isAlphaStr(text),
    p.isAlnumStr(text),
    p.isDecimalStr(text),
    p.isDigitStr(text),
    p.isNumericStr(text),
    p.isSpaceStr(text),
    p.isPrintableStr(text),
    p.isAsciiStr(text),
    p.isIdentifierStr(text),
    p.isUpperStr(text),
    p.isLowerStr(text),
    p.isTitleStr(text),
  ];
}

function casing(text: string): string[] {
  const c = strCase;
  return [
    c.lowerStr(text),
    c.upperStr(text),
    c.titleStr(text),
    c.capitalizeStr(text),
    c.swapCaseStr(text),
    c.foldStr(text),
  ];
}

group('text equals CPython 3.11', () => {
  it('in every recorded case', () => {
    const cases = parseRecordedCases(readFileSync(new URL('./test-data/cases.jsonl', import.meta.url), 'utf8'));
    const functions = {
      ...bytesMethods,
      ...bytesSearch,
      ...codePoints,
      ...repr,
      ...strLayout,
      ...strSearch,
      ...strSplit,
      predicates,
      casing,
      formatPieces,
      fieldName,
      percentTemplate: renderSevens,
      formatFloat: viaSpec('float', formatFloat),
      formatInt: viaSpec('int', (value: number, spec) => formatInt(value, spec, 'int', 4300)),
      formatComplex: viaSpec('complex', (value: ComplexParts, spec) => formatComplex(value.re, value.im, spec)),
      formatStr: viaSpec('str', formatStr),
      percentFloat: (text: string, value: number) => percentFormat.formatPercentFloat(value, directive(text)),
      percentInt: (text: string, value: number) => percentFormat.formatPercentInt(value, directive(text), 4300),
      percentStr: (text: string, value: string) => percentFormat.formatPercentStr(value, directive(text)),
      encode: (text: string, encoding: string, errors: string) => coded(encodeStr(text, encoding, errors)),
      decode: (bytes: Uint8Array, encoding: string, errors: string) => coded(decodeBytes(bytes, encoding, errors)),
    } as unknown as Record<string, Recordable>;
    expect(cases.length).toBeGreaterThan(1000);
    expect(findDifferences(cases, functions)).toEqual([]);
  });
});

group('code points', () => {
  it('are walked by a cursor in any order', () => {
    const text = 'a\u{1f600}b\ud800c\u{1f601}';
    const points = Array.from(text);
    const cursor = new codePoints.CodePointCursor();
    expect(cursor.lengthOf(text)).toBe(6);
    for (const index of [0, 1, 2, 3, 4, 5, 6, 5, 4, 1, 3, 0, 5]) expect(cursor.charAt(text, index)).toBe(points[index]);
    expect(cursor.charAt('plain', 4)).toBe('n');
    expect(cursor.charAt('plain', 5)).toBe(undefined);
  });

  it('are not split by a search for half of one', () => {
    expect(strSearch.findStr('\u{1f600}', '\ude00', 0, Infinity)).toBe(-1);
    expect(strSearch.rfindStr('\u{1f600}', '\ud83d', 0, Infinity)).toBe(-1);
    expect(strSearch.containsStr('\ude00\u{1f600}', '\ude00')).toBe(true);
  });
});

group('formats', () => {
  it('have a bound on their length that can be asked first', () => {
    const spec = parseFormatSpec('1000000.5f', 'float', 'float') as FormatSpec;
    expect(formatLengthBound(spec, 0)).toBeGreaterThanOrEqual(1000000);
    const long = parseFormatSpec(',.2f', 'float', 'float') as FormatSpec;
    expect(formatLengthBound(long, 0)).toBeGreaterThanOrEqual((formatFloat(-1.7e308, long) as string).length);
  });

  it('of % take widths from arguments', () => {
    const star = directive('%*.*f');
    expect(star.width).toBe(percentFormat.FROM_ARGUMENT);
    expect(percentFormat.formatPercentFloat(1.25, percentFormat.withArguments(star, -8, 1))).toBe('1.2     ');
    expect(percentFormat.formatPercentFloat(1.25, percentFormat.withArguments(star, 8, -1))).toBe('       1');
    expect(describe(percentFormat.formatPercentChar(0x110000, directive('%c')))).toBe(
      'OverflowError: %c arg not in range(0x110000)',
    );
  });
});

group('unicode data', () => {
  it('has numeric values', () => {
    expect(numericValue(0x37)).toBe(7);
    expect(numericValue(0xbd)).toBe(0.5);
    expect(numericValue(0x5146)).toBe(1e12);
    expect(numericValue(0x0f33)).toBe(-0.5);
    expect(numericValue(0x61)).toBe(undefined);
  });
});
