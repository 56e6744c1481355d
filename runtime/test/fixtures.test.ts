/**
 * Every fixture on several target profiles, through the front door. `FIXTURES=area/pattern npm test` selects some.
 * What a fixture is and where its expectation comes from: README.md beside this file.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { explainDifference, findFixtures, readExpectation, selectFixtures } from './fixture-tree.mjs';
import { hostExists, openFrontDoor, runFixture } from './front-door.ts';
import type { FrontDoor } from './front-door.ts';

/** A generous machine, a small 32-bit one, and one where generated code may be forbidden. */
const TARGETS = ['general', 'ps3', 'browser-mobile'];

const patterns = (process.env.FIXTURES ?? '').split(/[\s,]+/);
const fixtures = selectFixtures(findFixtures(), patterns);
const areas = [...new Set(fixtures.map((one) => `${one.kind}/${one.area}`))];

test('every fixture has an expectation', () => {
  const without = findFixtures().filter((one) => readExpectation(one) === null);
  expect(without.map((one) => one.id)).toEqual([]);
});

// While the host is being written there is no front door to go through.
describe.skipIf(!hostExists).each(TARGETS)('fixtures on %s', (target) => {
  let door: FrontDoor;

  beforeAll(async () => {
    door = await openFrontDoor();
  });

  describe.each(areas)('%s', (area) => {
    test.each(fixtures.filter((one) => `${one.kind}/${one.area}` === area))('$name', (fixture) => {
      const expected = readExpectation(fixture);
      if (expected === null) throw new Error(`${fixture.id} has no record: run "npm run fixtures:record -- --new"`);
      const difference = explainDifference(expected, runFixture(door, fixture, { target }));
      if (difference !== null) throw new Error(`${fixture.id}\n${difference}`);
    });
  });
});
