import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { Member } from '../../shared/domain/member.ts';
import type { Country } from '../../shared/domain/region.ts';
import type { Reading, TextReader } from '../../shared/domain/sectors/reading.ts';

/** Reads nothing from any text, so that only what was declared counts. */
export const readsNothing: TextReader = Object.assign(
  (_text: string, language: Reading['language'] = 'en'): Reading => ({ language, sectors: [], concepts: [] }),
  { version: 'nothing' },
);

/** The index of members of a country, Poland by default, whose texts say nothing. */
export function indexOf(
  members: readonly Member[],
  { country = 'PL', read = readsNothing, loads = new Map() }: Partial<IndexOptions> = {},
): MemberIndex {
  return openMemberIndex(buildMemberIndex({ country, members, loads, read }));
}

interface IndexOptions {
  readonly country: Country;
  readonly read: TextReader;
  readonly loads: ReadonlyMap<Member['id'], number>;
}
