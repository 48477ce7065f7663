import { describe, expect, it } from 'vitest';
import { cluster, member } from '../../builders/directory.ts';
import { interestIn } from '../../builders/interest.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';
import { describeStore } from './store.contract.ts';

describe('the store in memory', () => {
  describeStore(async () => {
    const store = new MemoryStore();
    return {
      store,
      put: async (kind, record) => store.put(kind, record),
      putRaw: async (item) => store.putRaw(item),
      close: async () => {},
    };
  });

  it('starts with the directory it is given', async () => {
    const store = new MemoryStore({ clusters: [cluster()], members: [member()] });
    expect(await store.cluster(cluster().id)).toEqual(cluster());
    expect((await store.membersIn('PL')).items.map(({ id }) => id)).toEqual([member().id]);
    expect(store.all('MEMBER')).toHaveLength(1);
  });

  it('fails once, at the commit and the moment it is told', async () => {
    const store = new MemoryStore();
    const [first, second, third] = [
      interestIn('submitted'),
      interestIn('submitted'),
      interestIn('submitted'),
    ];
    store.failOnce('before');
    store.failOnce('after', 2);
    await expect(store.commit([{ create: 'INTEREST', record: first }])).rejects.toThrow('before');
    await expect(store.commit([{ create: 'INTEREST', record: second }])).rejects.toThrow('after');
    expect(await store.commit([{ create: 'INTEREST', record: third }])).toEqual({ ok: true });
    expect(await store.interest(first.id)).toBeUndefined();
    expect(await store.interest(second.id)).toBeDefined();
  });
});
