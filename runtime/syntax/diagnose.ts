import type { FieldSource } from './fstring.ts';
import type { ParserSettings } from './parser.ts';
import { PySyntaxError } from './syntax-error.ts';
import type { TokenList } from './tokenizer.ts';
export type DiagnosisStart = 'exec' | 'eval' | 'single' | FieldSource;
export function diagnose(text: string, list: TokenList, _settings: ParserSettings, _start: DiagnosisStart): PySyntaxError {
  if (list.failure?.error) return list.failure.error;
  return new PySyntaxError('SyntaxError', 'invalid syntax', {lineno: 1, offset: 1, endLineno: 1, endOffset: 1, text});
}
