import { describe, expect, it } from 'vitest';
import { recordDeliveryEvent } from '../../../functions/record-delivery-event/record-delivery-event.ts';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import type { DeliveryNews } from '../../../shared/domain/delivery.ts';
import type { AttemptId } from '../../../shared/domain/ids.ts';
import { attested, queuedAgain } from '../../../shared/domain/send-again.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

/** An introduction that was in doubt, and of which a person has decided. */
function decided(decision: 'again' | 'sent') {
  const deps = world();
  const interest = interestIn('matched');
  const lead = leadIn('approved', {}, { interest });
  const doubt = outboxEntryIn('unknown', {}, lead);
  const entry =
    decision === 'again' ? queuedAgain(doubt, later(1000)) : attested(doubt, later(1000), 'a person');
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', decision === 'again' ? lead : leadIn('introduced', { id: lead.id }));
  deps.store.put('OUTBOX', entry);
  const report = (news: DeliveryNews, attemptId: AttemptId = doubt.attemptId) =>
    recordDeliveryEvent(deps, {
      ...{ news, at: later(2000), outboxId: entry.id, attemptId, messageId: 'ses-1', acceptedAt: later(3) },
    });
  return { deps, lead, doubt, entry, report, stored: () => deps.store.outboxEntry(entry.id) };
}

describe('a mail that a person had sent again', () => {
  it('does not go out a second time when the attempt in doubt turns out to have been accepted', async () => {
    const { deps, doubt, entry, lead, report, stored } = decided('again');
    expect(await report('delivered')).toEqual({ outcome: 'recorded' });
    expect(await stored()).toMatchObject({
      ...{ status: 'sent', attemptId: doubt.attemptId, claimedAt: doubt.claimedAt, messageId: 'ses-1' },
      delivery: { rank: 'delivered' },
    });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced', introducedAt: later(3) });
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
  });

  it('keeps its new attempt when the old one is proved too late, and still closes an address that is bad', async () => {
    const { deps, entry, report, stored } = decided('again');
    await sendMail(deps, entry.id, invocation);
    const sent = await stored();
    expect(sent).toMatchObject({ status: 'sent', messageId: 'message-1' });
    expect(await report('delivered')).toEqual({ outcome: 'knownAlready' });
    expect(deps.store.all('SUPPRESSION')).toEqual([]);
    await report('bounced');
    expect(deps.store.all('SUPPRESSION')).toMatchObject([{ because: 'bounced' }]);
    expect(await stored()).toEqual(sent);
  });
});

it('a mail that a person said had arrived takes its name at the provider from the first report', async () => {
  const { report, stored } = decided('sent');
  await report('delivered');
  const entry = await stored();
  expect(entry).toMatchObject({ status: 'sent', messageId: 'ses-1', delivery: { rank: 'delivered' } });
  expect(entry).not.toHaveProperty('attestedBy');
});
