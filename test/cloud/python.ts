import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { runProgram } from './program.ts';
import { workplace } from './workplace.ts';

const environmentDirectory = resolve(workplace, 'python');
const requirements = resolve(import.meta.dirname, 'requirements.txt');
const installed = resolve(environmentDirectory, 'requirements.txt');

/** The interpreter that has what `requirements.txt` lists. */
export const python = resolve(environmentDirectory, 'bin/python');

/** Makes the Python environment, unless it is there and holds these very versions. */
export async function installPython(): Promise<void> {
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  rmSync(environmentDirectory, { recursive: true, force: true });
  const options = { environment: process.env, timeoutSeconds: 180 };
  await runProgram('python', 'python3', ['-m', 'venv', environmentDirectory], options);
  const pip = ['-m', 'pip', 'install', '--no-deps', '--only-binary=:all:', '--requirement', requirements];
  await runProgram('pip', python, pip, options);
  await runProgram('pip-check', python, ['-m', 'pip', 'check'], options);
  // Written last: an installation that was cut short is made again.
  copyFileSync(requirements, installed);
}
