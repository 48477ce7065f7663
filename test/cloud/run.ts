import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { demoDirectory } from '../../local/demo/directory.ts';
import { seedDirectory } from '../../shared/adapters/dynamodb/seed-directory.ts';
import { connectAws } from './aws.ts';
import { type Deployment, deploymentVariable } from './deployment.ts';
import { buildFrontDoor, type FrontDoor } from './front-door.ts';
import { leftOut } from './left-out.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type MiniStack, startMiniStack } from './ministack.ts';
import { runProgram } from './program.ts';
import { installPython } from './python.ts';
import { coordinators } from './sign-in.ts';
import { allowMail, bootstrap, deploy, destroy, type Outputs, synthesise } from './stacks.ts';
import { cleanEnvironment, logs, makeWorkplace, region, workplace } from './workplace.ts';

/**
 * `npm run test:cloud`: deploys the CDK app onto MiniStack, a whole AWS on this machine, and has the journeys run against
 * what was deployed. The last line counts: a step that is not a test counts as one. Needs Python 3.10 or newer.
 */

const patienceSeconds = 150;
const counts = { passed: 0, failed: 0 };
/** Errors that were shown and counted. */
const told = new WeakSet();
const startedMs = performance.now();

/** Does one step and counts it. Throws what it throws. */
async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const sinceMs = performance.now();
  const seconds = () => ((performance.now() - sinceMs) / 1000).toFixed(1);
  try {
    const result = await work();
    counts.passed += 1;
    console.log(`✓ ${what} (${seconds()} s)`);
    return result;
  } catch (error) {
    counts.failed += 1;
    if (error instanceof Error) told.add(error);
    console.error(`✗ ${what} (${seconds()} s)\n${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Runs test files against the deployment; those that fail are told and counted, not thrown. */
async function test(files: string, deployment: Deployment): Promise<void> {
  const report = resolve(workplace, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const parameters = ['run', '--config', 'test/cloud/vitest.config.ts', ...reporters, files];
  const environment = cleanEnvironment({
    [deploymentVariable]: JSON.stringify(deployment),
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  });
  const clean = await runProgram(undefined, 'vitest', parameters, {
    environment,
    timeoutSeconds: patienceSeconds,
  }).then(
    () => true,
    () => false,
  );
  const result = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  counts.passed += result.numPassedTests;
  counts.failed += clean ? 0 : Math.max(result.numFailedTests, result.numFailedTestSuites, 1);
}

async function seed({ TableName }: Outputs, endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await seedDirectory({ client, tableName: TableName }, demoDirectory());
  client.destroy();
}

async function tryDeployed(
  outputs: Outputs,
  { endpoint }: MiniStack,
  frontDoor: FrontDoor,
  { mailUrl }: Mailbox,
) {
  const { baseUrl } = frontDoor;
  const aws = connectAws(endpoint);
  try {
    const consoleUrl = `${baseUrl}/console/`;
    const apiId = new URL(outputs.ApiUrl).hostname.split('.')[0] ?? '';
    frontDoor.open({
      endpoint,
      apiId,
      tokenOf: coordinators({ aws, outputs, signInUrl: endpoint, consoleUrl }),
    });
    const deployment: Deployment = { baseUrl, mailUrl, endpoint, outputs };
    await step('mail may be sent', () => allowMail(aws));
    await step('the directory is seeded', () => seed(outputs, endpoint));
    // In turn: the first journey counts on members whom nobody has written to.
    await test('test/journeys/story', deployment);
    const names = leftOut.map((name) => `“${name}”`).join(', ');
    console.log(
      `skipped in what follows, for they look into the files of a Puente on this machine: ${names}`,
    );
    await test('test/journeys/refusals', deployment);
    await test('test/cloud', deployment);
  } finally {
    await step('the stacks are deleted, and leave nothing', () => destroy(aws));
    await aws.close();
  }
}

async function main(): Promise<void> {
  makeWorkplace();
  await step('pages and names are built', () =>
    runProgram('build', 'npm', ['run', 'build'], { environment: process.env, timeoutSeconds: 60 }),
  );
  await step('MiniStack is installed', installPython);
  const closing = new AsyncDisposableStack();
  try {
    const frontDoor = await buildFrontDoor();
    closing.defer(() => frontDoor.close());
    const mailbox = await openMailbox();
    closing.defer(() => mailbox.close());
    await step('templates and bundles are made', () => synthesise(frontDoor.baseUrl));
    const miniStack = await step('MiniStack starts', () => startMiniStack(mailbox.smtpPort));
    closing.defer(() => miniStack.stop());
    await step('the account is bootstrapped', () => bootstrap(miniStack.endpoint));
    const outputs = await step('the stacks are deployed', () => deploy(miniStack.endpoint));
    await tryDeployed(outputs, miniStack, frontDoor, mailbox);
  } finally {
    await closing.disposeAsync();
  }
}

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(1));
await main().catch((error: unknown) => {
  if (error instanceof Error && told.has(error)) return;
  counts.failed += 1;
  console.error(error);
});
if (counts.failed > 0) console.log(`\nwhat each program said: ${logs}`);
console.log(`\nin ${Math.round((performance.now() - startedMs) / 1000)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
