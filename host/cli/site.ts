/** What Python's `site` adds for people at a keyboard: `exit` and `quit`. */
import { PyObject } from '../../runtime/index.ts';
import type { Interp, Session, TypeSpec, Value } from '../../runtime/index.ts';

class PyQuitter extends PyObject {
  name = '';
}

const QUITTER_SPEC: TypeSpec = {
  name: 'Quitter',
  module: '_sitebuiltins',
  isFinal: true,
  slots: {
    repr: (_I: Interp, q: PyQuitter) => `Use ${q.name}() or Ctrl-D (i.e. EOF) to exit`,
    call: (I: Interp, _q: PyQuitter, args: Value[]) => I.raise(exitWith(I, args)),
  },
};

function exitWith(I: Interp, args: Value[]): any {
  const type = I.types.exceptions.SystemExit;
  const exc: any = type.allocate!(I, type);
  exc.args = args.slice(0, 1);
  type.slots.init!(I, exc, exc.args, null);
  return exc;
}

export function installSite(session: Session): void {
  const I = session.interpreter;
  for (const name of ['exit', 'quit']) {
    const quitter = new PyQuitter(I.typeFor(QUITTER_SPEC));
    quitter.name = name;
    I.builtins.setStr(I, name, quitter);
  }
}
