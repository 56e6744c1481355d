/**
 * Objects of `_ast` as the compiler's tree. Whatever a script may have put into them is checked; what is wrong is thrown as
 * `TreeFailure` and raised by the one who asked. Columns stay what they are: nobody knows the source.
 */
import { PyBytes } from '../objects/bytes.ts';
import { PyComplex } from '../objects/complex.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interp } from '../objects/interp.ts';
import { getOwn } from '../objects/instance.ts';
import { PyList } from '../objects/list.ts';
import { PyFrozenSet } from '../objects/set.ts';
import { PyTuple } from '../objects/tuple.ts';
import { isSubtype, lookupInType } from '../objects/type.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asInt, asStr } from '../objects/unwrap.ts';
import { GROUP_BY_NAME, OPERATOR_TEXTS, TREE_KINDS } from './ast-grammar.ts';
import type { FieldRule, GroupRule, NodeRule } from './ast-grammar.ts';
import { astClass, nodeName } from './ast-module.ts';

/** Nodes inside each other; CPython counts its own stack. */
const MAX_DEPTH = 1000;

/** Why a tree cannot be compiled: an exception's type and message; with `culprit`, its repr ends the message. */
export class TreeFailure extends Error {
  constructor(
    readonly type: string,
    message: string,
    readonly culprit: { readonly value: Value } | null = null,
  ) {
    super(message);
  }
}

/** The tree that `value` stands for; its root must be of the class named `rootName`. */
export function importTree(I: Interp, value: Value, rootName: string): any {
  if (!isSubtype(typeOf(I, value), astClass(I, rootName)))
    throw new TreeFailure('TypeError', `expected ${rootName} node, got ${nodeName(I, value)}`);
  return new Importer(I).node(GROUP_BY_NAME.get('mod')!, value);
}

class Importer {
  private depth = 0;
  constructor(private readonly I: Interp) {}

  node(group: GroupRule, value: Value): any {
    const { I } = this;
    I.ticks -= 1;
    if (!group.isAlone && value === null) return null;
    if (++this.depth > MAX_DEPTH) {
      throw new TreeFailure('RecursionError', `maximum recursion depth exceeded while traversing '${group.name}' node`);
    }
    const tree: any = { kind: '', lineno: 0, col: 0, endLineno: 0, endCol: 0 };
    // Classes that stand alone read their fields first, the others their place.
    if (group.hasPlace && !group.isAlone) this.place(tree, value, group);
    const rule = group.isAlone ? group.nodes[0]! : this.ruleOf(group, value);
    tree.kind = TREE_KINDS.get(rule.name) ?? rule.name;
    for (const field of rule.fields) this.field(tree, rule, field, value);
    for (const field of rule.fields) this.require(tree, rule, field);
    if (group.hasPlace && group.isAlone) this.place(tree, value, group);
    this.depth--;
    return tree;
  }

  private ruleOf(group: GroupRule, value: Value): NodeRule {
    const cls = typeOf(this.I, value);
    for (const rule of group.nodes) if (isSubtype(cls, astClass(this.I, rule.name))) return rule;
    throw new TreeFailure('TypeError', `expected some sort of ${group.name}, but got `, { value });
  }

  /** Attribute `name`; undefined: there is none. */
  private get(value: Value, name: string): Value | undefined {
    const own = typeof value === 'object' && value !== null ? getOwn(value as any, name) : undefined;
    return own !== undefined ? own : lookupInType(typeOf(this.I, value), name);
  }

  private place(tree: any, value: Value, group: GroupRule): void {
    const read = (name: string): number | null => {
      const v = this.get(value, name);
      const isEnd = name.startsWith('end');
      if (isEnd && group.isEndOptional && (v === undefined || v === null)) return null;
      if (v === undefined) throw new TreeFailure('TypeError', `required field "${name}" missing from ${group.name}`);
      return this.int(v);
    };
    tree.lineno = read('lineno');
    tree.col = read('col_offset');
    tree.endLineno = read('end_lineno') ?? tree.lineno;
    tree.endCol = read('end_col_offset') ?? tree.col;
  }

  private int(v: Value): number {
    const int = asInt(v);
    if (int === undefined) throw new TreeFailure('ValueError', 'invalid integer value: ', { value: v });
    if (typeof int === 'bigint' || int > 0x7fffffff || int < -0x80000000)
      throw new TreeFailure('OverflowError', 'Python int too large to convert to C int');
    return int;
  }

  private field(tree: any, rule: NodeRule, field: FieldRule, owner: Value): void {
    const value = this.get(owner, field.name);
    if (value === undefined || (value === null && field.isOptional)) {
      if (!field.isOptional)
        throw new TreeFailure('TypeError', `required field "${field.name}" missing from ${rule.name}`);
      tree[treeField(field)] = field.type === 'int' ? 0 : null;
      return;
    }
    if (!field.isList) {
      tree[treeField(field)] = this.item(field, value, rule);
      return;
    }
    if (!(value instanceof PyList)) {
      const given = typeName(this.I, value);
      throw new TreeFailure('TypeError', `${rule.name} field "${field.name}" must be a list, not a ${given}`);
    }
    tree[field.name] = value.items.map((item) => this.item(field, item, rule));
  }

  private item(field: FieldRule, value: Value, rule: NodeRule): any {
    switch (field.type) {
      case 'identifier':
      case 'string': {
        if (value === null) return null;
        const text = asStr(value);
        if (text !== undefined) return text;
        throw new TreeFailure(
          'TypeError',
          field.type === 'string' ? 'AST string must be of type str' : 'AST identifier must be of type str',
        );
      }
      case 'int': {
        const int = this.int(value);
        return rule.name === 'AnnAssign' || rule.name === 'comprehension' ? int !== 0 : int;
      }
      case 'constant':
        return this.constant(value);
    }
    const group = GROUP_BY_NAME.get(field.type)!;
    if (!OPERATOR_TEXTS.has(group.nodes[0]!.name)) return this.node(group, value);
    return OPERATOR_TEXTS.get(this.ruleOf(group, value).name);
  }

  private require(tree: any, rule: NodeRule, field: FieldRule): void {
    if (field.isOptional || field.isList || field.type === 'constant' || tree[field.name] !== null) return;
    throw new TreeFailure('ValueError', `field '${field.name}' is required for ${rule.name}`);
  }

  private constant(v: Value): any {
    if (v === null || typeof v === 'boolean' || typeof v === 'number' || typeof v === 'bigint') return v;
    if (typeof v === 'string') return v;
    if (v === this.I.Ellipsis) return { type: 'ellipsis' };
    if (v instanceof PyFloat) return { type: 'float', value: v.value };
    const cls = typeOf(this.I, v);
    if (v instanceof PyComplex && cls === this.I.types.complex) return { type: 'complex', real: v.re, imag: v.im };
    if (v instanceof PyBytes && cls === this.I.types.bytes) return { type: 'bytes', value: v.data };
    if (v instanceof PyTuple && cls === this.I.types.tuple)
      return { type: 'tuple', items: v.items.map((item) => this.constant(item)) };
    if (v instanceof PyFrozenSet && cls === this.I.types.frozenset)
      return { type: 'frozenset', items: v.toArray().map((item: Value) => this.constant(item)) };
    return { type: 'invalid', typeName: typeName(this.I, v) };
  }
}

function treeField(field: FieldRule): string {
  return field.name === 'kind' ? 'prefix' : field.name;
}
