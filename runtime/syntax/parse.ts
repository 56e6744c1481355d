/**
 * The entry of the room: source text -> syntax tree, or `PySyntaxError`.
 *
 * Correct source passes the fast parser once. If that fails, the slow parser (`diagnose.ts`) goes over the same tokens to
 * find out which error CPython 3.11 would report, and where.
 */

import { normalizeNewlines } from '../base/source-text.ts';
import type { Expr, Expression, Interactive, Module, Root } from './ast.ts';
import { depthError, diagnose, type DiagnosisStart } from './diagnose.ts';
import type { FieldSource } from './fstring.ts';
import { StatementParser } from './parse-statement.ts';
import { PARSE_FAILURE, PARSE_TOO_DEEP, type ParserSettings } from './parser.ts';
import type { NameLookup } from './string-literal.ts';
import { NO_PLACE, PySyntaxError } from './syntax-error.ts';
import type { Token } from './token.ts';
import { tokenize, type SyntaxWarning, type TokenList } from './tokenizer.ts';

export type ParseMode = 'exec' | 'eval' | 'single';

export interface ParseOptions {
  /** Name of the source for errors. */
  filename: string;
  /** `exec` for a module, `eval` for one expression, `single` for one statement of a read-eval-print loop. */
  mode: ParseMode;
  /** Finds the characters of `\N{name}`; without it every name is unknown. */
  lookupName?: NameLookup | null;
  /** Receives warnings in the order CPython gives them. */
  warnings?: SyntaxWarning[];
  /** In mode `single`: the end of the text does not end an indented block, as for input typed line by line. */
  keepsBlocksOpen?: boolean;
}

/**
 * Parses `source`, decoded text with any newlines.
 * Throws `PySyntaxError`, and nothing else, if it is wrong; `isIncomplete` tells whether more text could mend it.
 */
export function parse(source: string, options: ParseOptions & { mode: 'exec' }): Module;
export function parse(source: string, options: ParseOptions & { mode: 'eval' }): Expression;
export function parse(source: string, options: ParseOptions & { mode: 'single' }): Interactive;
export function parse(source: string, options: ParseOptions): Root;
export function parse(source: string, options: ParseOptions): Root {
  try {
    return parseText(source, options);
  } catch (error) {
    if (error instanceof PySyntaxError) {
      error.filename = options.filename;
      if (options.mode === 'single') error.incomplete = wantsMore(source, options);
    }
    throw error;
  }
}

/**
 * Tells whether a text that failed could be the beginning of a right one, as Python's `codeop` does: with a newline after
 * it, it is right or ends too early. The line that ends a block is still to be typed in the first case.
 */
function wantsMore(source: string, options: ParseOptions): boolean {
  try {
    parseText(source + '\n', { ...options, warnings: undefined });
    return true;
  } catch (error) {
    return error instanceof PySyntaxError && error.incomplete;
  }
}

function parseText(source: string, options: ParseOptions): Root {
  if (source.includes('\0')) {
    throw new PySyntaxError('SyntaxError', 'source code string cannot contain null bytes', NO_PLACE);
  }
  const { mode } = options;
  let text = normalizeNewlines(source);
  if (mode === 'exec' && !text.endsWith('\n')) text += '\n';
  const list = tokenize(text, {
    origin: { lineno: 1, col: 0 },
    isInteractive: mode === 'single',
    keepsBlocksOpen: options.keepsBlocksOpen ?? false,
  });
  const warnings: SyntaxWarning[] = [...list.warnings];
  const settings: ParserSettings = {
    lookupName: options.lookupName ?? null,
    parseField: (field, depthShare) => parseField(field, settings, depthShare),
    warnings,
  };
  const parser = new StatementParser(text, list.tokens, settings, 0);
  try {
    const root = parser.parseRoot(mode);
    if (options.warnings !== undefined) options.warnings.push(...warnings);
    return root;
  } catch (failure) {
    rethrow(failure, parser.stoppedAt, text, list, settings, mode, 0);
  }
}

/** Parses the expression of an f-string field as a text of its own. */
function parseField(field: FieldSource, settings: ParserSettings, depthShare: number): Expr {
  const list = tokenize(field.text, {
    origin: { lineno: field.lineno, col: field.col },
    isInteractive: false,
    keepsBlocksOpen: false,
  });
  settings.warnings.push(...list.warnings);
  const parser = new StatementParser(field.text, list.tokens, settings, depthShare);
  try {
    return parser.parseFieldRoot();
  } catch (failure) {
    rethrow(failure, parser.stoppedAt, field.text, list, settings, field, depthShare);
  }
}

/** Turns a failure of the fast parser into the error to report. */
function rethrow(
  failure: unknown,
  stopped: Token,
  text: string,
  list: TokenList,
  settings: ParserSettings,
  start: DiagnosisStart,
  depthShare: number,
): never {
  const isSyntactic = failure === PARSE_FAILURE || failure === PARSE_TOO_DEEP || failure instanceof PySyntaxError;
  if (!isSyntactic) throw failure;
  if (failure === PARSE_TOO_DEEP) {
    // In a field, the whole text is at fault: the error belongs where its parser stands.
    if (typeof start === 'object') throw failure;
    throw depthError(text, list, settings, stopped);
  }
  throw diagnose(text, list, settings, start, stopped, depthShare);
}
