import { describe, expect, it } from 'vitest';
import { recordDeliveryEvent } from '../../../functions/record-delivery-event/record-delivery-event.ts';
import { settle } from '../../../functions/send-mail/settle.ts';
import type { DeliveryReport } from '../../../shared/domain/delivery.ts';
import type { LeadIn, LeadStatus } from '../../../shared/domain/lead.ts';
import type { OutboxStatus } from '../../../shared/domain/outbox.ts';
import { later, monday, newAttemptId } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';

const attemptId = newAttemptId();
const messageId = 'ses-1';

/** An introduction in `status`, whose lead is in `leadStatus`. */
function introductionIn(
  status: 'sending' | 'unknown' | 'sent',
  leadStatus: LeadStatus = status === 'sent' ? 'introduced' : 'approved',
) {
  const deps = world();
  const lead = leadIn('approved');
  const entry = outboxEntryIn(status, { attemptId }, lead);
  deps.store.put('OUTBOX', entry);
  deps.store.put('LEAD', leadIn(leadStatus, { id: lead.id }));
  const report = (news: DeliveryReport['news'], changes: Partial<DeliveryReport> = {}) =>
    recordDeliveryEvent(deps, {
      ...{ news, at: later(60), outboxId: entry.id, attemptId, messageId, acceptedAt: later(3) },
      ...changes,
    });
  const state = async () => ({
    entry: await deps.store.outboxEntry(entry.id),
    lead: await deps.store.lead(lead.id),
    suppressions: deps.store.all('SUPPRESSION'),
  });
  return { deps, entry, lead, report, state };
}

describe('recordDeliveryEvent', () => {
  it.each(['sending', 'unknown'] as const)(
    'takes any news of its attempt for proof that an entry that is %s was accepted',
    async (status) => {
      for (const news of ['accepted', 'delivered', 'delayed', 'returned', 'complained'] as const) {
        const { report, state } = introductionIn(status);
        expect(await report(news)).toEqual({ outcome: 'recorded' });
        const { entry, lead } = await state();
        expect(entry).toMatchObject({ status: 'sent', attemptId, messageId, sentAt: later(3) });
        expect(lead).toMatchObject({ status: 'introduced', introducedAt: later(3) });
      }
    },
  );

  it('writes down what is known of a mail that was sent, and keeps what the sender wrote', async () => {
    const { report, state } = introductionIn('sent');
    await report('delivered', { messageId: 'another', acceptedAt: later(50) });
    const { entry, lead } = await state();
    expect(entry).toMatchObject({
      ...{ status: 'sent', sentAt: later(3), messageId: '0102019ab-ses-000000', revision: 2 },
      delivery: { rank: 'delivered', at: later(60) },
    });
    expect(lead).toMatchObject({ status: 'introduced', revision: 1 });
  });

  it('changes nothing by news that is known', async () => {
    const { report, state } = introductionIn('sent');
    await report('bounced');
    const once = await state();
    for (const news of ['bounced', 'accepted', 'delayed', 'delivered', 'returned'] as const)
      expect(await report(news)).toEqual({ outcome: 'knownAlready' });
    expect(await state()).toEqual(once);
  });

  it.each(['sending', 'unknown', 'sent'] as const)(
    'closes the address after a hard bounce of an entry that was %s, and ends its lead',
    async (status) => {
      const { deps, report, state } = introductionIn(status);
      await report('bounced');
      const addressHash = await deps.addresses.hash('eksport@samasz.example');
      const { entry, lead, suppressions } = await state();
      expect(suppressions).toEqual([{ addressHash, because: 'bounced', at: later(60) }]);
      expect(entry).toMatchObject({ status: 'sent', delivery: { rank: 'bounced', at: later(60) } });
      expect(lead).toMatchObject({ status: 'undeliverable', cause: 'bounced', failedAt: monday });
      expect(lead).not.toHaveProperty('answerBy');
    },
  );

  it.each([
    'introduced',
    'accepted',
    'connected',
    'declined',
    'deferred',
    'expired',
    'withdrawn',
    'erased',
  ] as const)('closes the address after a complaint, and leaves a lead that is %s', async (leadStatus) => {
    const { report, state } = introductionIn('sent', leadStatus);
    const before = await state();
    await report('complained');
    const { lead, suppressions } = await state();
    expect(suppressions).toMatchObject([{ because: 'complained' }]);
    expect(lead).toEqual(before.lead);
  });

  it.each(['accepted', 'connected', 'declined', 'deferred', 'expired', 'withdrawn', 'erased'] as const)(
    'closes the address after a hard bounce, and leaves a lead that is %s',
    async (leadStatus) => {
      const { report, state } = introductionIn('sent', leadStatus);
      const before = await state();
      expect(await report('bounced')).toEqual({ outcome: 'recorded' });
      const { entry, lead, suppressions } = await state();
      expect(suppressions).toHaveLength(1);
      expect(entry).toMatchObject({ delivery: { rank: 'bounced' } });
      expect(lead).toEqual(before.lead);
    },
  );

  it('does not end a lead by a bounce known before, when its answer was taken back since', async () => {
    const { deps, lead, report, state } = introductionIn('sent', 'accepted');
    await report('bounced');
    deps.store.put('LEAD', leadIn('introduced', { id: lead.id }));
    expect(await report('bounced')).toEqual({ outcome: 'knownAlready' });
    expect((await state()).lead).toMatchObject({ status: 'introduced' });
  });

  it('ends the lead of an introduction that was refused later, without blaming the address', async () => {
    const { report, state } = introductionIn('sent');
    await report('refused');
    const { lead, suppressions } = await state();
    expect(lead).toMatchObject({ status: 'undeliverable', cause: 'refused' });
    expect(suppressions).toEqual([]);
    expect(await report('refused')).toEqual({ outcome: 'knownAlready' });
  });

  it('closes no address after a soft bounce', async () => {
    const { report, state } = introductionIn('sent');
    expect(await report('returned')).toEqual({ outcome: 'knownAlready' });
    expect(await state()).toMatchObject({ suppressions: [], lead: { status: 'introduced' } });
  });

  it('changes nothing for another attempt, and nothing for an entry that nobody knows', async () => {
    const { report, state } = introductionIn('sending');
    const before = await state();
    for (const news of ['accepted', 'bounced', 'complained'] as const)
      expect(await report(news, { attemptId: newAttemptId() })).toEqual({ outcome: 'otherAttempt' });
    expect(await report('bounced', { outboxId: outboxEntryIn('sent').id })).toEqual({
      outcome: 'noSuchEntry',
    });
    expect(await state()).toEqual(before);
  });

  it.each(['queued', 'waiting', 'failed'] as OutboxStatus[])(
    'changes nothing for an entry that is %s: no attempt of it is open',
    async (status) => {
      const { deps, lead, report, state } = introductionIn('sending');
      deps.store.put('OUTBOX', outboxEntryIn(status, {}, lead as LeadIn<'approved'>));
      const before = await state();
      expect(await report('bounced')).toEqual({ outcome: 'otherAttempt' });
      expect(await state()).toEqual(before);
    },
  );

  it('leaves the sender nothing to write when it was faster', async () => {
    const { deps, entry, report, state } = introductionIn('sending');
    await report('delivered');
    const before = await state();
    await settle(deps, outboxEntryIn('sending', { ...entry } as never), { outcome: 'accepted', messageId });
    expect(await state()).toEqual(before);
  });

  it('writes all or nothing, and the whole of it when the event comes again', async () => {
    for (const moment of ['before', 'after'] as const) {
      const { deps, report, state } = introductionIn('sent');
      const before = await state();
      deps.store.failOnce(moment);
      await expect(report('bounced')).rejects.toThrow('injected fault');
      if (moment === 'before') expect(await state()).toEqual(before);
      await report('bounced');
      expect(await state()).toMatchObject({
        entry: { delivery: { rank: 'bounced' } },
        lead: { status: 'undeliverable' },
        suppressions: [{ because: 'bounced' }],
      });
    }
  });

  it('begins again when the record moves in the same moment', async () => {
    const { deps, lead, report, state } = introductionIn('sent');
    const { commit } = deps.store;
    let moved = false;
    deps.store.commit = async (changes) => {
      if (!moved) deps.store.put('LEAD', leadIn('accepted', { id: lead.id, revision: 2 }));
      moved = true;
      return commit.call(deps.store, changes);
    };
    expect(await report('bounced')).toEqual({ outcome: 'recorded' });
    expect(await state()).toMatchObject({ lead: { status: 'accepted' }, suppressions: [{}] });
  });

  it('throws when the record never stands still, so that the event comes again', async () => {
    const { deps, report } = introductionIn('sent');
    deps.store.commit = async () => ({ ok: false, refused: [0] });
    await expect(report('bounced')).rejects.toThrow('could not be noted');
  });
});
