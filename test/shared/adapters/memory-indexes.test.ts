import { describe, expect, it } from 'vitest';
import { indexBytes } from '../../builders/index-bytes.ts';
import { MemoryIndexes } from '../../doubles/memory-indexes.ts';
import { describeMemberIndexes } from './member-indexes.contract.ts';

describe('the indexes in memory', () => {
  describeMemberIndexes(async () => {
    const indexes = new MemoryIndexes();
    return {
      indexes,
      faults: indexes.faults,
      put: async (country, bytes) => indexes.put(country, bytes),
      close: async () => {},
    };
  });

  it('fail once, at the moment they are told', async () => {
    const indexes = new MemoryIndexes();
    indexes.failOnce('before');
    await expect(indexes.publish('PL', indexBytes(), undefined)).rejects.toThrow('before');
    expect(await indexes.version('PL')).toBeUndefined();
    indexes.failOnce('after');
    await expect(indexes.publish('PL', indexBytes(), undefined)).rejects.toThrow('after');
    expect(await indexes.version('PL')).toBeDefined();
    expect(await indexes.publish('PL', indexBytes(), await indexes.version('PL'))).toBe('published');
  });
});
