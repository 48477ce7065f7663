import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordDeliveryEvent } from '../../../functions/record-delivery-event/record-delivery-event.ts';
import type { DeliveryNews, DeliveryReport } from '../../../shared/domain/delivery.ts';
import type { LeadIn } from '../../../shared/domain/lead.ts';
import { later } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';

/** What SES may report of one mail: what it refuses, it does not send, so that nothing else can follow. */
const possible: readonly (readonly DeliveryNews[])[] = [
  ['accepted', 'delayed', 'delivered', 'returned', 'bounced', 'complained'],
  ['accepted', 'refused'],
];

interface Event {
  readonly news: DeliveryNews;
  readonly at: string;
}

const events: fc.Arbitrary<Event[]> = fc
  .constantFrom(...possible)
  .chain((kinds) =>
    fc.uniqueArray(
      fc.record({ news: fc.constantFrom(...kinds), at: fc.integer({ min: 10, max: 13 }).map(later) }),
      { minLength: 1, maxLength: 6, selector: ({ news, at }) => `${news} ${at}` },
    ),
  );

/** Each of `list` at least once and up to eight times, in any order. */
function shuffledCopies(list: readonly Event[]): fc.Arbitrary<Event[]> {
  const copies = fc.tuple(
    ...list.map((event) => fc.integer({ min: 1, max: 8 }).map((n) => Array(n).fill(event))),
  );
  return copies.chain((groups) => {
    const all: Event[] = groups.flat();
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}

const sender = fc.constantFrom('sending', 'unknown', 'sent');

/** The end of an introduction that these events come to, but for how often it was written. */
async function endOf(
  status: 'sending' | 'unknown' | 'sent',
  lead: LeadIn<'approved'>,
  list: readonly Event[],
) {
  const deps = world();
  const entry = outboxEntryIn(status, { attemptId, sentAt: later(3), messageId: 'ses-1' } as never, lead);
  deps.store.put('OUTBOX', entry);
  deps.store.put('LEAD', status === 'sent' ? leadIn('introduced', { ...lead, status: 'introduced' }) : lead);
  for (const { news, at } of list) {
    const report: DeliveryReport = {
      ...{ news, at, outboxId: entry.id, attemptId, messageId: 'ses-1', acceptedAt: later(3) },
    };
    await recordDeliveryEvent(deps, report);
  }
  const records = [...deps.store.all('OUTBOX'), ...deps.store.all('LEAD'), ...deps.store.all('SUPPRESSION')];
  return records.map((record) => ({ ...record, revision: undefined, updatedAt: undefined }));
}

const { attemptId } = outboxEntryIn('sent');

it('any number of events of a mail, in any order, ends as each of them does once and in its order', async () => {
  const lead = leadIn('approved');
  const runs = events.chain((list) => fc.tuple(fc.constant(list), shuffledCopies(list), sender));
  await fc.assert(
    fc.asyncProperty(runs, async ([list, copies, status]) => {
      const inOrder = list.toSorted((a, b) => a.at.localeCompare(b.at));
      expect(await endOf(status, lead, copies)).toEqual(await endOf(status, lead, inOrder));
    }),
    { numRuns: 300 },
  );
});
