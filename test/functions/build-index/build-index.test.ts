import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../functions/build-index/build-index.ts';
import type { MemberIndexes } from '../../../shared/domain/ports.ts';
import { cluster, member } from '../../builders/directory.ts';
import { clusterIdOf, memberIdOf } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { type World, world } from '../../doubles/world.ts';

async function indexOf({ indexes }: World, country: 'PE' | 'PL' = 'PL') {
  const index = await indexes.latest(country);
  if (index === undefined) throw new Error(`no index of ${country}`);
  return index;
}

async function idsIn(deps: World): Promise<string[]> {
  const index = await indexOf(deps);
  return Array.from({ length: index.memberCount }, (_, position) => index.factsOf(position).id);
}

/** Indexes between whose version and publication something happens, each time the next of `events`. */
function interrupted({ indexes }: World, events: (() => Promise<unknown>)[]): MemberIndexes {
  return {
    latest: (country) => indexes.latest(country),
    version: (country) => indexes.version(country),
    publish: async (country, bytes, over) => {
      await events.shift()?.();
      return indexes.publish(country, bytes, over);
    },
  };
}

const promotech = member({ id: memberIdOf('promotech') });

describe('buildIndex', () => {
  it('stores an index of the members of the country, each with a consent', async () => {
    const { consent: _consent, ...silent } = member({ id: memberIdOf('silent') });
    const deps = world({ clusters: [cluster()], members: [member(), promotech, silent] });
    expect(await buildIndex(deps, 'PL')).toMatchObject({ attempts: 1 });
    expect(await idsIn(deps)).toEqual(['promotech', 'samasz']);
    expect(await deps.indexes.latest('PE')).toBeUndefined();
  });

  it('stores an index of nobody where there is nobody', async () => {
    const deps = world();
    await buildIndex(deps, 'PE');
    expect(await indexOf(deps, 'PE')).toMatchObject({ country: 'PE', memberCount: 0 });
  });

  it('counts the open leads of each member', async () => {
    const deps = world({ clusters: [cluster()], members: [member(), promotech] });
    const open = ['proposed', 'approved', 'introduced', 'accepted'] as const;
    for (const status of [...open, 'rejected', 'declined', 'connected'] as const)
      deps.store.put('LEAD', leadIn(status));
    await buildIndex(deps, 'PL');
    expect([...(await indexOf(deps)).loads]).toEqual([0, open.length]);
  });

  it('leaves out what cannot be read, tells of it, and builds from the rest', async () => {
    const deps = world();
    deps.store.putRaw({
      pk: 'MEMBER#odd',
      sk: 'MEMBER',
      kind: 'MEMBER',
      gsi1pk: 'MEMBERS#PL',
      gsi1sk: 'odd',
    });
    await buildIndex(deps, 'PL');
    expect(await idsIn(deps)).toEqual(['samasz']);
    expect(deps.broken.map(({ message }) => message)).toEqual([expect.stringContaining('MEMBER#odd')]);
  });

  it('replaces the index that was there', async () => {
    const deps = world();
    await buildIndex(deps, 'PL');
    deps.store.put('MEMBER', promotech);
    await buildIndex(deps, 'PL');
    expect(await idsIn(deps)).toEqual(['promotech', 'samasz']);
  });

  it('replaces what is no index', async () => {
    const deps = world();
    deps.indexes.put('PL', new TextEncoder().encode('cut o'));
    await buildIndex(deps, 'PL');
    expect(await idsIn(deps)).toEqual(['samasz']);
  });

  it('overtaken by a newer build, it reads again and loses nothing that either has seen', async () => {
    const deps = world();
    const meanwhile = async () => {
      deps.store.put('MEMBER', promotech);
      await buildIndex(deps, 'PL');
      deps.store.put('MEMBER', member({ id: memberIdOf('white-hill') }));
    };
    const late = { ...deps, indexes: interrupted(deps, [meanwhile]) };
    expect(await buildIndex(late, 'PL')).toMatchObject({ attempts: 2 });
    expect(await idsIn(deps)).toEqual(['promotech', 'samasz', 'white-hill']);
  });

  it('gives up when it is overtaken time after time, so that its message comes again', async () => {
    const deps = world();
    const other = () => buildIndex(deps, 'PL');
    const late = {
      ...deps,
      indexes: interrupted(
        deps,
        Array.from({ length: 10 }, () => other),
      ),
    };
    await expect(buildIndex(late, 'PL')).rejects.toThrow('overtaken 4 times');
    expect(await idsIn(deps)).toEqual(['samasz']);
  });

  it('built in two places at once, both end with what the table holds', async () => {
    const deps = world();
    await Promise.all([buildIndex(deps, 'PL'), buildIndex(deps, 'PL'), buildIndex(deps, 'PE')]);
    deps.store.put('MEMBER', promotech);
    await Promise.all([buildIndex(deps, 'PL'), buildIndex(deps, 'PL')]);
    expect(await idsIn(deps)).toEqual(['promotech', 'samasz']);
  });
});

describe('a build that fails', () => {
  it('before it publishes leaves the index of before', async () => {
    const deps = world();
    await buildIndex(deps, 'PL');
    deps.store.put('MEMBER', promotech);
    deps.indexes.failOnce('before');
    await expect(buildIndex(deps, 'PL')).rejects.toThrow('before');
    expect(await idsIn(deps)).toEqual(['samasz']);
    await buildIndex(deps, 'PL');
    expect(await idsIn(deps)).toEqual(['promotech', 'samasz']);
  });

  it('after it has published has published, and can be made again', async () => {
    const deps = world();
    deps.indexes.failOnce('after');
    await expect(buildIndex(deps, 'PL')).rejects.toThrow('after');
    expect(await idsIn(deps)).toEqual(['samasz']);
    await buildIndex(deps, 'PL');
    expect(await idsIn(deps)).toEqual(['samasz']);
  });

  it('while it reads leaves the index of before', async () => {
    const deps = world({ clusters: [cluster()], members: [member({ clusters: [clusterIdOf('a')] })] });
    await buildIndex(deps, 'PL');
    const leads = async () => {
      throw new Error('no answer');
    };
    const { membersIn } = deps.store;
    const store = { leads, membersIn: membersIn.bind(deps.store) };
    await expect(buildIndex({ ...deps, store }, 'PL')).rejects.toThrow('no answer');
    expect(await idsIn(deps)).toEqual(['samasz']);
  });
});
