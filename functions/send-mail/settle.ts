import { introduced } from '../../shared/domain/introduce.ts';
import { entryCore, type OutboxEntryIn } from '../../shared/domain/outbox.ts';
import type { Change, SendOutcome } from '../../shared/domain/ports.ts';
import { fail, postpone } from './put-off.ts';
import type { SendDeps } from './send-mail.ts';

type Sending = OutboxEntryIn<'sending'>;

const firstRetrySeconds = 30;
const longestRetrySeconds = 3_600;
/** With waits that double up to an hour: about two and a half days. */
const maxRetries = 60;
/** How long an entry waits when the account itself may not send, in seconds. */
const accountPausedSeconds = 900;

/** Writes down what became of an attempt. A doubtful one stays as it is: never sent again by itself. */
export async function settle(deps: SendDeps, entry: Sending, outcome: SendOutcome): Promise<void> {
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
      await deps.store.commit([{ mark: 'BREAKER', record: { state: 'open', because: 'accountPaused', at } }]);
      return postpone(deps, entry, {
        because: 'paused',
        delaySeconds: accountPausedSeconds,
        retries: entry.retries,
      });
    }
    case 'doubtful':
      return;
  }
}

/** Doubles from half a minute to an hour. */
export function retryDelaySeconds(retries: number): number {
  return Math.min(firstRetrySeconds * 2 ** Math.min(retries, 20), longestRetrySeconds);
}

async function markSent(deps: SendDeps, entry: Sending, messageId: string): Promise<void> {
  const sentAt = deps.clock.now();
  const { attemptId, claimedAt } = entry;
  const sent: Change = {
    advance: 'OUTBOX',
    event: 'send',
    record: { ...entryCore(entry, sentAt), status: 'sent', attemptId, claimedAt, sentAt, messageId },
  };
  const lead = await introduction(deps, entry, sentAt);
  const { ok } = await deps.store.commit(lead === undefined ? [sent] : [sent, lead]);
  // The lead moved in this moment (withdrawn, or already answered): the mail was sent all the same.
  if (!ok && lead !== undefined) await deps.store.commit([sent]);
}

async function introduction(
  { store, clocks }: SendDeps,
  { need }: Sending,
  sentAt: string,
): Promise<Change | undefined> {
  const leadId = need.of === 'member' ? need.approvedLead : undefined;
  const lead = leadId === undefined ? undefined : await store.lead(leadId);
  return lead?.status === 'approved'
    ? { advance: 'LEAD', event: 'introduce', record: introduced(lead, sentAt, clocks) }
    : undefined;
}
