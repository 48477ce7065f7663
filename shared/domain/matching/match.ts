import type { MemberId } from '../ids.ts';
import type { MemberFacts } from './member-facts.ts';
import type { MemberIndex } from './open-index.ts';
import type { Reason } from './reason.ts';
import { reasonsFor } from './reasons-for.ts';
import { askedOf, exposureOf, metBy, scoreOf } from './score.ts';
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
  const met = metBy(wish, index);
  const asked = askedOf(wish, index);
  const best = new Best(maxLeadsPerInterest + without.size);
  for (let member = 0; member < index.memberCount; member += 1) {
    if (met.sector[member] === 0 && met.text[member] === 0) continue;
    const score = scoreOf(wish, asked, index, met, member);
    if (score >= weights.leastScore) best.add(member, score);
  }
  return best
    .inOrder()
    .map(({ position, score }) => ({
      position,
      score: rounded(score),
      merit: rounded(score / exposureOf(asked, index, position)),
      member: index.factsOf(position),
    }))
    .filter(({ member }) => !without.has(member.id))
    .slice(0, maxLeadsPerInterest)
    .map((match) => ({ ...match, reasons: reasonsFor(wish, match.member, index.proximity) }));
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

interface Scored {
  readonly position: number;
  readonly score: number;
}

/** The best `size` of many, in one pass: most candidates are turned away by one comparison. */
class Best {
  private readonly held: Scored[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  add(position: number, score: number): void {
    const last = this.held.at(-1);
    if (this.held.length === this.size && last !== undefined && score <= last.score) return;
    const after = this.held.findIndex((other) => other.score < score);
    this.held.splice(after < 0 ? this.held.length : after, 0, { position, score });
    if (this.held.length > this.size) this.held.pop();
  }

  inOrder(): readonly Scored[] {
    return this.held;
  }
}
