/**
 * `print` and `input`. Output to one of the runtime's own streams goes to the host as one piece; any other file gets a `write` call for each
 * piece, as in CPython.
 */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { raw, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import { callMethod } from '../objects/call-special.ts';
import { PyModule } from '../objects/module.ts';
import { str, truth } from '../objects/protocol.ts';
import { chargeText } from '../objects/text-charge.ts';
import { eofError, raiseNamed, runtimeError, typeError } from '../objects/raise.ts';
import { typeName } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';
import { PyTextStream } from './text-stream.ts';

type R = Value | undefined;

/** A name of the module sys; undefined if it was deleted. */
function sysName(I: Interp, name: string): R {
  const sys = I.modules.getStr('sys');
  return sys instanceof PyModule ? sys.dict.getStr(name) : undefined;
}

function print(I: Interp, _module: Value, args: Value[], kw: readonly string[] | null): R {
  let separator = ' ';
  let end = '\n';
  let file: R;
  let flush: Value = false;
  const count = args.length - (kw === null ? 0 : kw.length);
  if (kw !== null) {
    for (let i = 0; i < kw.length; i++) {
      const v = args[count + i]!;
      switch (kw[i]) {
        case 'sep':
        case 'end': {
          const text = v === null ? undefined : asStr(v);
          if (v !== null && text === undefined)
            return typeError(I, `${kw[i]} must be None or a string, not ${typeName(I, v)}`);
          if (text === undefined) break;
          if (kw[i] === 'sep') separator = text;
          else end = text;
          break;
        }
        case 'file':
          file = v === null ? undefined : v;
          break;
        case 'flush':
          flush = v;
          break;
        default:
          return typeError(I, `'${kw[i]}' is an invalid keyword argument for print()`);
      }
    }
  }
  if (file === undefined) {
    file = sysName(I, 'stdout');
    if (file === undefined) return runtimeError(I, 'lost sys.stdout');
    // A script without a console has None there.
    if (file === null) return null;
  }
  const items = count === args.length ? args : args.slice(0, count);
  if (file instanceof PyTextStream && file.stream !== 0 && !file.isClosed)
    return printToHost(I, file, items, separator, end);
  return I.enter(PRINT_KIND, [undefined, file, items.slice(), separator, end, flush, 0, PHASE_TEXT]);
}

function printToHost(I: Interp, file: PyTextStream, items: readonly Value[], separator: string, end: string): R {
  let text = '';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += separator;
    const entry = I.frame;
    const item = str(I, items[i]!);
    if (item === undefined) {
      return I.then(entry, PRINT_HOST_KIND, [undefined, file, items.slice(), separator, end, text, i]);
    }
    if (!chargeText(I, item.length)) return undefined;
    text += item;
  }
  I.ticks -= text.length >> 6;
  I.write(text + end, file.stream as 1 | 2);
  return null;
}

/** r = [delivered text of item i, stream, items, separator, end, text so far, i]. */
const PRINT_HOST_KIND = new NativeKind(
  'builtins.print.host',
  (I: Interp, f: Frame) => {
    const r = f.r;
    const items: readonly Value[] = r[2];
    for (;;) {
      const item: string | undefined = r[0];
      r[0] = undefined;
      if (item !== undefined) {
        if (!chargeText(I, item.length)) return undefined;
        r[5] += item;
        if (++r[6] < items.length) r[5] += r[3];
      }
      if (r[6] >= items.length) {
        I.write(r[5] + r[4], (r[1] as PyTextStream).stream as 1 | 2);
        return null;
      }
      const text = str(I, items[r[6]]!);
      if (text === undefined) return undefined;
      r[0] = text;
    }
  },
  (I: Interp, f: Frame) => {
    // What came before the failing item has been printed by then.
    if (f.r[5] !== '') I.write(f.r[5], (f.r[1] as PyTextStream).stream as 1 | 2);
    return undefined;
  },
);

const PHASE_TEXT = 0;
const PHASE_SEPARATOR = 1;
const PHASE_WRITE = 2;
const PHASE_END = 3;
const PHASE_FLUSH = 4;
const PHASE_FLUSHED = 5;

/** r = [delivered, file, items, separator, end, flush, next item, phase]: what is delivered ends the phase before. */
const PRINT_KIND = new NativeKind('builtins.print', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    let v: any;
    switch (r[7]) {
      case PHASE_TEXT:
        if (r[6] >= r[2].length) {
          r[7] = PHASE_END;
          v = callMethod(I, r[1], 'write', [r[4]]);
          break;
        }
        r[7] = PHASE_WRITE;
        v = str(I, r[2][r[6]]);
        break;
      case PHASE_WRITE:
        r[6]++;
        r[7] = r[6] < r[2].length ? PHASE_SEPARATOR : PHASE_TEXT;
        v = callMethod(I, r[1], 'write', [delivered]);
        break;
      case PHASE_SEPARATOR:
        r[7] = PHASE_TEXT;
        v = callMethod(I, r[1], 'write', [r[3]]);
        break;
      case PHASE_END:
        r[7] = PHASE_FLUSH;
        v = truth(I, r[5]);
        break;
      case PHASE_FLUSH:
        if (!delivered) return null;
        r[7] = PHASE_FLUSHED;
        v = callMethod(I, r[1], 'flush', []);
        break;
      default:
        return null;
    }
    if (v === undefined) return undefined;
    r[0] = v;
  }
});

function input(I: Interp, _module: Value, args: Value[]): R {
  const stdin = sysName(I, 'stdin');
  const stdout = sysName(I, 'stdout');
  if (stdin === undefined || stdin === null) return runtimeError(I, 'input(): lost sys.stdin');
  if (stdout === undefined || stdout === null) return runtimeError(I, 'input(): lost sys.stdout');
  return I.enter(INPUT_KIND, [undefined, stdin, stdout, args.length === 0 ? null : args[0], args.length === 0 ? 2 : 0]);
}

/** r = [delivered, stdin, stdout, prompt, phase]: phase 0 the prompt's text, 1 writes it, 2 asks for a line, 3 gets it. */
const INPUT_KIND = new NativeKind('builtins.input', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    let v: any;
    switch (r[4]++) {
      case 0:
        v = str(I, r[3]);
        break;
      case 1:
        v = callMethod(I, r[2], 'write', [delivered]);
        break;
      case 2:
        v = callMethod(I, r[1], 'readline', []);
        break;
      default: {
        const line = asStr(delivered);
        if (line === undefined) return raiseNamed(I, 'TypeError', 'object.readline() returned non-string');
        if (line === '') return eofError(I, 'EOF when reading a line');
        return line.endsWith('\n') ? line.slice(0, -1) : line;
      }
    }
    if (v === undefined) return undefined;
    r[0] = v;
  }
});

export const PRINT_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  print: raw(print, 'Prints the values to a stream, or to sys.stdout by default.'),
  input: someArgs(0, 1, input, 'Read a string from standard input.  The trailing newline is stripped.'),
};

export const PRINT_KINDS: readonly NativeKind[] = [PRINT_HOST_KIND, PRINT_KIND, INPUT_KIND];
