import type { SecretReader } from '../../shared/adapters/secrets/secret-reader.ts';

/** A secret that is read without a service; `latest` is what a new look would find. */
export function secretOf(current: string, previous?: string, latest = current): SecretReader {
  return { current: async () => current, previous: async () => previous, latest: async () => latest };
}
