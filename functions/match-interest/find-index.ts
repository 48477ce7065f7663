import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { BrokenItem, MemberIndexes, Store, WorkQueues } from '../../shared/domain/ports.ts';
import type { Country } from '../../shared/domain/region.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';

export interface IndexDeps {
  readonly store: Pick<Store, 'membersIn'>;
  readonly indexes: Pick<MemberIndexes, 'latest'>;
  readonly queues: Pick<WorkQueues, 'index'>;
  readonly read: TextReader;
  /** Told of a member that cannot be read, and so cannot be found. */
  readonly onBroken: (item: BrokenItem) => void;
  /** Told why an index could not be asked for; the match goes on, and the next one asks again. */
  readonly onUnasked: (error: unknown) => void;
}

/**
 * The index that is stored; while there is none, or one that was read with other words, one of the members of now, and
 * a new one is asked for.
 */
export async function indexInForce(deps: IndexDeps, country: Country): Promise<MemberIndex> {
  const stored = await deps.indexes.latest(country);
  if (stored?.readBy === deps.read.version) return stored;
  await askForIndex(deps, country);
  return indexOfNow(deps, country);
}

/** An index for this one match, of every member of the country: many reads. It does not know who has leads already. */
export async function indexOfNow(
  { store, read, onBroken }: IndexDeps,
  country: Country,
): Promise<MemberIndex> {
  const { items: members, broken } = await store.membersIn(country);
  broken.forEach(onBroken);
  return openMemberIndex(buildMemberIndex({ country, members, loads: new Map(), read }));
}

export async function askForIndex({ queues, onUnasked }: IndexDeps, country: Country): Promise<void> {
  try {
    await queues.index(country);
  } catch (error) {
    onUnasked(error);
  }
}
