import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, buildSync } from 'esbuild';
import type { EnvironmentOf, FunctionName } from '../infra/function-environments.ts';

/** Size of each function's bundle and how long a new process takes to load it, as after a cold start. */
export async function measureBundles(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'puente-bundles-'));
  const rows = readdirSync('functions')
    .filter((name) => !name.includes('.'))
    .map((name) => {
      const outfile = join(folder, name, 'index.js');
      buildSync({ ...bundling, entryPoints: [`functions/${name}/index.ts`], outfile });
      const code = readFileSync(outfile);
      return `| ${name} | ${kB(code.length)} | ${kB(gzipSync(code).length)} | ${loadMs(outfile)} |`;
    });
  rmSync(folder, { recursive: true, force: true });
  return [
    '| function | bundle kB | gzip kB | load ms (median of 7 new processes) |',
    '|---|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

/** As `infra/constructs/puente-function.ts` bundles. */
const bundling: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'error',
};

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Each) => void
  ? Each
  : never;

/** Everything that any function asks of its environment (`list-sectors` asks nothing); loading calls nothing. */
const environment: All<EnvironmentOf<Exclude<FunctionName, 'list-sectors'>>> = {
  TABLE_NAME: 'table',
  BASE_URL: 'https://puente.example',
  LINK_SECRET_ARN: 'arn',
  ADDRESS_SECRET_ARN: 'arn',
  CLOCKS: '{}',
  MAIL_FROM: 'puente@puente.example',
  CONFIGURATION_SET: 'set',
  MAILS_PER_SECOND: '14',
  MAILS_A_DAY: '3',
  METRICS_NAMESPACE: 'Puente/test',
  MAIL_QUEUE_URL: 'https://queue.example/mail',
  MATCH_QUEUE_URL: 'https://queue.example/match',
  INDEX_BUCKET: 'bucket',
  INDEX_QUEUE_URL: 'https://queue.example/index',
  WEB_ROOT: 'web/dist',
  ISSUER: 'https://issuer.example',
  SIGN_IN_URL: 'https://sign-in.example',
  CLIENT_ID: 'client',
};

function loadMs(bundle: string): number {
  const program = `const t = performance.now(); require(${JSON.stringify(bundle)}); process.stdout.write(String(performance.now() - t))`;
  const times = Array.from({ length: 7 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, ['-e', program], {
      env: { PATH: process.env['PATH'], AWS_REGION: 'eu-central-1', ...environment },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  return Math.round(times.sort((a, b) => a - b)[3] ?? Number.NaN);
}

function kB(sizeBytes: number): number {
  return Math.round(sizeBytes / 1000);
}
