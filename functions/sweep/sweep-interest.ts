import { plusSeconds } from '../../shared/domain/clocks.ts';
import { carried, type Interest, type InterestIn } from '../../shared/domain/interest.ts';
import { newsOfInterest } from '../../shared/domain/news.ts';
import type { Change } from '../../shared/domain/ports.ts';
import { isOpen, wasIntroduced, withdrawn } from '../../shared/domain/withdraw.ts';
import type { SweepDeps } from './sweep.ts';

/** An interest whose time has come: never confirmed, not yet matched, or at the end of its search. */
export async function sweepInterest(deps: SweepDeps, interest: Interest): Promise<string> {
  if (interest.status === 'submitted') return dropUnconfirmed(deps, interest);
  if (interest.status === 'confirmed') return askForMatching(deps, interest);
  if (interest.status === 'matched') return end(deps, interest);
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
 * then is withdrawn with it; who was introduced keeps the time to answer.
 */
async function end({ store, clock, clocks }: SweepDeps, interest: InterestIn<'matched'>): Promise<string> {
  const now = clock.now();
  const leads = await store.leadsOf(interest.id);
  const unsent = leads
    .filter(isOpen)
    .filter((lead) => !wasIntroduced(lead))
    .map((lead): Change => ({ advance: 'LEAD', event: 'withdraw', record: withdrawn(lead, now) }));
  if (leads.some((lead) => lead.status === 'connected')) {
    const record: InterestIn<'closed'> = { ...carried(interest, now), status: 'closed', closedAt: now };
    const { ok } = await store.commit([{ advance: 'INTEREST', event: 'close', record }, ...unsent]);
    return ok ? 'interestClosed' : 'movedMeanwhile';
  }
  const record: InterestIn<'expired'> = { ...carried(interest, now), status: 'expired', expiredAt: now };
  const news = newsOfInterest(interest, { to: 'expired', what: 'interest' }, { now, clocks });
  const { ok } = await store.commit([{ advance: 'INTEREST', event: 'expire', record }, ...unsent, news]);
  return ok ? 'interestExpired' : 'movedMeanwhile';
}
