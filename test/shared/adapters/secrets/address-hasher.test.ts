import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyedAddressHasher } from '../../../../shared/adapters/secrets/address-hasher.ts';
import { secretOf } from '../../../doubles/secret.ts';

const [older, newer] = ['b'.repeat(40), 'c'.repeat(40)] as const;

describe('keyedAddressHasher', () => {
  const hasher = keyedAddressHasher(secretOf(newer, older));

  it('is the HMAC-SHA256 of the address under the key in force', async () => {
    const expected = createHmac('sha256', newer).update('compras@misti.example').digest('hex');
    expect(await hasher.hash('compras@misti.example')).toBe(expected);
  });

  it('tells addresses and keys apart, and says the same again', async () => {
    const other = keyedAddressHasher(secretOf(older));
    const hashes = await Promise.all([
      hasher.hash('a@b.co'),
      hasher.hash('a@b.com'),
      other.hash('a@b.co'),
      hasher.hash('a@b.co'),
    ]);
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[3]).toBe(hashes[0]);
  });
});
