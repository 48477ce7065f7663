import { describe, expect, it } from 'vitest';
import { withdrawInterest } from '../../../functions/withdraw-interest/withdraw-interest.ts';
import type { Lead } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { later, memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { daySeconds, swept } from './swept.ts';

describe('sweep: interests', () => {
  it('drops what was never confirmed, without another mail', async () => {
    const { deps, round } = swept();
    const interest = interestIn('submitted');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(8 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it('asks again for the matching of a confirmed interest that nobody took up', async () => {
    const { deps, round } = swept();
    const interest = interestIn('confirmed');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ matchRequeued: 1 });
    expect(deps.queues.matches).toEqual([interest.id]);
    expect(await round(deps)).toEqual({});
  });

  it('withdraws with an ended interest what no coordinator has sent on, and nothing else', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    deps.store.put('INTEREST', interest);
    for (const status of ['proposed', 'approved', 'deferred', 'declined'] as const) {
      const recipient = member({ id: memberIdOf(`member-${status}`) });
      deps.store.put('LEAD', leadIn(status, {}, { interest, member: recipient }));
    }
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    const states = Object.fromEntries(deps.store.all('LEAD').map((lead) => [lead.member.id, lead.status]));
    expect(states).toEqual({
      'member-proposed': 'withdrawn',
      'member-approved': 'withdrawn',
      'member-deferred': 'deferred',
      'member-declined': 'declined',
    });
  });

  it.each(['introduced', 'accepted'] as const)(
    'does not end an interest with a lead that is %s: its submitter can withdraw until data is disclosed',
    async (status) => {
      const { deps, round } = swept();
      const interest = interestIn('matched');
      const lead = leadIn(status, {}, { interest });
      const answerable = { ...lead, answerBy: later(210 * daySeconds), discloseAt: later(210 * daySeconds) };
      deps.store.put('INTEREST', interest);
      deps.store.put('LEAD', answerable as Lead);
      deps.store.put('LEAD', leadIn('proposed', {}, { interest, member: member({ id: memberIdOf('chm') }) }));
      deps.clock.pass(200 * daySeconds);
      expect(await round(deps)).toEqual({ interestExtended: 1 });
      expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'matched' });
      expect(await deps.store.leadsOf(interest.id)).toMatchObject([{ status: 'withdrawn' }, { status }]);
      expect(await round(deps)).toEqual({});

      const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
      expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'withdrawn' });
      deps.clock.pass(100 * daySeconds);
      await round(deps);
      const connections = deps.store.all('OUTBOX').filter(({ content }) => content.template === 'connection');
      expect(connections).toEqual([]);
    },
  );

  it('ends an interest once its last lead has been answered', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    const lead = leadIn('accepted', { discloseAt: later(200 * daySeconds) }, { interest });
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', lead);
    deps.clock.pass(199 * daySeconds);
    expect(await round(deps)).toEqual({ interestExtended: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ connected: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toMatchObject({ interestClosed: 1 });
  });

  it('tells a member of the end whose introduction may have been sent', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    const lead = leadIn('approved', {}, { interest });
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', outboxEntryIn('unknown', {}, lead));
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    const contents = deps.store.all('OUTBOX').map(({ content }) => content);
    const told = contents.map(({ template }) => template);
    expect(told.sort()).toEqual(['introduction', 'introduction-closed', 'status-changed']);
    expect(contents).toContainEqual(
      expect.objectContaining({ template: 'introduction-closed', cause: 'expired' }),
    );
  });

  it('closes an interest that led to a connection, expires one that did not and says so', async () => {
    const { deps, round } = swept();
    const [connected, alone] = [interestIn('matched'), interestIn('matched')];
    for (const interest of [connected, alone]) deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', leadIn('connected', {}, { interest: connected }));
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestClosed: 1, interestExpired: 1 });
    expect(await deps.store.interest(connected.id)).toMatchObject({ status: 'closed' });
    expect(await deps.store.interest(alone.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });
});
