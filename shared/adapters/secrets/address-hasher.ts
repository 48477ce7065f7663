import { createHmac } from 'node:crypto';
import { addressHashSchema } from '../../domain/ids.ts';
import type { AddressHasher } from '../../domain/ports.ts';
import type { SecretReader } from './secret-reader.ts';

/**
 * Keyed hashes of addresses (HMAC-SHA256). The key is a secret of its own that is never rotated: with another one no
 * suppression would be found again.
 */
export function keyedAddressHasher(secret: SecretReader): AddressHasher {
  return {
    async hash(canonicalAddress) {
      const key = await secret.current();
      return addressHashSchema.parse(createHmac('sha256', key).update(canonicalAddress).digest('hex'));
    },
  };
}
