/** The parser's tree as the objects of `_ast`. Columns become UTF-8 bytes of the line. */
import { utf8Column } from '../base/source-text.ts';
import type { Root } from '../syntax/ast.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyComplex } from '../objects/complex.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interp } from '../objects/interp.ts';
import { newInstance, setOwn } from '../objects/instance.ts';
import type { PyInstance } from '../objects/instance.ts';
import { newList } from '../objects/list.ts';
import type { PyType } from '../objects/type.ts';
import type { PyDict } from '../objects/dict.ts';
import { GROUP_BY_NAME, NODE_RULES, OPERATOR_TEXTS, TREE_KINDS } from './ast-grammar.ts';
import type { FieldRule, NodeRule } from './ast-grammar.ts';
import { astModule } from './ast-module.ts';

/** Class names by what the parser's tree calls a node. */
const CLASS_OF_KIND: ReadonlyMap<string, string> = new Map(
  [...NODE_RULES.keys()].map((name) => [TREE_KINDS.get(name) ?? name, name]),
);

/** Class names of operators by group and text: `+` is both `Add` and `UAdd`. */
const CLASS_OF_OPERATOR: ReadonlyMap<string, string> = new Map(
  [...OPERATOR_TEXTS].map(([name, text]) => [`${NODE_RULES.get(name)!.group} ${text}`, name]),
);

/** Makes the objects for `root`, which was parsed from `source`, whose newlines are normalised. */
export function exportTree(I: Interp, root: Root, source: string): Value {
  return new Exporter(I, source).node(root);
}

class Exporter {
  private readonly lines: readonly string[];
  private readonly classes: PyDict;
  /** Contexts and operators have no state: one object each, as long as the tree is made. */
  private readonly shared = new Map<string, Value>();

  constructor(
    private readonly I: Interp,
    source: string,
  ) {
    this.lines = source.split('\n');
    this.classes = astModule(I).dict;
  }

  node(tree: any): Value {
    const { I } = this;
    const rule = NODE_RULES.get(CLASS_OF_KIND.get(tree.kind)!)!;
    const made = this.make(rule.name);
    I.ticks -= 1;
    for (const field of rule.fields) setOwn(I, made, field.name, this.field(rule, field, tree));
    if (GROUP_BY_NAME.get(rule.group)!.hasPlace) {
      setOwn(I, made, 'lineno', tree.lineno);
      setOwn(I, made, 'col_offset', this.column(tree.lineno, tree.col));
      setOwn(I, made, 'end_lineno', tree.endLineno);
      setOwn(I, made, 'end_col_offset', this.column(tree.endLineno, tree.endCol));
    }
    return made;
  }

  private make(name: string): PyInstance {
    return newInstance(this.I, this.classes.getStr(name) as PyType);
  }

  private column(lineno: number, col: number): number {
    const line = this.lines[lineno - 1];
    return line === undefined ? col : utf8Column(line, col);
  }

  private field(rule: NodeRule, field: FieldRule, tree: any): Value {
    if (field.name === 'kind') return tree.prefix;
    const value = tree[field.name];
    if (field.isList) {
      if (value === undefined) return newList(this.I, []);
      return newList(
        this.I,
        (value as any[]).map((item) => this.item(field.type, item)),
      );
    }
    if (field.type === 'constant') return this.constant(value);
    // Type comments are not kept by the parser.
    return value === undefined ? null : this.item(field.type, value);
  }

  private item(type: string, value: any): Value {
    if (value === null || type === 'identifier' || type === 'string') return value;
    if (type === 'int') return Number(value);
    const operator = CLASS_OF_OPERATOR.get(`${type} ${value}`);
    if (operator === undefined) return this.node(value);
    let made = this.shared.get(operator);
    if (made === undefined) this.shared.set(operator, (made = this.make(operator)));
    return made;
  }

  private constant(value: any): Value {
    const { I } = this;
    if (value === null || typeof value !== 'object') return value;
    switch (value.type) {
      case 'float':
        return new PyFloat(value.value);
      case 'complex':
        return new PyComplex(I.types.complex, value.real ?? 0, value.imag);
      case 'bytes':
        return new PyBytes(I.types.bytes, value.value);
      default:
        return I.Ellipsis;
    }
  }
}
