/** A mean, and the 95 % interval in which it lies. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const resamples = 1000;
const seed = 20_261_124;

/** The mean of what was observed, with the 95 % percentile interval of 1,000 bootstrap resamples. NaN of nothing. */
export function bootstrapMean(values: readonly number[]): Interval {
  const random = seededRandom(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) {
      sum += values[Math.floor(random() * values.length)] ?? 0;
    }
    return sum / values.length;
  });
  return { mean: mean(values), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that at least this share of all values does not exceed; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Numbers from 0 to below 1, always the same ones for a seed (Mulberry32). */
export function seededRandom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws positions below `count`, the first the likeliest, the n-th 1/n as likely (Zipf). */
export function zipfDraw(count: number, random: () => number): () => number {
  const upTo = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank += 1) {
    total += 1 / (rank + 1);
    upTo[rank] = total;
  }
  return () => {
    const drawn = random() * total;
    return upTo.findIndex((sum) => drawn < sum);
  };
}

/** All values in an order that depends on `random` alone (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** The positions of the `size` highest values above 0, highest first; of equal ones the first. */
export function topPositions(values: ArrayLike<number>, size = 10): number[] {
  const best: number[] = [];
  for (let position = 0; position < values.length; position += 1) {
    const value = values[position] ?? 0;
    if (value <= 0 || (best.length === size && value <= (values[best[size - 1] ?? 0] ?? 0))) continue;
    const after = best.findIndex((other) => (values[other] ?? 0) < value);
    best.splice(after < 0 ? best.length : after, 0, position);
    if (best.length > size) best.pop();
  }
  return best;
}
