import { describe, expect, it } from 'vitest';
import { viewIntroduction } from '../../../functions/view-introduction/view-introduction.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';

describe('viewIntroduction', () => {
  it.each(leadStatuses)('shows a %s lead without contact data and changes nothing', async (status) => {
    const deps = world();
    const interest = interestIn('matched');
    const lead = leadIn(status, {}, { interest });
    deps.store.put('LEAD', lead);
    const token = await deps.capabilities.sign({
      purpose: 'introduction',
      leadId: lead.id,
      expiresAt: later(86_400),
    });
    const before = deps.store.all('LEAD');
    const shown = await viewIntroduction(deps, token, 'pl');
    expect(shown.outcome).toBe(status === 'erased' ? 'unknown' : 'shown');
    const words = JSON.stringify(shown);
    expect(words).not.toContain(interest.form.contact.name);
    expect(words).not.toContain('misti.example');
    expect(deps.store.all('LEAD')).toEqual(before);
  });

  it('tells an expired link from one that it does not know', async () => {
    const deps = world();
    const lead = leadIn('introduced');
    deps.store.put('LEAD', lead);
    const token = await deps.capabilities.sign({
      purpose: 'introduction',
      leadId: lead.id,
      expiresAt: later(60),
    });
    deps.clock.pass(61);
    expect(await viewIntroduction(deps, token, 'pl')).toEqual({ outcome: 'expired' });
    expect(await viewIntroduction(deps, 'nonsense', 'pl')).toEqual({ outcome: 'unknown' });
  });
});
