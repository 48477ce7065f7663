import { openArrays, type PackedArrays } from '../packed-arrays.ts';
import type { MemberFacts } from './member-facts.ts';
import type { IndexFacts } from './member-index.ts';
import { linProximity, type Proximity } from './proximity.ts';

/** Rows of numbers, one row a member, a class or a concept. */
export interface Rows {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** The members of a country as a match sees them: views over one buffer, and what is worked out of it once. */
export interface MemberIndex {
  readonly country: IndexFacts['country'];
  readonly memberCount: number;
  readonly readBy: string;
  /** Open leads by member; a match that is kept adds to it, so that the next one knows. */
  readonly loads: Uint32Array;
  readonly welcomes: Uint8Array;
  readonly roles: Uint8Array;
  readonly regions: Uint32Array;
  readonly certificates: Rows;
  readonly languages: Rows;
  readonly seeks: Rows;
  readonly sectors: Rows;
  readonly concepts: Rows;
  readonly conceptRarities: Float32Array;
  /** The row of a concept; undefined when no member has it. */
  conceptRow(key: number): number | undefined;
  readonly proximity: Proximity;
  factsOf(position: number): MemberFacts;
}

/** Opens what `buildMemberIndex` made, without copying it. RangeError: it is no such index, or it is cut off. */
export function openMemberIndex(bytes: Uint8Array): MemberIndex {
  const packed = openArrays<IndexFacts>(bytes);
  const { country, memberCount, readBy } = packed.facts;
  const keys = packed.view('conceptKeys', 'u32');
  const factOffsets = packed.view('factOffsets', 'u32');
  const factTexts = packed.view('factTexts', 'u8');
  const decoder = new TextDecoder();
  return {
    country,
    memberCount,
    readBy,
    // The only array that changes, so the only one that is copied.
    loads: packed.view('loads', 'u32').slice(),
    welcomes: packed.view('welcomes', 'u8'),
    roles: packed.view('roles', 'u8'),
    regions: packed.view('regions', 'u32'),
    certificates: rowsIn(packed, 'certificate'),
    languages: rowsIn(packed, 'language'),
    seeks: rowsIn(packed, 'seek'),
    sectors: rowsIn(packed, 'sector'),
    concepts: rowsIn(packed, 'concept'),
    conceptRarities: packed.view('conceptRarities', 'f32'),
    conceptRow: (key) => search(keys, key),
    proximity: linProximity(packed.view('declaredCounts', 'u32')),
    factsOf: (position) =>
      JSON.parse(decoder.decode(factTexts.subarray(factOffsets[position], factOffsets[position + 1]))),
  };
}

/** Writes down that a member got a lead, for the matches until the next index. Nothing happens for an unknown one. */
export function countLead(index: MemberIndex, position: number): void {
  index.loads[position] = (index.loads[position] ?? 0) + 1;
}

function rowsIn(packed: PackedArrays<unknown>, name: string): Rows {
  return { offsets: packed.view(`${name}Offsets`, 'u32'), rows: packed.view(`${name}Rows`, 'u32') };
}

/** The position of a key in an ascending array. */
function search(keys: Uint32Array, key: number): number | undefined {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
