import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { logs, root } from './workplace.ts';

interface ProgramOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory?: string;
  readonly timeoutSeconds: number;
}

/** Lines of a log that tell what went wrong. */
const tailLines = 30;

/**
 * Runs a program to its end, with its output in `.cloud/logs/<log>.log`, or on the terminal when `log` is absent.
 * @throws with the last lines of the output, when it fails or takes too long
 */
export async function runProgram(
  log: string | undefined,
  command: string,
  parameters: readonly string[],
  { environment, directory = root, timeoutSeconds }: ProgramOptions,
): Promise<void> {
  const output = log === undefined ? undefined : openSync(logPath(log), 'w');
  const ended = Promise.withResolvers<string>();
  const child = spawn(command, [...parameters], {
    cwd: directory,
    env: { ...environment },
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
    timeout: timeoutSeconds * 1000,
  })
    .once('error', ended.reject)
    .once('exit', (code, signal) => ended.resolve(signal ?? `exit ${code}`));
  const kill = () => child.kill();
  process.once('exit', kill);
  try {
    const end = await ended.promise;
    if (end !== 'exit 0')
      throw new Error(`${command} ${parameters[0] ?? ''}: ${end}\n${log === undefined ? '' : tailOf(log)}`);
  } finally {
    process.off('exit', kill);
    if (output !== undefined) closeSync(output);
  }
}

export function logPath(log: string): string {
  return resolve(logs, `${log}.log`);
}

export function tailOf(log: string): string {
  return readFileSync(logPath(log), 'utf8').split('\n').slice(-tailLines).join('\n');
}
