/**
 * `_ast`: the class `AST` and, made from the grammar, one class for each node. The node classes are ordinary Python classes: scripts may
 * set attributes on them, as `ast` itself does. What the runtime needs of them later is under `ast` in `I.extensions`.
 */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec, TypeSpec } from '../objects/native.ts';
import { noArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import { newDict } from '../objects/dict.ts';
import { PyInstance, instanceDict, newInstance } from '../objects/instance.ts';
import { INSTANCE_DICT } from '../objects/instance-getset.ts';
import { visitStored } from '../objects/class-slots.ts';
import { setAttr } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { PyTuple, newTuple } from '../objects/tuple.ts';
import { PyList } from '../objects/list.ts';
import { PyType, lookupInType } from '../objects/type.ts';
import type { PyModule } from '../objects/module.ts';
import { typeNew } from '../objects/type-creation.ts';
import { typeName } from '../objects/type-of.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { installModule } from './install-module.ts';
import { GROUP_RULES, PLACE_ATTRIBUTES } from './ast-grammar.ts';
import type { NodeRule } from './ast-grammar.ts';

/** Where the module object is kept: the classes are found there even if a script replaces `sys.modules['_ast']`. */
const MODULE_KEY = 'ast.module';

/** r = [delivered, node, names, values, next]: stores the arguments of a node's constructor as attributes. */
const FILL_KIND = new NativeKind('ast.fill', (I: Interp, f: Frame) => {
  const r = f.r;
  while (r[4] < r[2].length) {
    const i = r[4]++;
    if (setAttr(I, r[1], r[2][i], r[3][i]) === undefined) return undefined;
  }
  return null;
});

function initNode(I: Interp, self: PyInstance, args: Value[], kw: readonly string[] | null): null | undefined {
  const cls = self.cls;
  const declared = lookupInType(cls, '_fields');
  let fields: readonly Value[] = [];
  if (declared instanceof PyTuple || declared instanceof PyList) fields = declared.items;
  else if (declared === null) return typeError(I, "object of type 'NoneType' has no len()");
  const count = args.length - (kw === null ? 0 : kw.length);
  const called = cls.isBuiltin ? cls.name : cls.tpName;
  if (count > fields.length) {
    const s = fields.length === 1 ? '' : 's';
    return typeError(I, `${called} constructor takes at most ${fields.length} positional argument${s}`);
  }
  const names = fields.slice(0, count);
  for (const name of kw ?? []) {
    const at = fields.indexOf(name);
    if (at >= 0 && at < count) return typeError(I, `${called} got multiple values for argument '${name}'`);
    names.push(name);
  }
  return I.enter(FILL_KIND, [undefined, self, names, args, 0]);
}

export const AST_SPEC: TypeSpec = {
  name: 'AST',
  module: 'ast',
  doc: null,
  hasDict: true,
  slots: {
    new: (I, cls) => newInstance(I, cls),
    init: initNode,
    visit: visitStored,
    sizeOf: (I) => 5 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyInstance) => newTuple(I, [v.cls as Value, newTuple(I, []), instanceDict(I, v)])),
  },
  getset: { __dict__: INSTANCE_DICT },
  allocate: (I, cls) => newInstance(I, cls),
  kinds: [FILL_KIND],
};

/** Makes the classes of the grammar in the module's namespace. */
function makeClasses(I: Interp, module: PyModule): void {
  const ast = I.typeFor(AST_SPEC);
  for (const name of ['_fields', '__match_args__', '_attributes']) ast.dict.setStr(I, name, I.emptyTuple);
  ast.dict.setStr(I, '__module__', 'ast');
  const make = (name: string, base: PyType, doc: string, fields: readonly string[]) => {
    const namespace = newDict(I);
    namespace.setStr(I, '_fields', newTuple(I, fields.slice()));
    namespace.setStr(I, '__match_args__', newTuple(I, fields.slice()));
    namespace.setStr(I, '__module__', 'ast');
    namespace.setStr(I, '__doc__', doc);
    const cls = typeNew(I, I.types.type, [name, newTuple(I, [base]), namespace], null) as PyType;
    module.dict.setStr(I, name, cls);
    return cls;
  };
  const makeNode = (rule: NodeRule, base: PyType): PyType => {
    const names = rule.fields.map((field) => field.name);
    const cls = make(rule.name, base, rule.doc, names);
    for (const field of rule.fields) if (field.isOptional) cls.dict.setStr(I, field.name, null);
    return cls;
  };
  for (const group of GROUP_RULES) {
    const base = group.isAlone ? makeNode(group.nodes[0]!, ast) : make(group.name, ast, group.doc, []);
    base.dict.setStr(I, '_attributes', newTuple(I, group.hasPlace ? PLACE_ATTRIBUTES.slice() : []));
    if (group.hasPlace && group.isEndOptional) {
      base.dict.setStr(I, 'end_lineno', null);
      base.dict.setStr(I, 'end_col_offset', null);
    }
    if (!group.isAlone) for (const rule of group.nodes) makeNode(rule, base);
  }
  (I as Interpreter).extensions.set(MODULE_KEY, module);
}

/** The classes by name: the namespace of `_ast`, which is made if no script has imported it. */
export function astModule(I: Interp): PyModule {
  const known = (I as Interpreter).extensions.get(MODULE_KEY);
  if (known !== undefined) return known;
  const module = installModule(I, AST_MODULE_SPEC);
  const modules = (I as Interpreter).modules;
  if (modules.getStr('_ast') === undefined) modules.setStr(I, '_ast', module);
  return module;
}

/** The class of that name. */
export function astClass(I: Interp, name: string): PyType {
  const cls = astModule(I).dict.getStr(name);
  return cls instanceof PyType ? cls : I.typeFor(AST_SPEC);
}

/** What a message calls the class of `v`. */
export function nodeName(I: Interp, v: Value): string {
  return v instanceof PyInstance ? v.cls.name : typeName(I, v);
}

export const AST_MODULE_SPEC: ModuleSpec = {
  name: '_ast',
  types: [AST_SPEC],
  constants: { PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000, PyCF_ONLY_AST: 0x400, PyCF_TYPE_COMMENTS: 0x1000 },
  setup: makeClasses,
  kinds: [],
};
