import { describe, expect, it } from 'vitest';
import { withdrawInterest } from '../../../functions/withdraw-interest/withdraw-interest.ts';
import type { LeadStatus } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';

async function matched(statuses: readonly LeadStatus[] = []) {
  const members = statuses.map((status) => member({ id: memberIdOf(`member-${status}`) }));
  const deps = world({ clusters: [], members });
  const interest = interestIn('matched');
  deps.store.put('INTEREST', interest);
  statuses.forEach((status, position) => {
    deps.store.put('LEAD', leadIn(status, {}, { interest, member: members[position] ?? member() }));
  });
  const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
  return { deps, interest, key };
}

describe('withdrawInterest', () => {
  it('takes back every open lead, leaves settled ones, and tells only members that were introduced', async () => {
    const { deps, interest, key } = await matched([
      'proposed',
      'approved',
      'introduced',
      'accepted',
      'connected',
      'rejected',
    ]);
    expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'withdrawn' });
    const states = Object.fromEntries(deps.store.all('LEAD').map((lead) => [lead.member.id, lead.status]));
    expect(states).toEqual({
      'member-proposed': 'withdrawn',
      'member-approved': 'withdrawn',
      'member-introduced': 'withdrawn',
      'member-accepted': 'withdrawn',
      'member-connected': 'connected',
      'member-rejected': 'rejected',
    });
    const closed = deps.store
      .all('OUTBOX')
      .filter(({ content }) => content.template === 'introduction-closed');
    expect(closed.map(({ need }) => (need.of === 'member' ? need.memberId : ''))).toEqual([
      'member-accepted',
      'member-introduced',
    ]);
  });

  it.each([
    ['queued', false],
    ['waiting', false],
    ['failed', false],
    ['sending', true],
    ['unknown', true],
    ['sent', true],
  ] as const)('with an introduction that is %s the member is told: %s', async (status, told) => {
    const { deps, interest, key } = await matched();
    const lead = leadIn('approved', {}, { interest });
    deps.store.put('MEMBER', member());
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', outboxEntryIn(status, {}, lead));
    await withdrawInterest(deps, interest.id, key);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'withdrawn', introduced: told });
    const templates = deps.store.all('OUTBOX').map(({ content }) => content.template);
    expect(templates.includes('introduction-closed')).toBe(told);
  });

  it('tells a member whose introduction waits again after an attempt in doubt: it may have come', async () => {
    const { deps, interest, key } = await matched();
    const lead = leadIn('approved', {}, { interest });
    const { attemptId, claimedAt } = outboxEntryIn('unknown');
    deps.store.put('MEMBER', member());
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', outboxEntryIn('queued', { doubts: [{ attemptId, claimedAt }] }, lead));
    await withdrawInterest(deps, interest.id, key);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'withdrawn', introduced: true });
    const templates = deps.store.all('OUTBOX').map(({ content }) => content.template);
    expect(templates).toContain('introduction-closed');
  });

  it('tells a member whose introduction is claimed in the moment of the withdrawal', async () => {
    const { deps, interest, key } = await matched();
    const lead = leadIn('approved', {}, { interest });
    const entry = outboxEntryIn('queued', {}, lead);
    deps.store.put('MEMBER', member());
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', entry);
    const read = deps.store.outboxEntry.bind(deps.store);
    deps.store.outboxEntry = async (id) => {
      deps.store.outboxEntry = read;
      const found = await read(id);
      deps.store.put('OUTBOX', outboxEntryIn('sending', { revision: 2 }, lead));
      return found;
    };
    await withdrawInterest(deps, interest.id, key);
    const templates = deps.store.all('OUTBOX').map(({ content }) => content.template);
    expect(templates).toContain('introduction-closed');
  });

  it('says the same when repeated and writes no second mail', async () => {
    const { deps, interest, key } = await matched(['introduced']);
    await withdrawInterest(deps, interest.id, key);
    const before = deps.store.all('OUTBOX').length;
    expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'withdrawn' });
    expect(deps.store.all('OUTBOX')).toHaveLength(before);
  });

  it('writes nothing to somebody who never confirmed', async () => {
    const { deps } = await matched();
    const interest = interestIn('submitted');
    deps.store.put('INTEREST', interest);
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
    expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'withdrawn' });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it.each(['expired', 'closed'] as const)('is too late when it is %s', async (status) => {
    const { deps } = await matched();
    const interest = interestIn(status);
    deps.store.put('INTEREST', interest);
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
    expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'tooLate', status });
  });

  it('does not know a wrong key, nor the key of another interest', async () => {
    const { deps, interest, key } = await matched();
    const other = interestIn('matched');
    deps.store.put('INTEREST', other);
    expect(await withdrawInterest(deps, other.id, key)).toEqual({ outcome: 'unknown' });
    expect(await deps.store.interest(other.id)).toMatchObject({ status: 'matched' });
    expect(await withdrawInterest(deps, interest.id, key.slice(1))).toEqual({ outcome: 'unknown' });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'matched' });
  });
});
