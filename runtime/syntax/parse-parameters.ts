/** Parameter lists of `def` and `lambda`, which differ in annotations and in the token that ends them. */

import type { Arg, Arguments, Expr } from './ast.ts';
import { Parser } from './parser.ts';
import { NAME, type Token } from './token.ts';

export function emptyArguments(): Arguments {
  return {
    kind: 'Arguments',
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
}

export abstract class ParameterParser extends Parser {
  protected abstract parseExpression(): Expr;
  protected abstract parseStarExpression(): Expr;

  /** Parses up to `end` (`)` or `:`), which stays. */
  protected parseParameters(end: string, isLambda: boolean): Arguments {
    const result = emptyArguments();
    let isFirst = true;
    while (!this.at(end)) {
      if (!isFirst) {
        this.expect(',');
        if (this.at(end)) break;
      }
      isFirst = false;
      if (this.accept('**')) {
        result.kwarg = this.parseParameter(isLambda, false);
        this.accept(',');
        break;
      }
      if (this.accept('/')) {
        if (result.posonlyargs.length > 0 || result.args.length === 0) this.fail();
        result.posonlyargs = result.args;
        result.args = [];
      } else if (this.accept('*')) {
        this.parseKeywordOnly(result, end, isLambda);
        break;
      } else {
        result.args.push(this.parseParameter(isLambda, false));
        if (this.accept('=')) result.defaults.push(this.parseExpression());
        else if (result.defaults.length > 0) this.fail();
      }
    }
    if (!this.at(end)) this.fail();
    return result;
  }

  /** Parses what follows a star. */
  private parseKeywordOnly(result: Arguments, end: string, isLambda: boolean): void {
    const isBare = this.at(',');
    if (!isBare) result.vararg = this.parseParameter(isLambda, true);
    while (this.accept(',')) {
      if (this.at(end)) break;
      if (this.accept('**')) {
        if (isBare && result.kwonlyargs.length === 0) this.fail();
        result.kwarg = this.parseParameter(isLambda, false);
        this.accept(',');
        return;
      }
      result.kwonlyargs.push(this.parseParameter(isLambda, false));
      result.kw_defaults.push(this.accept('=') ? this.parseExpression() : null);
    }
    if (isBare && result.kwonlyargs.length === 0) this.fail();
  }

  /** Parses a name and its annotation; that of `*args` may have a star itself. */
  private parseParameter(isLambda: boolean, isStarred: boolean): Arg {
    const start: Token = this.expect(NAME);
    let annotation: Expr | null = null;
    if (!isLambda && this.accept(':')) {
      annotation = isStarred ? this.parseStarExpression() : this.parseExpression();
    }
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'Arg', lineno, col, endLineno, endCol, arg: start.value, annotation };
  }
}
