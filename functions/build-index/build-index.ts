import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import type { BrokenItem, MemberIndexes, Store } from '../../shared/domain/ports.ts';
import type { Country } from '../../shared/domain/region.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';
import { countLoads } from './count-loads.ts';

export interface BuildDeps {
  readonly store: Pick<Store, 'membersIn' | 'leads'>;
  readonly indexes: Pick<MemberIndexes, 'version' | 'publish'>;
  readonly read: TextReader;
  /** Told of a member that cannot be read, and so cannot be found, and of a lead that cannot be counted. */
  readonly onBroken: (item: BrokenItem) => void;
}

export interface BuildOutcome {
  readonly sizeBytes: number;
  readonly attempts: number;
}

/** More than two builds of one country hardly ever overlap; whoever loses so often comes back with its message. */
const maxAttempts = 4;

/**
 * Builds the index of the members of a country from what the table holds now, and puts it in the place of the one that
 * was there before. Overtaken by another build it reads everything again, since the other may have read it earlier.
 * Until the new index is stored whole the old one stays in force.
 */
export async function buildIndex(deps: BuildDeps, country: Country): Promise<BuildOutcome> {
  for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
    // Before the members: what was read later than an index is never replaced by what was read earlier.
    const over = await deps.indexes.version(country);
    const bytes = await readIndex(deps, country);
    const result = await deps.indexes.publish(country, bytes, over);
    if (result === 'published') return { sizeBytes: bytes.length, attempts };
  }
  throw new Error(`The index of ${country} was overtaken ${maxAttempts} times`);
}

async function readIndex({ store, read, onBroken }: BuildDeps, country: Country): Promise<Uint8Array> {
  const { items: members, broken } = await store.membersIn(country);
  broken.forEach(onBroken);
  const clusters = [...new Set(members.flatMap((member) => member.clusters))];
  const loads = await countLoads({ store, onBroken }, clusters);
  return buildMemberIndex({ country, members, loads, read });
}
