import { hourly } from '../../shared/domain/counter.ts';
import { introductionOf } from '../../shared/domain/introduce.ts';
import { entryCore, type OutboxEntry, type OutboxEntryIn } from '../../shared/domain/outbox.ts';
import type { Change, SendOutcome } from '../../shared/domain/ports.ts';
import { fail, postpone } from './put-off.ts';
import type { SettleDeps } from './send-mail.ts';

type Sending = OutboxEntryIn<'sending'>;
type Attempted = OutboxEntryIn<'sending' | 'unknown'>;

/** How often the note of an acceptance is tried again when something moved in the same moment. */
const maxNotes = 5;

const firstRetrySeconds = 30;
const longestRetrySeconds = 3_600;
/** With waits that double up to an hour: about two and a half days. */
const maxRetries = 60;
/** How long an entry waits when the account itself may not send, in seconds. */
const accountPausedSeconds = 900;

/** Writes down what became of an attempt. A doubtful one stays as it is: never sent again by itself. */
export async function settle(deps: SettleDeps, entry: Sending, outcome: SendOutcome): Promise<void> {
  switch (outcome.outcome) {
    case 'accepted':
      return markSent(deps, entry, outcome.messageId);
    case 'rejected':
      return fail(deps, entry, 'rejected');
    case 'notNow':
      return entry.retries >= maxRetries
        ? fail(deps, entry, 'tooManyRetries')
        : postpone(deps, entry, {
            because: outcome.because,
            delaySeconds: retryDelaySeconds(entry.retries),
            retries: entry.retries + 1,
          });
    case 'paused': {
      const at = deps.clock.now();
      const breaker: Change = {
        mark: 'BREAKER',
        record: { state: 'open', because: 'accountPaused', at },
      };
      return postpone(
        deps,
        entry,
        { because: 'paused', delaySeconds: accountPausedSeconds, retries: entry.retries },
        [breaker],
      );
    }
    case 'doubtful':
      return;
  }
}

/** Doubles from half a minute to an hour. */
export function retryDelaySeconds(retries: number): number {
  return Math.min(firstRetrySeconds * 2 ** Math.min(retries, 20), longestRetrySeconds);
}

/**
 * Notes an acceptance with what it does to the lead, whatever moved meanwhile: the lead (withdrawn, or answered
 * already), or the entry, which a sweep may have called doubtful while this attempt still waited for its answer.
 */
async function markSent(deps: SettleDeps, entry: Sending, messageId: string): Promise<void> {
  let held: Attempted = entry;
  for (let attempt = 1; attempt <= maxNotes; attempt += 1) {
    const sentAt = deps.clock.now();
    const { attemptId, claimedAt } = entry;
    const record: OutboxEntryIn<'sent'> = {
      ...entryCore(held, sentAt),
      ...{ status: 'sent', attemptId, claimedAt, sentAt, messageId },
    };
    const lead = await introductionOf(deps, entry, sentAt);
    const result = await deps.store.commit([
      { advance: 'OUTBOX', event: 'send', record },
      { tally: hourly('accepted', sentAt, entry.id) },
      ...(lead === undefined ? [] : [lead]),
    ]);
    if (result.ok) return;
    const now: OutboxEntry | undefined = result.refused.includes(0)
      ? await deps.store.outboxEntry(entry.id)
      : held;
    // Noted already: the write that was refused is our own, whose answer was lost.
    if (now?.status === 'sent') return;
    if (now?.status !== 'sending' && now?.status !== 'unknown') break;
    if (now.attemptId !== attemptId) break;
    held = now;
  }
  throw new Error('An accepted mail could not be noted');
}
