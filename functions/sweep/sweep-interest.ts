import { latestOf, plusSeconds } from '../../shared/domain/clocks.ts';
import { carried, type Interest, type InterestIn } from '../../shared/domain/interest.ts';
import { type Lead, leadDeadline } from '../../shared/domain/lead.ts';
import { type NewsTime, newsOfInterest } from '../../shared/domain/news.ts';
import type { Change } from '../../shared/domain/ports.ts';
import { withdrawalOf } from '../../shared/domain/withdraw.ts';
import { reviewInterest } from './review-interest.ts';
import type { SweepDeps } from './sweep.ts';

/** An interest whose time has come: never confirmed, not yet matched, or at the end of its search. */
export async function sweepInterest(deps: SweepDeps, interest: Interest): Promise<string> {
  if (interest.status === 'submitted') return dropUnconfirmed(deps, interest);
  if (interest.status === 'confirmed') return askForMatching(deps, interest);
  if (interest.status === 'matched')
    return interest.endsAt <= deps.clock.now() ? end(deps, interest) : reviewInterest(deps, interest);
  return 'movedMeanwhile';
}

/** Without a word: an address that nobody confirmed is not written to again. */
async function dropUnconfirmed(
  { store, clock }: SweepDeps,
  interest: InterestIn<'submitted'>,
): Promise<string> {
  const now = clock.now();
  const record: InterestIn<'expired'> = { ...carried(interest, now), status: 'expired', expiredAt: now };
  const { ok } = await store.commit([{ advance: 'INTEREST', event: 'expire', record }]);
  return ok ? 'interestExpired' : 'movedMeanwhile';
}

async function askForMatching(
  { store, clock, clocks, queues }: SweepDeps,
  interest: InterestIn<'confirmed'>,
): Promise<string> {
  const now = clock.now();
  const record: InterestIn<'confirmed'> = {
    ...interest,
    revision: interest.revision + 1,
    updatedAt: now,
    matchBy: plusSeconds(now, clocks.requeue),
  };
  const { ok } = await store.commit([{ advance: 'INTEREST', event: 'rematch', record }]);
  if (!ok) return 'movedMeanwhile';
  await queues.match(interest.id);
  return 'matchRequeued';
}

/**
 * Closed when it led to a connection, else expired, of which the submitter is told. What no coordinator has sent on by
 * then is withdrawn. While a member that was introduced can still answer, or its acceptance be undone, the interest
 * stays open: contact data is disclosed only as long as its submitter can withdraw.
 */
async function end(deps: SweepDeps, interest: InterestIn<'matched'>): Promise<string> {
  const { store, clock, clocks } = deps;
  const now = clock.now();
  const leads = await store.leadsOf(interest.id);
  const at: NewsTime = { now, clocks };
  const unsent = leads.filter((lead) => lead.status === 'proposed' || lead.status === 'approved');
  const withdrawals = await Promise.all(unsent.map((lead) => withdrawalOf(store, lead, 'expired', at)));
  const change = ending(interest, leads, at);
  const { ok } = await store.commit([...change.changes, ...withdrawals.flat()]);
  return ok ? change.step : 'movedMeanwhile';
}

function ending(
  interest: InterestIn<'matched'>,
  leads: readonly Lead[],
  at: NewsTime,
): { readonly step: string; readonly changes: readonly Change[] } {
  const deadlines = leads
    .filter((lead) => lead.status === 'introduced' || lead.status === 'accepted')
    .map((lead) => leadDeadline(lead) ?? at.now);
  if (deadlines.length > 0) {
    // A while after the last, so that the lead's own end comes first.
    const endsAt = plusSeconds(latestOf(at.now, ...deadlines), at.clocks.requeue);
    const record: InterestIn<'matched'> = {
      ...interest,
      revision: interest.revision + 1,
      updatedAt: at.now,
      endsAt,
    };
    return { step: 'interestExtended', changes: [{ advance: 'INTEREST', event: 'extend', record }] };
  }
  if (leads.some((lead) => lead.status === 'connected')) {
    const record: InterestIn<'closed'> = {
      ...carried(interest, at.now),
      status: 'closed',
      closedAt: at.now,
    };
    return { step: 'interestClosed', changes: [{ advance: 'INTEREST', event: 'close', record }] };
  }
  const record: InterestIn<'expired'> = {
    ...carried(interest, at.now),
    status: 'expired',
    expiredAt: at.now,
  };
  const news = newsOfInterest(interest, { to: 'expired', what: 'interest' }, at);
  return { step: 'interestExpired', changes: [{ advance: 'INTEREST', event: 'expire', record }, news] };
}
