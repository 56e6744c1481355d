/**
 * Reads the lines that case_writer.py writes, and compares results with what CPython gave.
 * Used by the tests of `numeric` and `text` only.
 */
import { Failure } from '../../base/failure.ts';

/** One recorded call. */
export interface RecordedCase {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

/** A complex number as the functions take and return it. */
interface Parts {
  readonly re: unknown;
  readonly im: unknown;
}

/** Parses the text of a cases.jsonl file. */
export function parseRecordedCases(text: string): RecordedCase[] {
  const cases: RecordedCase[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [name, args, expected] = JSON.parse(line) as [string, unknown[], unknown];
    cases.push({ name, args: args.map(decode), expected: decode(expected) });
  }
  return cases;
}

function decode(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [kind, content, more] = value as [string, unknown, unknown];
  switch (kind) {
    case 'i': {
      const big = BigInt(content as string);
      return big >= -9007199254740991n && big <= 9007199254740991n ? Number(big) : big;
    }
    case 'f': {
      if (content === 'nan') return NaN;
      const view = new DataView(new ArrayBuffer(8));
      view.setBigUint64(0, BigInt('0x' + (content as string)));
      return view.getFloat64(0);
    }
    case 'c': return { re: decode(content), im: decode(more) };
    case 's': return String.fromCodePoint(...(content as number[]));
    case 'b': return Uint8Array.from((content as string).match(/../g) ?? [], (digits) => parseInt(digits, 16));
    case 'l': return (content as unknown[]).map(decode);
    case 'e': return new Failure(content as string, more as string);
    default: throw new Error(`unknown kind of recorded value: ${kind}`);
  }
}

/** Writes a value so that different values have different texts (-0 and 0, 1 and 1n, bytes and list). */
export function describe(value: unknown): string {
  if (value instanceof Failure) return `${value.type}: ${value.message}`;
  if (value instanceof Uint8Array) return `bytes(${Array.from(value).join(' ')})`;
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'object' && value !== null && 're' in value) return `(${describe((value as Parts).re)}, ${describe((value as Parts).im)})`;
  return String(value);
}

/** A function that takes recorded arguments. */
export type Recordable = (...args: never[]) => unknown;

/** Runs all cases; returns a line per difference. */
export function findDifferences(cases: readonly RecordedCase[], functions: Readonly<Record<string, Recordable>>): string[] {
  const differences: string[] = [];
  for (const { name, args, expected } of cases) {
    const run = functions[name];
    const got = run === undefined ? 'no such function in the test' : describe(run(...(args as never[])));
    if (got !== describe(expected)) differences.push(`${name}(${args.map(describe).join(', ')}): got ${got}, CPython ${describe(expected)}`);
  }
  return differences;
}
