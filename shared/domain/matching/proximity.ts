import { divisionOf, groupOf, type SectorCode, sectionOf, sectorCodes } from '../sectors/sector.ts';

/** How near any two classes are, 0 (nothing in common) to 1 (the same), by position in `sectorCodes()`. */
export type Proximity = (from: number) => Float32Array;

/**
 * Lin similarity on the class tree (D. Lin, 1998): twice the information of the narrowest heading that holds both
 * classes over the sum of their own. Information is −ln of the share of members under a heading, so that two firms
 * in a crowded division have less in common than two in a rare one. Every class counts as one member more than it
 * has: an empty directory gives the bare tree. `memberCounts` is by position in `sectorCodes()`.
 */
export function linProximity(memberCounts: ArrayLike<number>): Proximity {
  const codes = sectorCodes();
  const headings = codes.map((code) => [code, groupOf(code), divisionOf(code), sectionOf(code)] as const);
  const information = informationBy(headings, memberCounts);
  const rows = new Map<number, Float32Array>();
  const rowOf = (from: number) => {
    const row = new Float32Array(codes.length);
    const own = headings[from] ?? [];
    for (const [to, other] of headings.entries()) {
      const shared = own.find((heading, level) => heading === other[level]);
      const sum = (information.get(own[0] ?? '') ?? 0) + (information.get(other[0]) ?? 0);
      row[to] = shared === undefined ? 0 : (2 * (information.get(shared) ?? 0)) / sum;
    }
    return row;
  };
  return (from) => {
    const row = rows.get(from) ?? rowOf(from);
    rows.set(from, row);
    return row;
  };
}

function informationBy(headings: readonly (readonly string[])[], memberCounts: ArrayLike<number>) {
  const under = new Map<string, number>();
  let total = 0;
  for (const [position, levels] of headings.entries()) {
    const count = 1 + (memberCounts[position] ?? 0);
    total += count;
    for (const heading of new Set(levels)) under.set(heading, (under.get(heading) ?? 0) + count);
  }
  return new Map([...under].map(([heading, count]) => [heading, -Math.log(count / total)]));
}

const positions = new Map<SectorCode, number>();

/** Where a class stands in `sectorCodes()`. */
export function positionOf(sector: SectorCode): number {
  if (positions.size === 0)
    for (const [position, code] of sectorCodes().entries()) positions.set(code, position);
  const position = positions.get(sector);
  if (position === undefined) throw new RangeError(`no sector ${sector}`);
  return position;
}
