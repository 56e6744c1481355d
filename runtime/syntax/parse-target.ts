/**
 * Expressions as targets: what stands left of `=`, after `for`, `as` and `del` is parsed as an expression first and then
 * marked here.
 */

import type { Expr } from './ast.ts';

/**
 * Marks `node` and what is inside it as a target.
 * Returns false, with part of the tree marked, if something in it cannot be assigned to or deleted.
 */
export function markTarget(node: Expr, ctx: 'Store' | 'Del'): boolean {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = ctx;
      return true;
    case 'Starred':
      if (ctx === 'Del') return false;
      node.ctx = ctx;
      return markTarget(node.value, ctx);
    case 'List':
    case 'Tuple':
      node.ctx = ctx;
      for (const item of node.elts) if (!markTarget(item, ctx)) return false;
      return true;
    default:
      return false;
  }
}
