import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DataDir, readIfPresent, writeFileAtomically } from '../data-dir.ts';
import { freePort } from '../http/listen.ts';
import { callAws } from './json-protocol.ts';

/** DynamoDB cannot be started here; the message says what to do. */
export class DynamoDbUnavailableError extends Error {
  override readonly name = 'DynamoDbUnavailableError';
}

/** A DynamoDB that this runner started. */
export interface DynamoDbProcess {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const READY_DEADLINE_MS = 10_000;
const STOP_DEADLINE_MS = 1_500;

/**
 * Runs a command and ends it as soon as standard input closes: the kernel closes the pipe when the runner dies, also
 * by SIGKILL, so the database never outlives it.
 */
const GUARD_SCRIPT = `exec 3<&0
"$0" "$@" </dev/null 3<&- &
child=$!
{ read -r _ <&3; kill "$child"; } 2>/dev/null &
guard=$!
wait "$child"
code=$?
kill "$guard" 2>/dev/null
exit "$code"`;

/**
 * Starts dynoxide on a free port with its SQLite file in the data directory, and waits until it answers.
 * @param onDeath called if the process ends before `stop`
 * @throws {DynamoDbUnavailableError} on a platform without the binary, or if it does not come up
 */
export async function startDynamoDb(
  dataDir: DataDir,
  onDeath: (reason: string) => void,
): Promise<DynamoDbProcess> {
  const binary = findBinary();
  const databasePath = dataDir.file('dynamodb.sqlite');
  const pidPath = dataDir.file('dynamodb.pid');
  await endLeftover(pidPath, databasePath);
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      GUARD_SCRIPT,
      binary,
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--db-path',
      databasePath,
    ],
    // A session of its own: Ctrl-C in the terminal reaches the runner only, which then ends the database in its order.
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  const life = watch(child);
  try {
    await waitUntilAnswering(endpoint, life);
  } catch (error) {
    child.stdin.destroy();
    throw error;
  }
  writeFileAtomically(pidPath, String(child.pid));
  let stopping = false;
  child.once('exit', () => {
    child.stdin.destroy();
    if (!stopping) onDeath(`DynamoDB (dynoxide) ended unexpectedly: ${life.describe()}`);
  });
  return {
    endpoint,
    stop: async () => {
      stopping = true;
      await end(child);
      rmSync(pidPath, { force: true });
    },
  };
}

interface Life {
  ended(): boolean;
  describe(): string;
}

function watch(child: ChildProcess): Life {
  let errors = '';
  let failure: Error | undefined;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000);
  });
  child.on('error', (error) => {
    failure = error;
  });
  child.stdin?.on('error', () => undefined);
  return {
    ended: () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
    describe: () => failure?.message ?? `exit ${child.exitCode ?? child.signalCode}. ${errors.trim()}`,
  };
}

function findBinary(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@dynoxide/${platform}/dynoxide`;
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new DynamoDbUnavailableError(
      `Puente's local DynamoDB (${name}) is not installed. ${adviceWithoutBinary(platform)}`,
      { cause: error },
    );
  }
}

/** What helps a person whose machine has no binary: on its own platform it was left out, elsewhere there is none. */
export function adviceWithoutBinary(platform: string): string {
  const other =
    'start any other DynamoDB, such as DynamoDB Local, and set AWS_ENDPOINT_URL_DYNAMODB to its address.';
  return platform === 'linux-x64'
    ? `It comes with "npm ci", unless optional packages are left out: run that again without --omit=optional, or ${other}`
    : `It exists for linux-x64, and this is ${platform}: ${other}`;
}

async function waitUntilAnswering(endpoint: string, life: Life): Promise<void> {
  const deadline = performance.now() + READY_DEADLINE_MS;
  while (performance.now() < deadline) {
    if (life.ended())
      throw new DynamoDbUnavailableError(`DynamoDB (dynoxide) did not start: ${life.describe()}`);
    try {
      await callAws(endpoint, 'dynamodb', 'ListTables', {});
      return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await sleep(5);
    }
  }
  throw new DynamoDbUnavailableError(
    `DynamoDB (dynoxide) did not answer on ${endpoint} within ${READY_DEADLINE_MS} ms`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.stdin?.end();
  const force = setTimeout(() => killGroup(child.pid), STOP_DEADLINE_MS);
  await exited;
  clearTimeout(force);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a database that an earlier runner left on the same file, if the recorded process is still that one. */
async function endLeftover(pidPath: string, databasePath: string): Promise<void> {
  const pid = Number(readIfPresent(pidPath));
  if (!Number.isInteger(pid) || pid <= 1) return;
  const isOurs = () => commandLineOf(pid)?.includes(databasePath) ?? false;
  const deadline = performance.now() + STOP_DEADLINE_MS;
  while (isOurs() && performance.now() < deadline) await sleep(10);
  if (isOurs()) killGroup(pid);
  rmSync(pidPath, { force: true });
}

function commandLineOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}
