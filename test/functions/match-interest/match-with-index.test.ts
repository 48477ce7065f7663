import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../functions/build-index/build-index.ts';
import { matchInterest } from '../../../functions/match-interest/match-interest.ts';
import { demoDirectory } from '../../../local/demo/directory.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Member } from '../../../shared/domain/member.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { type World, world } from '../../doubles/world.ts';

/** The demonstration with an index of every member, and an interest to match. */
async function indexed(members: readonly Member[] = demoDirectory().members) {
  const deps = world({ clusters: [...demoDirectory().clusters], members: [...members] });
  await buildIndex(deps, 'PL');
  const interest = interestIn('confirmed');
  deps.store.put('INTEREST', interest);
  return { deps, interest };
}

function membersOf({ store }: World): string[] {
  return store.all('LEAD').map((lead) => lead.member.id);
}

function memberNamed({ store }: World, id: string): Member {
  const found = store.all('MEMBER').find((each) => each.id === id);
  if (found === undefined) throw new Error(`no member ${id}`);
  return found;
}

/** Makers of mowers that no index tells apart. */
function alike(count: number): Member[] {
  return Array.from({ length: count }, (_, index) =>
    member({ id: memberIdOf(`firm-${String(index).padStart(3, '0')}`) }),
  );
}

describe('a match with an index', () => {
  it('reads no member', async () => {
    const { deps, interest } = await indexed();
    deps.store.membersIn = async () => {
      throw new Error('no member is to be read');
    };
    expect((await matchInterest(deps, interest.id)).outcome).toBe('matched');
    expect(membersOf(deps)).toContain('samasz');
    expect(deps.queues.indexes).toEqual([]);
  });

  it('makes the same leads as without one', async () => {
    const { deps, interest } = await indexed();
    await matchInterest(deps, interest.id);
    const without = world(demoDirectory());
    without.store.put('INTEREST', interest);
    await matchInterest(without, interest.id);
    expect(membersOf(deps)).toEqual(membersOf(without));
    expect(without.queues.indexes).toEqual(['PL']);
  });

  it('passes over an index that was read with other words, as after a new version, and asks for a new one', async () => {
    const { deps, interest } = await indexed();
    const read = Object.assign((text: string, language?: Language) => deps.read(text, language), {
      version: 'the next',
    });
    expect((await matchInterest({ ...deps, read }, interest.id)).outcome).toBe('matched');
    expect(membersOf(deps)).toContain('samasz');
    expect(deps.queues.indexes).toEqual(['PL']);
  });

  it.each<[string, (deps: World, found: Member) => void]>([
    ['was erased', ({ store }, found) => store.remove('MEMBER', found)],
    [
      'took its consent back',
      ({ store }, { consent, ...found }) => {
        if (consent === undefined) throw new Error('the demonstration has consents');
        store.put('MEMBER', { ...found, consent: { ...consent, contactByEmail: false } });
      },
    ],
  ])('proposes nobody who %s since it was built, and asks for a new one', async (_what, change) => {
    const { deps, interest } = await indexed();
    change(deps, memberNamed(deps, 'samasz'));
    const result = await matchInterest(deps, interest.id);
    expect(membersOf(deps)).not.toContain('samasz');
    expect(membersOf(deps).length).toBeGreaterThan(0);
    expect(result).toEqual({ outcome: 'matched', leadCount: membersOf(deps).length });
    expect(deps.queues.indexes).toEqual(['PL']);
  });

  it('finds the next best in the place of those who are gone', async () => {
    const { deps, interest } = await indexed(alike(15));
    for (const id of ['firm-000', 'firm-004']) deps.store.remove('MEMBER', memberNamed(deps, id));
    expect(await matchInterest(deps, interest.id)).toEqual({ outcome: 'matched', leadCount: 10 });
    expect(membersOf(deps)).not.toContain('firm-000');
    expect(membersOf(deps)).toContain('firm-010');
    expect(membersOf(deps)).toContain('firm-011');
  });

  it('goes to the members themselves when the index is wrong over and over', async () => {
    const { deps, interest } = await indexed(alike(60));
    for (const each of deps.store.all('MEMBER').slice(0, 55)) deps.store.remove('MEMBER', each);
    expect(await matchInterest(deps, interest.id)).toEqual({ outcome: 'matched', leadCount: 5 });
    expect(membersOf(deps)).toEqual(['firm-055', 'firm-056', 'firm-057', 'firm-058', 'firm-059']);
  });

  it('gives up in time when members go faster than it matches', async () => {
    const { deps, interest } = await indexed(alike(60));
    const commit = deps.store.commit.bind(deps.store);
    deps.store.commit = async (changes) => {
      for (const change of changes)
        if ('require' in change && change.require === 'memberConsents')
          deps.store.remove('MEMBER', memberNamed(deps, change.memberId));
      return commit(changes);
    };
    await expect(matchInterest(deps, interest.id)).rejects.toThrow('could not be matched in 4 rounds');
    expect(membersOf(deps)).toEqual([]);
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'confirmed' });
  });
});

describe('the leads of a match', () => {
  it('count in the index that the next match uses', async () => {
    const { deps, interest } = await indexed(alike(12));
    await matchInterest(deps, interest.id);
    const index = await deps.indexes.latest('PL');
    expect([...(index?.loads ?? [])]).toEqual([...Array(10).fill(1), 0, 0]);
    const next = interestIn('confirmed');
    deps.store.put('INTEREST', next);
    await matchInterest(deps, next.id);
    const second = (await deps.store.leadsOf(next.id)).map((lead) => lead.member.id);
    expect(second).toContain('firm-010');
    expect(second).toContain('firm-011');
  });

  it('do not count when they were not written', async () => {
    const { deps, interest } = await indexed(alike(12));
    deps.store.failOnce('before');
    await expect(matchInterest(deps, interest.id)).rejects.toThrow('before');
    const index = await deps.indexes.latest('PL');
    expect([...(index?.loads ?? [])]).toEqual(Array(12).fill(0));
  });

  it('are made once, however often the interest is matched with the same index', async () => {
    const { deps, interest } = await indexed(alike(12));
    await Promise.all(Array.from({ length: 5 }, () => matchInterest(deps, interest.id)));
    expect(membersOf(deps)).toHaveLength(10);
    const index = await deps.indexes.latest('PL');
    expect(index?.loads.reduce((sum, load) => sum + load, 0)).toBe(10);
  });
});

describe('an index that is built anew during a match', () => {
  it('is used from the next match on, and spoils none', async () => {
    const { deps, interest } = await indexed(alike(3));
    const [, result] = await Promise.all([buildIndex(deps, 'PL'), matchInterest(deps, interest.id)]);
    expect(result).toEqual({ outcome: 'matched', leadCount: 3 });
    await buildIndex(deps, 'PL');
    const index = await deps.indexes.latest('PL');
    expect([...(index?.loads ?? [])]).toEqual([1, 1, 1]);
  });
});
