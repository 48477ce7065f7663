import { describe, expect, it } from 'vitest';
import { askForIndex, indexInForce, indexOfNow } from '../../../functions/match-interest/find-index.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { indexBytes } from '../../builders/index-bytes.ts';
import { readsNothing } from '../../doubles/member-index.ts';
import { world } from '../../doubles/world.ts';

describe('indexInForce', () => {
  it('is the stored one, and no member is read for it', async () => {
    const deps = world();
    deps.indexes.put('PL', indexBytes());
    const membersIn = () => {
      throw new Error('no member is to be read');
    };
    const index = await indexInForce({ ...deps, store: { membersIn }, read: readsNothing }, 'PL');
    expect(index).toBe(await deps.indexes.latest('PL'));
    expect(deps.queues.indexes).toEqual([]);
  });

  it.each<[string, Uint8Array | undefined]>([
    ['none is stored', undefined],
    ['a broken one is stored', new Uint8Array(100)],
    ['that of another country is stored', indexBytes('PE', [])],
  ])('is made of the members while %s, and a new one is asked for', async (_why, stored) => {
    const deps = world();
    if (stored !== undefined) deps.indexes.put('PL', stored);
    expect(await indexInForce(deps, 'PL')).toMatchObject({ country: 'PL', memberCount: 1 });
    expect(deps.queues.indexes).toEqual(['PL']);
  });

  it('is made of the members even when a new one cannot be asked for', async () => {
    const deps = world();
    deps.queues.index = async () => {
      throw new Error('no queue');
    };
    expect((await indexInForce(deps, 'PL')).memberCount).toBe(1);
    expect(deps.unasked).toEqual([expect.objectContaining({ message: 'no queue' })]);
  });
});

describe('indexOfNow', () => {
  it('has the members of now, whatever is stored, and tells of those that cannot be read', async () => {
    const deps = world();
    deps.indexes.put('PL', indexBytes());
    deps.store.put('MEMBER', member({ id: memberIdOf('promotech') }));
    deps.store.putRaw({
      pk: 'MEMBER#odd',
      sk: 'MEMBER',
      kind: 'MEMBER',
      gsi1pk: 'MEMBERS#PL',
      gsi1sk: 'odd',
    });
    expect((await indexOfNow(deps, 'PL')).memberCount).toBe(2);
    expect(deps.broken).toHaveLength(1);
    expect(deps.queues.indexes).toEqual([]);
  });
});

describe('askForIndex', () => {
  it('names the country', async () => {
    const deps = world();
    await askForIndex(deps, 'PE');
    expect(deps.queues.indexes).toEqual(['PE']);
  });
});
