import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StackTemplate } from './stack-template.ts';

/** What the thread is started with. */
export interface SynthesisSettings {
  /** Settings of the stage `local`, as `localConfig` of `infra/config.ts` reads them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Directory that the assembly is written to. */
  readonly outdir: string;
}

/**
 * The templates of `infra/` for the stage `local`, synthesised in this process.
 * @throws the app's own error, for instance one that lists every fault of the settings
 */
export async function synthesise(settings: SynthesisSettings): Promise<readonly StackTemplate[]> {
  // Without the loaders of the main thread: Node strips the types itself, and the CDK loads in half the time.
  const thread = new Worker(new URL('./synthesis-thread.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
  });
  const [stacks] = (await once(thread, 'message')) as [readonly StackTemplate[]];
  return stacks;
}
