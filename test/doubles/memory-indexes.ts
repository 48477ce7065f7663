import { type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { MemberIndexes } from '../../shared/domain/ports.ts';
import type { Country } from '../../shared/domain/region.ts';

interface Stored {
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** Indexes in memory that keep to the same contract as those on S3, and fail when they are told to. */
export class MemoryIndexes implements MemberIndexes {
  /** Why an index could not be read. */
  readonly faults: unknown[] = [];
  readonly #stored = new Map<Country, Stored>();
  readonly #opened = new Map<string, MemberIndex>();
  #versions = 0;
  #fault: 'before' | 'after' | undefined;

  /** Stores `bytes` whatever is there, and whatever they are. */
  put(country: Country, bytes: Uint8Array): void {
    this.#versions += 1;
    this.#stored.set(country, { version: `version-${this.#versions}`, bytes: bytes.slice() });
  }

  /** The next publication throws: before anything is written, or after all of it is. */
  failOnce(moment: 'before' | 'after'): void {
    this.#fault = moment;
  }

  async latest(country: Country) {
    const stored = this.#stored.get(country);
    if (stored === undefined) return undefined;
    const opened = this.#opened.get(stored.version);
    if (opened !== undefined) return opened;
    try {
      const index = openMemberIndex(stored.bytes);
      if (index.country !== country) throw new RangeError(`not the index of ${country}`);
      this.#opened.set(stored.version, index);
      return index;
    } catch (error) {
      this.faults.push(error);
      return undefined;
    }
  }

  async version(country: Country) {
    return this.#stored.get(country)?.version;
  }

  async publish(country: Country, bytes: Uint8Array, over: string | undefined) {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault === 'before') throw new Error('injected fault before a publication');
    if (this.#stored.get(country)?.version !== over) return 'overtaken';
    this.put(country, bytes);
    if (fault === 'after') throw new Error('injected fault after a publication');
    return 'published';
  }
}
