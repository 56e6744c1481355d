/**
 * Which part of an expression's source the carets of a traceback stress: the operator of a binary operation, the brackets of a subscript.
 *
 * CPython parses the segment again and looks at the outermost node. The parser is not at hand in this room (a target may have none), so the
 * segment is only cut into tokens: the loosest binding operator outside of brackets says what the outermost node is.
 */

/** Columns of the stressed part, relative to the segment. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'name' | 'operand' | 'operator' | 'open' | 'close';
}

const TOKEN =
  /\s+|([rRbBuUfF]{0,2}(?:'''[^]*?'''|"""[^]*?"""|'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*"))|((?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJ]?)|([\p{L}_][\p{L}\p{N}\p{M}_]*)|(\*\*=|\/\/=|>>=|<<=|:=|->|==|!=|<=|>=|\*\*|\/\/|>>|<<|[-+*/%@&|^]=?|[<>~=:,.;])|([([{])|([)\]}])/uy;

/** Binding strength of binary operators, loosest first. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
  '**': 8,
};
const LOOSER_THAN_ARITHMETIC = new Set([
  'if',
  'else',
  'or',
  'and',
  'not',
  'in',
  'is',
  'lambda',
  'yield',
  'for',
  'async',
  'return',
  'raise',
  'del',
  'assert',
  'import',
  'from',
  'with',
  'while',
  'global',
  'class',
  'def',
  'except',
]);
const LOOSER_OPERATORS = new Set(['<', '>', '==', '!=', '<=', '>=', ':=', '=', ',', ':', ';', '->']);

function tokenize(segment: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < segment.length) {
    const start = TOKEN.lastIndex;
    const m = TOKEN.exec(segment);
    if (m === null) return null;
    const end = TOKEN.lastIndex;
    const text = m[0];
    if (m[1] !== undefined || m[2] !== undefined) tokens.push({ text, start, end, kind: 'operand' });
    else if (m[3] !== undefined) tokens.push({ text, start, end, kind: 'name' });
    else if (m[4] !== undefined) tokens.push({ text, start, end, kind: 'operator' });
    else if (m[5] !== undefined) tokens.push({ text, start, end, kind: 'open' });
    else if (m[6] !== undefined) tokens.push({ text, start, end, kind: 'close' });
  }
  return tokens;
}

/** Returns the stressed part of `segment`, the source of one expression on one line; null if there is none. */
export function findAnchor(segment: string): Anchor | null {
  const tokens = tokenize(segment);
  if (tokens === null || tokens.length === 0) return null;
  const depths: number[] = [];
  let depth = 0;
  for (const t of tokens) {
    if (t.kind === 'close') depth--;
    depths.push(depth);
    if (depth < 0) return null;
    if (t.kind === 'open') depth++;
  }
  if (depth !== 0) return null;
  let split = -1;
  let splitPrecedence = 99;
  let startsWithUnary = false;
  for (let i = 0; i < tokens.length; i++) {
    if (depths[i] !== 0) continue;
    const t = tokens[i]!;
    if (t.kind === 'name' && LOOSER_THAN_ARITHMETIC.has(t.text)) return null;
    if (t.kind !== 'operator' || t.text === '.') continue;
    if (LOOSER_OPERATORS.has(t.text) || (t.text.endsWith('=') && t.text.length > 1)) return null;
    const before = i === 0 ? null : tokens[i - 1]!;
    const isUnary = before === null || before.kind === 'open' || (before.kind === 'operator' && before.text !== '.');
    if (isUnary) {
      if (i === 0) startsWithUnary = true;
      continue;
    }
    const precedence = PRECEDENCE[t.text];
    if (precedence === undefined) return null;
    // Left-associative but for `**`.
    if (precedence < splitPrecedence || (precedence === splitPrecedence && t.text !== '**')) {
      split = i;
      splitPrecedence = precedence;
    }
  }
  if (split >= 0) {
    if (split === tokens.length - 1) return null;
    if (startsWithUnary && splitPrecedence === 8) return null;
    return operatorAnchor(segment, tokens, split);
  }
  const isAwait = tokens[0]!.kind === 'name' && tokens[0]!.text === 'await';
  return startsWithUnary || isAwait ? null : subscriptAnchor(tokens);
}

/** The operator, and what touches it on the right as long as the right operand's node has not begun (a parenthesis around it). */
function operatorAnchor(segment: string, tokens: readonly Token[], split: number): Anchor {
  const start = tokens[split]!.start;
  const isLong = start + 1 < nodeStart(tokens, split) && !/\s/.test(segment[start + 1]!);
  return { start, end: isLong ? start + 2 : start + 1 };
}

/** Start of the expression after token `at`, opening parentheses around it not included. */
function nodeStart(tokens: readonly Token[], at: number): number {
  let i = at + 1;
  while (i < tokens.length - 1 && tokens[i]!.text === '(' && groupsWholeOperand(tokens, i)) i++;
  return tokens[i]!.start;
}

/** Does the parenthesis closed at `close` group an expression (rather than call, or make a tuple or an empty one)? */
function isGrouping(tokens: readonly Token[], close: number): boolean {
  const open = matchingOpen(tokens, close);
  if (open < 0 || open === close - 1) return false;
  const before = open === 0 ? null : tokens[open - 1]!;
  if (before !== null && (before.kind === 'operand' || before.kind === 'close')) return false;
  if (before !== null && before.kind === 'name' && !LOOSER_THAN_ARITHMETIC.has(before.text) && before.text !== 'await')
    return false;
  return !hasTopLevelComma(tokens, open, close) && !isGenerator(tokens, open, close);
}

function groupsWholeOperand(tokens: readonly Token[], open: number): boolean {
  const close = matchingClose(tokens, open);
  if (close < 0 || !isGrouping(tokens, close)) return false;
  // `(a).b` and `(a)(b)` begin with their parenthesis.
  const after = tokens[close + 1];
  return (
    after === undefined ||
    (after.kind === 'operator' && after.text !== '.' && after.text !== '**') ||
    after.kind === 'close'
  );
}

function matchingOpen(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (tokens[i]!.kind === 'close') depth++;
    else if (tokens[i]!.kind === 'open' && --depth === 0) return i;
  }
  return -1;
}

function matchingClose(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'open') depth++;
    else if (tokens[i]!.kind === 'close' && --depth === 0) return i;
  }
  return -1;
}

function hasTopLevelComma(tokens: readonly Token[], open: number, close: number): boolean {
  return hasTopLevel(tokens, open, close, (t) => t.text === ',');
}

function isGenerator(tokens: readonly Token[], open: number, close: number): boolean {
  return hasTopLevel(tokens, open, close, (t) => t.kind === 'name' && t.text === 'for');
}

function hasTopLevel(tokens: readonly Token[], open: number, close: number, test: (t: Token) => boolean): boolean {
  let depth = 0;
  for (let i = open + 1; i < close; i++) {
    const t = tokens[i]!;
    if (t.kind === 'open') depth++;
    else if (t.kind === 'close') depth--;
    else if (depth === 0 && test(t)) return true;
  }
  return false;
}

/** `value[slice]`: the brackets and what is in them. */
function subscriptAnchor(tokens: readonly Token[]): Anchor | null {
  const last = tokens.length - 1;
  if (tokens[last]!.text !== ']') return null;
  const open = matchingOpen(tokens, last);
  if (open <= 0 || open === last - 1) return null;
  const before = tokens[open - 1]!;
  if (before.kind === 'operator' || before.kind === 'open') return null;
  return { start: tokens[open]!.start, end: tokens[last]!.end };
}
