import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { InterestIn } from '../../shared/domain/interest.ts';
import type { Lead } from '../../shared/domain/lead.ts';
import { newsOfInterest } from '../../shared/domain/news.ts';
import type { SweepDeps } from './sweep.ts';

/** States of a lead in which something can still come of it by itself. */
const pending: ReadonlySet<Lead['status']> = new Set(['proposed', 'approved', 'introduced', 'accepted']);

/**
 * Looks whether anything of a matched interest is still open. When nothing is and nothing came of it, its submitter is
 * told once, in one mail for all its leads, also for those of whose end nobody wrote (rejected, undeliverable). By the
 * clock and not with the last lead's end, so that two leads that end in one moment cannot each leave it to the other.
 */
export async function reviewInterest(
  { store, clock, clocks }: SweepDeps,
  interest: InterestIn<'matched'>,
): Promise<string> {
  const now = clock.now();
  const leads = await store.leadsOf(interest.id);
  const open = leads.some(({ status }) => pending.has(status));
  const connected = leads.some(({ status }) => status === 'connected');
  const record: InterestIn<'matched'> = {
    ...interest,
    // Not `updatedAt`: a look is no change.
    revision: interest.revision + 1,
    reviewAt: open ? plusSeconds(now, clocks.review) : undefined,
  };
  const change = { to: 'nothingLeft', leadCount: interest.leadCount } as const;
  const news = open || connected ? [] : [newsOfInterest(interest, change, { now, clocks })];
  const { ok } = await store.commit([{ advance: 'INTEREST', event: 'review', record }, ...news]);
  if (!ok) return 'movedMeanwhile';
  return news.length > 0 ? 'nothingLeft' : 'interestReviewed';
}
