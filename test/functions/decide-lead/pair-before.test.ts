import { beforeEach, describe, expect, it } from 'vitest';
import { decideLead } from '../../../functions/decide-lead/decide-lead.ts';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import { traitRecords } from '../../../shared/domain/duplicates/same-company.ts';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import type { HeldInterest } from '../../../shared/domain/interest.ts';
import type { LeadIn, LeadStatus } from '../../../shared/domain/lead.ts';
import { monday } from '../../builders/ids.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { type World, world } from '../../doubles/world.ts';

const by = { subject: 'coordinator-1', clusters: ['klaster-obrobki-metali'] };
const approve = { decision: 'approve' } as const;
const daySeconds = 86_400;
let deps: World;

beforeEach(() => {
  deps = world();
});

/** A lead of SaMASZ with a request of its own of Talleres Misti. */
async function leadOf<S extends LeadStatus>(
  status: S,
  overrides: Partial<LeadIn<S>> = {},
  interest: HeldInterest = interestIn('matched'),
): Promise<LeadIn<S>> {
  deps.store.put('INTEREST', interest);
  for (const trait of await traitRecords(deps.addresses, interest)) deps.store.put('TRAIT', trait);
  const lead = leadIn(status, overrides, { interest });
  deps.store.put('LEAD', lead);
  return lead;
}

const decide = (lead: LeadIn<'proposed'>, body: Parameters<typeof decideLead>[1]['body'] = approve) =>
  decideLead(deps, { leadId: lead.id, body, by });

describe('the same pair again', () => {
  it('is not approved within 90 days of the introduction, and is on the day after', async () => {
    await leadOf('introduced', { introducedAt: monday });
    const lead = await leadOf('proposed');
    const until = plusSeconds(monday, 90 * daySeconds);
    expect(await decide(lead)).toEqual({ outcome: 'heldBack', until });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'proposed' });
    expect(deps.store.all('OUTBOX')).toEqual([]);
    deps.clock.pass(90 * daySeconds);
    expect(await decide(lead)).toEqual({ outcome: 'decided', status: 'approved' });
  });

  it('is rejected at any time', async () => {
    await leadOf('introduced', { introducedAt: monday });
    const heldBack = { leadId: leadIn('introduced').id, introducedAt: monday, until: monday };
    const lead = await leadOf('proposed', { heldBack });
    const body = { decision: 'reject', reasonCode: 'alreadyInContact' } as const;
    expect(await decide(lead, body)).toEqual({ outcome: 'decided', status: 'rejected' });
    expect(await deps.store.lead(lead.id)).not.toHaveProperty('heldBack');
  });

  it('is held back by what was introduced since it was proposed, be it of a later request', async () => {
    const lead = await leadOf('proposed');
    await leadOf('accepted', { introducedAt: monday });
    expect(await decide(lead)).toMatchObject({ outcome: 'heldBack' });
  });

  it.each(['proposed', 'rejected', 'undeliverable', 'erased'] as const)(
    'is not held back by a lead that is %s',
    async (status) => {
      await leadOf(status);
      const lead = await leadOf('proposed');
      expect(await decide(lead)).toEqual({ outcome: 'decided', status: 'approved' });
    },
  );

  it('is not held back by a name that is alike', async () => {
    await leadOf('introduced', { introducedAt: monday });
    const { company, ...form } = interestForm();
    const own = {
      ...form,
      company: { name: company.name, country: company.country },
      contact: { name: 'Ana', email: new EmailAddress('misti@gmail.com') },
    };
    const lead = await leadOf('proposed', {}, interestIn('matched', { form: own }));
    expect(await decide(lead)).toEqual({ outcome: 'decided', status: 'approved' });
  });

  it('is approved once when two of its leads are approved in the same moment', async () => {
    const leads = [await leadOf('proposed'), await leadOf('proposed'), await leadOf('proposed')];
    const outcomes = (await Promise.all(leads.map((lead) => decide(lead)))).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['decided', 'heldBack', 'heldBack']);
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });
});
