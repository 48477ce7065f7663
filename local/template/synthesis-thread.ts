import { parentPort, workerData } from 'node:worker_threads';
import { buildApp } from '../../infra/app.ts';
import { localConfig } from '../../infra/config.ts';
import type { SynthesisSettings } from './synthesise.ts';

/**
 * Synthesises the app of `infra/` on a thread of its own, beside everything else that has to be loaded at the start.
 * Node runs this file and what it imports as they are, so they must stay plain TypeScript without JSX.
 */
const { environment, outdir } = workerData as SynthesisSettings;
const assembly = buildApp(localConfig(environment), { outdir, bundling: false, validation: false }).synth();
parentPort?.postMessage(assembly.stacks.map(({ stackName, template }) => ({ stackName, template })));
