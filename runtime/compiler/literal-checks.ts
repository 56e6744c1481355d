/** Warnings about calls and subscripts of literals that cannot work, mostly a forgotten comma. */
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { constantOf } from './fold.ts';

const HINT = 'perhaps you missed a comma?';

/** Warns when a literal is called. */
export function checkCallee(c: Compiler, e: ast.Expr): void {
  switch (e.kind) {
    case 'Constant':
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'Dict':
    case 'DictComp':
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'JoinedStr':
    case 'FormattedValue':
      c.warn(`'${typeNameOf(e)}' object is not callable; ${HINT}`, e);
      break;
    default:
      break;
  }
}

/** Warns when something that has no items is subscripted. */
export function checkSubscripted(c: Compiler, e: ast.Expr, at: ast.Positioned): void {
  switch (e.kind) {
    case 'Constant': {
      const value = constantOf(e);
      const isSingle = value === null || (typeof value === 'object' && value.type === 'ellipsis');
      const isNumber = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
      const isOther =
        typeof value === 'object' &&
        value !== null &&
        (value.type === 'float' || value.type === 'complex' || value.type === 'frozenset');
      if (!isSingle && !isNumber && !isOther) return;
      break;
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break;
    default:
      return;
  }
  c.warn(`'${typeNameOf(e)}' object is not subscriptable; ${HINT}`, at);
}

/** Warns when a literal sequence has a literal index that is no index. */
export function checkIndex(c: Compiler, e: ast.Expr, index: ast.Expr, at: ast.Positioned): void {
  const indexType = typeNameOf(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool' || indexType === 'slice') return;
  switch (e.kind) {
    case 'Constant': {
      const value = constantOf(e);
      const isSequence =
        typeof value === 'string' ||
        (typeof value === 'object' && value !== null && (value.type === 'tuple' || value.type === 'bytes'));
      if (!isSequence) return;
      break;
    }
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break;
    default:
      return;
  }
  c.warn(`${typeNameOf(e)} indices must be integers or slices, not ${indexType}; ${HINT}`, at);
}

/** The Python type an expression is sure to have, or null. */
function typeNameOf(e: ast.Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant': {
      const value = constantOf(e);
      if (value === null) return 'NoneType';
      switch (typeof value) {
        case 'boolean':
          return 'bool';
        case 'number':
        case 'bigint':
          return 'int';
        case 'string':
          return 'str';
        default:
          return value.type;
      }
    }
    default:
      return null;
  }
}
