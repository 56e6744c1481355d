/** One program of the fixture tree. */
export interface Fixture {
  readonly kind: 'conformance' | 'stackless';
  readonly area: string;
  readonly name: string;
  /** `kind/area/name`, what patterns are matched against. */
  readonly id: string;
  /** Absolute path of the program; `file` is its last part and `dir` the folder it runs in. */
  readonly script: string;
  readonly dir: string;
  readonly file: string;
}

export interface Expectation {
  readonly stdout: string;
  /** Standard error to the byte, for recorded fixtures. */
  readonly stderr?: string;
  /** The last line of standard error, for fixtures whose expectation is in comments; `null` when nothing is expected there. */
  readonly lastError?: string | null;
  readonly status: number;
  readonly stdin: string;
  readonly source: string | null;
}

export interface FixtureRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export const TEST_ROOT: string;
export const KINDS: readonly string[];
export function findFixtures(root?: string): Fixture[];
export function selectFixtures(fixtures: Fixture[], patterns: readonly string[]): Fixture[];
export function expectationPaths(fixture: Fixture): { out: string; err: string; stdin: string };
/** What the fixture expects, or `null` for one that has not been recorded. */
export function readExpectation(fixture: Fixture): Expectation | null;
export function parseErr(text: string, path: string): { status: number; stderr: string };
export function formatErr(status: number, stderr: string): string;
export function withoutFolder(text: string, dir: string): string;
/** `null` when `actual` is as expected, else a readable difference. */
export function explainDifference(expected: Expectation, actual: FixtureRun): string | null;
export function unifiedDiff(label: string, expected: string, actual: string): string;
