import { describe, expect, it } from 'vitest';
import type { LeadStatus } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { later, memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { daySeconds, swept } from './swept.ts';

function withLeads(...statuses: LeadStatus[]) {
  const { deps, round } = swept();
  const interest = interestIn('matched', { reviewAt: later(daySeconds), leadCount: statuses.length });
  deps.store.put('INTEREST', interest);
  for (const [index, status] of statuses.entries()) {
    const recipient = member({ id: memberIdOf(`member-${index}`) });
    const far = { answerBy: later(90 * daySeconds), discloseAt: later(90 * daySeconds) };
    const lead = leadIn(status, {}, { interest, member: recipient });
    deps.store.put('LEAD', status === 'introduced' || status === 'accepted' ? { ...lead, ...far } : lead);
  }
  const mails = () => deps.store.all('OUTBOX').map(({ to, content }) => ({ to: to.reveal(), content }));
  return { deps, round, interest, mails };
}

describe('sweep: review of a matched interest', () => {
  it('tells the submitter once, in one mail, when nothing is open any more', async () => {
    const ended = ['rejected', 'undeliverable', 'declined', 'deferred', 'expired'] as const;
    const { deps, round, interest, mails } = withLeads(...ended);
    deps.clock.pass(daySeconds - 1);
    expect(await round(deps)).toEqual({});
    deps.clock.pass(1);
    expect(await round(deps)).toEqual({ nothingLeft: 1 });
    for (let day = 0; day < 30; day += 1) {
      deps.clock.pass(daySeconds);
      expect(await round(deps)).not.toHaveProperty('nothingLeft');
    }
    const told = mails().filter(({ content }) => content.template === 'status-changed');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      to: 'compras@misti.example',
      content: { language: 'es', interestId: interest.id, change: { to: 'nothingLeft', leadCount: 5 } },
    });
  });

  it.each(['proposed', 'approved', 'introduced', 'accepted'] as const)(
    'says nothing while one of them is %s, and looks again a day later',
    async (status) => {
      const { deps, round, interest, mails } = withLeads('rejected', status);
      deps.clock.pass(daySeconds);
      expect(await round(deps)).toEqual({ interestReviewed: 1 });
      expect(await deps.store.interest(interest.id)).toMatchObject({
        reviewAt: later(2 * daySeconds),
        updatedAt: interest.updatedAt,
      });
      expect(mails()).toEqual([]);
    },
  );

  it('says nothing to who was connected, and does not look again', async () => {
    const { deps, round, interest, mails } = withLeads('connected', 'rejected');
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ interestReviewed: 1 });
    expect(await deps.store.interest(interest.id)).not.toHaveProperty('reviewAt');
    expect(mails()).toEqual([]);
  });

  it('ends the interest in its time all the same', async () => {
    const { deps, round, interest } = withLeads('rejected');
    deps.clock.pass(daySeconds);
    await round(deps);
    deps.clock.pass(180 * daySeconds);
    expect(await round(deps)).toMatchObject({ interestExpired: 1 });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'expired' });
  });
});
