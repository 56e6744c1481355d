/**
 * The whole fixture suite again in ways of running that must not change any output: control goes back to the host at every safepoint (so
 * everything a tasklet knows must be in its frames), statements run in their flattened form only, finished frames are reused by every policy.
 */
import { beforeAll, describe, test } from 'vitest';
import { explainDifference, findFixtures, readExpectation, selectFixtures } from './fixture-tree.mjs';
import { openFrontDoor, runFixture } from './front-door.ts';
import type { FrontDoor, StressSwitches } from './front-door.ts';

const MODES: ReadonlyArray<{ name: string; target: string; stress: StressSwitches }> = [
  { name: 'a host that interrupts at every safepoint', target: 'general', stress: { tickBudget: 1 } },
  { name: 'flattened form, zombie frames', target: 'general', stress: { flattenedOnly: true, frameCache: 'zombie' } },
  {
    name: 'every safepoint, flattened form, a free list',
    target: 'ps3',
    stress: { tickBudget: 1, flattenedOnly: true, frameCache: 'freeList' },
  },
  { name: 'zombie frames and a free list', target: 'ps3', stress: { frameCache: 'zombie+freeList' } },
];

const patterns = (process.env.FIXTURES ?? '').split(/[\s,]+/);
const fixtures = selectFixtures(findFixtures(), patterns).filter((one) => readExpectation(one) !== null);

describe.each(MODES)('$name', ({ target, stress }) => {
  let door: FrontDoor;

  beforeAll(async () => {
    door = await openFrontDoor();
  });

  test.each(fixtures)('$id', (fixture) => {
    const difference = explainDifference(readExpectation(fixture)!, runFixture(door, fixture, { target, stress }));
    if (difference !== null) throw new Error(difference);
  });
});
