/** The entry of the slow parser: finds the error that CPython 3.11 reports for source the fast parser refused. */

import { StatementDiagnosis } from './diagnose-statement.ts';
import { DIAGNOSIS_LIMIT } from './diagnosis.ts';
import type { FieldSource } from './fstring.ts';
import { PARSE_TOO_DEEP, type ParserSettings } from './parser.ts';
import { PySyntaxError } from './syntax-error.ts';
import { DEDENT, FAILURE, INDENT, NEWLINE, STRING, type Token } from './token.ts';
import type { TokenList } from './tokenizer.ts';

/** How the text was parsed: one of the modes of `parse`, or as the expression of an f-string field. */
export type DiagnosisStart = 'exec' | 'eval' | 'single' | FieldSource;

/** Returns the error for a text that the fast parser refused at `stopped`. */
export function diagnose(
  text: string,
  list: TokenList,
  settings: ParserSettings,
  start: DiagnosisStart,
  stopped: Token,
  depthShare: number,
): PySyntaxError {
  const field = typeof start === 'object' ? start : null;
  return new Diagnostician(text, list, settings, field, depthShare).run(
    typeof start === 'object' ? 'field' : start,
    stopped,
  );
}

/**
 * Returns the error for a text that is nested too deeply at `stopped`. CPython has a `MemoryError` without a message
 * for it; a place helps more.
 */
export function depthError(text: string, list: TokenList, settings: ParserSettings, stopped: Token): PySyntaxError {
  return new Diagnostician(text, list, settings, null, 0).errorOn(stopped, 'parser stack overflow: nested too deeply');
}

class Diagnostician extends StatementDiagnosis {
  run(mode: 'exec' | 'eval' | 'single' | 'field', stopped: Token): PySyntaxError {
    let reached: Token | null = null;
    try {
      const matches = this.root(mode);
      reached = this.lastToken;
      if (matches && mode === 'single') {
        return this.errorHere('SyntaxError', 'multiple statements found while compiling a single statement');
      }
      this.startSecondPass();
      this.root(mode);
      return this.genericError(reached);
    } catch (error) {
      if (error === DIAGNOSIS_LIMIT || error === PARSE_TOO_DEEP) return this.limitError(stopped);
      if (!(error instanceof PySyntaxError)) throw error;
      const last = this.lastToken;
      // What stopped the first pass tells whether the text was only too short.
      const isFinal = last.kind === FAILURE || this.hasSeenEnd(last);
      return this.markIncomplete(isFinal ? error : this.checkRest(error), reached ?? last);
    }
  }

  /** The error when no rule for mistakes applies: at the token where the first pass stopped. */
  private genericError(reached: Token): PySyntaxError {
    if (reached.kind === INDENT || reached.kind === DEDENT) {
      const message = reached.kind === INDENT ? 'unexpected indent' : 'unexpected unindent';
      return this.markIncomplete(this.errorHere('IndentationError', message), reached);
    }
    return this.markIncomplete(this.checkRest(this.errorOn(reached, 'invalid syntax')), reached);
  }

  /** Whether the tokenizer met the end of the text in making `last`, by looking for more of it. */
  private hasSeenEnd(last: Token): boolean {
    return last.end >= this.text.length && last.kind !== STRING && last.kind !== NEWLINE;
  }

  errorOn(token: Token, message: string): PySyntaxError {
    try {
      this.raiseOn(token, message);
    } catch (error) {
      return error as PySyntaxError;
    }
  }

  /**
   * The tokenizer's own error further on, if there is one, wins over an error of the second pass. So does a bracket that
   * is never closed, if it was opened on an earlier line than that of the last token looked at.
   */
  private checkRest(error: PySyntaxError): PySyntaxError {
    const { failure, openBrackets } = this.list;
    if (failure === null) return error;
    if (failure.error !== null) return failure.error;
    if (openBrackets.length === 0) return error;
    const opened = openBrackets[openBrackets.length - 1].lineno;
    return this.lastToken.lineno > opened ? this.unclosedError()! : error;
  }

  private markIncomplete(error: PySyntaxError, reached: Token): PySyntaxError {
    const { failure } = this.list;
    if (reached.kind === FAILURE) error.incomplete = failure!.atEnd;
    // Made from the end of the text: the end itself, and in mode `single` the newline and dedents before it.
    else error.incomplete = reached.col < 0 && reached.end >= this.text.length;
    return error;
  }

  /** The error when the source is wrong but too deep or tangled for the slow parser. */
  private limitError(stopped: Token): PySyntaxError {
    return this.list.failure?.error ?? this.unclosedError() ?? this.errorOn(stopped, 'invalid syntax');
  }
}
