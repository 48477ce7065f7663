import type { Instant } from './ids.ts';
import type { LeadIn } from './lead.ts';
import { entryCore, type OutboxEntry, type OutboxEntryIn, type SendFailure } from './outbox.ts';

/** A mail that only a person can move on. */
export type StuckEntry = OutboxEntryIn<'unknown' | 'failed'>;

export function isStuck(entry: OutboxEntry): entry is StuckEntry {
  return entry.status === 'unknown' || entry.status === 'failed';
}

/** Failures of the delivery itself. Any other is a no, by a person, by law or by the course of things: never overruled. */
const ofDelivery: ReadonlySet<SendFailure> = new Set(['rejected', 'tooManyRetries']);

/** True for a doubtful mail, and for one that was given up for no other reason than its delivery. */
export function maySendAgain(entry: StuckEntry): boolean {
  return entry.status === 'unknown' || ofDelivery.has(entry.failure);
}

/**
 * The entry as it waits for another attempt: due at once, with all its retries before it. The claim then asks anew for
 * everything that a mail rests on. An attempt in doubt stays on record, since the recipient may have that mail.
 */
export function queuedAgain(entry: StuckEntry, at: Instant): OutboxEntryIn<'queued'> {
  const { doubts = [], ...core } = entryCore(entry, at);
  const all =
    entry.status === 'unknown'
      ? [...doubts, { attemptId: entry.attemptId, claimedAt: entry.claimedAt }]
      : doubts;
  return {
    ...core,
    ...(all.length > 0 && { doubts: all }),
    retries: 0,
    status: 'queued',
    dueAt: at,
  };
}

/** A doubtful entry of which `attestedBy`, a subject at the identity provider, found out that it did arrive. */
export function attested(
  entry: OutboxEntryIn<'unknown'>,
  at: Instant,
  attestedBy: string,
): OutboxEntryIn<'sent'> {
  const { attemptId, claimedAt } = entry;
  return { ...entryCore(entry, at), status: 'sent', attemptId, claimedAt, sentAt: at, attestedBy };
}

/** A lead that was undeliverable, approved as it was before its introduction failed. */
export function approvedAgain(lead: LeadIn<'undeliverable'>, at: Instant): LeadIn<'approved'> {
  const { cause: _cause, failedAt: _failedAt, ...approved } = lead;
  return { ...approved, status: 'approved', revision: lead.revision + 1, updatedAt: at };
}
