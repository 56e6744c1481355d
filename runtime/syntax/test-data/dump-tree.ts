/** Trees as text, in the notation of `dump` in `record.py`. For tests. */

import { SourceText, utf8Column } from '../../base/source-text.ts';
import type { ConstantValue, Node, Root } from '../ast.ts';

/** Python's names of the nodes that have others here. */
const PYTHON_NAMES: Readonly<Record<string, string>> = {
  Arguments: 'arguments',
  Arg: 'arg',
  Keyword: 'keyword',
  Alias: 'alias',
  WithItem: 'withitem',
  MatchCase: 'match_case',
  Comprehension: 'comprehension',
};

const LEFT_OUT: ReadonlySet<string> = new Set(['kind', 'lineno', 'col', 'endLineno', 'endCol', 'prefix', 'ctx']);

/** Operators stand without quotes. */
const OPERATOR_FIELDS: ReadonlySet<string> = new Set(['op', 'ops']);

export function dumpTree(root: Root, source: string): string {
  return new TreeDumper(new SourceText(source)).node(root);
}

class TreeDumper {
  constructor(private readonly source: SourceText) {}

  node(node: Node): string {
    const fields: string[] = [];
    for (const field of Object.keys(node).sort()) {
      if (LEFT_OUT.has(field)) continue;
      const value: unknown = (node as unknown as Record<string, unknown>)[field];
      const isConstant = field === 'value' && (node.kind === 'Constant' || node.kind === 'MatchSingleton');
      if (isConstant) fields.push(dumpConstant(value as ConstantValue) + prefixOf(node));
      else fields.push(this.value(value, OPERATOR_FIELDS.has(field)));
    }
    return `${PYTHON_NAMES[node.kind] ?? node.kind}${this.place(node)}(${fields.join(' ')})`;
  }

  private value(value: unknown, isOperator: boolean): string {
    if (value === null) return '~';
    if (typeof value === 'string') return isOperator ? value : JSON.stringify(value);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? '1' : '0';
    if (Array.isArray(value)) return `[${value.map((item) => this.value(item, isOperator)).join(' ')}]`;
    return this.node(value as Node);
  }

  private place(node: Node): string {
    if (!('lineno' in node)) return '';
    const start = utf8Column(this.source.line(node.lineno), node.col);
    const end = utf8Column(this.source.line(node.endLineno), node.endCol);
    return `@${node.lineno}:${start}-${node.endLineno}:${end}`;
  }
}

function prefixOf(node: Node): string {
  return node.kind === 'Constant' ? (node.prefix ?? '') : '';
}

function dumpConstant(value: ConstantValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return `i${value.toString(16)}`;
  if (typeof value === 'string') return `s${Array.from({ length: value.length }, (_, i) => hex(value.charCodeAt(i), 4)).join('')}`;
  switch (value.type) {
    case 'float':
      return `f${doubleHex(value.value)}`;
    case 'complex':
      return `c${doubleHex(value.imag)}`;
    case 'bytes':
      return `b${Array.from(value.value, (byte) => hex(byte, 2)).join('')}`;
    default:
      return '...';
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function doubleHex(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return Array.from(new Uint8Array(view.buffer), (byte) => hex(byte, 2)).join('');
}
