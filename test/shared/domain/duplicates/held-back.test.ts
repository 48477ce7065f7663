import { describe, expect, it } from 'vitest';
import { defaultClocks, plusSeconds } from '../../../../shared/domain/clocks.ts';
import { heldBackBy, leadsOfCompany } from '../../../../shared/domain/duplicates/held-back.ts';
import type { Lead } from '../../../../shared/domain/lead.ts';
import { member } from '../../../builders/directory.ts';
import { later, memberIdOf, newInterestId } from '../../../builders/ids.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import { world } from '../../../doubles/world.ts';

const daySeconds = 86_400;
const introducedAt = later(3 * 3600);
const samasz = member().id;
const held = (leads: readonly Lead[], now = later(30 * daySeconds)) =>
  heldBackBy(leads, samasz, { now, clocks: defaultClocks });

describe('heldBackBy', () => {
  it.each(['introduced', 'accepted', 'connected', 'declined', 'deferred', 'expired'] as const)(
    'a lead that is %s: for 90 days after its introduction',
    (status) => {
      const lead = leadIn(status);
      const until = plusSeconds(introducedAt, 90 * daySeconds);
      expect(held([lead])).toEqual({ leadId: lead.id, introducedAt, until });
      expect(held([lead], plusSeconds(until, -1))).toBeDefined();
      expect(held([lead], until)).toBeUndefined();
    },
  );

  it.each(['proposed', 'rejected', 'undeliverable', 'erased'] as const)('no lead that is %s', (status) => {
    expect(held([leadIn(status)])).toBeUndefined();
  });

  it('an approved lead, whose mail is on its way', () => {
    const lead = leadIn('approved');
    expect(held([lead])).toMatchObject({ leadId: lead.id, introducedAt: lead.decidedAt });
  });

  it('a withdrawn lead only if its member was written to', () => {
    const withdrawn = leadIn('withdrawn', { introducedAt });
    expect(held([withdrawn])).toMatchObject({ introducedAt });
    expect(held([leadIn('withdrawn')])).toMatchObject({ introducedAt: leadIn('withdrawn').withdrawnAt });
    expect(held([leadIn('withdrawn', { introduced: false })])).toBeUndefined();
  });

  it('the last introduction counts, and only of this member', () => {
    const [early, late] = [leadIn('expired'), leadIn('introduced', { introducedAt: later(9 * daySeconds) })];
    const other = leadIn('introduced', {}, { member: member({ id: memberIdOf('chm') }) });
    expect(held([early, late, other])).toMatchObject({ leadId: late.id });
    expect(held([other])).toBeUndefined();
    expect(held([])).toBeUndefined();
  });
});

describe('leadsOfCompany', () => {
  it('are those of interests that are the same company for certain', async () => {
    const { store } = world();
    const interest = interestIn('matched');
    const lead = leadIn('introduced', {}, { interest });
    store.put('LEAD', lead);
    const duplicate = { interestId: interest.id, submittedAt: interest.createdAt, companyName: 'Misti' };
    const none = { ...duplicate, interestId: newInterestId(), evidence: [{ by: 'taxId' as const }] };
    const leadsFor = (by: 'domain' | 'name') =>
      leadsOfCompany(store, [{ ...duplicate, evidence: [{ by }] }, none]);
    expect((await leadsFor('domain')).map(({ id }) => id)).toEqual([lead.id]);
    expect(await leadsFor('name')).toEqual([]);
  });
});
