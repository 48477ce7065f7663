import { describe, expect, it } from 'vitest';
import { countLoads } from '../../../functions/build-index/count-loads.ts';
import type { LeadQuery } from '../../../shared/domain/ports.ts';
import { cluster, member } from '../../builders/directory.ts';
import { clusterIdOf, later, memberIdOf } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';

describe('countLoads', () => {
  it('asks for nothing when there are no clusters', async () => {
    const store = {
      leads: async () => {
        throw new Error('nothing to ask for');
      },
    };
    expect(await countLoads({ store, onBroken: () => undefined }, [])).toEqual(new Map());
  });

  it('walks through every page of every cluster and status, one at a time', async () => {
    const deps = world();
    const others = { clusterId: clusterIdOf('another') };
    const promotech = member({ id: memberIdOf('promotech') });
    for (let index = 0; index < 230; index += 1)
      deps.store.put('LEAD', leadIn('proposed', { decideBy: later(index) }));
    deps.store.put('LEAD', leadIn('accepted', {}, { member: promotech }));
    deps.store.put('LEAD', leadIn('introduced', others, { member: promotech }));
    deps.store.put('LEAD', leadIn('declined', {}, { member: promotech }));
    const queries: LeadQuery[] = [];
    const leads = (query: LeadQuery) => {
      queries.push(query);
      return deps.store.leads(query);
    };
    const loads = await countLoads({ ...deps, store: { leads } }, [cluster().id, others.clusterId]);
    expect(Object.fromEntries(loads)).toEqual({ samasz: 230, promotech: 2 });
    expect(queries.every(({ clusters, statuses }) => clusters.length * statuses.length === 1)).toBe(true);
    expect(queries.filter(({ cursor }) => cursor !== undefined)).toHaveLength(2);
  });

  it('tells of a lead that cannot be read, and counts the others', async () => {
    const deps = world();
    const lead = leadIn('proposed');
    deps.store.put('LEAD', lead);
    const keys = { gsi1pk: `LEADS#${lead.clusterId}#proposed`, gsi1sk: 'odd' };
    deps.store.putRaw({ pk: 'INTEREST#odd', sk: 'LEAD#odd', kind: 'LEAD', ...keys });
    expect(Object.fromEntries(await countLoads(deps, [lead.clusterId]))).toEqual({ samasz: 1 });
    expect(deps.broken).toHaveLength(1);
  });
});
