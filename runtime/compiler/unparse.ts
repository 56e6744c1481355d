/**
 * Expressions as source text, the way Python writes annotations under `from __future__ import annotations`: canonical spacing,
 * single quotes, parentheses only where the grammar needs them.
 */
import { reprFloat } from '../numeric/float-text.ts';
import { reprBytes, reprStr } from '../text/repr.ts';
import type * as ast from '../syntax/ast.ts';
import { tooDeep } from './compile-error.ts';
import { MAX_TREE_DEPTH } from './depth-limit.ts';
import { constantOf } from './fold.ts';

/** Binding strength, weakest first; an expression weaker than its surroundings gets parentheses. */
const enum Level {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  COMPARE,
  BIT_OR,
  BIT_XOR,
  BIT_AND,
  SHIFT,
  SUM,
  PRODUCT,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

const BINARY_LEVELS: Readonly<Record<ast.BinaryOperator, Level>> = {
  '|': Level.BIT_OR,
  '^': Level.BIT_XOR,
  '&': Level.BIT_AND,
  '<<': Level.SHIFT,
  '>>': Level.SHIFT,
  '+': Level.SUM,
  '-': Level.SUM,
  '*': Level.PRODUCT,
  '@': Level.PRODUCT,
  '/': Level.PRODUCT,
  '//': Level.PRODUCT,
  '%': Level.PRODUCT,
  '**': Level.POWER,
};

/** Returns the text of `e`. */
export function unparse(e: ast.Expr): string {
  return new Writer().at(e, Level.TEST);
}

class Writer {
  private depth = 0;

  at(e: ast.Expr, level: Level): string {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    const text = this.write(e, level);
    this.depth--;
    return text;
  }

  private list(elts: readonly ast.Expr[]): string {
    return elts.map((e) => this.at(e, Level.TEST)).join(', ');
  }

  private write(e: ast.Expr, level: Level): string {
    switch (e.kind) {
      case 'Name':
        return e.id;
      case 'Constant':
        return this.constant(e);
      case 'Attribute': {
        const value = this.at(e.value, Level.ATOM);
        // `1.real` would read as a float.
        const gap = e.value.kind === 'Constant' && /^\d+$/.test(value) ? ' ' : '';
        return `${value}${gap}.${e.attr}`;
      }
      case 'Subscript':
        return `${this.at(e.value, Level.ATOM)}[${this.at(e.slice, Level.TUPLE)}]`;
      case 'Slice': {
        const bound = (b: ast.Expr | null): string => (b === null ? '' : this.at(b, Level.TEST));
        return `${bound(e.lower)}:${bound(e.upper)}${e.step === null ? '' : `:${bound(e.step)}`}`;
      }
      case 'Call':
        return this.call(e);
      case 'Tuple': {
        if (e.elts.length === 0) return '()';
        return wrap(`${this.list(e.elts)}${e.elts.length === 1 ? ',' : ''}`, level > Level.TUPLE);
      }
      case 'List':
        return `[${this.list(e.elts)}]`;
      case 'Set':
        return `{${this.list(e.elts)}}`;
      case 'Dict':
        return `{${e.keys.map((key, i) => this.pair(key, e.values[i])).join(', ')}}`;
      case 'Starred':
        return `*${this.at(e.value, Level.BIT_OR)}`;
      case 'BoolOp': {
        const own = e.op === 'and' ? Level.AND : Level.OR;
        return wrap(e.values.map((value) => this.at(value, own + 1)).join(` ${e.op} `), level > own);
      }
      case 'UnaryOp': {
        const own = e.op === 'not' ? Level.NOT : Level.FACTOR;
        return wrap(`${e.op === 'not' ? 'not ' : e.op}${this.at(e.operand, own)}`, level > own);
      }
      case 'BinOp': {
        const own = BINARY_LEVELS[e.op];
        const isRight = e.op === '**';
        const left = this.at(e.left, isRight ? own + 1 : own);
        return wrap(`${left} ${e.op} ${this.at(e.right, isRight ? own : own + 1)}`, level > own);
      }
      case 'Compare': {
        const rest = e.ops.map((op, i) => ` ${op} ${this.at(e.comparators[i], Level.COMPARE + 1)}`);
        return wrap(this.at(e.left, Level.COMPARE + 1) + rest.join(''), level > Level.COMPARE);
      }
      case 'IfExp': {
        const body = this.at(e.body, Level.TEST + 1);
        const test = this.at(e.test, Level.TEST + 1);
        return wrap(`${body} if ${test} else ${this.at(e.orelse, Level.TEST)}`, level > Level.TEST);
      }
      case 'Lambda': {
        const args = this.args(e.args);
        const gap = e.args.args.length + e.args.posonlyargs.length === 0 ? '' : ' ';
        return wrap(`lambda${gap}${args}: ${this.at(e.body, Level.TEST)}`, level > Level.TEST);
      }
      case 'NamedExpr':
        return wrap(`${this.at(e.target, Level.ATOM)} := ${this.at(e.value, Level.ATOM)}`, level > Level.TUPLE);
      case 'Await':
        return wrap(`await ${this.at(e.value, Level.ATOM)}`, level > Level.AWAIT);
      case 'Yield':
        return e.value === null ? '(yield)' : `(yield ${this.at(e.value, Level.TEST)})`;
      case 'YieldFrom':
        return `(yield from ${this.at(e.value, Level.TEST)})`;
      case 'ListComp':
        return `[${this.at(e.elt, Level.TEST)}${this.clauses(e.generators)}]`;
      case 'SetComp':
        return `{${this.at(e.elt, Level.TEST)}${this.clauses(e.generators)}}`;
      case 'GeneratorExp':
        return `(${this.at(e.elt, Level.TEST)}${this.clauses(e.generators)})`;
      case 'DictComp':
        return `{${this.pair(e.key, e.value)}${this.clauses(e.generators)}}`;
      case 'JoinedStr':
      case 'FormattedValue':
        return `f${reprStr(this.formatted(e))}`;
    }
  }

  private constant(e: ast.Constant): string {
    const value = constantOf(e);
    if (value === null) return 'None';
    switch (typeof value) {
      case 'boolean':
        return value ? 'True' : 'False';
      case 'number':
      case 'bigint':
        return String(value);
      case 'string':
        return `${e.prefix === 'u' ? 'u' : ''}${reprStr(value)}`;
    }
    switch (value.type) {
      case 'float':
        return floatLiteral(value.value);
      case 'complex':
        return `${floatLiteral(value.imag).replace(/\.0$/, '')}j`;
      case 'bytes':
        return reprBytes(value.value);
      case 'tuple':
        return `(${value.items.map(String).join(', ')})`;
      default:
        return '...';
    }
  }

  private call(e: ast.Call): string {
    const [first] = e.args;
    const func = this.at(e.func, Level.ATOM);
    if (e.args.length === 1 && e.keywords.length === 0 && first.kind === 'GeneratorExp') {
      return func + this.at(first, Level.TEST);
    }
    const args = e.args.map((arg) => this.at(arg, Level.TEST));
    for (const keyword of e.keywords) {
      args.push(`${keyword.arg === null ? '**' : `${keyword.arg}=`}${this.at(keyword.value, Level.TEST)}`);
    }
    return `${func}(${args.join(', ')})`;
  }

  private pair(key: ast.Expr | null, value: ast.Expr): string {
    if (key === null) return `**${this.at(value, Level.BIT_OR)}`;
    return `${this.at(key, Level.TEST)}: ${this.at(value, Level.TEST)}`;
  }

  private clauses(generators: readonly ast.Comprehension[]): string {
    return generators
      .map((clause) => {
        const head = ` ${clause.is_async ? 'async ' : ''}for ${this.at(clause.target, Level.TUPLE)}`;
        const tests = clause.ifs.map((test) => ` if ${this.at(test, Level.TEST + 1)}`);
        return `${head} in ${this.at(clause.iter, Level.TEST + 1)}${tests.join('')}`;
      })
      .join('');
  }

  private args(args: ast.Arguments): string {
    const parts: string[] = [];
    const positional = [...args.posonlyargs, ...args.args];
    const required = positional.length - args.defaults.length;
    const value = (e: ast.Expr | null): string => (e === null ? '' : `=${this.at(e, Level.TEST)}`);
    positional.forEach((arg, i) => {
      parts.push(arg.arg + value(i < required ? null : args.defaults[i - required]));
      if (i + 1 === args.posonlyargs.length) parts.push('/');
    });
    if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
    else if (args.kwonlyargs.length !== 0) parts.push('*');
    args.kwonlyargs.forEach((arg, i) => parts.push(arg.arg + value(args.kw_defaults[i])));
    if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
    return parts.join(', ');
  }

  /** The inside of an f-string, before quotes and escapes. */
  private formatted(e: ast.Expr): string {
    if (e.kind === 'JoinedStr') return e.values.map((value) => this.formatted(value)).join('');
    if (e.kind === 'Constant') return String(e.value).replace(/[{}]/g, '$&$&');
    if (e.kind !== 'FormattedValue') return this.at(e, Level.TEST);
    const text = this.at(e.value, Level.TEST + 1);
    const gap = text.startsWith('{') ? ' ' : '';
    const conversion = e.conversion < 0 ? '' : `!${String.fromCharCode(e.conversion)}`;
    const spec = e.format_spec === null ? '' : `:${this.formatted(e.format_spec)}`;
    return `{${gap}${text}${conversion}${spec}}`;
  }
}

function wrap(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

/** Infinity has no literal; a number too large for a float does. */
function floatLiteral(value: number): string {
  return reprFloat(value).replace('inf', '1e309');
}
