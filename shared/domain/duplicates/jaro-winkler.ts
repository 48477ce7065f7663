/** Winkler's constants: what each common first letter adds, and how many of them count. */
const prefixScale = 0.1;
const longestPrefix = 4;

/**
 * How alike two short texts are, 0 to 1: Jaro's share of common letters in nearly the same places, raised for common
 * first letters, since people rarely get those wrong. W. E. Winkler, “String Comparator Metrics and Enhanced Decision
 * Rules in the Fellegi-Sunter Model of Record Linkage”, Proceedings of the Section on Survey Research Methods,
 * American Statistical Association (1990), 354–359. The same whichever text comes first.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [left = [], right = []] = [a, b].sort().map((text) => [...text]);
  const jaro = jaroOf(left, right);
  const differs = left.findIndex((letter, index) => letter !== right[index]);
  const prefix = Math.min(differs < 0 ? left.length : differs, longestPrefix);
  return jaro + prefix * prefixScale * (1 - jaro);
}

function jaroOf(left: readonly string[], right: readonly string[]): number {
  const reach = Math.max(Math.floor(Math.max(left.length, right.length) / 2) - 1, 0);
  const taken = new Set<number>();
  const common = left.filter((letter, index) => {
    const from = Math.max(index - reach, 0);
    const found = right.findIndex(
      (other, at) => at >= from && at <= index + reach && other === letter && !taken.has(at),
    );
    if (found >= 0) taken.add(found);
    return found >= 0;
  });
  if (common.length === 0) return 0;
  const inRight = right.filter((_, at) => taken.has(at));
  const transpositions = common.filter((letter, index) => letter !== inRight[index]).length / 2;
  const count = common.length;
  return (count / left.length + count / right.length + (count - transpositions) / count) / 3;
}
