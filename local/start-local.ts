import { resolve } from 'node:path';
import type { StageConfig } from '../infra/config.ts';
import { type LocalRun, type RunOptions, runLocal } from './run-local.ts';
import type { LocalPlan } from './template/plan.ts';
import { TemplateError } from './template/stack-template.ts';
import { synthesise } from './template/synthesise.ts';

/** A setting has a fault; the message says which, for the person at the terminal. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** How Puente is to run on this machine. */
export interface StartOptions extends Pick<RunOptions, 'onProgress' | 'onError' | 'onDeath'> {
  readonly dataDir: string;
  /** Ports of the API and of the inbox; by default any free ones. */
  readonly port?: number;
  readonly mailPort?: number;
  /** Whether the demo clusters and members are there; false by default. */
  readonly demo?: boolean;
  /** Makes files that functions read; runs once the ports and the data directory are taken. */
  readonly prepare?: () => Promise<void>;
  /** Settings such as `PUENTE_UNDO_SECONDS`, instead of the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export type LocalPuente = LocalRun;

/** Longest time between two sweeps on this machine, in seconds: trial clocks run in seconds, EventBridge in minutes. */
const DEFAULT_SWEEP_SECONDS = 2;

/**
 * Runs Puente from the templates of `infra/` for the stage `local`, until `stop`.
 * @throws what {@link runLocal} throws, and {@link SettingsError} for faults of the settings
 */
export async function startLocal(options: StartOptions): Promise<LocalPuente> {
  const environment = options.environment ?? process.env;
  const maximumIntervalSeconds = readSweepSeconds(environment);
  const { clocks } = await checkedConfig(environment);
  return await runLocal({
    ...options,
    port: options.port ?? 0,
    mailPort: options.mailPort ?? 0,
    root: resolve(import.meta.dirname, '..'),
    people: (await import('./demo/people.ts')).demoPeople,
    maximumIntervalSeconds,
    dynamoDbEndpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'],
    templates: async (port) => {
      const settings = {
        environment: { ...environment, PORT: String(port) },
        outdir: resolve(options.dataDir, 'cdk.out'),
      };
      const [stacks] = await Promise.all([synthesise(settings), makeReady(options)]);
      return stacks;
    },
    prepareData: async (plan, accepted) => {
      const tableName = onlyTableOf(plan);
      const { settleCutOffSends } = await import('./cut-off-sends.ts');
      await settleCutOffSends({ tableName, clocks, accepted });
      if (options.demo === true) {
        const { seedDemo } = await import('./demo/seed.ts');
        await seedDemo({ tableName });
      }
      const { askForIndexes } = await import('./ask-for-indexes.ts');
      await askForIndexes(plan);
    },
  });
}

/** Looks for faults before anything is started: later they would come out of another thread. */
async function checkedConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StageConfig> {
  const { localConfig } = await import('../infra/config.ts');
  try {
    return localConfig(environment);
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Makes the files that functions read, then loads what nearly every function imports: there is time for it while the
 * template is made, and the functions themselves can only be imported once their environments are known.
 */
async function makeReady({ prepare, demo }: StartOptions): Promise<void> {
  await prepare?.();
  const modules = [import('../shared/runtime/http.ts'), import('../shared/adapters/clients.ts')];
  await Promise.all([...modules, ...(demo === true ? [import('./demo/seed.ts')] : [])]);
}

function onlyTableOf(plan: LocalPlan): string {
  const [table, ...others] = plan.tables;
  if (table === undefined || others.length > 0)
    throw new TemplateError(`The demo data belongs in one table; the template has ${plan.tables.length}`);
  return table.name;
}

function readSweepSeconds(environment: Readonly<Record<string, string | undefined>>): number {
  const text = environment['PUENTE_SWEEP_SECONDS'] ?? String(DEFAULT_SWEEP_SECONDS);
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new SettingsError(
    `PUENTE_SWEEP_SECONDS must be a number of seconds above 0, not ${JSON.stringify(text)}`,
  );
}
