import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordDeliveryEvent } from '../../../functions/record-delivery-event/record-delivery-event.ts';
import { settle } from '../../../functions/send-mail/settle.ts';
import type { DeliveryNews } from '../../../shared/domain/delivery.ts';
import { introduced } from '../../../shared/domain/introduce.ts';
import type { LeadIn } from '../../../shared/domain/lead.ts';
import { later, monday } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { type World, world } from '../../doubles/world.ts';

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

type Status = 'sending' | 'unknown' | 'sent';
const sender = fc.constantFrom<Status>('sending', 'unknown', 'sent');
const { attemptId } = outboxEntryIn('sent');
const messageId = 'ses-1';

/** An introduction of `lead`, and what records an event of it. */
function introductionIn(status: Status, lead: LeadIn<'approved'>) {
  const deps = world();
  const entry =
    status === 'sent'
      ? outboxEntryIn('sent', { attemptId, sentAt: monday, messageId }, lead)
      : outboxEntryIn(status, { attemptId }, lead);
  deps.store.put('OUTBOX', entry);
  deps.store.put('LEAD', status === 'sent' ? introduced(lead, monday, deps.clocks) : lead);
  const record = ({ news, at }: Event) =>
    recordDeliveryEvent(deps, { news, at, outboxId: entry.id, attemptId, messageId, acceptedAt: monday });
  return { deps, entry, record };
}

/** Everything that is stored, but for how often it was written. */
function endOf({ store }: World) {
  const records = [...store.all('OUTBOX'), ...store.all('LEAD'), ...store.all('SUPPRESSION')];
  return records.map((record) => ({ ...record, revision: undefined, updatedAt: undefined }));
}

async function endOfEach(status: Status, lead: LeadIn<'approved'>, list: readonly Event[]) {
  const { deps, record } = introductionIn(status, lead);
  for (const event of list) await record(event);
  return endOf(deps);
}

function inOrder(list: readonly Event[]): Event[] {
  return list.toSorted((a, b) => a.at.localeCompare(b.at));
}

describe('any number of events of a mail, in any order,', () => {
  const runs = events.chain((list) => fc.tuple(fc.constant(list), shuffledCopies(list), sender));

  it('ends as each of them does once and in its order', async () => {
    const lead = leadIn('approved');
    await fc.assert(
      fc.asyncProperty(runs, async ([list, copies, status]) => {
        expect(await endOfEach(status, lead, copies)).toEqual(await endOfEach(status, lead, inOrder(list)));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('ends the same when all come at once, and the sender writes down the acceptance beside them', async () => {
    const lead = leadIn('approved');
    await fc.assert(
      fc.asyncProperty(runs, async ([list, copies]) => {
        const { deps, entry, record } = introductionIn('sending', lead);
        if (entry.status !== 'sending') throw new Error('an entry that is being sent');
        const half = Math.floor(copies.length / 2);
        await Promise.all([
          ...copies.slice(0, half).map(record),
          settle(deps, entry, { outcome: 'accepted', messageId }),
          ...copies.slice(half).map(record),
        ]);
        expect(endOf(deps)).toEqual(await endOfEach('sending', lead, inOrder(list)));
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
