import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';

/**
 * `npm test`: types, lint, unused code and every test, one after the other, all of them whatever fails first. The
 * last line counts: a check that is not a test counts as one.
 */

const reportFile = 'test-results/vitest.json';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['tsc', ['--noEmit', '--project', '.']],
  ['biome', ['ci', '--error-on-warnings', '--colors=off']],
  ['knip', []],
];

function run(command: string, parameters: readonly string[]): Promise<boolean> {
  console.log(`\n> ${command} ${parameters.join(' ')}`);
  return new Promise((resolve, reject) => {
    spawn(command, [...parameters], { stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => resolve(code === 0));
  });
}

async function runTests() {
  rmSync(reportFile, { force: true });
  const parameters = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const clean = await run('vitest', [...parameters, ...process.argv.slice(2)]);
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  // A file that cannot even be read has no failed test of its own, and must count all the same.
  const failed = clean ? 0 : Math.max(report.numFailedTests, 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

const startedMs = performance.now();
let passedChecks = 0;
for (const [command, parameters] of checks) {
  if (await run(command, parameters)) passedChecks += 1;
}
const tests = await runTests();
const failed = tests.failed + checks.length - passedChecks;
console.log(`\nin ${Math.round((performance.now() - startedMs) / 1000)} s`);
console.log(
  `${tests.passed + passedChecks} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
);
process.exitCode = failed === 0 ? 0 : 1;
