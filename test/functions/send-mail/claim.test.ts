import { describe, expect, it } from 'vitest';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import { member } from '../../builders/directory.ts';
import { later, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

describe('what a mail rests on', () => {
  const { id: interestId } = interestIn('matched');
  const submitter = { of: 'submitter', interestId } as const;

  function entryWith(need: OutboxEntry['need'], directory?: Parameters<typeof world>[0]) {
    const deps = world(directory);
    const entry = outboxEntryIn('queued', { need });
    deps.store.put('OUTBOX', entry);
    return { deps, entry };
  }

  it.each(['erased', undefined] as const)('news is not sent when the interest is %s', async (status) => {
    const { deps, entry } = entryWith(submitter);
    if (status !== undefined) deps.store.put('INTEREST', interestIn(status, { id: interestId }));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'superseded' });
  });

  it.each([
    ['submitted', 1],
    ['confirmed', 1],
    ['matched', 1],
    ['withdrawn', 0],
    ['expired', 0],
    ['closed', 0],
    ['erased', 0],
  ] as const)('a mail about an open interest that is %s is sent %i times', async (status, calls) => {
    const { deps, entry } = entryWith({ ...submitter, open: true });
    deps.store.put('INTEREST', interestIn(status, { id: interestId }));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(calls);
  });

  it.each(leadStatuses)('a reminder of a lead that is %s', async (status) => {
    const lead = leadIn(status);
    const need = { of: 'reminder', memberId: member().id, introducedLead: lead.id } as const;
    for (const [until, isInTime] of [
      [later(1), true],
      [monday, false],
    ] as const) {
      const { deps, entry } = entryWith({ ...need, until });
      deps.store.put('LEAD', lead);
      await sendMail(deps, entry.id, invocation);
      const isSent = isInTime && status === 'introduced';
      expect(deps.provider.calls).toHaveLength(isSent ? 1 : 0);
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject(
        isSent ? { status: 'sent' } : { status: 'failed', failure: 'superseded' },
      );
    }
  });

  it('a member that consents no more gets no connection and no closing mail either', async () => {
    const { consent: _consent, ...silent } = member();
    const { deps, entry } = entryWith(
      { of: 'member', memberId: silent.id },
      { clusters: [], members: [silent] },
    );
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'noConsent' });
  });
});
