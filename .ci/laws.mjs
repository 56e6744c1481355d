// The law check: what design laws 4 (no eval, no Node API), 5 (deterministic) and 7 (no shared state) forbid inside runtime/,
// as far as it can be seen in the syntax, with the house rules on file names and sizes.
import ts from 'typescript';
import { readSources } from './source-scan.mjs';

/** Globals that bring in time, chance, the host, or state behind our back. */
const FORBIDDEN_GLOBALS = new Set([
  'Promise',
  'WeakRef',
  'FinalizationRegistry',
  'WebAssembly',
  'Atomics',
  'SharedArrayBuffer',
  'eval',
  'Date',
  'performance',
  'crypto',
  'Intl',
  'process',
  'require',
  'console',
  'globalThis',
  'window',
  'self',
  'document',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** The optional generator of JavaScript is the one place that may make functions from text. */
const MAY_GENERATE_CODE = 'runtime/tier1/';

const MAX_LINES = 900;
const GENERATED = /do not edit/i;

/** Checks `sources` (default: the working tree) and returns the problems as sentences, empty when all is well. */
export function checkLaws(sources = readSources()) {
  const problems = [];
  for (const source of sources) {
    checkShape(source, problems);
    if (source.path.startsWith('runtime/')) checkRuntimeSource(source, problems);
  }
  return problems;
}

function checkShape({ path, text }, problems) {
  const name = path.split('/').pop();
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name)) problems.push(`${path}: file names are kebab-case`);
  const lines = text.split('\n').length;
  const head = text.slice(0, 600);
  if (lines > MAX_LINES && !GENERATED.test(head)) {
    problems.push(`${path}: ${lines} lines; look for a second noun past 600, more than ${MAX_LINES} is refused`);
  }
  const note = /\/[/*].*\b(TODO|FIXME|XXX)\b/.exec(text);
  if (note) problems.push(`${path}: a ${note[1]} is left in the code`);
}

function checkRuntimeSource({ path, tree }, problems) {
  const declared = declaredNames(tree);
  const report = (node, what) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    problems.push(`${path}:${line}: ${what}`);
  };

  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)) {
      if (!isAmbient(statement)) report(statement, 'mutable state at module level (law 7)');
    }
  }

  const visit = (node) => {
    if (node.asteriskToken && !ts.isBinaryExpression(node))
      report(node, 'a JavaScript generator cannot be saved (law 1)');
    if (ts.isFunctionLike(node) && node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)) {
      report(node, 'async functions make Promises, which cannot be saved (law 1)');
    }
    if (
      ts.isEnumDeclaration(node) &&
      !node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ConstKeyword)
    ) {
      report(node, 'only `const enum`: a plain enum is an object that is looked up at run time');
    }
    if (ts.isIdentifier(node) && isFreeReference(node) && !declared.has(node.text)) {
      if (FORBIDDEN_GLOBALS.has(node.text)) report(node, `${node.text} is not for runtime/ (laws 1, 4, 5)`);
      if (node.text === 'Function' && !path.startsWith(MAY_GENERATE_CODE) && makesFunction(node)) {
        report(node, 'code from text belongs in runtime/tier1/ (law 4)');
      }
      if (node.text === 'Math' && ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'random') {
        report(node, 'Math.random is not deterministic (law 5)');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function isAmbient(statement) {
  return statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

function makesFunction(node) {
  return (ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent)) && node.parent.expression === node;
}

/** Whether an identifier reads a variable of that name, rather than naming a property, a member or a type. */
function isFreeReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent))
    return parent.name !== node && parent.right !== node;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent)) return parent.name !== node;
  if (ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isNamedTupleMember(parent))
    return parent.name !== node;
  if (ts.isTypeNode(parent) || ts.isTypeParameterDeclaration(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isLabeledStatement(parent)) return false;
  if (ts.isBreakOrContinueStatement(parent)) return false;
  return true;
}

/** Every name that is declared anywhere in the file; a parameter called `self` is no global. */
function declaredNames(tree) {
  const names = new Set();
  const visit = (node) => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionLike(node) ||
        ts.isClassLike(node) ||
        ts.isImportSpecifier(node) ||
        ts.isImportClause(node) ||
        ts.isNamespaceImport(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}
