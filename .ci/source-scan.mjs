// Reads every TypeScript source of the project once and hands out syntax trees; the floor and law checks share it.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folders that hold product code. */
const ROOMS_WITH_CODE = ['runtime', 'host', 'targets', 'game-sample', 'bench'];

/**
 * Lists product sources as `{ path, text, tree }`, `path` relative to the root with forward slashes. Tests and declaration
 * files are left out: they may import what they like.
 */
export function readSources(root = ROOT) {
  const sources = [];
  for (const room of ROOMS_WITH_CODE) collect(root, room, sources);
  return sources;
}

/** One source from its text, as `readSources` gives it. */
export function parseSource(path, text) {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

/** Whether `path` belongs to the tests rather than to the product. */
export function isTestPath(path) {
  return path.endsWith('.test.ts') || path.startsWith('runtime/test/') || path.includes('/__tests__/');
}

/** The names a source imports: `{ specifier, line, isType }`. An import is a type import only if written as one. */
export function importsOf({ tree }) {
  const found = [];
  const add = (node, specifier, isType) =>
    found.push({ specifier, isType, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier.text, importIsTypeOnly(node.importClause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, node.moduleSpecifier.text, exportIsTypeOnly(node));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(node, argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The project file that a relative `specifier` in `path` names. */
export function resolveRelative(path, specifier) {
  return posix.normalize(posix.join(posix.dirname(path), specifier));
}

function collect(root, folder, sources) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') collect(root, path, sources);
    } else if (path.endsWith('.ts') && !path.endsWith('.d.ts') && !isTestPath(path)) {
      sources.push(parseSource(path, readFileSync(join(root, path), 'utf8')));
    }
  }
}

function importIsTypeOnly(clause) {
  if (clause === undefined) return false; // import './side-effect.ts'
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function exportIsTypeOnly(declaration) {
  if (declaration.isTypeOnly) return true;
  const clause = declaration.exportClause;
  return clause !== undefined && ts.isNamedExports(clause) && clause.elements.length > 0
    ? clause.elements.every((element) => element.isTypeOnly)
    : false;
}
