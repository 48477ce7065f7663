import { hashOf } from '../hash.ts';
import { intents } from '../intent.ts';
import { regionKey } from '../region.ts';
import { exposureFactor } from './exposure.ts';
import { fitsOf } from './intent-fit.ts';
import { certificateHash, impactScale, maxStrength, strengthBits } from './member-index.ts';
import type { MemberIndex, Rows } from './open-index.ts';
import { positionOf } from './proximity.ts';
import { nearnessRow } from './proximity-to-wish.ts';
import { weights } from './weights.ts';
import type { Wish } from './wish.ts';

/** What a wish is compared by, worked out once for all members. */
interface Asked {
  readonly intentBit: number;
  /** How well the intent goes with a firm, by the mask of its roles. */
  readonly fits: readonly number[];
  readonly region: number;
  readonly certificates: readonly number[];
  readonly required: readonly number[];
  readonly languages: readonly number[];
  readonly meanLoad: number;
}

/** Members by position that have anything to do with the wish, and how much, 0 to 1. */
export interface Met {
  readonly sector: Float32Array;
  readonly text: Float32Array;
}

/** Only sectors and words make a candidate; everything else makes one better or worse. */
export function metBy(wish: Wish, index: MemberIndex): Met {
  return { sector: sectorParts(wish, index), text: textParts(wish, index) };
}

/** The best-met sector and the mean over all that are sought. */
function sectorParts({ sought, intent }: Wish, index: MemberIndex): Float32Array {
  const total = Math.max(
    1,
    sought.reduce((sum, { weight }) => sum + weight, 0),
  );
  const sum = new Float32Array(index.memberCount);
  const best = new Float32Array(index.memberCount);
  const met = new Float32Array(index.memberCount);
  for (const { code, weight } of sought) {
    for (const member of meet(met, nearnessRow(index.proximity, intent, code), index)) {
      const worth = weight * (met[member] ?? 0);
      sum[member] = (sum[member] ?? 0) + worth;
      if (worth > (best[member] ?? 0)) best[member] = worth;
      met[member] = 0;
    }
  }
  for (let member = 0; member < sum.length; member += 1) {
    const mean = (sum[member] ?? 0) / total;
    sum[member] = weights.bestSector * (best[member] ?? 0) + (1 - weights.bestSector) * mean;
  }
  return sum;
}

/**
 * Writes into `met`, which holds zeros, for each member the nearest of its classes to one that is sought, by how sure
 * the member's class is. Returns the members written to, each once.
 */
function meet(met: Float32Array, nearness: Float32Array, { sectors }: MemberIndex): readonly number[] {
  const members: number[] = [];
  for (let sector = 0; sector < nearness.length; sector += 1) {
    const near = nearness[sector] ?? 0;
    if (near === 0) continue;
    const end = sectors.offsets[sector + 1] ?? 0;
    for (let at = sectors.offsets[sector] ?? 0; at < end; at += 1) {
      const posting = sectors.rows[at] ?? 0;
      const member = posting >>> strengthBits;
      const value = (near * (posting & maxStrength)) / maxStrength;
      const before = met[member] ?? 0;
      if (before === 0) members.push(member);
      if (value > before) met[member] = value;
    }
  }
  return members;
}

/** BM25 over what the words mean, as the share of the best that a text of usual length could reach. */
function textParts({ concepts }: Wish, index: MemberIndex): Float32Array {
  const parts = new Float32Array(index.memberCount);
  let reachable = 0;
  for (const { key, weight } of concepts) {
    const row = index.conceptRow(key);
    // A word that no member has is as rare as can be: it counts against all of them alike.
    const rarity =
      row === undefined ? Math.log(1 + 2 * index.memberCount) : (index.conceptRarities[row] ?? 0);
    reachable += weight * rarity;
    if (row === undefined) continue;
    const { offsets, rows } = index.concepts;
    const worth = (weight * rarity) / impactScale;
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) {
      const posting = rows[at] ?? 0;
      const member = posting >>> strengthBits;
      parts[member] = (parts[member] ?? 0) + worth * (posting & maxStrength);
    }
  }
  return parts.map((part) => (part === 0 ? 0 : saturated(Math.min(1, part / reachable))));
}

/** Two people never describe a thing in the same words: the first words in common tell more than the last. */
function saturated(share: number): number {
  return ((1 + weights.halfOfWords) * share) / (share + weights.halfOfWords);
}

export function askedOf(wish: Wish, index: MemberIndex): Asked {
  const loads = index.loads.reduce((sum, load) => sum + load, 0);
  return {
    intentBit: 1 << intents.indexOf(wish.intent),
    fits: fitsOf(wish.intent),
    region: wish.targetRegion === undefined ? 0 : hashOf(regionKey(wish.targetRegion)),
    certificates: [...wish.certificates, ...wish.requiredCertificates].map(certificateHash),
    required: wish.requiredCertificates.map(certificateHash).filter((hash) => hash !== 0),
    languages: wish.languages.map(hashOf),
    meanLoad: loads / Math.max(1, index.memberCount),
  };
}

/** The score of one member, 0 to 1; 0 for one that a gate keeps out. */
export function scoreOf(wish: Wish, asked: Asked, index: MemberIndex, met: Met, member: number): number {
  if (((index.welcomes[member] ?? 0) & asked.intentBit) === 0) return 0;
  if (asked.required.some((hash) => !has(index.certificates, member, hash))) return 0;
  const fit = asked.fits[index.roles[member] ?? 0] ?? 0;
  const region = asked.region === 0 || asked.region === index.regions[member] ? 1 : weights.otherRegion;
  const whole = fit * region * partsOf(wish, asked, index, met, member);
  return mutual(wish, index, member, whole) * exposureOf(asked, index, member);
}

/** What is left of a member's score for the leads that it has, above 0 to 1. */
export function exposureOf({ meanLoad }: Asked, { loads }: MemberIndex, member: number): number {
  return exposureFactor(loads[member] ?? 0, meanLoad);
}

/** The weighted mean of the parts about which something is stated. */
function partsOf(wish: Wish, asked: Asked, index: MemberIndex, met: Met, member: number): number {
  let sum = weights.text * (met.text[member] ?? 0);
  let stated: number = wish.concepts.length === 0 ? 0 : weights.text;
  if (wish.sought.length > 0) {
    sum += weights.sector * (met.sector[member] ?? 0);
    stated += weights.sector;
  }
  if (asked.certificates.length > 0) {
    sum +=
      (weights.certificates * held(index.certificates, member, asked.certificates)) /
      asked.certificates.length;
    stated += weights.certificates;
  }
  if (asked.languages.length > 0) {
    sum += weights.languages * Math.min(1, held(index.languages, member, asked.languages));
    stated += weights.languages;
  }
  return stated === 0 ? 0 : sum / stated;
}

/** Where the member states what it seeks, both sides must gain: the harmonic mean of its gain and ours. */
function mutual(wish: Wish, index: MemberIndex, member: number, ours: number): number {
  const start = index.seeks.offsets[member] ?? 0;
  const end = index.seeks.offsets[member + 1] ?? 0;
  if (start === end || wish.offers.length === 0) return ours;
  let theirs = 0;
  for (let at = start; at < end; at += 1) {
    const sought = index.seeks.rows[at] ?? 0;
    const near = index.proximity(sought >>> strengthBits);
    for (const { code, weight } of wish.offers) {
      const gain = ((near[positionOf(code)] ?? 0) * weight * (sought & maxStrength)) / maxStrength;
      if (gain > theirs) theirs = gain;
    }
  }
  const gain = Math.max(theirs, weights.leastGain);
  return ours === 0 ? 0 : (2 * ours * gain) / (ours + gain);
}

function held(rows: Rows, member: number, hashes: readonly number[]): number {
  return hashes.filter((hash) => has(rows, member, hash)).length;
}

function has({ offsets, rows }: Rows, member: number, hash: number): boolean {
  const end = offsets[member + 1] ?? 0;
  for (let at = offsets[member] ?? 0; at < end; at += 1) if (rows[at] === hash) return true;
  return false;
}
