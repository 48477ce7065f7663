import { describe, expect, it } from 'vitest';
import { listLeads } from '../../../functions/list-leads/list-leads.ts';
import { viewLead } from '../../../functions/view-lead/view-lead.ts';
import { leadStatuses } from '../../../shared/domain/lead.ts';
import { clusterIdOf, later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';

const own = clusterIdOf('klaster-obrobki-metali');
const foreign = clusterIdOf('another-cluster');

function manyLeads() {
  const deps = world();
  for (let hour = 0; hour < 30; hour += 1) {
    const interest = interestIn('matched');
    // Stored in an order that is not that of the deadlines.
    deps.store.put('LEAD', leadIn('proposed', { decideBy: later(((hour * 7) % 30) * 3600) }, { interest }));
  }
  deps.store.put('LEAD', leadIn('proposed', {}, { interest: interestIn('matched'), clusterId: foreign }));
  return deps;
}

const all = { ownClusters: [own], statuses: leadStatuses, limit: 7, language: 'pl' } as const;

describe('listLeads', () => {
  it('pages through one’s own leads, nearest deadline first, none lost and none twice', async () => {
    const deps = manyLeads();
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const result = await listLeads(deps, { ...all, cursor });
      if (result.outcome !== 'page') throw new Error('a page');
      seen.push(...result.page.items.map(({ deadlineAt }) => deadlineAt));
      cursor = result.page.cursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(30);
    expect(seen).toEqual([...seen].sort());
  });

  it('shows nothing of a foreign cluster, asked for or not', async () => {
    const deps = manyLeads();
    const asked = await listLeads(deps, { ...all, limit: 100, cluster: foreign });
    expect(asked).toEqual({ outcome: 'page', page: { items: [] } });
    const whole = await listLeads(deps, { ...all, limit: 100 });
    expect(whole.outcome === 'page' && whole.page.items.every(({ clusterId }) => clusterId === own)).toBe(
      true,
    );
    expect(await listLeads(deps, { ...all, ownClusters: [] })).toEqual({
      outcome: 'page',
      page: { items: [] },
    });
  });

  it('puts the reasons into the reader’s language', async () => {
    const deps = manyLeads();
    const result = await listLeads(deps, { ...all, limit: 1 });
    expect(result.outcome === 'page' && result.page.items[0]?.reasons[0]?.text).toContain(
      'Firma deklaruje tę samą klasę',
    );
  });

  it('refuses a cursor that it did not make', async () => {
    const deps = manyLeads();
    expect(await listLeads(deps, { ...all, cursor: 'AAAA' })).toEqual({ outcome: 'badCursor' });
  });
});

describe('viewLead', () => {
  it('shows one’s own lead and hides a foreign one', async () => {
    const deps = world();
    const lead = leadIn('proposed');
    deps.store.put('LEAD', lead);
    expect(await viewLead(deps, lead.id, [own], 'en')).toMatchObject({ id: lead.id, score: lead.score });
    expect(await viewLead(deps, lead.id, [foreign], 'en')).toBeUndefined();
    expect(await viewLead(deps, 'nonsense', [own], 'en')).toBeUndefined();
  });
});
