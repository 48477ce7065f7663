import type { Clocks } from '../../shared/domain/clocks.ts';
import { hourly } from '../../shared/domain/counter.ts';
import {
  afterReport,
  type Delivery,
  type DeliveryRank,
  type DeliveryReport,
  meaningOf,
} from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import { introductionOf, undeliverableOf } from '../../shared/domain/introduce.ts';
import { entryCore, type OutboxEntry, type OutboxEntryIn } from '../../shared/domain/outbox.ts';
import type { AddressHasher, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { pauseIfUnhealthy } from '../../shared/domain/sending-health.ts';

export interface RecordDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly clocks: Clocks;
  readonly addresses: AddressHasher;
}

export type RecordOutcome =
  /**
   * Written down, with all that follows from it; or `knownAlready`: the same report again, or one that others have
   * overtaken. `paused`: it was one too many, and sending as a whole is paused since, for this reason.
   */
  | { readonly outcome: 'recorded' | 'knownAlready'; readonly paused?: string }
  /** The entry is there, and was not sent in this attempt: nothing was changed. */
  | { readonly outcome: 'otherAttempt' }
  /** The table knows nothing of this mail: nothing was changed. */
  | { readonly outcome: 'noSuchEntry' };

/** How often the note of a report is tried again when something moved in the same moment. */
const maxNotes = 8;

/** An entry that was sent in the attempt, or may have been; `queued` and `waiting` when a person had it sent again since. */
type Attempted = OutboxEntryIn<'sending' | 'unknown' | 'sent' | 'queued' | 'waiting'>;

/**
 * Writes down what the provider reports of a mail, in one commit: that it was accepted, should nobody know that yet;
 * what is known of its delivery; that its address is not written to again; what becomes of a lead that it introduces.
 * Reports may come more than once, in any order, late or never: the same set of them always ends in the same state.
 * Throws when the table moves faster than it can be written to: the message then comes again.
 */
export async function recordDeliveryEvent(deps: RecordDeps, report: DeliveryReport): Promise<RecordOutcome> {
  for (let note = 1; note <= maxNotes; note += 1) {
    const entry = await deps.store.outboxEntry(report.outboxId);
    if (entry === undefined) return { outcome: 'noSuchEntry' };
    const attempt = attemptOf(entry, report);
    if (attempt === undefined) return { outcome: 'otherAttempt' };
    const changes = attempt.isLast
      ? await changesOf(deps, attempt, report)
      : await suppression(deps, entry, report);
    const { ok } = await deps.store.commit(changes);
    if (!ok) continue;
    // Also when it was written down before: whoever did so may have died before this.
    const paused = isBad(meaningOf(report.news).rank)
      ? await pauseIfUnhealthy(deps.store, deps.clock)
      : undefined;
    return {
      outcome: changes.length === 0 ? 'knownAlready' : 'recorded',
      ...(paused === undefined ? {} : { paused }),
    };
  }
  throw new Error('A delivery event could not be noted');
}

interface Attempt {
  readonly entry: Attempted;
  readonly claimedAt: Instant;
  readonly isLast: true;
}

/**
 * The attempt that a report is about: the last one of its entry, or an earlier one that was in doubt when a person had
 * the mail sent again. Proof of that one settles the entry as long as nobody has claimed it anew; after that it only
 * tells something about the address.
 */
function attemptOf(
  entry: OutboxEntry,
  { attemptId }: DeliveryReport,
): Attempt | { readonly isLast: false } | undefined {
  if ('attemptId' in entry && entry.attemptId === attemptId)
    return { entry, claimedAt: entry.claimedAt, isLast: true };
  const doubt = entry.doubts?.find((earlier) => earlier.attemptId === attemptId);
  if (doubt === undefined) return undefined;
  return entry.status === 'queued' || entry.status === 'waiting'
    ? { entry, claimedAt: doubt.claimedAt, isLast: true }
    : { isLast: false };
}

/** Everything that follows from a report, or nothing when all of it is known. */
async function changesOf(deps: RecordDeps, attempt: Attempt, report: DeliveryReport): Promise<Change[]> {
  const { entry } = attempt;
  const now = deps.clock.now();
  const known = entry.status === 'sent' ? entry.delivery : undefined;
  const delivery = afterReport(known, report);
  const isNew = delivery !== known;
  const lead = await leadChange(deps, entry, report, now);
  if (entry.status === 'sent' && !isNew && lead === undefined) return [];
  return [
    ...entryChange(attempt, delivery, report, now),
    ...(isNew ? await suppression(deps, entry, report) : []),
    ...talliesOf(entry, delivery, now),
    ...(lead === undefined ? [] : [lead]),
  ];
}

/** The entry as it is known now; none when only its lead has something to learn. */
function entryChange(
  { entry, claimedAt }: Attempt,
  delivery: Delivery | undefined,
  { attemptId, messageId, acceptedAt }: DeliveryReport,
  now: Instant,
): Change[] {
  const core = { ...entryCore(entry, now), status: 'sent' as const, attemptId, claimedAt, delivery };
  if (entry.status !== 'sent') {
    const event = 'attemptId' in entry ? 'send' : 'prove';
    return [{ advance: 'OUTBOX', event, record: { ...core, sentAt: acceptedAt, messageId } }];
  }
  if (delivery === entry.delivery) return [];
  // Of a mail that a person said had arrived, the provider's own name for it is known only now.
  const { sentAt, messageId: noted = messageId } = entry;
  return [{ advance: 'OUTBOX', event: 'report', record: { ...core, sentAt, messageId: noted } }];
}

/** The breaker judges by what was accepted and what came of it: each mail counts once, however often that is reported. */
function talliesOf(entry: Attempted, delivery: Delivery | undefined, now: Instant): Change[] {
  const { id } = entry;
  const known = entry.status === 'sent' ? entry.delivery?.rank : undefined;
  const rank = delivery?.rank === known ? undefined : delivery?.rank;
  return [
    ...(entry.status === 'sent' ? [] : [{ tally: hourly('accepted', now, id) }]),
    ...(isBad(rank) ? [{ tally: hourly(rank, now, id) }] : []),
  ];
}

function isBad(rank: DeliveryRank | undefined): rank is 'bounced' | 'complained' {
  return rank === 'bounced' || rank === 'complained';
}

/** The address is the one that the entry was written for: what SES calls it does not matter. */
async function suppression(
  { addresses }: RecordDeps,
  { to }: OutboxEntry,
  { news, at }: DeliveryReport,
): Promise<Change[]> {
  const { suppresses } = meaningOf(news);
  if (suppresses === undefined) return [];
  const addressHash = await addresses.hash(to.canonical());
  return [{ mark: 'SUPPRESSION', record: { addressHash, because: suppresses, at } }];
}

/** An introduction that was accepted begins the recipient's clock; one that does not arrive ends a lead nobody answered. */
async function leadChange(
  { store, clocks }: RecordDeps,
  entry: Attempted,
  { news, acceptedAt }: DeliveryReport,
  now: Instant,
): Promise<Change | undefined> {
  const { ends, rank } = meaningOf(news);
  // Known already, and so was the lead: it may have been answered and the answer taken back since.
  if (entry.status === 'sent' && entry.delivery?.rank === rank) return undefined;
  if (ends !== undefined) return undeliverableOf(store, entry, ends, now);
  return entry.status === 'sent' ? undefined : introductionOf({ store, clocks }, entry, acceptedAt);
}
