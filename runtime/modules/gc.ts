/** `gc`: the census as scripts see it. Nothing is collected by it (the host's collector does that); it counts what is alive. */
import type { Interp } from '../objects/interp.ts';
import { bound, noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { newList } from '../objects/list.ts';
import { memoryError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import type { Value } from '../objects/value.ts';
import type { Ledger } from '../memory/ledger.ts';
import type { Interpreter } from '../vm/interpreter.ts';

const ENABLED = 'gc.enabled';
const THRESHOLD = 'gc.threshold';

/** gc.collect(): takes a census. Returns 0: unreachable objects are not found one by one. */
function collect(I: Interp, _self: Value, args: any[]): Value | undefined {
  const generation = args[0];
  if (typeof generation === 'number' && (generation < 0 || generation > 2)) return valueError(I, 'invalid generation');
  const vm = I as Interpreter;
  const left = (vm.memory as Ledger).settle();
  if (left < 0) return memoryError(I);
  vm.bytesLeft = left;
  return 0;
}

function setEnabled(isEnabled: boolean) {
  return noArgs((I) => {
    (I as Interpreter).extensions.set(ENABLED, isEnabled);
    return null;
  });
}

export const GC_SPEC: ModuleSpec = {
  name: 'gc',
  doc: 'This module provides access to the garbage collector for reference cycles.',
  functions: {
    collect: bound('generation=2', collect),
    enable: setEnabled(true),
    disable: setEnabled(false),
    isenabled: noArgs((I) => (I as Interpreter).extensions.get(ENABLED) !== false),
    freeze: noArgs(() => null),
    unfreeze: noArgs(() => null),
    get_count: noArgs((I) => newTuple(I, [0, 0, 0])),
    get_freeze_count: noArgs(() => 0),
    get_threshold: noArgs((I) => {
      const set: number[] = (I as Interpreter).extensions.get(THRESHOLD) ?? [700, 10, 10];
      return newTuple(I, set.slice());
    }),
    set_threshold: someArgs(1, 3, (I, _self, args) => {
      const given = args.map((v) => (typeof v === 'number' ? v : 0));
      (I as Interpreter).extensions.set(THRESHOLD, [...given, 10, 10].slice(0, 3));
      return null;
    }),
    get_objects: bound('generation=None', (I) => newList(I, [])),
    get_referrers: someArgs(0, -1, (I) => newList(I, [])),
    get_referents: someArgs(0, -1, (I) => newList(I, [])),
    get_debug: noArgs(() => 0),
    set_debug: oneArg(() => null),
    is_tracked: oneArg((_I, _self, v) => typeof v === 'object' && v !== null && 'cls' in v && v.cls !== undefined),
    is_finalized: oneArg(() => false),
  },
  constants: { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 },
  setup: (I, module) => {
    module.dict.setStr(I, 'garbage', newList(I, []));
    module.dict.setStr(I, 'callbacks', newList(I, []));
  },
};
