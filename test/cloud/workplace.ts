import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Everything that a run makes: the Python environment stays for the next run, the rest is made anew. Git ignores it. */
export const workplace = resolve(root, '.cloud');
export const logs = resolve(workplace, 'logs');
export const mailDirectory = resolve(workplace, 'mail');
export const assembly = resolve(workplace, 'assembly');

export const region = 'eu-central-1';
/** What MiniStack calls the one account it has. */
export const account = '000000000000';
export const stage = 'test';

/** Long enough to undo an acceptance over functions that start cold, short enough to wait for. */
export const undoSeconds = 5;
/** Short enough for a journey to wait for, and long enough for it to be refused before. */
export const pairAgainSeconds = 30;

export function makeWorkplace(): void {
  // The mails of an earlier run would be taken for those of this one.
  rmSync(mailDirectory, { recursive: true, force: true });
  for (const path of [logs, resolve(workplace, 'home'), resolve(workplace, 'tmp')])
    mkdirSync(path, { recursive: true });
  writeFileSync(resolve(workplace, '.gitignore'), '*\n');
  // Functions run from here, and in AWS there is no package around them that makes their bundles ES modules.
  writeFileSync(resolve(workplace, 'package.json'), '{}\n');
}

/** The Node that is deployed before any other: MiniStack runs functions with the first one it finds. */
const searchPath = [resolve(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

/** All that a program of this test gets to know: neither the profiles, the proxies nor the settings of whoever runs it. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: searchPath, HOME: resolve(workplace, 'home'), TMPDIR: resolve(workplace, 'tmp'), ...more };
}

/** The same for a client of AWS, as the root user of the emulated account. */
export function clientEnvironment(endpoint: string): Record<string, string> {
  return cleanEnvironment({
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
}
