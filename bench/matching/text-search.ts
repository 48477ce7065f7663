import { Best } from '../../shared/domain/matching/best.ts';
import { visitMet } from '../../shared/domain/matching/met.ts';
import type { MemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { Wish } from '../../shared/domain/matching/wish.ts';
import type { Concept } from '../../shared/domain/sectors/reading.ts';

/** A wish of which nothing counts but its words. */
export function wordsOnly(concepts: readonly Concept[]): Wish {
  return {
    country: 'PL',
    intent: 'buy',
    sought: [],
    spoken: [],
    concepts,
    certificates: [],
    requiredCertificates: [],
    languages: [],
    offers: [],
  };
}

/** The ten best members by the text part of the match, as `matchMembers` reckons it. */
export function textTopTen(index: MemberIndex, wish: Wish): readonly number[] {
  const best = new Best(10);
  visitMet(wish, index, (position, _, score) => best.add(position, score));
  return best.inOrder().map(({ position }) => position);
}
