/**
 * The text of an exception as the interpreter prints it when nobody catches it: traceback, message, notes, suggestions, causes and contexts,
 * groups in their boxes.
 *
 * Two passes. The first walks all exceptions involved and asks each for what may call Python (its str, its notes' str, the names that
 * `dir()` gives): FORMAT_TRACEBACK_KIND, which can be suspended. The second puts the text together and calls nobody.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { PyException } from './exception.ts';
import type { PyTraceback } from './traceback.ts';
import type { RunCodeLike } from './code.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { getOwn } from './instance.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { repr, str } from './conversion.ts';
import { groupMembers, isGroup } from './exception-group.ts';
import { SYNTAX_ERROR_SPEC } from './exception-syntax.ts';
import { suggestName } from './suggestion.ts';
import { tracebackLines } from './traceback-text.ts';
import { typeModule } from './type-name.ts';
import { asInt, asStr } from './unwrap.ts';

/** Nested groups and members of a group that are shown. */
const MAX_GROUP_DEPTH = 10;
const MAX_GROUP_WIDTH = 15;

const CAUSE = 'The above exception was the direct cause of the following exception:';
const CONTEXT = 'During handling of the above exception, another exception occurred:';

/** Something to be asked before the text can be made. The answer is a str, for `names` an array of str, null if asking raised. */
interface Question {
  readonly about: PyException;
  readonly what: 'str' | 'message' | 'note' | 'notes' | 'names';
  readonly value: Value;
}

/** Every exception shown with `exc`, each once. */
function involved(I: Interp, exc: PyException, withChain: boolean): PyException[] {
  const found: PyException[] = [];
  const pending = [exc];
  while (pending.length > 0) {
    const e = pending.pop()!;
    if (found.includes(e)) continue;
    found.push(e);
    if (withChain && e.cause !== null) pending.push(e.cause);
    if (withChain && e.context !== null) pending.push(e.context);
    if (isGroup(I, e)) pending.push(...groupMembers(e));
  }
  return found;
}

function questionsAbout(I: Interp, e: PyException): Question[] {
  const questions: Question[] = [{ about: e, what: 'str', value: e }];
  if (syntaxFields(e) !== null) questions.push({ about: e, what: 'message', value: e.fields![0] ?? null });
  const notes = getOwn(e, '__notes__');
  if (notes instanceof PyList || notes instanceof PyTuple) {
    for (const note of notes.items) questions.push({ about: e, what: 'note', value: note });
  } else if (notes !== undefined) questions.push({ about: e, what: 'notes', value: notes });
  if (e.cls === I.types.exceptions.AttributeError && e.fields![1] !== undefined && typeof e.fields![0] === 'string') {
    questions.push({ about: e, what: 'names', value: e.fields![1] });
  }
  return questions;
}

// r = [delivered, root exception, with its causes, with its traceback, questions, answers]
const EXC = 1;
const CHAIN = 2;
const TRACEBACK = 3;
const QUESTIONS = 4;
const ANSWERS = 5;

function ask(I: Interp, f: Frame): any {
  const r = f.r;
  for (;;) {
    const answer = r[0];
    r[0] = undefined;
    if (answer !== undefined) r[ANSWERS].push(answer);
    if (r[ANSWERS].length >= r[QUESTIONS].length) {
      return new ExceptionText(I, r[QUESTIONS], r[ANSWERS], r[CHAIN], r[TRACEBACK]).render(r[EXC]);
    }
    const question: Question = r[QUESTIONS][r[ANSWERS].length];
    const v = question.value;
    if (question.what === 'message' && v === null) r[0] = '';
    else if (question.what === 'names') r[0] = callUnbound0(I, lookupSpecial(I, v, '__dir__')!, v);
    else r[0] = question.what === 'notes' ? repr(I, v) : str(I, v);
    if (r[0] === undefined) {
      if (I.exc === null) return undefined;
      I.exc = null;
      r[0] = null;
    }
  }
}

/** See the header. An answer of null stands for a failed question. */
export const FORMAT_TRACEBACK_KIND = new NativeKind('objects.formatTraceback', ask, (I: Interp, f: Frame) => {
  I.exc = null;
  f.r[0] = null;
  return ask(I, f);
});

/** Returns the whole text, lines ended by newlines. `withChain`: causes and contexts too. May call Python. */
export function formatException(
  I: Interp,
  exc: PyException,
  withChain = true,
  withTraceback = true,
): string | undefined {
  const questions = involved(I, exc, withChain).flatMap((e) => questionsAbout(I, e));
  return I.enter(FORMAT_TRACEBACK_KIND, [undefined, exc, withChain, withTraceback, questions, []]);
}

/** The fields of a SyntaxError that knows its line, else null. */
function syntaxFields(e: PyException): any[] | null {
  let spec: any = e.cls.spec;
  while (spec !== undefined && spec !== SYNTAX_ERROR_SPEC) spec = spec.base;
  if (spec === undefined) return null;
  const lineno = e.fields![2];
  return lineno === undefined || lineno === null || asInt(lineno) === undefined ? null : e.fields!;
}

/** Type name as uncaught exceptions show it. */
export function exceptionTypeName(e: PyException): string {
  const module = asStr(typeModule(e.cls));
  if (module === undefined) return `<unknown>.${e.cls.qualname}`;
  return module === 'builtins' || module === '__main__' ? e.cls.qualname : `${module}.${e.cls.qualname}`;
}

class ExceptionText {
  private out = '';
  private readonly seen: PyException[] = [];
  private depth = 0;
  /** The box of the group being shown still has to be closed by its last member. */
  private needsClose = false;
  constructor(
    private readonly I: Interp,
    private readonly questions: readonly Question[],
    private readonly answers: readonly any[],
    private readonly withChain: boolean,
    private readonly withTraceback: boolean,
  ) {}

  render(exc: PyException): string {
    this.exception(exc);
    return this.out;
  }

  private answer(about: PyException, what: Question['what']): any {
    return this.answers[this.questions.findIndex((q) => q.about === about && q.what === what)];
  }

  private line(text: string, margin = this.depth > 0 ? '| ' : ''): void {
    this.out += '  '.repeat(this.depth) + margin + text + '\n';
  }

  private exception(e: PyException): void {
    this.seen.push(e);
    if (this.withChain) this.chain(e);
    if (isGroup(this.I, e)) this.group(e);
    else this.single(e);
  }

  private chain(e: PyException): void {
    const isCause = e.cause !== null;
    const before = isCause ? e.cause : e.suppressContext ? null : e.context;
    if (before === null || this.seen.includes(before)) return;
    const needsClose = this.needsClose;
    this.exception(before);
    this.needsClose = needsClose;
    this.line('');
    this.line(isCause ? CAUSE : CONTEXT);
    this.line('');
  }

  private group(e: PyException): void {
    if (this.depth > MAX_GROUP_DEPTH) {
      this.line(`... (max_group_depth is ${MAX_GROUP_DEPTH})`);
      return;
    }
    const isOutermost = this.depth === 0;
    if (isOutermost) this.depth++;
    this.single(e);
    const members = groupMembers(e);
    const shown = members.length <= MAX_GROUP_WIDTH ? members.length : MAX_GROUP_WIDTH + 1;
    this.needsClose = false;
    for (let i = 0; i < shown; i++) {
      const isLast = i === shown - 1;
      if (isLast) this.needsClose = true;
      const isCut = i >= MAX_GROUP_WIDTH;
      const label = isCut ? '...' : String(i + 1);
      this.out += `${'  '.repeat(this.depth)}${i === 0 ? '+-' : '  '}+---------------- ${label} ----------------\n`;
      this.depth++;
      if (isCut) {
        const more = members.length - MAX_GROUP_WIDTH;
        this.line(`and ${more} more exception${more === 1 ? '' : 's'}`);
      } else this.exception(members[i]!);
      if (isLast && this.needsClose) {
        this.out += `${'  '.repeat(this.depth)}+------------------------------------\n`;
        this.needsClose = false;
      }
      this.depth--;
    }
    if (isOutermost) this.depth--;
  }

  private single(e: PyException): void {
    if (e.traceback !== null && this.withTraceback) this.traceback(e, e.traceback);
    const fields = syntaxFields(e);
    if (fields !== null) this.syntaxPlace(e, fields);
    const message = this.answer(e, fields === null ? 'str' : 'message');
    const text = message === null ? ': <exception str() failed>' : message === '' ? '' : `: ${message}`;
    // Further lines of a message are not put into the box.
    this.line(`${exceptionTypeName(e)}${text}${this.suggestion(e)}`);
    this.notes(e);
  }

  private traceback(e: PyException, traceback: PyTraceback): void {
    if (isGroup(this.I, e))
      this.line('Exception Group Traceback (most recent call last):', this.depth === 1 ? '+ ' : '| ');
    else this.line('Traceback (most recent call last):');
    for (const line of tracebackLines(this.I, traceback)) this.line(line);
  }

  /** CPython marks more than one column for exact SyntaxErrors only. */
  private syntaxPlace(e: PyException, fields: any[]): void {
    const hasRange = e.cls === this.I.types.exceptions.SyntaxError;
    const [, filename, lineno, offset, text, endLineno, endOffset] = fields;
    const line = Number(asInt(lineno));
    this.line(`  File "${asStr(filename ?? null) ?? '<string>'}", line ${line}`);
    const source = text === undefined || text === null ? undefined : asStr(text);
    if (source === undefined) return;
    const at = offset === undefined || offset === null ? -1 : Number(asInt(offset) ?? -1);
    const endLine = endLineno === undefined || endLineno === null ? line : Number(asInt(endLineno) ?? line);
    let end = endOffset === undefined || endOffset === null ? -1 : Number(asInt(endOffset) ?? -1);
    const length = Array.from(source).length;
    if (endLine > line) end = length;
    end = Math.min(length + 1, end);
    for (const shown of syntaxSource(source, at, hasRange ? end : -1, e.traceback === null)) this.line(shown);
  }

  /** "Did you mean" for names that somebody probably mistyped. */
  private suggestion(e: PyException): string {
    const { AttributeError: attribute, NameError: name } = this.I.types.exceptions;
    let found: string | null = null;
    if (e.cls === attribute && typeof e.fields![0] === 'string') {
      const names = this.answer(e, 'names');
      if (names instanceof PyList) found = suggestName(e.fields![0], strItems(names).sort(byCodePoint));
    } else if (e.cls === name && typeof e.fields![0] === 'string') found = suggestVariable(e, e.fields![0]);
    return found === null ? '' : `. Did you mean: '${found}'?`;
  }

  private notes(e: PyException): void {
    this.questions.forEach((q, i) => {
      if (q.about !== e || (q.what !== 'note' && q.what !== 'notes')) return;
      const failed = q.what === 'note' ? '<note str() failed>' : '<__notes__ repr() failed>';
      const text: string = this.answers[i] ?? failed;
      for (const line of text.split('\n')) this.line(line);
      // What is not a list of notes is shown without a line end.
      if (q.what === 'notes') this.out = this.out.slice(0, -1);
    });
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** None if there are other things among them: `dir()` could not have sorted these. */
function strItems(list: PyList): string[] {
  const texts = list.items.map((item) => asStr(item));
  return texts.includes(undefined) ? [] : (texts as string[]);
}

/** Variables of the innermost frame, globals, builtins: the first of these that has something similar. */
function suggestVariable(e: PyException, name: string): string | null {
  let last = e.traceback;
  if (last === null) return null;
  while (last.next !== null) last = last.next;
  const code = last.frame.code as RunCodeLike;
  for (const names of [code.localNames, code.globals.strKeys(), code.builtins.strKeys()]) {
    const found = suggestName(name, names);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The source line of a syntax error and its carets; `offset` and `endOffset` count from 1. CPython's tokenizer does not turn byte offsets into
 * character offsets when it reads the program's own file (then nothing has run and there is no traceback): `inBytes`.
 */
export function syntaxSource(text: string, offset: number, endOffset: number, inBytes: boolean): string[] {
  const count = endOffset > 0 && endOffset > offset ? endOffset - offset : 0;
  let at = offset - 1;
  let chars = Array.from(text);
  while (chars[0] === ' ' || chars[0] === '\t' || chars[0] === '\f') {
    chars = chars.slice(1);
    at--;
  }
  let length = chars.length;
  if (length > 0 && chars[length - 1] === '\n') length--;
  if (at > length) at = length;
  for (;;) {
    const newline = chars.indexOf('\n');
    if (newline < 0 || newline >= at) break;
    chars = chars.slice(newline + 1);
    at -= newline + 1;
  }
  const shown = chars.join('').replace(/\n$/, '');
  const lines = shown.split('\n').map((line, i) => (i === 0 ? '    ' + line : line));
  if (at < 0) return lines;
  const before = inBytes ? byteLength(chars.slice(0, at)) : at;
  const marked = chars.slice(at, at + count);
  const carets = count === 0 ? 1 : inBytes ? byteLength(marked) + count - marked.length : count;
  lines.push('    ' + ' '.repeat(before) + '^'.repeat(carets));
  return lines;
}

function byteLength(chars: readonly string[]): number {
  let length = 0;
  for (const c of chars) {
    const code = c.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
