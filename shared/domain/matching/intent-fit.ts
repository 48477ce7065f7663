import type { Intent } from '../intent.ts';
import { divisionOf, type SectorCode, sectionOf } from '../sectors/sector.ts';

/** What a firm is to a partner, by what it offers. */
export const roles = ['producer', 'trader', 'service', 'research', 'training', 'finance'] as const;
export type Role = (typeof roles)[number];

/**
 * How well what a submitter wants goes with what a firm is, 0 to 1. The rows are the submitter's intents, the columns
 * the roles of the firm on the other side: whoever wants to buy is best served by who makes the thing, whoever wants
 * to sell by who trades in it. Nothing is 0: a member that wants to hear of some intents only says so in `welcomes`.
 */
export const intentMatrix: Readonly<Record<Intent, Readonly<Record<Role, number>>>> = {
  buy: { producer: 1, trader: 0.85, service: 0.9, research: 0.6, training: 0.7, finance: 0.8 },
  sell: { producer: 0.85, trader: 1, service: 0.8, research: 0.5, training: 0.5, finance: 0.5 },
  distribute: { producer: 1, trader: 0.9, service: 0.6, research: 0.4, training: 0.4, finance: 0.4 },
  subcontract: { producer: 1, trader: 0.5, service: 0.95, research: 0.7, training: 0.6, finance: 0.5 },
  research: { producer: 0.85, trader: 0.4, service: 0.7, research: 1, training: 0.9, finance: 0.4 },
  invest: { producer: 1, trader: 0.8, service: 0.85, research: 0.7, training: 0.6, finance: 0.9 },
  learn: { producer: 0.9, trader: 0.6, service: 0.8, research: 0.95, training: 1, finance: 0.6 },
};

/** The role of a firm that offers this class: by its section, and division 72 is research. */
export function roleOf(sector: SectorCode): Role {
  const section = sectionOf(sector);
  if (divisionOf(sector) === '72') return 'research';
  if (section <= 'F') return 'producer';
  if (section === 'G') return 'trader';
  if (section === 'L') return 'finance';
  return section === 'Q' ? 'training' : 'service';
}

/** What fits a firm of which nothing is known but its words. */
const unknownFit = 0.8;

/** The roles of a firm as bits, in the order of `roles`; 0 for a firm without sectors. */
export function roleMask(sectors: readonly SectorCode[]): number {
  return sectors.reduce((mask, sector) => mask | (1 << roles.indexOf(roleOf(sector))), 0);
}

/** How well an intent goes with firms, 0 to 1, by the mask of their roles: a firm of several is taken by the best of them. */
export function fitsOf(intent: Intent): readonly number[] {
  return Array.from({ length: 1 << roles.length }, (_, mask) => {
    const fits = roles
      .filter((_role, bit) => (mask & (1 << bit)) !== 0)
      .map((role) => intentMatrix[intent][role]);
    return fits.length === 0 ? unknownFit : Math.max(...fits);
  });
}
