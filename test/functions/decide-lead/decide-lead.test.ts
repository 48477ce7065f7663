import { describe, expect, it } from 'vitest';
import { decideLead } from '../../../functions/decide-lead/decide-lead.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';

const by = { subject: 'coordinator-1', clusters: ['klaster-obrobki-metali'] };
const approve = { decision: 'approve' } as const;

function proposed() {
  const deps = world();
  const interest = interestIn('matched');
  const lead = leadIn('proposed', {}, { interest });
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  return { deps, interest, lead };
}

describe('decideLead', () => {
  it('approves and writes the introduction in one transaction, without contact data', async () => {
    const { deps, interest, lead } = proposed();
    const result = await decideLead(deps, { leadId: lead.id, body: approve, by });
    expect(result).toEqual({ outcome: 'decided', status: 'approved' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'approved', decidedBy: 'coordinator-1' });
    const [entry] = deps.store.all('OUTBOX');
    expect(entry?.to.reveal()).toBe('eksport@samasz.example');
    expect(entry?.content).toMatchObject({ template: 'introduction', language: 'pl', answerDays: 10 });
    expect(entry?.need).toEqual({ of: 'member', memberId: 'samasz', approvedLead: lead.id });
    const words = JSON.stringify(entry?.content);
    expect(words).not.toContain(interest.form.contact.name);
    expect(words).not.toContain('misti.example');
  });

  it('rejects with a reason and writes nobody', async () => {
    const { deps, lead } = proposed();
    const body = { decision: 'reject', reasonCode: 'notSuitable', message: 'Za mała skala.' } as const;
    expect(await decideLead(deps, { leadId: lead.id, body, by })).toEqual({
      outcome: 'decided',
      status: 'rejected',
    });
    expect(await deps.store.lead(lead.id)).toMatchObject({
      reasonCode: 'notSuitable',
      message: 'Za mała skala.',
    });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it('takes one of ten decisions made at once', async () => {
    const { deps, lead } = proposed();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => decideLead(deps, { leadId: lead.id, body: approve, by })),
    );
    expect(results.filter(({ outcome }) => outcome === 'decided')).toHaveLength(1);
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });

  it('decides also when its coordinators are alerted in the same moment', async () => {
    for (const body of [approve, { decision: 'reject', reasonCode: 'notSuitable' } as const]) {
      const { deps, lead } = proposed();
      const commit = deps.store.commit.bind(deps.store);
      deps.store.commit = async (changes) => {
        deps.store.commit = commit;
        await commit([{ advance: 'LEAD', event: 'alert', record: { ...lead, revision: 2, alerts: [] } }]);
        return commit(changes);
      };
      expect(await decideLead(deps, { leadId: lead.id, body, by })).toMatchObject({ outcome: 'decided' });
      expect(await deps.store.lead(lead.id)).toMatchObject({ revision: 3 });
    }
  });

  it('takes the words that were still to come to its coordinators away with the decision', async () => {
    const { deps, lead } = proposed();
    deps.store.put('LEAD', { ...lead, alerts: [{ step: 'warning', at: lead.decideBy }] });
    await decideLead(deps, { leadId: lead.id, body: approve, by });
    expect(await deps.store.lead(lead.id)).not.toHaveProperty('alerts');
  });

  it('does not know the lead of another cluster, nor one that does not exist', async () => {
    const { deps, lead } = proposed();
    const stranger = { subject: 'coordinator-2', clusters: ['conglomerado-ficticio-arequipa'] };
    expect(await decideLead(deps, { leadId: lead.id, body: approve, by: stranger })).toEqual({
      outcome: 'unknown',
    });
    expect(await decideLead(deps, { leadId: 'nonsense', body: approve, by })).toEqual({ outcome: 'unknown' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'proposed' });
  });

  it.each(leadStatuses.filter((status) => status !== 'proposed'))(
    'tells that a lead is %s already',
    async (status) => {
      const { deps } = proposed();
      const lead = leadIn(status);
      deps.store.put('LEAD', lead);
      expect(await decideLead(deps, { leadId: lead.id, body: approve, by })).toEqual({
        outcome: 'notProposed',
        status,
      });
    },
  );

  it('does not introduce an interest that was withdrawn in the same moment', async () => {
    const { deps, interest, lead } = proposed();
    deps.store.put('INTEREST', interestIn('withdrawn', { id: interest.id }));
    await decideLead(deps, { leadId: lead.id, body: approve, by });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'proposed' });
  });
});
