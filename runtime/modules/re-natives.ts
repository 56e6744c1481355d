/** `_re`: compiling regular expressions. The module of scripts is runtime/prelude/re.py. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { oneArg, someArgs } from '../objects/native.ts';
import { asBuffer, asInt, asStr } from '../objects/unwrap.ts';
import { newList } from '../objects/list.ts';
import { raiseNamed, typeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import type { Value } from '../objects/value.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';
import { compileProgram } from './re-compile.ts';
import { MATCH_SPEC } from './re-match-type.ts';
import { parsePattern } from './re-parse.ts';
import { PATTERN_SPEC, SCANNER_SPEC } from './re-pattern-type.ts';
import { PyPattern, RAISE_KIND, raisePatternError, setErrorClass } from './re-pattern.ts';
import { ReProblem } from './re-syntax.ts';

function raiseProblem(I: Interp, problem: ReProblem, pattern: Value): undefined {
  const { message } = problem;
  if (message.startsWith('!!')) return raiseNamed(I, 'OverflowError', message.slice(2));
  if (message.startsWith('!')) return raiseNamed(I, 'ValueError', message.slice(1));
  return raisePatternError(I, message, pattern, problem.at);
}

/** compile(pattern, flags): (Pattern, [(category name, text) of warnings]). */
function compile(I: Interp, _self: Value, args: Value[]): Value | undefined {
  const pattern = args[0]!;
  const flags = Number(asInt(args[1]!) ?? 0);
  const text = asStr(pattern);
  const data = text === undefined ? asBuffer(pattern) : undefined;
  if (text === undefined && data === undefined)
    return typeError(I, 'first argument must be string or compiled pattern');
  const isBytes = text === undefined;
  const source = text ?? bytesToLatin1(data!);
  // Parsing is not suspended; its cost is a few steps a character.
  I.ticks -= source.length;
  if (!I.charge(source.length * 32)) return undefined;
  const parsed = parsePattern(source, isBytes, flags);
  if (parsed instanceof ReProblem) return raiseProblem(I, parsed, pattern);
  const program = compileProgram(parsed, isBytes);
  if (program instanceof ReProblem) return raiseProblem(I, program, pattern);
  const made = new PyPattern(
    I.typeFor(PATTERN_SPEC),
    pattern,
    isBytes,
    parsed.flags,
    parsed.groups,
    parsed.names,
    program,
  );
  const warnings = parsed.warnings.map(([category, message]) => newTuple(I, [category, message]));
  return newTuple(I, [made, newList(I, warnings)]);
}

export const RE_SPEC: ModuleSpec = {
  name: '_re',
  types: [PATTERN_SPEC, MATCH_SPEC, SCANNER_SPEC],
  functions: {
    compile: someArgs(2, 2, compile),
    set_error: oneArg((I, _self, cls) => {
      setErrorClass(I, cls);
      return null;
    }),
  },
  kinds: [RAISE_KIND],
};
