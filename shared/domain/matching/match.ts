import type { HeldInterest } from '../interest.ts';
import type { Member } from '../member.ts';
import { otherSide, sameRegion } from '../region.ts';
import { toSectorCodes } from '../sectors/correspondence.ts';
import type { DeclaredSector } from '../sectors/declared-sector.ts';
import { type SectorCode, sharedLevel } from '../sectors/sector.ts';
import type { Reason } from './reason.ts';

/** How near a sector that is offered comes to one that is sought. */
const nearness = { class: 1, group: 0.6, division: 0.3, section: 0, none: 0 } as const;
const reasonCodes = { class: 'sameClass', group: 'sameGroup', division: 'sameDivision' } as const;

/** What is left of the score when the member is not in the region that the submitter named. */
const otherRegionFactor = 0.7;
/** What is left of the score when the sector sought was read from the text and not named by the submitter. */
const readFromTextFactor = 0.8;
/** How the best-met and the average sought sector share in the score. */
const bestShare = 0.7;

/**
 * A code that covers at most so many classes counts in full: CIIU is coarser than NACE, and who declares it cannot say
 * more. A catch-all (PKD 2007 82.99.Z became 24 classes) says little of any of them.
 */
const narrowCodeClasses = 4;

/** At most this many members hear of one interest. */
export const maxLeadsPerInterest = 10;

/** What of an interest decides its matches. */
export interface Wish {
  readonly country: HeldInterest['form']['company']['country'];
  readonly intent: HeldInterest['form']['intent'];
  readonly targetRegion?: string | undefined;
  readonly sought: readonly SectorCode[];
  readonly soughtFrom: 'form' | 'text';
}

export interface Match {
  readonly member: Member;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * The members that a wish should be introduced to, best first, at most `maxLeadsPerInterest`. Gates: the other side,
 * a recorded consent, an intent the member welcomes, at least one sector in the same division. Equal scores are
 * ordered by member id, so that the same input always gives the same leads.
 */
export function matchMembers(wish: Wish, members: readonly Member[]): readonly Match[] {
  return members
    .map((member) => matchMember(wish, member))
    .filter((match) => match !== undefined)
    .sort((a, b) => b.score - a.score || (a.member.id < b.member.id ? -1 : 1))
    .slice(0, maxLeadsPerInterest);
}

function matchMember(wish: Wish, member: Member): Match | undefined {
  if (member.company.country !== otherSide(wish.country)) return undefined;
  if (member.consent?.contactByEmail !== true) return undefined;
  if (member.welcomes !== undefined && !member.welcomes.includes(wish.intent)) return undefined;
  const met = wish.sought.map((sought) => nearest(sought, member.offers.sectors ?? []));
  const best = Math.max(0, ...met.map((pair) => pair?.nearness ?? 0));
  if (best === 0) return undefined;
  const mean = met.reduce((sum, pair) => sum + (pair?.nearness ?? 0), 0) / met.length;
  const inRegion = isInTargetRegion(wish, member);
  const score =
    (bestShare * best + (1 - bestShare) * mean) *
    (inRegion === false ? otherRegionFactor : 1) *
    (wish.soughtFrom === 'text' ? readFromTextFactor : 1);
  return { member, score: Math.round(score * 1000) / 1000, reasons: reasonsOf(wish, member, met, inRegion) };
}

/** Undefined when no region was asked for. */
function isInTargetRegion(wish: Wish, member: Member): boolean | undefined {
  if (wish.targetRegion === undefined) return undefined;
  return member.company.region !== undefined && sameRegion(wish.targetRegion, member.company.region);
}

interface Pair {
  readonly sought: SectorCode;
  readonly offered: SectorCode;
  readonly declared: DeclaredSector;
  readonly declaredClasses: number;
  readonly level: keyof typeof reasonCodes;
  readonly nearness: number;
}

function nearest(sought: SectorCode, offers: readonly DeclaredSector[]): Pair | undefined {
  let best: Pair | undefined;
  for (const declared of offers) {
    const covered = toSectorCodes(declared);
    for (const offered of covered) {
      const level = sharedLevel(sought, offered);
      if (level === 'section' || level === 'none') continue;
      const near = nearness[level] * certaintyAmong(covered.length);
      if (near > (best?.nearness ?? 0)) {
        best = { sought, offered, declared, declaredClasses: covered.length, level, nearness: near };
      }
    }
  }
  return best;
}

/** How much a code says of one class among the `count` that it covers, 0 to 1. */
function certaintyAmong(count: number): number {
  return Math.min(1, narrowCodeClasses / count);
}

function reasonsOf(
  wish: Wish,
  member: Member,
  met: readonly (Pair | undefined)[],
  inRegion: boolean | undefined,
): Reason[] {
  const sectors = met
    .filter((pair) => pair !== undefined)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 3)
    .map(({ sought, offered, declared, declaredClasses, level }) => ({
      code: reasonCodes[level],
      sought,
      offered,
      declared,
      ...(declaredClasses > 1 && { declaredClasses }),
      soughtFrom: wish.soughtFrom,
    }));
  const reasons: Reason[] = [...sectors];
  if (member.welcomes !== undefined) reasons.push({ code: 'intentWelcome', intent: wish.intent });
  if (inRegion === true && member.company.region !== undefined) {
    reasons.push({ code: 'targetRegion', region: member.company.region });
  }
  return reasons;
}
