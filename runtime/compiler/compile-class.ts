/** Class statements: the body as a function without locals of its own, called by `__build_class__`. */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { checkKeywords, emitArguments } from './compile-call.ts';
import { applyDecorators } from './compile-function.ts';
import type { Compiler } from './compiler.ts';
import { docstringOf } from './fold.ts';

export function compileClassDef(c: Compiler, s: ast.ClassDef): void {
  const outer = c.unit;
  c.expressions(s.decorator_list);
  outer.loc = s;
  const firstLineno = s.decorator_list.length === 0 ? s.lineno : s.decorator_list[0].lineno;
  const unit = c.enter('class', s.name, s, firstLineno, s.name);
  // What comes before the body belongs to the line of the class statement.
  unit.loc = { lineno: firstLineno, col: 0, endLineno: firstLineno, endCol: 0 };
  c.loadName('__name__');
  c.storeName('__module__');
  unit.constant(unit.qualname);
  c.storeName('__qualname__');
  compileBody(c, s.body, true);
  unit.loc = null;
  if (unit.scope.needsClassCell) {
    unit.op(Op.LOAD_CLOSURE, unit.deref('__class__'));
    unit.op(Op.COPY, 1);
    c.storeName('__classcell__');
  } else {
    unit.constant(null);
  }
  unit.op(Op.RETURN_VALUE);
  const code = c.leave();
  outer.op(Op.LOAD_BUILD_CLASS);
  c.makeFunction(code, 0);
  outer.constant(s.name);
  checkKeywords(c, s.keywords);
  emitArguments(c, 2, s.bases, s.keywords);
  applyDecorators(c, s.decorator_list);
  c.storeName(s.name);
}

/** Compiles the body of a module or class: `__annotations__`, docstring (if a string in front is one), statements. */
export function compileBody(c: Compiler, body: readonly ast.Stmt[], hasDocstring: boolean): void {
  const { unit } = c;
  if (body.some(hasAnnotation)) unit.op(Op.SETUP_ANNOTATIONS);
  const docstring = hasDocstring ? docstringOf(body) : null;
  if (docstring !== null && c.settings.keepDocstrings && c.settings.optimize < 2) {
    unit.loc = (body[0] as ast.ExprStmt).value;
    unit.constant(docstring);
    unit.loc = null;
    c.storeName('__doc__');
  }
  c.statements(docstring === null ? body : body.slice(1));
}

/** Does the statement, or one in it that runs in the same scope, annotate a name? */
function hasAnnotation(s: ast.Stmt): boolean {
  switch (s.kind) {
    case 'AnnAssign':
      return true;
    case 'For':
    case 'AsyncFor':
    case 'While':
      return s.body.some(hasAnnotation) || s.orelse.some(hasAnnotation);
    case 'If': {
      let at: ast.If = s;
      for (;;) {
        if (at.body.some(hasAnnotation)) return true;
        if (at.orelse.length !== 1 || at.orelse[0].kind !== 'If') return at.orelse.some(hasAnnotation);
        at = at.orelse[0];
      }
    }
    case 'With':
    case 'AsyncWith':
      return s.body.some(hasAnnotation);
    case 'Try':
    case 'TryStar':
      return (
        s.body.some(hasAnnotation) ||
        s.handlers.some((handler) => handler.body.some(hasAnnotation)) ||
        s.orelse.some(hasAnnotation) ||
        s.finalbody.some(hasAnnotation)
      );
    case 'Match':
      return s.cases.some((matchCase) => matchCase.body.some(hasAnnotation));
    default:
      return false;
  }
}
