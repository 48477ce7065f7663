import { impactScale, maxStrength, strengthBits } from './member-index.ts';
import type { MemberIndex, Rows } from './open-index.ts';
import { nearnessRow } from './proximity-to-wish.ts';
import { weights } from './weights.ts';
import type { Wish } from './wish.ts';

/** Told of a member by its position in the index: how its sectors and its words meet a wish, 0 to 1 each. */
export type Visit = (member: number, sector: number, text: number) => void;

/**
 * Tells of each member that has anything to do with the wish, once, in no order. Only sectors and words make a
 * candidate; everything else makes one better or worse. `visit` must not ask for members of the same index.
 */
export function visitMet(wish: Wish, index: MemberIndex, visit: Visit): void {
  const desk = deskFor(index);
  addSectors(wish, index, desk);
  const total = wish.sought.reduce((sum, { weight }) => sum + weight, 0);
  const meanShare = (1 - weights.bestSector) / Math.max(1, total);
  const reachable = addWords(wish, index, desk);
  const perReachable = reachable === 0 ? 0 : 1 / reachable;
  const { members, sums, count } = desk;
  desk.count = 0;
  for (let at = 0; at < count; at += 1) {
    const member = members[at] ?? 0;
    const own = member * sumsEach;
    const sector = weights.bestSector * (sums[own + best] ?? 0) + meanShare * (sums[own + sectors] ?? 0);
    const text = saturated(Math.min(1, (sums[own + words] ?? 0) * perReachable));
    sums[own + sectors] = sums[own + best] = sums[own + words] = 0;
    visit(member, sector, text);
  }
}

/** Where sums are made, by position in the index: all zeros before and after. */
interface Desk {
  /** The first `count` are the members that have a sum. */
  readonly members: Uint32Array;
  count: number;
  /** `sumsEach` of each member, side by side: they are wanted together, and memory comes in lines. */
  readonly sums: Float32Array;
  /** The nearest to the sector that is just looked at. */
  readonly nearest: Float32Array;
}

/** The sum over all sectors sought, the one that is met best, and the words. */
const [sectors, best, words, sumsEach] = [0, 1, 2, 4];

const desks = new WeakMap<MemberIndex, Desk>();

/** To clear what few members touched is less work than to make room for all of them at each match. */
function deskFor(index: MemberIndex): Desk {
  const size = index.memberCount;
  const desk = desks.get(index) ?? {
    members: new Uint32Array(size),
    count: 0,
    sums: new Float32Array(size * sumsEach),
    nearest: new Float32Array(size),
  };
  desks.set(index, desk);
  return desk;
}

function addSectors({ sought, intent }: Wish, index: MemberIndex, desk: Desk): void {
  for (const { code, weight } of sought) {
    for (const member of nearestOf(nearnessRow(index.proximity, intent, code), index.sectors, desk.nearest)) {
      const worth = weight * (desk.nearest[member] ?? 0);
      desk.nearest[member] = 0;
      const own = member * sumsEach;
      desk.sums[own + sectors] = (desk.sums[own + sectors] ?? 0) + worth;
      const before = desk.sums[own + best] ?? 0;
      if (worth > before) desk.sums[own + best] = worth;
      if (before > 0) continue;
      desk.members[desk.count] = member;
      desk.count += 1;
    }
  }
}

/**
 * Writes into `nearest`, which holds zeros, for each member the nearest of its classes to one that is sought, by how
 * sure the member's class is. Returns the members written to, each once.
 */
function nearestOf(nearness: Float32Array, sectors: Rows, nearest: Float32Array): readonly number[] {
  const members: number[] = [];
  for (let sector = 0; sector < nearness.length; sector += 1) {
    const near = nearness[sector] ?? 0;
    if (near === 0) continue;
    const end = sectors.offsets[sector + 1] ?? 0;
    for (let at = sectors.offsets[sector] ?? 0; at < end; at += 1) {
      const posting = sectors.rows[at] ?? 0;
      const member = posting >>> strengthBits;
      const value = (near * (posting & maxStrength)) / maxStrength;
      const before = nearest[member] ?? 0;
      if (before === 0) members.push(member);
      if (value > before) nearest[member] = value;
    }
  }
  return members;
}

/** BM25 over what the words mean. Returns the most that a text of usual length could reach. */
function addWords({ concepts }: Wish, index: MemberIndex, desk: Desk): number {
  const { offsets, rows } = index.concepts;
  const { members, sums } = desk;
  let count = desk.count;
  let reachable = 0;
  for (const { key, weight } of concepts) {
    const row = index.conceptRow(key);
    // A word that no member has is as rare as can be: it counts against all of them alike.
    const rarity =
      row === undefined ? Math.log(1 + 2 * index.memberCount) : (index.conceptRarities[row] ?? 0);
    reachable += weight * rarity;
    if (row === undefined) continue;
    const worth = (weight * rarity) / impactScale;
    const end = offsets[row + 1] ?? 0;
    for (let at = offsets[row] ?? 0; at < end; at += 1) {
      const posting = rows[at] ?? 0;
      const member = posting >>> strengthBits;
      const own = member * sumsEach;
      const before = sums[own + words] ?? 0;
      sums[own + words] = before + worth * (posting & maxStrength);
      if (before > 0 || (sums[own + best] ?? 0) > 0) continue;
      members[count] = member;
      count += 1;
    }
  }
  desk.count = count;
  return reachable;
}

/** Two people never describe a thing in the same words: the first words in common tell more than the last. */
function saturated(share: number): number {
  return ((1 + weights.halfOfWords) * share) / (share + weights.halfOfWords);
}
