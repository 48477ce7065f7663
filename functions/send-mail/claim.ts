import { plusSeconds } from '../../shared/domain/clocks.ts';
import { entryCore, type OutboxEntryIn, type SendNeed } from '../../shared/domain/outbox.ts';
import type { Change, Requirement } from '../../shared/domain/ports.ts';
import { fail, postpone } from './put-off.ts';
import type { OpenEntry, SendDeps } from './send-mail.ts';

export type Claim =
  | { readonly outcome: 'claimed'; readonly entry: OutboxEntryIn<'sending'> }
  | { readonly outcome: 'notMine' }
  | { readonly outcome: 'held'; readonly because: string };

/** What a mail rests on: without it there is nothing left to say. */
const supersedes = ['leadApproved', 'leadIntroduced', 'interestHeld', 'interestOpen'] as const;

/** How long mail waits while sending as a whole is paused, in seconds. */
const pausedSeconds = 900;

/**
 * Takes an entry for one attempt. In one transaction: the address is not suppressed, the breaker is closed, what the
 * mail rests on still holds, and nobody else has the entry. What cannot be read is not sent (fails closed).
 */
export async function claim(deps: SendDeps, entry: OpenEntry): Promise<Claim> {
  const now = deps.clock.now();
  if (entry.need.of === 'reminder' && now >= entry.need.until) {
    await fail(deps, entry, 'superseded');
    return { outcome: 'held', because: 'reminderOutOfTime' };
  }
  const addressHash = await deps.addresses.hash(entry.to.canonical());
  const sending: OutboxEntryIn<'sending'> = {
    ...entryCore(entry, now),
    status: 'sending',
    attemptId: deps.ids.attemptId(),
    claimedAt: now,
    dueAt: plusSeconds(now, deps.clocks.doubt),
  };
  const requirements: Requirement[] = [
    { require: 'notSuppressed', addressHash },
    { require: 'breakerClosed' },
    ...requirementsOf(entry.need),
  ];
  const changes: Change[] = [{ advance: 'OUTBOX', event: 'claim', record: sending }, ...requirements];
  const result = await deps.store.commit(changes);
  if (result.ok) return { outcome: 'claimed', entry: sending };
  if (result.refused.includes(0)) return { outcome: 'notMine' };
  return hold(deps, entry, new Set(result.refused.map((position) => requirements[position - 1]?.require)));
}

function requirementsOf(need: SendNeed): Requirement[] {
  if (need.of === 'coordinator') return [];
  if (need.of === 'submitter')
    return [{ require: need.open === true ? 'interestOpen' : 'interestHeld', interestId: need.interestId }];
  const consent: Requirement = { require: 'memberConsents', memberId: need.memberId };
  if (need.of === 'reminder') return [consent, { require: 'leadIntroduced', leadId: need.introducedLead }];
  return need.approvedLead === undefined
    ? [consent]
    : [consent, { require: 'leadApproved', leadId: need.approvedLead }];
}

async function hold(
  deps: SendDeps,
  entry: OpenEntry,
  refused: ReadonlySet<Requirement['require'] | undefined>,
): Promise<Claim> {
  if (refused.has('notSuppressed')) await fail(deps, entry, 'suppressed');
  else if (refused.has('memberConsents')) await fail(deps, entry, 'noConsent');
  else if (supersedes.some((name) => refused.has(name))) await fail(deps, entry, 'superseded');
  else
    await postpone(deps, entry, { because: 'paused', delaySeconds: pausedSeconds, retries: entry.retries });
  return { outcome: 'held', because: [...refused].join(', ') };
}
