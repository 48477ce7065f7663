import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

const secretSchema = z.object({ key: z.string().min(32) });

type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';

/** How long a warm function trusts what it read, so that a rotated key is seen without a deployment. */
const cacheMs = 300_000;
/** How long it does when a link names a key that it does not know: made-up links must not cost a call each. */
const doubtedCacheMs = 10_000;

/** The random key of a secret `{"key": …}`. */
export interface SecretReader {
  /** The key that is in force. */
  current(): Promise<string>;
  /** The one before it; undefined when it was never rotated. */
  previous(): Promise<string | undefined>;
  /** The key in force, for somebody who has reason to think that it was changed a moment ago. */
  latest(): Promise<string>;
}

/** Reads a secret from Secrets Manager and keeps it for five minutes. A failed read is not kept. */
export function secretReader(
  client: SecretsManagerClient,
  secretArn: string,
  nowMs = Date.now,
): SecretReader {
  const cache = new Map<Stage, { readonly atMs: number; readonly key: Promise<string | undefined> }>();

  function read(stage: Stage, maxAgeMs = cacheMs): Promise<string | undefined> {
    const cached = cache.get(stage);
    if (cached !== undefined && nowMs() - cached.atMs < maxAgeMs) return cached.key;
    const key = fetchKey(client, secretArn, stage);
    cache.set(stage, { atMs: nowMs(), key });
    key.catch(() => cache.delete(stage));
    return key;
  }

  async function current(maxAgeMs?: number): Promise<string> {
    const key = await read('AWSCURRENT', maxAgeMs);
    if (key === undefined) throw new Error('The secret has no current version');
    return key;
  }

  return {
    current: () => current(),
    previous: () => read('AWSPREVIOUS'),
    latest: () => current(doubtedCacheMs),
  };
}

async function fetchKey(
  client: SecretsManagerClient,
  secretArn: string,
  stage: Stage,
): Promise<string | undefined> {
  try {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: secretArn, VersionStage: stage }),
    );
    return secretSchema.parse(JSON.parse(SecretString ?? '')).key;
  } catch (error) {
    const absent = error instanceof Error && error.name === 'ResourceNotFoundException';
    if (absent && stage === 'AWSPREVIOUS') return undefined;
    throw error;
  }
}
