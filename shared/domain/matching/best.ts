/** A member by its position in the index. */
interface Scored {
  readonly position: number;
  readonly score: number;
}

/** The best `size` of many, in one pass: most candidates are turned away by one comparison. */
export class Best {
  private readonly held: Scored[] = [];
  private readonly size: number;
  /** Below this nothing comes in any more. */
  private least = Number.NEGATIVE_INFINITY;

  constructor(size: number) {
    this.size = size;
  }

  add(position: number, score: number): void {
    if (score < this.least) return;
    const scored = { position, score };
    const after = this.held.findIndex((other) => isBefore(scored, other));
    this.held.splice(after < 0 ? this.held.length : after, 0, scored);
    if (this.held.length > this.size) this.held.pop();
    if (this.held.length === this.size) this.least = this.held.at(-1)?.score ?? this.least;
  }

  inOrder(): readonly Scored[] {
    return this.held;
  }
}

/** Equal ones are in the order of the index. */
function isBefore(a: Scored, b: Scored): boolean {
  return a.score > b.score || (a.score === b.score && a.position < b.position);
}
