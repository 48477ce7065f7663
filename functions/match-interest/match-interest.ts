import { type Clocks, clocksOf, plusSeconds } from '../../shared/domain/clocks.ts';
import { decisionClock } from '../../shared/domain/decision-clock.ts';
import { type ClusterId, type InterestId, leadIdOf, type MemberId } from '../../shared/domain/ids.ts';
import { carried, type InterestIn } from '../../shared/domain/interest.ts';
import type { InterestSummary, LeadIn } from '../../shared/domain/lead.ts';
import { type Match, matchMembers } from '../../shared/domain/matching/match.ts';
import { countLead } from '../../shared/domain/matching/open-index.ts';
import { weights } from '../../shared/domain/matching/weights.ts';
import { wishOf } from '../../shared/domain/matching/wish.ts';
import type { Cluster } from '../../shared/domain/member.ts';
import { newsOfInterest } from '../../shared/domain/news.ts';
import type { AddressHasher, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { otherSide } from '../../shared/domain/region.ts';
import { withheldFirm, withheldWare } from '../../shared/domain/withhold.ts';
import type { WorkCalendars } from '../../shared/domain/work-calendar.ts';
import { type Known, knownOfCompany } from './company-known.ts';
import { askForIndex, type IndexDeps, indexInForce, indexOfNow } from './find-index.ts';

export interface MatchDeps extends IndexDeps {
  readonly store: Store;
  readonly addresses: AddressHasher;
  readonly clock: Clock;
  readonly clocks: Clocks;
  readonly calendars: WorkCalendars;
}

export type MatchOutcome =
  | { readonly outcome: 'matched'; readonly leadCount: number }
  /** Not to be matched (any more): already done, withdrawn, expired or erased. */
  | { readonly outcome: 'nothingToDo' };

/** Each refusal takes members out of the next round, so that more than one is rare; then the message comes again. */
const maxRounds = 4;

/**
 * Pairs a confirmed interest with members of the other side. Leads, the interest's new state and the news for the
 * submitter are one transaction, so that matching twice, or in two places at once, makes them once. It holds each
 * member to its consent in the moment of writing: nobody becomes a lead who is only in the index any more.
 */
export async function matchInterest(deps: MatchDeps, id: InterestId): Promise<MatchOutcome> {
  const gone = new Set<MemberId>();
  for (let round = 1; round <= maxRounds; round += 1) {
    const interest = await deps.store.interest(id);
    if (interest?.status !== 'confirmed') return { outcome: 'nothingToDo' };
    const country = otherSide(interest.form.company.country);
    // An index that was wrong over and over is not asked again: the members themselves are.
    const index = round < maxRounds ? await indexInForce(deps, country) : await indexOfNow(deps, country);
    // Reasons quote what the wish is made of, and members read them before any contact data is disclosed.
    const wish = wishOf({ ...interest.form, sought: withheldWare(interest.form) }, deps.read);
    const matches = matchMembers(wish, index, gone).filter(({ merit }) => merit >= weights.leastProposed);
    const known = await knownOfCompany(deps, interest);
    const clusters = await clustersOf(deps, matches);
    const changes = changesFor(deps, interest, matches, { known, clusters });
    const result = await deps.store.commit(changes);
    if (result.ok) {
      for (const { position } of matches) countLead(index, position);
      return { outcome: 'matched', leadCount: matches.length };
    }
    const found = membersRefused(changes, result.refused);
    for (const memberId of found) gone.add(memberId);
    if (found.length > 0) await askForIndex(deps, country);
  }
  throw new Error(`The interest ${id} could not be matched in ${maxRounds} rounds`);
}

/** Each cluster whose coordinators will decide, by its id; one that is not on record keeps the deployment's clocks. */
async function clustersOf({ store }: MatchDeps, matches: readonly Match[]): Promise<Clusters> {
  const ids = [...new Set(matches.map(clusterIdOf))];
  const found = await Promise.all(ids.map((id) => store.cluster(id)));
  return new Map(ids.map((id, index) => [id, found[index]]));
}

type Clusters = ReadonlyMap<ClusterId, Cluster | undefined>;

function clusterIdOf({ member }: Match): ClusterId {
  const [clusterId] = member.clusters;
  if (clusterId === undefined) throw new Error('A member belongs to at least one cluster');
  return clusterId;
}

/** What leads are made of beside the matches themselves. */
interface Findings {
  readonly known: (memberId: MemberId) => Known;
  readonly clusters: Clusters;
}

/** The members whose consent, or who themselves, are not there any more. */
function membersRefused(changes: readonly Change[], refused: readonly number[]): MemberId[] {
  return refused
    .map((position) => changes[position])
    .flatMap((change) =>
      change !== undefined && 'require' in change && change.require === 'memberConsents'
        ? [change.memberId]
        : [],
    );
}

function changesFor(
  deps: MatchDeps,
  interest: InterestIn<'confirmed'>,
  matches: readonly Match[],
  { known, clusters }: Findings,
): Change[] {
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
        ...(leadCount === 0 ? {} : { reviewAt: plusSeconds(now, deps.clocks.review) }),
      },
    },
    ...matches.map(({ member }): Change => ({ require: 'memberConsents', memberId: member.id })),
    ...matches.map((match): Change => {
      const record = { ...leadOf(deps, interest, match, clusters, now), ...known(match.member.id) };
      return { create: 'LEAD', record };
    }),
    newsOfInterest(interest, change, { now, clocks: deps.clocks }),
  ];
}

function leadOf(
  { clocks, calendars }: MatchDeps,
  interest: InterestIn<'confirmed'>,
  match: Match,
  clusters: Clusters,
  now: string,
): LeadIn<'proposed'> {
  const { member, score, reasons } = match;
  const clusterId = clusterIdOf(match);
  const cluster = clusters.get(clusterId);
  const calendar = calendars[cluster?.country ?? otherSide(interest.form.company.country)];
  return {
    id: leadIdOf(interest.id, member.id),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    status: 'proposed',
    ...decisionClock(now, clocksOf(cluster, clocks), calendar),
    clusterId,
    member: { id: member.id, name: member.name, language: member.language },
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
