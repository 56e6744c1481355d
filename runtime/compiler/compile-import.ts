/** `import` and `from ... import`. */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { refuseLateFuture } from './future.ts';

export function compileImport(c: Compiler, s: ast.Import): void {
  const { unit } = c;
  for (const alias of s.names) {
    unit.constant(0);
    unit.constant(null);
    unit.nameOp(Op.IMPORT_NAME, alias.name);
    if (alias.asname !== null) {
      importAs(c, alias.name, alias.asname);
    } else {
      const dot = alias.name.indexOf('.');
      c.storeName(dot < 0 ? alias.name : alias.name.slice(0, dot));
    }
  }
}

/** `import a.b.c as d`: the import gives `a`, from which the rest is looked up. */
function importAs(c: Compiler, name: string, asname: string): void {
  const { unit } = c;
  const attributes = name.split('.').slice(1);
  for (let i = 0; i < attributes.length; i++) {
    unit.nameOp(Op.IMPORT_FROM, attributes[i]);
    if (i + 1 < attributes.length) {
      unit.op(Op.SWAP, 2);
      unit.op(Op.POP_TOP);
    }
  }
  c.storeName(asname);
  if (attributes.length !== 0) unit.op(Op.POP_TOP);
}

export function compileImportFrom(c: Compiler, s: ast.ImportFrom): void {
  const { unit } = c;
  refuseLateFuture(s, c.settings.lastFutureLine, c.source);
  unit.constant(s.level);
  c.tupleConstant(s.names.map((alias) => alias.name));
  unit.nameOp(Op.IMPORT_NAME, s.module ?? '');
  for (const alias of s.names) {
    if (alias.name === '*') return unit.op(Op.IMPORT_STAR);
    unit.nameOp(Op.IMPORT_FROM, alias.name);
    c.storeName(alias.asname ?? alias.name);
  }
  unit.op(Op.POP_TOP);
}
