import type { MemberId } from '../ids.ts';
import { Best } from './best.ts';
import type { MemberFacts } from './member-facts.ts';
import { visitMet } from './met.ts';
import type { MemberIndex } from './open-index.ts';
import type { Reason } from './reason.ts';
import { reasonsFor } from './reasons-for.ts';
import { exposureOf, scorerFor } from './score.ts';
import { maxLeadsPerInterest, weights } from './weights.ts';
import type { Wish } from './wish.ts';

export interface Match {
  readonly member: MemberFacts;
  /** Where the index has the member. */
  readonly position: number;
  /** 0 to 1, three decimals. */
  readonly score: number;
  /** The score without the exposure, by which it is decided whether the member is proposed at all. */
  readonly merit: number;
  /** At least one. */
  readonly reasons: readonly Reason[];
}

/**
 * The members that a wish should be introduced to, best first, at most `maxLeadsPerInterest`, none below
 * `weights.leastScore`. Equal scores are in the order of the index, which is by member id, so that the same input always
 * gives the same leads. `without`: members that must not be among them, whatever the index says.
 */
export function matchMembers(
  wish: Wish,
  index: MemberIndex,
  without: ReadonlySet<MemberId> = new Set(),
): readonly Match[] {
  const scoreOf = scorerFor(wish, index);
  const best = new Best(maxLeadsPerInterest + without.size);
  visitMet(wish, index, (position, sector, text) => {
    const score = scoreOf(position, sector, text);
    if (score >= weights.leastScore) best.add(position, score);
  });
  return best
    .inOrder()
    .map(({ position, score }) => ({
      position,
      score: rounded(score),
      merit: rounded(score / exposureOf(index, position)),
      member: index.factsOf(position),
    }))
    .filter(({ member }) => !without.has(member.id))
    .slice(0, maxLeadsPerInterest)
    .map((match) => ({ ...match, reasons: reasonsFor(wish, match.member, index.proximity) }));
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
