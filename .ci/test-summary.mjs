// Prints the last line of a CI run, `N passed, N failed`, from the report of vitest's JSON reporter. A suite that could not
// even be loaded (a syntax error in a test file) has no tests to count, so it counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const [reportPath] = process.argv.slice(2);

if (reportPath === undefined || !existsSync(reportPath)) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const report = JSON.parse(readFileSync(reportPath, 'utf8'));
const unloadable = report.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
);
const failed = report.numFailedTests + unloadable.length;

for (const suite of unloadable) console.log(`could not load ${suite.name}: ${suite.message.split('\n')[0]}`);
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
