import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { freePort } from '../../local/http/listen.ts';
import { eventually } from '../journeys/puente.ts';
import { logPath, tailOf } from './program.ts';
import { python } from './python.ts';
import { cleanEnvironment, region } from './workplace.ts';

export interface MiniStack {
  /** Where every service answers. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

const stopDeadlineMs = 5_000;

/**
 * Starts MiniStack without any state, with rights enforced: every call of a function is checked against the policies
 * that its role was deployed with.
 * @param smtpPort where mail that SES accepted goes on to
 */
export async function startMiniStack(smtpPort: number): Promise<MiniStack> {
  const port = await freePort();
  const output = openSync(logPath('ministack'), 'w');
  const parameters = ['-m', 'hypercorn', 'gateway:app', '--bind', `127.0.0.1:${port}`, '--keep-alive', '75'];
  // In a group of its own, with the processes that it runs functions in.
  const child = spawn(python, ['-B', ...parameters], {
    cwd: import.meta.dirname,
    env: cleanEnvironment({
      AUTH: 'true',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: region,
      SMTP_HOST: `127.0.0.1:${smtpPort}`,
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
    }),
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  await once(child, 'spawn');
  const stop = () => end(child);
  process.once('exit', () => signal(child, 'SIGKILL'));
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await eventually('MiniStack answers', () => health(child, endpoint));
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

async function health(child: ChildProcess, endpoint: string): Promise<true | undefined> {
  if (child.exitCode !== null) throw new Error(`MiniStack ended at once:\n${tailOf('ministack')}`);
  const reply = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
  return reply?.ok === true ? true : undefined;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  signal(child, 'SIGTERM');
  const deadline = setTimeout(() => signal(child, 'SIGKILL'), stopDeadlineMs);
  await exited;
  clearTimeout(deadline);
  // What is left of the group: functions that outlived it.
  signal(child, 'SIGKILL');
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
