import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readIfPresent, writeFileAtomically } from '../data-dir.ts';
import type { Endpoints } from '../functions/environment.ts';
import { CommandError } from './command-error.ts';

const fileName = 'endpoints.json';

const endpointsSchema = z.object({ dynamodb: z.url(), sqs: z.url(), other: z.url() });

/**
 * Notes where the services of a running Puente are, for commands beside it.
 * @returns what takes the note away again
 */
export function noteEndpoints(dataDir: string, endpoints: Endpoints): () => void {
  const path = join(dataDir, fileName);
  writeFileAtomically(path, JSON.stringify(endpoints));
  return () => rmSync(path, { force: true });
}

/**
 * Where the services of the Puente are that runs on this data.
 * @throws {CommandError} when none does
 */
export function notedEndpoints(dataDir: string): Endpoints {
  const text = readIfPresent(join(dataDir, fileName));
  if (text === undefined)
    throw new CommandError(
      `No Puente runs on ${dataDir}. Start it with npm start; PUENTE_DATA names another directory, --stage a stage on AWS.`,
    );
  return endpointsSchema.parse(JSON.parse(text));
}
