/** Completion at the prompt: names of `__main__` and builtins, keywords, attributes after a dot. */
import { Failed, getAttr, PyList, PyModule } from '../../runtime/index.ts';
import type { PyDict, Value } from '../../runtime/index.ts';
import type { Stackless } from '../stackless.ts';

const KEYWORDS = (
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
  'nonlocal not or pass raise return try while with yield match case'
).split(' ');

/** What `node:readline` wants: the candidates, and the piece of the line they complete. */
export function completeName(stackless: Stackless, line: string): [string[], string] {
  const text = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(line)?.[0] ?? '';
  if (text === '') return line.trim() === '' ? [['    '], line] : [[], line];
  const dot = text.lastIndexOf('.');
  const names = dot < 0 ? globalNames(stackless) : attributeNames(stackless, text.slice(0, dot));
  const prefix = dot < 0 ? '' : text.slice(0, dot + 1);
  const wanted = text.slice(dot + 1);
  const hits = [...new Set(names)].filter(
    (name) => name.startsWith(wanted) && (wanted !== '' || !name.startsWith('_')),
  );
  return [hits.sort().map((name) => prefix + name), text];
}

function mainDict(stackless: Stackless): PyDict | null {
  const main = stackless.session.interpreter.modules.getStr('__main__');
  return main instanceof PyModule ? main.dict : null;
}

function globalNames(stackless: Stackless): string[] {
  return [...KEYWORDS, ...stackless.session.interpreter.builtins.strKeys(), ...(mainDict(stackless)?.strKeys() ?? [])];
}

/** Attributes of what a dotted name stands for; properties on the way are run, as the prompt would. */
function attributeNames(stackless: Stackless, path: string): string[] {
  const session = stackless.session;
  const [first, ...rest] = path.split('.');
  let value: Value | undefined = mainDict(stackless)?.getStr(first) ?? session.interpreter.builtins.getStr(first);
  for (const name of rest) {
    if (value === undefined) return [];
    const owner: Value = value;
    const found = session.evaluate((I) => getAttr(I, owner, name));
    value = found instanceof Failed ? undefined : found;
  }
  const dir = session.interpreter.builtins.getStr('dir');
  if (value === undefined || dir === undefined) return [];
  const object: Value = value;
  const names = session.evaluate((I) => I.call(dir, [object]));
  return names instanceof PyList ? names.items.filter((name): name is string => typeof name === 'string') : [];
}
