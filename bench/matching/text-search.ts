import type { MemberIndex } from '../../shared/domain/matching/open-index.ts';
import { metBy } from '../../shared/domain/matching/score.ts';
import type { Wish } from '../../shared/domain/matching/wish.ts';
import type { Concept } from '../../shared/domain/sectors/reading.ts';
import { topPositions } from '../statistics.ts';

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
  return topPositions(metBy(wish, index).text);
}
