/** Statements and blocks. Method names follow the rules of Python's grammar where there is a rule of that meaning. */

import type {
  Alias,
  AnnAssign,
  AugAssign,
  BinaryOperator,
  ExceptHandler,
  Expr,
  FunctionDef,
  Keyword,
  MatchCase,
  Pass,
  Positioned,
  Root,
  Stmt,
  WithItem,
} from './ast.ts';
import { tuple } from './make-node.ts';
import { emptyArguments } from './parse-parameters.ts';
import { PatternParser } from './parse-pattern.ts';
import { markTarget } from './parse-target.ts';
import { PARSE_FAILURE } from './parser.ts';
import { DEDENT, ENDMARKER, INDENT, NAME, NEWLINE, type Token } from './token.ts';

const AUGMENTED: ReadonlyMap<string, BinaryOperator> = new Map([
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['//=', '//'],
  ['%=', '%'],
  ['**=', '**'],
  ['<<=', '<<'],
  ['>>=', '>>'],
  ['&=', '&'],
  ['|=', '|'],
  ['^=', '^'],
  ['@=', '@'],
]);

/** See `ParseOptions.mode` in `parse.ts`. */
type ParseMode = 'exec' | 'eval' | 'single';

export class StatementParser extends PatternParser {
  /** Parses the whole text. */
  parseRoot(mode: ParseMode): Root {
    if (mode === 'eval') {
      const body = this.parseExpressions();
      while (this.accept(NEWLINE));
      this.expect(ENDMARKER);
      return { kind: 'Expression', body };
    }
    if (mode === 'single') return { kind: 'Interactive', body: this.parseInteractive() };
    const body: Stmt[] = [];
    while (!this.at(ENDMARKER)) this.parseStatementInto(body);
    return { kind: 'Module', body };
  }

  /** Parses the text of an f-string field: whatever follows the expression is not looked at. */
  parseFieldRoot(): Expr {
    return this.parseStarExpressions();
  }

  private parseInteractive(): Stmt[] {
    const body: Stmt[] = [];
    const start = this.token;
    if (this.accept(NEWLINE)) {
      const pass: Pass = { kind: 'Pass', ...place(start, start) };
      return [pass];
    }
    const isCompound = this.parseStatementInto(body);
    if (isCompound) this.expect(NEWLINE);
    // The rest may be blanks and comments; tokens do not tell, as blanks at the end make an indent.
    const rest = this.text.slice(this.previous.end).replace(/#.*/g, '');
    if (/[^ \t\f\n]/.test(rest)) this.fail();
    return body;
  }

  // ---------------------------------------------------------------- statements

  /** Parses one compound statement or one line of simple ones. Returns whether it was compound. */
  private parseStatementInto(body: Stmt[]): boolean {
    const compound = this.parseCompound();
    if (compound !== null) {
      body.push(compound);
      return true;
    }
    this.parseSimpleStatements(body);
    return false;
  }

  private parseSimpleStatements(body: Stmt[]): void {
    do {
      body.push(this.parseSimple());
    } while (this.accept(';') && !this.at(NEWLINE));
    this.expect(NEWLINE);
  }

  private parseBlock(): Stmt[] {
    const body: Stmt[] = [];
    if (!this.accept(NEWLINE)) {
      this.parseSimpleStatements(body);
      return body;
    }
    this.expect(INDENT);
    this.enter();
    do this.parseStatementInto(body);
    while (!this.at(DEDENT));
    this.leave();
    this.advance();
    return body;
  }

  /** Returns `null` if no compound statement starts here. */
  private parseCompound(): Stmt | null {
    const start = this.token;
    switch (start.kind) {
      case 'def':
        return this.parseFunction(start, [], false);
      case '@':
        return this.parseDecorated();
      case 'class':
        return this.parseClass([]);
      case 'if':
        return this.parseIf();
      case 'for':
        return this.parseFor(start, false);
      case 'while':
        return this.parseWhile();
      case 'try':
        return this.parseTry();
      case 'with':
        return this.parseWith(start, false);
      case 'async':
        return this.parseAsync([]);
      case NAME:
        return start.value === 'match' && this.atMatch() ? this.parseMatch() : null;
      default:
        return null;
    }
  }

  private parseAsync(decorators: Expr[]): Stmt {
    const start = this.advance();
    if (this.at('def')) return this.parseFunction(start, decorators, true);
    if (decorators.length > 0) this.fail();
    if (this.at('for')) return this.parseFor(start, true);
    if (this.at('with')) return this.parseWith(start, true);
    this.fail();
  }

  private parseDecorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept('@')) {
      decorators.push(this.parseNamedExpression());
      this.expect(NEWLINE);
    }
    if (this.at('def')) return this.parseFunction(this.token, decorators, false);
    if (this.at('class')) return this.parseClass(decorators);
    if (this.at('async')) return this.parseAsync(decorators);
    this.fail();
  }

  // ---------------------------------------------------------------- definitions

  /** `start` is the first token, `async` or `def`; the cursor is at `def`. */
  private parseFunction(start: Token, decorators: Expr[], isAsync: boolean): Stmt {
    this.expect('def');
    const { value: name } = this.expect(NAME);
    this.expect('(');
    const args = this.at(')') ? emptyArguments() : this.parseParameters(')', false);
    this.expect(')');
    const returns = this.accept('->') ? this.parseExpression() : null;
    this.expect(':');
    const body = this.parseBlock();
    const def: FunctionDef = {
      kind: 'FunctionDef',
      ...place(start, this.lastText()),
      name,
      args,
      body,
      decorator_list: decorators,
      returns,
    };
    return isAsync ? { ...def, kind: 'AsyncFunctionDef' } : def;
  }

  private parseClass(decorators: Expr[]): Stmt {
    const start = this.expect('class');
    const { value: name } = this.expect(NAME);
    const bases: Expr[] = [];
    const keywords: Keyword[] = [];
    if (this.accept('(')) {
      this.parseArguments(bases, keywords, null);
      this.expect(')');
    }
    this.expect(':');
    const body = this.parseBlock();
    return {
      kind: 'ClassDef',
      ...place(start, this.lastText()),
      name,
      bases,
      keywords,
      body,
      decorator_list: decorators,
    };
  }

  // ---------------------------------------------------------------- control flow

  /** `if` with all its `elif`s: read in a row, nested from the last one. */
  private parseIf(): Stmt {
    const heads: { start: Token; test: Expr; body: Stmt[] }[] = [];
    do {
      const start = this.advance();
      const test = this.parseNamedExpression();
      this.expect(':');
      heads.push({ start, test, body: this.parseBlock() });
    } while (this.at('elif'));
    let orelse = this.parseElse();
    const end = this.lastText();
    for (let i = heads.length - 1; i > 0; i--) {
      const { start, test, body } = heads[i];
      orelse = [{ kind: 'If', ...place(start, end), test, body, orelse }];
    }
    const { start, test, body } = heads[0];
    return { kind: 'If', ...place(start, end), test, body, orelse };
  }

  private parseElse(): Stmt[] {
    if (!this.accept('else')) return [];
    this.expect(':');
    return this.parseBlock();
  }

  private parseWhile(): Stmt {
    const start = this.advance();
    const test = this.parseNamedExpression();
    this.expect(':');
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return { kind: 'While', ...place(start, this.lastText()), test, body, orelse };
  }

  private parseFor(start: Token, isAsync: boolean): Stmt {
    this.expect('for');
    const target = this.parseForTargets();
    this.expect('in');
    const iter = this.parseStarExpressions();
    this.expect(':');
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return { kind: isAsync ? 'AsyncFor' : 'For', ...place(start, this.lastText()), target, iter, body, orelse };
  }

  private parseWith(start: Token, isAsync: boolean): Stmt {
    this.expect('with');
    const items = this.tryParenthesizedItems() ?? this.parseWithItems();
    this.expect(':');
    const body = this.parseBlock();
    return { kind: isAsync ? 'AsyncWith' : 'With', ...place(start, this.lastText()), items, body };
  }

  private parseWithItems(): WithItem[] {
    const items: WithItem[] = [];
    do items.push(this.parseWithItem());
    while (this.accept(','));
    return items;
  }

  private parseWithItem(): WithItem {
    const context = this.parseExpression();
    let target: Expr | null = null;
    if (this.accept('as')) {
      const star = this.at('*');
      target = star ? this.parseStarExpression() : this.parsePrimary();
      if (!markTarget(target, 'Store')) this.fail();
    }
    return { kind: 'WithItem', context_expr: context, optional_vars: target };
  }

  /**
   * Parses `(item, item as target):` if that is what follows. Returns `null`, having moved nothing, if the parenthesis
   * belongs to an expression: something follows it, or its content is not a list of items.
   */
  private tryParenthesizedItems(): WithItem[] | null {
    if (!this.at('(') || this.tokens[this.closingIndex(this.index) + 1]?.kind !== ':') return null;
    const mark = this.index;
    const depth = this.currentDepth;
    try {
      this.advance();
      const items: WithItem[] = [];
      do items.push(this.parseWithItem());
      while (this.accept(',') && !this.at(')'));
      this.expect(')');
      this.expectAhead(':');
      return items;
    } catch (failure) {
      if (failure !== PARSE_FAILURE) throw failure;
      this.rewind(mark);
      this.restoreDepth(depth);
      return null;
    }
  }

  private expectAhead(kind: string): void {
    if (!this.at(kind)) this.fail();
  }

  /** Index of the bracket that closes the one at `index`, or of the last token. */
  private closingIndex(index: number): number {
    let open = 0;
    for (let i = index; i < this.tokens.length; i++) {
      const { kind } = this.tokens[i];
      if (kind === '(' || kind === '[' || kind === '{') open++;
      else if ((kind === ')' || kind === ']' || kind === '}') && --open === 0) return i;
    }
    return this.tokens.length - 1;
  }

  private parseTry(): Stmt {
    const start = this.advance();
    this.expect(':');
    const body = this.parseBlock();
    const handlers: ExceptHandler[] = [];
    let isStar = false;
    while (this.at('except')) {
      const hasStar = this.peekKind() === '*';
      if (handlers.length > 0 && hasStar !== isStar) this.fail();
      isStar = hasStar;
      handlers.push(this.parseHandler());
    }
    const orelse = handlers.length > 0 ? this.parseElse() : [];
    let finalbody: Stmt[] = [];
    if (this.accept('finally')) {
      this.expect(':');
      finalbody = this.parseBlock();
    } else if (handlers.length === 0) {
      this.fail();
    }
    const kind = isStar ? 'TryStar' : 'Try';
    return { kind, ...place(start, this.lastText()), body, handlers, orelse, finalbody };
  }

  private parseHandler(): ExceptHandler {
    const start = this.advance();
    const isStar = this.accept('*');
    let type: Expr | null = null;
    let name: string | null = null;
    if (isStar || !this.at(':')) {
      type = this.parseExpression();
      if (this.accept('as')) name = this.expect(NAME).value;
    }
    this.expect(':');
    const body = this.parseBlock();
    return { kind: 'ExceptHandler', ...place(start, this.lastText()), type, name, body };
  }

  // ---------------------------------------------------------------- match

  /**
   * Tells `match` the statement from `match` the name: only the statement's line ends with a colon and is followed by an
   * indented `case`.
   */
  private atMatch(): boolean {
    let i = this.index + 1;
    const { kind: next } = this.tokens[i];
    if (next === NEWLINE || next === '=' || next === '.' || next === ',' || next === ')' || next === ':') return false;
    while (i < this.tokens.length && this.tokens[i].kind !== NEWLINE) i++;
    if (i + 2 >= this.tokens.length || this.tokens[i - 1].kind !== ':' || this.tokens[i + 1].kind !== INDENT)
      return false;
    const first = this.tokens[i + 2];
    return first.kind === NAME && first.value === 'case';
  }

  private parseMatch(): Stmt {
    const start = this.advance();
    const subject = this.parseSubject();
    this.expect(':');
    this.expect(NEWLINE);
    this.expect(INDENT);
    this.enter();
    const cases: MatchCase[] = [];
    while (!this.accept(DEDENT)) cases.push(this.parseCase());
    this.leave();
    return { kind: 'Match', ...place(start, this.lastText()), subject, cases };
  }

  private parseSubject(): Expr {
    const start = this.token;
    const first = this.parseStarNamedExpression();
    if (!this.at(',')) {
      if (first.kind === 'Starred') this.fail();
      return first;
    }
    const elts = [first];
    while (this.accept(',') && !this.at(':')) elts.push(this.parseStarNamedExpression());
    return tuple(start, this.previous, elts, 'Load');
  }

  private parseCase(): MatchCase {
    if (this.expect(NAME).value !== 'case') this.fail();
    const pattern = this.parsePatterns();
    const guard = this.accept('if') ? this.parseNamedExpression() : null;
    this.expect(':');
    return { kind: 'MatchCase', pattern, guard, body: this.parseBlock() };
  }

  // ---------------------------------------------------------------- simple statements

  private parseSimple(): Stmt {
    const start = this.token;
    switch (start.kind) {
      case 'return': {
        this.advance();
        const value = this.atExpression() ? this.parseStarExpressions() : null;
        return { kind: 'Return', ...place(start, this.previous), value };
      }
      case 'import':
        return this.parseImport();
      case 'from':
        return this.parseImportFrom();
      case 'raise':
        return this.parseRaise();
      case 'pass':
        this.advance();
        return { kind: 'Pass', ...place(start, start) };
      case 'break':
        this.advance();
        return { kind: 'Break', ...place(start, start) };
      case 'continue':
        this.advance();
        return { kind: 'Continue', ...place(start, start) };
      case 'del':
        return this.parseDelete();
      case 'assert':
        return this.parseAssert();
      case 'global':
        this.advance();
        return { kind: 'Global', names: this.parseNames(), ...place(start, this.previous) };
      case 'nonlocal':
        this.advance();
        return { kind: 'Nonlocal', names: this.parseNames(), ...place(start, this.previous) };
      case 'yield': {
        const value = this.parseYieldExpr();
        return this.at('=') ? this.fail() : { kind: 'Expr', ...place(start, this.previous), value };
      }
      default:
        return this.parseAssignmentOrExpression();
    }
  }

  private parseAssignmentOrExpression(): Stmt {
    const start = this.token;
    const first = this.parseStarExpressions();
    const { kind } = this.token;
    if (kind === NEWLINE || kind === ';') return { kind: 'Expr', ...place(start, this.previous), value: first };
    if (kind === '=') return this.parseAssignment(start, first);
    if (kind === ':') return this.parseAnnotated(start, first);
    const op = AUGMENTED.get(kind);
    if (op === undefined) return { kind: 'Expr', ...place(start, this.previous), value: first };
    return this.parseAugmented(start, first, op);
  }

  private parseAssignment(start: Token, first: Expr): Stmt {
    const targets: Expr[] = [];
    let value = first;
    while (this.accept('=')) {
      if (!markTarget(value, 'Store')) this.fail();
      targets.push(value);
      value = this.parseAssigned();
    }
    return { kind: 'Assign', ...place(start, this.previous), targets, value };
  }

  private parseAnnotated(start: Token, target: Expr): Stmt {
    if (!isSingleTarget(target)) this.fail();
    target.ctx = 'Store';
    this.advance();
    const annotation = this.parseExpression();
    const value = this.accept('=') ? this.parseAssigned() : null;
    const simple = target.kind === 'Name' && start.kind === NAME;
    const node: AnnAssign = { kind: 'AnnAssign', ...place(start, this.previous), target, annotation, value, simple };
    return node;
  }

  private parseAugmented(start: Token, target: Expr, op: BinaryOperator): Stmt {
    if (!isSingleTarget(target)) this.fail();
    target.ctx = 'Store';
    this.advance();
    const value = this.parseAssigned();
    const node: AugAssign = { kind: 'AugAssign', ...place(start, this.previous), target, op, value };
    return node;
  }

  private parseRaise(): Stmt {
    const start = this.advance();
    let exc: Expr | null = null;
    let cause: Expr | null = null;
    if (this.atExpression()) {
      exc = this.parseExpression();
      if (this.accept('from')) cause = this.parseExpression();
    }
    return { kind: 'Raise', ...place(start, this.previous), exc, cause };
  }

  private parseAssert(): Stmt {
    const start = this.advance();
    const test = this.parseExpression();
    const msg = this.accept(',') ? this.parseExpression() : null;
    return { kind: 'Assert', ...place(start, this.previous), test, msg };
  }

  private parseDelete(): Stmt {
    const start = this.advance();
    const targets: Expr[] = [];
    do {
      const target = this.parsePrimary();
      if (!markTarget(target, 'Del')) this.fail();
      targets.push(target);
    } while (this.accept(',') && this.atExpression());
    if (!this.at(NEWLINE) && !this.at(';')) this.fail();
    return { kind: 'Delete', ...place(start, this.previous), targets };
  }

  private parseNames(): string[] {
    const names: string[] = [];
    do names.push(this.expect(NAME).value);
    while (this.accept(','));
    return names;
  }

  // ---------------------------------------------------------------- imports

  private parseImport(): Stmt {
    const start = this.advance();
    const names: Alias[] = [];
    do {
      const first = this.token;
      names.push(this.alias(first, this.parseDottedName()));
    } while (this.accept(','));
    return { kind: 'Import', ...place(start, this.previous), names };
  }

  private parseDottedName(): string {
    let path = this.expect(NAME).value;
    while (this.accept('.')) path += '.' + this.expect(NAME).value;
    return path;
  }

  /** Parses `as name` if it follows. */
  private alias(first: Token, name: string): Alias {
    const asname = this.accept('as') ? this.expect(NAME).value : null;
    return { kind: 'Alias', ...place(first, this.previous), name, asname };
  }

  private parseImportFrom(): Stmt {
    const start = this.advance();
    let level = 0;
    for (;;) {
      if (this.accept('.')) level++;
      else if (this.accept('...')) level += 3;
      else break;
    }
    const module = level > 0 && this.at('import') ? null : this.parseDottedName();
    this.expect('import');
    const names: Alias[] = [];
    const first = this.token;
    if (this.accept('*')) {
      names.push({ kind: 'Alias', ...place(first, first), name: '*', asname: null });
    } else if (this.accept('(')) {
      do names.push(this.alias(this.token, this.expect(NAME).value));
      while (this.accept(',') && !this.at(')'));
      this.expect(')');
    } else {
      do names.push(this.alias(this.token, this.expect(NAME).value));
      while (this.accept(','));
    }
    return { kind: 'ImportFrom', ...place(start, this.previous), module, names, level };
  }
}

/** Position fields from the start of `first` to the end of `last`. */
function place(first: Positioned, last: Positioned): Positioned {
  return { lineno: first.lineno, col: first.col, endLineno: last.endLineno, endCol: last.endCol };
}

function isSingleTarget(node: Expr): node is AnnAssign['target'] {
  return node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript';
}
