import { hashOf } from '../hash.ts';
import { intents } from '../intent.ts';
import { exposureFactor } from './exposure.ts';
import { fitsOf } from './intent-fit.ts';
import { certificateHash, maxStrength, regionHash, strengthBits } from './member-index.ts';
import type { MemberIndex, Rows } from './open-index.ts';
import { positionOf } from './proximity.ts';
import { weights } from './weights.ts';
import type { Wish } from './wish.ts';

/** What a wish is compared by, worked out once for all members. */
interface Asked {
  readonly intentBit: number;
  /** How well the intent goes with a firm, by the mask of its roles. */
  readonly fits: readonly number[];
  readonly region: number;
  /** Whether the wish names any, by code or in words. */
  readonly sectors: boolean;
  readonly words: boolean;
  readonly certificates: readonly number[];
  readonly required: readonly number[];
  readonly languages: readonly number[];
  readonly meanLoad: number;
}

/** The score of a member, 0 to 1, from how its sectors and its words meet the wish; 0 when a gate keeps it out. */
export type Scorer = (member: number, sector: number, text: number) => number;

export function scorerFor(wish: Wish, index: MemberIndex): Scorer {
  const asked = askedOf(wish, index);
  return (member, sector, text) => {
    if (((index.welcomes[member] ?? 0) & asked.intentBit) === 0) return 0;
    if (asked.required.some((hash) => !has(index.certificates, member, hash))) return 0;
    const fit = asked.fits[index.roles[member] ?? 0] ?? 0;
    const region = asked.region === 0 || asked.region === index.regions[member] ? 1 : weights.otherRegion;
    const whole = fit * region * partsOf(asked, index, { member, sector, text });
    return mutual(wish, index, member, whole) * exposureFactor(index.loads[member] ?? 0, asked.meanLoad);
  };
}

function askedOf(wish: Wish, index: MemberIndex): Asked {
  return {
    intentBit: 1 << intents.indexOf(wish.intent),
    fits: fitsOf(wish.intent),
    region: regionHash(wish.targetRegion),
    sectors: wish.sought.length > 0,
    words: wish.concepts.length > 0,
    certificates: [...wish.certificates, ...wish.requiredCertificates].map(certificateHash),
    required: wish.requiredCertificates.map(certificateHash).filter((hash) => hash !== 0),
    languages: wish.languages.map(hashOf),
    meanLoad: meanLoadOf(index),
  };
}

function meanLoadOf({ loads, memberCount }: MemberIndex): number {
  return loads.reduce((sum, load) => sum + load, 0) / Math.max(1, memberCount);
}

/** What is left of a member's score for the leads that it has, above 0 to 1. */
export function exposureOf(index: MemberIndex, member: number): number {
  return exposureFactor(index.loads[member] ?? 0, meanLoadOf(index));
}

/** How one member meets the wish by its sectors and its words. */
interface Candidate {
  readonly member: number;
  readonly sector: number;
  readonly text: number;
}

/** The weighted mean of the parts about which something is stated. */
function partsOf(asked: Asked, index: MemberIndex, { member, sector, text }: Candidate): number {
  let sum = weights.text * text;
  let stated: number = asked.words ? weights.text : 0;
  if (asked.sectors) {
    sum += weights.sector * sector;
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
