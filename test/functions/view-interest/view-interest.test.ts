import { describe, expect, it } from 'vitest';
import { viewInterest } from '../../../functions/view-interest/view-interest.ts';
import { interestIn, interestStatuses } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';

describe('viewInterest', () => {
  it('shows where the request stands, and names a member only once it is connected', async () => {
    const deps = world();
    const interest = interestIn('matched');
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', leadIn('introduced', {}, { interest }));
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
    const open = await viewInterest(deps, interest.id, key);
    expect(open).toMatchObject({ status: 'matched', leads: [{ status: 'introduced' }] });
    expect(JSON.stringify(open)).not.toContain('SaMASZ');
    deps.store.put('LEAD', leadIn('connected', {}, { interest }));
    const connected = await viewInterest(deps, interest.id, key);
    expect(connected?.leads).toMatchObject([{ status: 'connected', member: { name: 'SaMASZ' } }]);
    expect(JSON.stringify(connected)).not.toContain('eksport@samasz.example');
  });

  it.each(interestStatuses)('opens a %s interest with its own key only', async (status) => {
    const deps = world();
    const [own, other] = [interestIn(status), interestIn(status)];
    for (const interest of [own, other]) deps.store.put('INTEREST', interest);
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: own.id });
    expect(await viewInterest(deps, own.id, key)).toMatchObject({ id: own.id, status });
    expect(await viewInterest(deps, other.id, key)).toBeUndefined();
    expect(await viewInterest(deps, own.id, '')).toBeUndefined();
  });
});
