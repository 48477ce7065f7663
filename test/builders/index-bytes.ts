import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import type { Member } from '../../shared/domain/member.ts';
import type { Country } from '../../shared/domain/region.ts';
import { readsNothing } from '../doubles/member-index.ts';
import { member } from './directory.ts';

/** The index of members of whom nothing was read but what they declare. */
export function indexBytes(country: Country = 'PL', members: readonly Member[] = [member()]): Uint8Array {
  return buildMemberIndex({ country, members, loads: new Map(), read: readsNothing });
}
