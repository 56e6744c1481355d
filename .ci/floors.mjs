// The floor check: values are imported downwards only, and never in a circle (style guide, "Dependency direction").
//
// A room is a folder; each names the rooms below it that it may import values from. Types may point anywhere. The build runs
// this first and stops on the first broken rule; runtime/test/api/floors.test.ts runs it too.
import { importsOf, readSources, resolveRelative } from './source-scan.mjs';

const PURE = ['base', 'text', 'numeric'];
const DATA = [...PURE, 'bytecode'];
const OBJECTS = [...DATA, 'memory', 'objects'];
const STACKLESS = [...OBJECTS, 'vm', 'stackless'];
const MODULES = [...STACKLESS, 'modules'];

/**
 * Rooms of runtime/, lowest first, with what each may import besides itself. `syntax`, `compiler` and `tier1` are handed to
 * the rest as functions by runtime/index.ts, so a target can leave them out; nothing else may import them.
 */
export const RUNTIME_FLOORS = {
  base: [],
  text: ['base'],
  numeric: ['base', 'text'],
  bytecode: PURE,
  // Texts in Python and nothing else.
  prelude: [],
  syntax: DATA,
  compiler: [...DATA, 'syntax'],
  memory: DATA,
  objects: [...DATA, 'memory'],
  vm: OBJECTS,
  tier1: [...OBJECTS, 'vm'],
  stackless: [...OBJECTS, 'vm'],
  modules: STACKLESS,
  snapshot: MODULES,
};

/** Files directly in runtime/ put the rooms together. Only the full runtime's index may reach the optional rooms. */
const CORE_ROOMS = [...MODULES, 'snapshot'];
const ALL_ROOMS = Object.keys(RUNTIME_FLOORS);

/** npm packages that a top-level room may import; Node's own modules are for host, game-sample and bench. */
const PACKAGES = { runtime: [], targets: [], host: ['msgpackr'], 'game-sample': [], bench: ['msgpackr'] };
const USES_NODE = new Set(['host', 'game-sample', 'bench']);

/**
 * Checks `sources` (default: the working tree) and returns the problems as sentences, empty when all is well.
 */
export function checkFloors(sources = readSources()) {
  const problems = [];
  const graph = new Map();
  for (const source of sources) {
    const targets = [];
    graph.set(source.path, targets);
    for (const { specifier, line, isType } of importsOf(source)) {
      if (isType) continue;
      const at = `${source.path}:${line}`;
      if (!specifier.startsWith('.')) {
        const reason = refusePackage(source.path, specifier);
        if (reason) problems.push(`${at} imports '${specifier}': ${reason}`);
        continue;
      }
      const target = resolveRelative(source.path, specifier);
      targets.push(target);
      const reason = refuseImport(source.path, target);
      if (reason) problems.push(`${at} imports ${target}: ${reason}`);
    }
  }
  for (const cycle of findCycles(graph)) problems.push(`import cycle of values: ${cycle.join(' -> ')}`);
  return problems;
}

/** Says why file `from` may not import a value from file `to`, or returns null. */
export function refuseImport(from, to) {
  const room = from.split('/')[0];
  const targetRoom = to.split('/')[0];
  switch (room) {
    case 'runtime':
      return targetRoom === 'runtime' ? refuseFloor(from, to) : 'runtime/ imports values from itself only';
    case 'targets':
      return targetRoom === 'targets' ? null : 'targets/ is data and imports nothing else';
    case 'host':
      if (targetRoom === 'host' || targetRoom === 'targets' || isRuntimeEdge(to)) return null;
      return 'host/ sees the runtime through runtime/index.ts or runtime/core.ts';
    case 'game-sample':
      if (targetRoom === 'game-sample') return null;
      return "game-sample/ uses what users can: import from 'stackless', 'stackless/node' and so on";
    case 'bench':
      if (['bench', 'host', 'targets', 'game-sample'].includes(targetRoom) || isRuntimeEdge(to)) return null;
      return 'bench/ measures through the public edges: runtime/index.ts, runtime/core.ts, host/, targets/';
    default:
      return null;
  }
}

function isRuntimeEdge(path) {
  return path === 'runtime/index.ts' || path === 'runtime/core.ts';
}

function refuseFloor(from, to) {
  const fromRoom = runtimeRoom(from);
  const toRoom = runtimeRoom(to);
  if (toRoom === null) {
    const isOptional =
      to === 'runtime/index.ts' || (to === 'runtime/source-compiler.ts' && from !== 'runtime/index.ts');
    return fromRoom === null && !isOptional ? null : 'only the assembly files of runtime/ import each other';
  }
  if (!(toRoom in RUNTIME_FLOORS)) return `runtime/${toRoom}/ is not in the floor table (.ci/floors.mjs)`;
  if (fromRoom === null) {
    const allowed = from === 'runtime/index.ts' || from === 'runtime/source-compiler.ts' ? ALL_ROOMS : CORE_ROOMS;
    return allowed.includes(toRoom) ? null : `only runtime/index.ts may import runtime/${toRoom}/`;
  }
  if (fromRoom === toRoom) return null;
  const allowed = RUNTIME_FLOORS[fromRoom];
  if (allowed === undefined) return `runtime/${fromRoom}/ is not in the floor table (.ci/floors.mjs)`;
  if (allowed.includes(toRoom)) return null;
  return `runtime/${fromRoom}/ may import values from ${allowed.join(', ') || 'nothing'} only (types: \`import type\`)`;
}

/** The room of a file in runtime/, or null for a file directly in it. */
function runtimeRoom(path) {
  const parts = path.split('/');
  return parts.length > 2 ? parts[1] : null;
}

function refusePackage(from, specifier) {
  const room = from.split('/')[0];
  if (specifier === 'stackless' || specifier.startsWith('stackless/')) {
    return room === 'game-sample' || room === 'bench' ? null : `${room}/ is part of the package: use a relative import`;
  }
  if (specifier.startsWith('node:')) return USES_NODE.has(room) ? null : `no Node API in ${room}/ (law 4)`;
  return PACKAGES[room].includes(specifier)
    ? null
    : `${room}/ may import these packages: ${PACKAGES[room].join(', ') || 'none'}`;
}

/** One cycle per strongly connected group of files (Tarjan), each as the list of its members in import order. */
function findCycles(graph) {
  const state = new Map();
  const stack = [];
  const cycles = [];
  let counter = 0;
  const visit = (path) => {
    const own = { index: counter, low: counter, onStack: true };
    counter += 1;
    state.set(path, own);
    stack.push(path);
    for (const target of graph.get(path) ?? []) {
      const seen = state.get(target);
      if (seen === undefined) own.low = Math.min(own.low, visit(target));
      else if (seen.onStack) own.low = Math.min(own.low, seen.index);
    }
    if (own.low === own.index) {
      const members = stack.splice(stack.indexOf(path));
      for (const member of members) state.get(member).onStack = false;
      if (members.length > 1 || (graph.get(path) ?? []).includes(path)) cycles.push(walkCycle(graph, members));
    }
    return own.low;
  };
  for (const path of graph.keys()) if (!state.has(path)) visit(path);
  return cycles;
}

/** A closed walk through a strongly connected group: the shortest way from its first member back to it. */
function walkCycle(graph, members) {
  const start = members[0];
  const inside = new Set(members);
  const cameFrom = new Map();
  const queue = [start];
  for (const path of queue) {
    for (const target of graph.get(path) ?? []) {
      if (target === start) {
        const way = [start];
        for (let step = path; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
        return way;
      }
      if (inside.has(target) && !cameFrom.has(target)) {
        cameFrom.set(target, path);
        queue.push(target);
      }
    }
  }
  return members;
}
