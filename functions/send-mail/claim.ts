import { plusSeconds } from '../../shared/domain/clocks.ts';
import { dayOf } from '../../shared/domain/counter.ts';
import { type AddressHash, type Instant, partsOf } from '../../shared/domain/ids.ts';
import { entryCore, type OutboxEntryIn, type SendNeed } from '../../shared/domain/outbox.ts';
import type { Requirement, Take, Tally } from '../../shared/domain/ports.ts';
import { fail, postpone } from './put-off.ts';
import type { OpenEntry, SendDeps } from './send-mail.ts';

export type Claim =
  | { readonly outcome: 'claimed'; readonly entry: OutboxEntryIn<'sending'> }
  | { readonly outcome: 'notMine' }
  | { readonly outcome: 'held'; readonly because: string };

/** What stands in the way of a claim, and in which order of importance it is said. */
const obstacles = ['suppressed', 'noConsent', 'superseded', 'introducedBefore', 'paused', 'capped'] as const;
type Obstacle = (typeof obstacles)[number];

/** A change that the claim is written with, and what it means when it is refused. */
interface Guard {
  readonly change: Requirement | Tally | Take;
  readonly obstacle: Obstacle;
}

/** How long mail waits while sending as a whole is paused, in seconds. */
const pausedSeconds = 900;

/**
 * Takes an entry for one attempt. In one transaction: the address is not suppressed, the breaker is closed, what the
 * mail rests on still holds, its recipient has not had enough today, the same firms were not introduced to each other
 * lately, and nobody else has the entry. What cannot be read is not sent (fails closed).
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
  const guards: Guard[] = [
    { change: { require: 'notSuppressed', addressHash }, obstacle: 'suppressed' },
    { change: { require: 'breakerClosed' }, obstacle: 'paused' },
    ...guardsOf(entry.need),
    ...capsOf(deps, entry, addressHash, now),
    ...(await pairOf(deps, entry, addressHash, now)),
  ];
  const result = await deps.store.commit([
    { advance: 'OUTBOX', event: 'claim', record: sending },
    ...guards.map(({ change }) => change),
  ]);
  if (result.ok) return { outcome: 'claimed', entry: sending };
  if (result.refused.includes(0)) return { outcome: 'notMine' };
  const met = new Set(result.refused.map((position) => guards[position - 1]?.obstacle));
  return hold(
    deps,
    entry,
    obstacles.filter((obstacle) => met.has(obstacle)),
  );
}

/** What the mail rests on: without it there is nothing left to say, or nobody who may be told. */
function guardsOf(need: SendNeed): Guard[] {
  if (need.of === 'coordinator') return [];
  if (need.of === 'submitter') {
    const { interestId, open } = need;
    const require = open === true ? 'interestOpen' : 'interestHeld';
    return [{ change: { require, interestId }, obstacle: 'superseded' }];
  }
  const consent: Guard = {
    change: { require: 'memberConsents', memberId: need.memberId },
    obstacle: 'noConsent',
  };
  if (need.of === 'reminder') {
    const require = 'leadIntroduced';
    return [consent, { change: { require, leadId: need.introducedLead }, obstacle: 'superseded' }];
  }
  if (need.approvedLead === undefined) return [consent];
  return [
    consent,
    { change: { require: 'leadApproved', leadId: need.approvedLead }, obstacle: 'superseded' },
  ];
}

/** Mail that nobody asked for is counted by its address and day, at its first attempt: what was refused did not arrive. */
function capsOf(
  { mailsADay }: SendDeps,
  { content, retries }: OpenEntry,
  addressHash: AddressHash,
  now: Instant,
): Guard[] {
  const isUnasked = content.template === 'introduction' || content.template === 'reminder';
  if (!isUnasked || retries > 0) return [];
  const tally: Tally = { tally: { of: 'mailsTo', addressHash, day: dayOf(now) }, atMost: mailsADay };
  return [{ change: tally, obstacle: 'capped' }];
}

/** Two addresses are introduced to each other once in a while, whatever leads or member records lead there. */
async function pairOf(deps: SendDeps, { need }: OpenEntry, to: AddressHash, now: Instant): Promise<Guard[]> {
  const leadId = need.of === 'member' ? need.approvedLead : undefined;
  if (leadId === undefined) return [];
  const interest = await deps.store.interest(partsOf(leadId).interestId);
  // Then the lead is erased as well, and refuses the claim by itself.
  if (interest === undefined || interest.status === 'erased') return [];
  const from = await deps.addresses.hash(interest.form.contact.email.canonical());
  const take: Take = {
    take: 'PAIR',
    record: { from, to, leadId, at: now },
    freeBefore: plusSeconds(now, -deps.clocks.pairAgain),
  };
  return [{ change: take, obstacle: 'introducedBefore' }];
}

async function hold(deps: SendDeps, entry: OpenEntry, met: readonly Obstacle[]): Promise<Claim> {
  const [first = 'paused'] = met;
  const { retries } = entry;
  if (first === 'paused')
    await postpone(deps, entry, { because: first, delaySeconds: pausedSeconds, retries });
  else if (first === 'capped')
    await postpone(deps, entry, {
      because: first,
      delaySeconds: secondsToTomorrow(deps.clock.now()),
      retries,
    });
  else await fail(deps, entry, first);
  return { outcome: 'held', because: met.join(', ') };
}

/** Seconds until the next day (UTC) begins, above 0. */
function secondsToTomorrow(now: Instant): number {
  const dayMs = 86_400_000;
  return Math.ceil((dayMs - (Date.parse(now) % dayMs)) / 1000);
}
