/** The rarer instructions: exceptions, with, import, async, match. */
import { Op, OP_INFO } from '../bytecode/opcode.ts';
import { constNode, tempNode } from './step.ts';
import type { SymbolicBlocks } from './symbolic-blocks.ts';
import * as names from './steps/names.ts';
import * as exceptions from './steps/exceptions.ts';
import * as generators from './steps/generators.ts';
import * as patterns from './steps/patterns.ts';

/** Rarer instructions: exceptions, with, import, async, match. */
export function rareInstruction(b: SymbolicBlocks, op: Op, arg: number): number {
  const top = (): number => {
    b.settleAll();
    return b.slot - 1;
  };
  switch (op) {
    case Op.GET_YIELD_FROM_ITER:
      return b.withResult(b.effect(generators.exGetYieldFromIter, b.pop()));
    case Op.GET_AWAITABLE: {
      const s = b.effect(generators.exGetAwaitable, b.pop());
      s.i = arg;
      return b.withResult(s);
    }
    case Op.GET_AITER:
      return b.withResult(b.effect(generators.exGetAiter, b.pop()));
    case Op.GET_ANEXT: {
      const i = top();
      const s = b.effect(generators.exGetAnext, tempNode(i, b.pc));
      return b.withResult(s);
    }
    case Op.END_ASYNC_FOR: {
      const exc = b.pop();
      b.pop();
      return b.withoutResult(b.effect(exceptions.exEndAsyncFor, exc));
    }
    case Op.BEFORE_WITH:
    case Op.BEFORE_ASYNC_WITH: {
      const manager = b.pop();
      const s = b.effect(op === Op.BEFORE_WITH ? exceptions.exBeforeWith : exceptions.exBeforeAsyncWith, manager);
      const home = b.slot;
      b.protect(home);
      b.protect(home + 1);
      s.i = home;
      s.dst = home + 1;
      b.emit(s);
      b.push(tempNode(home, b.pc));
      b.push(tempNode(home + 1, b.pc));
      return b.pc + 1;
    }
    case Op.WITH_EXCEPT_START: {
      const i = top();
      const s = b.effect(exceptions.exWithExceptStart, tempNode(i - 3, b.pc), tempNode(i, b.pc));
      return b.withResult(s);
    }
    case Op.PUSH_EXC_INFO: {
      const i = top();
      const s = b.effect(exceptions.exPushExcInfo);
      s.i = i;
      b.emit(s);
      b.push(tempNode(i + 1, b.pc));
      return b.pc + 1;
    }
    case Op.POP_EXCEPT:
      return b.withoutResult(b.effect(exceptions.exPopExcept, b.pop()));
    case Op.CHECK_EXC_MATCH: {
      const type = b.pop();
      const i = top();
      return b.withResult(b.effect(exceptions.exCheckExcMatch, tempNode(i, b.pc), type));
    }
    case Op.CHECK_EG_MATCH: {
      const type = b.pop();
      const i = top();
      const s = b.effect(exceptions.exCheckEgMatch, tempNode(i, b.pc), type);
      s.i = i;
      s.dst = i + 1;
      b.emit(s);
      b.push(tempNode(i + 1, b.pc));
      return b.pc + 1;
    }
    case Op.PREP_RERAISE_STAR: {
      const list = b.pop();
      const orig = b.pop();
      return b.withResult(b.effect(exceptions.exPrepReraiseStar, orig, list));
    }
    case Op.RERAISE: {
      const exc = b.pop();
      const s = b.effect(exceptions.exReraise, exc);
      s.i = arg !== 0 ? b.slot - arg : -1;
      b.emit(s);
      b.cut();
      return b.pc + 1;
    }
    case Op.RAISE_VARARGS: {
      const cause = arg === 2 ? b.pop() : null;
      const exc = arg >= 1 ? b.pop() : null;
      const s = b.effect(exceptions.exRaise, exc, cause);
      b.emit(s);
      b.cut();
      return b.pc + 1;
    }
    case Op.LOAD_ASSERTION_ERROR:
      b.push(constNode(b.I.types.exceptions.AssertionError, b.pc, b.slot));
      return b.pc + 1;
    case Op.IMPORT_NAME: {
      const fromlist = b.pop();
      const level = b.pop();
      const s = b.effect(names.exImportName, level, fromlist);
      s.v = b.names[arg];
      return b.withResult(s);
    }
    case Op.IMPORT_FROM: {
      const i = top();
      const s = b.effect(names.exImportFrom, tempNode(i, b.pc));
      s.v = b.names[arg];
      return b.withResult(s);
    }
    case Op.IMPORT_STAR:
      return b.withoutResult(b.effect(names.exImportStar, b.pop()));
    case Op.SETUP_ANNOTATIONS:
      return b.withoutResult(b.effect(names.exSetupAnnotations));
    case Op.PRINT_EXPR:
      return b.withoutResult(b.effect(names.exPrintExpr, b.pop()));
    case Op.GET_LEN:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE: {
      const i = top();
      const ex =
        op === Op.GET_LEN
          ? patterns.exGetLen
          : op === Op.MATCH_MAPPING
            ? patterns.exMatchMapping
            : patterns.exMatchSequence;
      return b.withResult(b.effect(ex, tempNode(i, b.pc)));
    }
    case Op.MATCH_KEYS: {
      const i = top();
      return b.withResult(b.effect(patterns.exMatchKeys, tempNode(i - 1, b.pc), tempNode(i, b.pc)));
    }
    case Op.MATCH_CLASS: {
      const attributes = b.pop();
      const cls = b.pop();
      const subject = b.pop();
      const s = b.effect(patterns.exMatchClass, subject, cls, attributes);
      s.i = arg;
      return b.withResult(s);
    }
    default:
      throw b.I.internalError(`unknown opcode ${OP_INFO[op]?.name ?? op}`, null);
  }
}
