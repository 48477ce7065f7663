import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { StartOptions } from '../../local/start-local.ts';
import type { Addresses } from '../journeys/puente.ts';
import { connectAws } from './aws.ts';
import { readDeployment } from './deployment.ts';
import { stage } from './workplace.ts';

const invocationSchema = z.object({ StatusCode: z.literal(200), FunctionError: z.undefined().optional() });

/**
 * Stands in for `local/start-local.ts` in the journeys: there is nothing to start. In place of the setting of the same
 * name, it has the deployed sweep run every `PUENTE_SWEEP_SECONDS`, as the schedule does each minute.
 */
export async function startLocal({
  environment = {},
}: StartOptions): Promise<Addresses & { stop(): Promise<void> }> {
  const { baseUrl, mailUrl, endpoint } = readDeployment();
  const aws = connectAws(endpoint);
  const stopping = new AbortController();
  const sweeping = (async () => {
    const pauseMs = 1000 * Number(environment['PUENTE_SWEEP_SECONDS'] ?? 1);
    while (!stopping.signal.aborted) {
      const sweep = { FunctionName: `puente-${stage}-sweep` };
      await aws.call(invocationSchema, 'lambda', 'invoke', sweep);
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  // A sweep that fails is told at the end; a journey that needed it fails before.
  sweeping.catch(() => undefined);
  return {
    baseUrl,
    mailUrl,
    stop: async () => {
      stopping.abort();
      await sweeping.finally(() => aws.close());
    },
  };
}
