/**
 * `'%s: %r' % (a, b)` as an f-string, where the two are sure to mean the same: a literal format with only `%s`, `%r`, `%a`, each
 * perhaps with flags, a width and a precision, and a tuple of as many items written out.
 */
import type * as ast from '../syntax/ast.ts';

/** Digits of the longest width or precision taken; CPython stops before its MAXDIGITS of 3. */
const MAX_DIGITS = 2;

/** The JoinedStr that `e` amounts to, or null. */
export function formatAsJoinedStr(e: ast.BinOp): ast.JoinedStr | null {
  const { left, right } = e;
  if (e.op !== '%' || left.kind !== 'Constant' || typeof left.value !== 'string' || right.kind !== 'Tuple') return null;
  if (right.elts.some((item) => item.kind === 'Starred')) return null;
  const format = left.value;
  const values: ast.Expr[] = [];
  let used = 0;
  for (let at = 0; at < format.length;) {
    const literal = readLiteral(format, at);
    if (literal === null) return null;
    if (literal.text !== '') values.push(stringNode(literal.text, UNPLACED));
    at = literal.end;
    if (at >= format.length) break;
    const field = /^%([-+ #0]*)(\d*)(?:\.(\d*))?([sra])/.exec(format.slice(at, at + 32));
    if (field === null || used >= right.elts.length) return null;
    const [whole, flags, width, precision, letter] = field;
    if (width.length > MAX_DIGITS || (precision ?? '').length > MAX_DIGITS) return null;
    values.push(fieldNode(right.elts[used++], flags.includes('-'), width, precision, letter));
    at += whole.length;
  }
  if (used < right.elts.length) return null;
  const { lineno, col, endLineno, endCol } = e;
  return { kind: 'JoinedStr', lineno, col, endLineno, endCol, values };
}

/** The literal parts have no place of their own. */
const UNPLACED: ast.Positioned = { lineno: -1, col: -1, endLineno: -1, endCol: -1 };

/** Text up to the next field, with `%%` read; null when a `%` ends the format. */
function readLiteral(format: string, start: number): { text: string; end: number } | null {
  let text = '';
  for (let at = start; ;) {
    const percent = format.indexOf('%', at);
    if (percent < 0) return { text: text + format.slice(at), end: format.length };
    text += format.slice(at, percent);
    if (percent + 1 >= format.length) return null;
    if (format[percent + 1] !== '%') return { text, end: percent };
    text += '%';
    at = percent + 2;
  }
}

function fieldNode(
  value: ast.Expr,
  isLeft: boolean,
  width: string,
  precision: string | undefined,
  letter: string,
): ast.FormattedValue {
  const { lineno, col, endLineno, endCol } = value;
  let spec = '';
  if (width !== '') spec += isLeft ? width : `>${width}`;
  if (precision !== undefined) spec += `.${precision === '' ? '0' : Number(precision)}`;
  const format_spec: ast.JoinedStr | null =
    spec === '' ? null : { kind: 'JoinedStr', lineno, col, endLineno, endCol, values: [stringNode(spec, value)] };
  return {
    kind: 'FormattedValue',
    lineno,
    col,
    endLineno,
    endCol,
    value,
    conversion: letter.charCodeAt(0),
    format_spec,
  };
}

function stringNode(value: string, at: ast.Positioned): ast.Constant {
  const { lineno, col, endLineno, endCol } = at;
  return { kind: 'Constant', lineno, col, endLineno, endCol, value, prefix: null };
}
