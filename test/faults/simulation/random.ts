import { hashOf } from '../../../shared/domain/hash.ts';

/** Chance that can be had again: the same seed gives the same numbers (mulberry32, of which 32 bits are enough here). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0, inclusive, to 1, exclusive. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True in a share of `probability` (0 to 1) of all cases. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`, both inclusive. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  }

  /** `count` bytes in lower-case hexadecimal. */
  hex(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 255).toString(16).padStart(2, '0')).join('');
  }

  /** Another source, whose numbers do not depend on how many were taken from this one since it was made. */
  fork(label: string): Random {
    return new Random((hashOf(label) ^ Math.floor(this.next() * 2 ** 32)) >>> 0);
  }
}
