/** What a tree made by a script must keep to before it may be compiled. Trees of the parser need no such check. Throws `TreeFailure`. */
import { TreeFailure } from './ast-import.ts';
import { NODE_RULES, TREE_KINDS } from './ast-grammar.ts';
import type { FieldRule } from './ast-grammar.ts';

type Context = 'Load' | 'Store' | 'Del';

const CLASS_NAMES: ReadonlyMap<string, string> = new Map([...TREE_KINDS].map(([name, kind]) => [kind, name]));
const FORBIDDEN: readonly string[] = ['None', 'True', 'False'];

/** Lists that must not be empty, by node and in the order they are looked at. */
const NOT_EMPTY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    FunctionDef: ['body'],
    AsyncFunctionDef: ['body'],
    ClassDef: ['body'],
    Delete: ['targets'],
    Assign: ['targets'],
    For: ['body'],
    AsyncFor: ['body'],
    While: ['body'],
    If: ['body'],
    With: ['items', 'body'],
    AsyncWith: ['items', 'body'],
    Match: ['cases'],
    MatchCase: ['body'],
    Try: ['body'],
    TryStar: ['body'],
    ExceptHandler: ['body'],
    Import: ['names'],
    ImportFrom: ['names'],
    Global: ['names'],
    Nonlocal: ['names'],
  }),
);

/** Fields that are stored to, or deleted. */
const STORED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Assign: ['targets'],
    AugAssign: ['target'],
    AnnAssign: ['target'],
    For: ['target'],
    AsyncFor: ['target'],
    Comprehension: ['target'],
    WithItem: ['optional_vars'],
    NamedExpr: ['target'],
  }),
);

/** Lists in which None has a meaning. */
const WITH_NONE: readonly string[] = ['Dict.keys', 'Arguments.kw_defaults'];

export function validateTree(root: any): void {
  checkNode(root);
}

const value = (message: string): TreeFailure => new TreeFailure('ValueError', message);

function checkNode(node: any): void {
  const kind: string = node.kind;
  const rule = NODE_RULES.get(CLASS_NAMES.get(kind) ?? kind)!;
  checkPlace(node);
  for (const name of NOT_EMPTY.get(kind) ?? []) {
    if (node[name].length === 0) throw value(`empty ${name} on ${kind === 'MatchCase' ? 'match_case' : kind}`);
  }
  checkShape(node);
  for (const field of rule.fields) checkField(node, field);
  if (kind === 'Constant') checkConstant(node.value);
}

function checkPlace(node: any): void {
  const { lineno, col, endLineno, endCol } = node;
  if (lineno > endLineno) throw value(`AST node line range (${lineno}, ${endLineno}) is not valid`);
  if ((lineno < 0 && endLineno !== lineno) || (col < 0 && col !== endCol)) {
    throw value(`AST node column range (${col}, ${endCol}) for line range (${lineno}, ${endLineno}) is not valid`);
  }
  if (lineno === endLineno && col > endCol) throw value(`line ${lineno}, column ${col}-${endCol} is not a valid range`);
}

function checkField(node: any, field: FieldRule): void {
  const held = node[field.name === 'kind' ? 'prefix' : field.name];
  const isNode = typeof held === 'object' && held !== null && (field.isList || held.kind !== undefined);
  if (!isNode) return;
  if (field.type === 'identifier') return;
  const { kind } = node;
  let context: Context = STORED.get(kind)?.includes(field.name) === true ? 'Store' : kind === 'Delete' ? 'Del' : 'Load';
  // The items of a target are targets too.
  if ((kind === 'List' || kind === 'Tuple') && field.name === 'elts') context = node.ctx;
  if (kind === 'Starred') context = node.ctx;
  if (!field.isList) {
    checkOne(held, field, context);
    return;
  }
  for (const item of held) {
    if (item === null) {
      if (WITH_NONE.includes(`${kind}.${field.name}`)) continue;
      throw value(`None disallowed in ${field.type === 'stmt' ? 'statement' : 'expression'} list`);
    }
    checkOne(item, field, context);
  }
}

function checkOne(item: any, field: FieldRule, context: Context): void {
  if (typeof item !== 'object') return;
  if (field.type === 'expr') {
    const found: Context = item.ctx ?? 'Load';
    if (item.ctx !== undefined && found !== context)
      throw value(`expression must have ${context} context but has ${found} instead`);
    if (item.ctx === undefined && context !== 'Load')
      throw value(`expression which can't be ${context === 'Del' ? 'deleted' : 'assigned to'} in ${context} context`);
  }
  checkNode(item);
}

function checkName(name: string): void {
  if (FORBIDDEN.includes(name)) throw value(`identifier field can't represent '${name}' constant`);
}

function checkConstant(constant: any): void {
  if (constant === null || typeof constant !== 'object') return;
  if (constant.type === 'invalid') {
    throw new TreeFailure('TypeError', `got an invalid type in Constant: ${constant.typeName}`);
  }
  if (constant.items !== undefined) for (const item of constant.items) checkConstant(item);
}

/** Rules of single nodes that tell of more than one field. */
function checkShape(node: any): void {
  switch (node.kind) {
    case 'Arguments':
      if (node.defaults.length > node.posonlyargs.length + node.args.length)
        throw value('more positional defaults than args on arguments');
      if (node.kw_defaults.length !== node.kwonlyargs.length)
        throw value('length of kwonlyargs is not the same as kw_defaults on arguments');
      return;
    case 'AnnAssign':
      if (node.simple && node.target.kind !== 'Name')
        throw new TreeFailure('TypeError', 'AnnAssign with simple non-Name target');
      return;
    case 'Raise':
      if (node.exc === null && node.cause !== null) throw value('Raise with cause but no exception');
      return;
    case 'Try':
    case 'TryStar':
      if (node.handlers.length === 0 && node.finalbody.length === 0)
        throw value(`${node.kind} has neither except handlers nor finalbody`);
      if (node.handlers.length === 0 && node.orelse.length > 0)
        throw value(`${node.kind} has orelse but no except handlers`);
      return;
    case 'ImportFrom':
      if (node.level < 0) throw value('Negative ImportFrom level');
      return;
    case 'BoolOp':
      if (node.values.length < 2) throw value('BoolOp with less than 2 values');
      return;
    case 'NamedExpr':
      if (node.target.kind !== 'Name') throw new TreeFailure('TypeError', 'NamedExpr target must be a Name');
      return;
    case 'Dict':
      if (node.keys.length !== node.values.length) throw value("Dict doesn't have the same number of keys as values");
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      if (node.generators.length === 0) throw value('comprehension with no generators');
      return;
    case 'Compare':
      if (node.comparators.length === 0) throw value('Compare with no comparators');
      if (node.comparators.length !== node.ops.length)
        throw value('Compare has a different number of comparators and operands');
      return;
    case 'Name':
      checkName(node.id);
      return;
    default:
      checkPattern(node);
  }
}

function checkPattern(node: any): void {
  switch (node.kind) {
    case 'MatchSingleton':
      if (node.value !== null && typeof node.value !== 'boolean')
        throw value('MatchSingleton can only contain True, False and None');
      return;
    case 'MatchMapping':
      if (node.keys.length !== node.patterns.length)
        throw value("MatchMapping doesn't have the same number of keys as patterns");
      checkCapture(node.rest);
      return;
    case 'MatchClass':
      if (node.kwd_attrs.length !== node.kwd_patterns.length)
        throw value("MatchClass doesn't have the same number of keyword attributes as patterns");
      if (!isDotted(node.cls)) throw value('MatchClass cls field can only contain Name or Attribute nodes.');
      for (const name of node.kwd_attrs) checkName(name);
      return;
    case 'MatchStar':
      checkCapture(node.name);
      return;
    case 'MatchAs':
      checkCapture(node.name);
      if (node.pattern !== null && node.name === null)
        throw value('MatchAs must specify a target name if a pattern is given');
      return;
    case 'MatchOr':
      if (node.patterns.length < 2) throw value('MatchOr requires at least 2 patterns');
      return;
    case 'MatchValue':
      if (!isPatternValue(node.value)) throw value('patterns may only match literals and attribute lookups');
  }
}

function checkCapture(name: string | null): void {
  if (name === null) return;
  if (name === '_') throw value("can't capture name '_' in patterns");
  checkName(name);
}

function isDotted(node: any): boolean {
  return node.kind === 'Name' || (node.kind === 'Attribute' && isDotted(node.value));
}

function isPatternValue(node: any): boolean {
  switch (node.kind) {
    case 'Constant':
      return node.value !== null && typeof node.value !== 'boolean' && node.value.type !== 'ellipsis';
    case 'Attribute':
      return isDotted(node);
    case 'UnaryOp':
      return node.op === '-' && node.operand.kind === 'Constant';
    case 'BinOp':
      return (node.op === '+' || node.op === '-') && node.right.kind === 'Constant';
    default:
      return node.kind === 'JoinedStr';
  }
}
