import { type Clocks, plusWorkingSeconds } from '../../shared/domain/clocks.ts';
import { type InterestId, leadIdOf } from '../../shared/domain/ids.ts';
import { carried, type InterestIn } from '../../shared/domain/interest.ts';
import type { InterestSummary, LeadIn } from '../../shared/domain/lead.ts';
import { type Match, matchMembers } from '../../shared/domain/matching/match.ts';
import { type SectorReader, wishOf } from '../../shared/domain/matching/wish.ts';
import { newsOfInterest } from '../../shared/domain/news.ts';
import type { BrokenItem, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { otherSide } from '../../shared/domain/region.ts';
import { withheldFirm, withheldWare } from '../../shared/domain/withhold.ts';

export interface MatchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly clocks: Clocks;
  readonly readSectors: SectorReader;
  /** Told of a member that cannot be read, and so cannot be found. */
  readonly onBroken: (item: BrokenItem) => void;
}

export type MatchOutcome =
  | { readonly outcome: 'matched'; readonly leadCount: number }
  /** Not to be matched (any more): already done, withdrawn, expired or erased. */
  | { readonly outcome: 'nothingToDo' };

/**
 * Pairs a confirmed interest with members of the other side. Leads, the interest's new state and the news for the
 * submitter are one transaction, so that matching twice, or in two places at once, makes them once.
 */
export async function matchInterest(deps: MatchDeps, id: InterestId): Promise<MatchOutcome> {
  const interest = await deps.store.interest(id);
  if (interest?.status !== 'confirmed') return { outcome: 'nothingToDo' };
  const members = await deps.store.membersIn(otherSide(interest.form.company.country));
  members.broken.forEach(deps.onBroken);
  const matches = matchMembers(wishOf(interest.form, deps.readSectors), members.items);
  const { ok } = await deps.store.commit(changesFor(deps, interest, matches));
  return ok ? { outcome: 'matched', leadCount: matches.length } : matchInterest(deps, id);
}

function changesFor(deps: MatchDeps, interest: InterestIn<'confirmed'>, matches: readonly Match[]): Change[] {
  const now = deps.clock.now();
  const { confirmedAt, endsAt } = interest;
  const leadCount = matches.length;
  const change = leadCount === 0 ? ({ to: 'noMatch' } as const) : ({ to: 'matched', leadCount } as const);
  return [
    {
      advance: 'INTEREST',
      event: 'match',
      record: {
        ...carried(interest, now),
        status: 'matched',
        confirmedAt,
        endsAt,
        matchedAt: now,
        leadCount,
      },
    },
    ...matches.map((match): Change => ({ create: 'LEAD', record: leadOf(deps, interest, match, now) })),
    newsOfInterest(interest, change, { now, clocks: deps.clocks }),
  ];
}

function leadOf(
  { clocks }: MatchDeps,
  interest: InterestIn<'confirmed'>,
  { member, score, reasons }: Match,
  now: string,
): LeadIn<'proposed'> {
  const [clusterId] = member.clusters;
  if (clusterId === undefined) throw new Error('A member belongs to at least one cluster');
  return {
    id: leadIdOf(interest.id, member.id),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    status: 'proposed',
    decideBy: plusWorkingSeconds(now, clocks.decide),
    clusterId,
    member: { id: member.id, name: member.company.name, language: member.language },
    score,
    reasons: [...reasons],
    interest: summaryOf(interest),
  };
}

function summaryOf({ id, form }: InterestIn<'confirmed'>): InterestSummary {
  return {
    id,
    language: form.language,
    company: withheldFirm(form.company),
    intent: form.intent,
    sought: withheldWare(form),
  };
}
