import { hashOf } from '../hash.ts';
import type { MemberId } from '../ids.ts';
import { type Intent, intents } from '../intent.ts';
import type { Member } from '../member.ts';
import { packArrays } from '../packed-arrays.ts';
import { type Country, regionKey } from '../region.ts';
import type { Concept, TextReader } from '../sectors/reading.ts';
import { sectorCodes } from '../sectors/sector.ts';
import { withheldOffer } from '../withhold.ts';
import { certificateKey } from './certificates.ts';
import { roleMask } from './intent-fit.ts';
import { canBeFound, factsOf, type WeightedSector, weightedSectors } from './member-facts.ts';
import { positionOf } from './proximity.ts';

/** Of BM25: how soon more of the same word adds nothing, and how much a long text pays for its length. */
const saturation = 1.2;
const lengthPenalty = 0.6;

/** A posting is one number: the member's position above, a strength of 0 to 255 in the lowest eight bits. */
export const strengthBits = 8;
export const maxStrength = 255;
/** BM25 impacts lie between 0 and `saturation` + 1. */
export const impactScale = maxStrength / (saturation + 1);

/** What the index says of itself. */
export interface IndexFacts {
  readonly country: Country;
  readonly memberCount: number;
  /** The version of the reader of its texts: another one gives words other meanings. */
  readonly readBy: string;
}

interface IndexInput {
  readonly country: Country;
  readonly members: readonly Member[];
  /** How many open leads a member has; absent: none. */
  readonly loads: ReadonlyMap<MemberId, number>;
  readonly read: TextReader;
}

/**
 * The index of the members of a country that may be found: everything a match asks of them, in one buffer for
 * `openMemberIndex`. The order of the members does not matter. It holds no contact data.
 */
export function buildMemberIndex({ country, members, loads, read }: IndexInput): Uint8Array<ArrayBuffer> {
  const found = members
    .filter((member) => canBeFound(member, country))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const readings = found.map((member) => read(withheldOffer(member), member.language));
  const facts = found.map((member, position) => factsOf(member, readings[position] ?? noReading));
  const sectors = facts.map(({ declared, spoken }) => weightedSectors(declared, spoken));
  const indexFacts: IndexFacts = { country, memberCount: found.length, readBy: read.version };
  return packArrays(indexFacts, {
    loads: Uint32Array.from(found, ({ id }) => loads.get(id) ?? 0),
    welcomes: Uint8Array.from(found, ({ welcomes }) => maskOf(welcomes)),
    roles: Uint8Array.from(sectors, rolesOf),
    regions: Uint32Array.from(found, ({ company }) => regionHash(company.region)),
    ...rowsOf(
      'certificate',
      facts.map(({ certificates }) => certificates.map(certificateHash)),
    ),
    ...rowsOf(
      'language',
      facts.map(({ languages }) => languages.map(hashOf)),
    ),
    ...rowsOf(
      'seek',
      found.map(({ seeks }) => sectorNumbers(weightedSectors(seeks?.sectors ?? [], []))),
    ),
    ...sectorPostings(sectors),
    ...conceptPostings(readings.map(({ concepts }) => concepts)),
    ...textsOf(facts),
  });
}

const noReading = { language: 'en', sectors: [], concepts: [] } as const;

export function certificateHash(name: string): number {
  return hashOf(certificateKey(name));
}

/** 0 when nothing is named, or a whole country. */
export function regionHash(name: string | undefined): number {
  const key = regionKey(name ?? '');
  return key === '' ? 0 : hashOf(key);
}

/** The intents a member wants to hear of as bits, in the order of `intents`; all of them when it does not say. */
function maskOf(welcomes: readonly Intent[] | undefined): number {
  const welcome = (intent: Intent) => welcomes === undefined || welcomes.includes(intent);
  return intents.reduce((mask, intent, bit) => (welcome(intent) ? mask | (1 << bit) : mask), 0);
}

/** By what a firm declares; by the surest reading of its text only when it declares nothing. */
function rolesOf(sectors: readonly WeightedSector[]): number {
  const declared = sectors.filter(({ from }) => from === 'declared');
  return roleMask((declared.length > 0 ? declared : sectors.slice(0, 1)).map(({ code }) => code));
}

function sectorNumbers(sectors: readonly WeightedSector[]): number[] {
  return sectors.map(({ code, weight }) => posting(positionOf(code), weight * maxStrength));
}

function posting(position: number, strength: number): number {
  const whole = Math.max(1, Math.min(maxStrength, Math.round(strength)));
  return ((position << strengthBits) | whole) >>> 0;
}

/** Rows of numbers one after another, and where each begins; one more offset ends the last. */
function rowsOf(name: string, rows: readonly (readonly number[])[]) {
  const offsets = new Uint32Array(rows.length + 1);
  for (const [position, row] of rows.entries()) offsets[position + 1] = (offsets[position] ?? 0) + row.length;
  return { [`${name}Offsets`]: offsets, [`${name}Rows`]: Uint32Array.from(rows.flat()) };
}

function sectorPostings(sectors: readonly (readonly WeightedSector[])[]) {
  const rows: number[][] = sectorCodes().map(() => []);
  const declaredCounts = new Uint32Array(rows.length);
  for (const [member, offered] of sectors.entries()) {
    for (const { code, weight, from } of offered) {
      const sector = positionOf(code);
      rows[sector]?.push(posting(member, weight * maxStrength));
      if (from === 'declared') declaredCounts[sector] = (declaredCounts[sector] ?? 0) + 1;
    }
  }
  return { ...rowsOf('sector', rows), declaredCounts };
}

function conceptPostings(texts: readonly (readonly Concept[])[]) {
  const lengths = texts.map((concepts) => concepts.reduce((sum, { weight }) => sum + weight, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length) || 1;
  const rows = new Map<number, number[]>();
  for (const [member, concepts] of texts.entries()) {
    const norm = saturation * (1 - lengthPenalty + (lengthPenalty * (lengths[member] ?? 0)) / meanLength);
    for (const { key } of concepts) {
      const impact = (saturation + 1) / (1 + norm);
      const row = rows.get(key) ?? [];
      row.push(posting(member, impact * impactScale));
      rows.set(key, row);
    }
  }
  const keys = Uint32Array.from(rows.keys()).sort();
  const rarities = Float32Array.from(keys, (key) => rarityOf(rows.get(key)?.length ?? 0, texts.length));
  return {
    conceptKeys: keys,
    conceptRarities: rarities,
    ...rowsOf(
      'concept',
      [...keys].map((key) => rows.get(key) ?? []),
    ),
  };
}

/** Inverse document frequency as BM25 has it, above 0. */
function rarityOf(withConcept: number, all: number): number {
  return Math.log(1 + (all - withConcept + 0.5) / (withConcept + 0.5));
}

/** Texts that are read for the few members that are shown, as JSON one after another. */
function textsOf(facts: readonly unknown[]) {
  const encoder = new TextEncoder();
  const texts = facts.map((fact) => encoder.encode(JSON.stringify(fact)));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [position, text] of texts.entries())
    offsets[position + 1] = (offsets[position] ?? 0) + text.length;
  const bytes = new Uint8Array(offsets[texts.length] ?? 0);
  for (const [position, text] of texts.entries()) bytes.set(text, offsets[position]);
  return { factOffsets: offsets, factTexts: bytes };
}
