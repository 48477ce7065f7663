/** Fitted to the development sets by `bench/`; see `docs/matching.md`. */
const fitted = { bias: -3.92, relative: 2.11, share: 5.6, perWord: 0.11, rank: -0.26 };

/**
 * How likely the class at `rank` (from 0) is right, 0 to 1, by logistic regression over: its score beside the best,
 * its share in the scores of the first ten, the best score for each word, its rank.
 * @param scores of the best classes, best first, each above 0
 */
export function chanceOf(scores: readonly number[], rank: number, wordCount: number): number {
  const { bias, relative, share, perWord, rank: byRank } = fitted;
  const [x1, x2, x3, x4] = confidenceTraits(scores, rank, wordCount);
  return 1 / (1 + Math.exp(-(bias + relative * x1 + share * x2 + perWord * x3 + byRank * x4)));
}

/** What the chance is reckoned from. */
function confidenceTraits(
  scores: readonly number[],
  rank: number,
  wordCount: number,
): [number, number, number, number] {
  const own = scores[rank] ?? 0;
  const best = scores[0] ?? 0;
  const squares = scores.slice(0, 10).reduce((sum, score) => sum + score ** 4, 0);
  return [
    own / best,
    own ** 4 / squares,
    Math.log1p(best / Math.sqrt(Math.max(1, wordCount))),
    Math.log1p(rank),
  ];
}
