import { exposureFactor } from '../../shared/domain/matching/exposure.ts';
import { matchMembers } from '../../shared/domain/matching/match.ts';
import { visitMet } from '../../shared/domain/matching/met.ts';
import { countLead, type MemberIndex } from '../../shared/domain/matching/open-index.ts';
import { scorerFor } from '../../shared/domain/matching/score.ts';
import { maxLeadsPerInterest, weights } from '../../shared/domain/matching/weights.ts';
import { type Wish, wishOf } from '../../shared/domain/matching/wish.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';
import { sectorCodes } from '../../shared/domain/sectors/sector.ts';
import { mean, seededRandom, shuffled, topPositions, zipfDraw } from '../statistics.ts';
import { decimals, table } from '../table.ts';
import { profileMaker, queryTerms } from './profiles.ts';
import { interestIn, mixedIndex } from './whole-match.ts';

const memberCount = 1000;
const interestCount = 3000;

/** λ, and of whom the mean load is: of all members as in `exposureFactor`, or only of those nearest to the wish. */
interface Variant {
  readonly lambda: number;
  readonly meanOf: 'all' | 'nearest';
}

const variants: readonly Variant[] = [
  ...[0, 0.15, weights.exposure, 0.3, 0.35, 0.5, 0.75, 1].map(
    (lambda) => ({ lambda, meanOf: 'all' }) as const,
  ),
  ...[0.15, 0.25, 0.35, 0.5].map((lambda) => ({ lambda, meanOf: 'nearest' }) as const),
];
const nearestCount = 30;
/** A year is lived with each, and the means are shown. */
const seeds = [7, 8, 9];

/** One year of a made-up directory. */
interface Year {
  readonly index: MemberIndex;
  readonly wishes: readonly Wish[];
  /** For each wish the score of every member without regard to its leads. */
  readonly scores: readonly Float64Array[];
  /** For each wish what a member must score to be shown without harm. */
  readonly fairScores: readonly number[];
}

type Demand = 'same' | 'apart';

/** `same`: what is much offered is much sought; `apart`: one has nothing to do with the other. */
function yearOf(read: TextReader, demand: Demand, seed: number): Year {
  const random = seededRandom(seed);
  const popular = shuffled([...sectorCodes().keys()], random);
  const sought = demand === 'same' ? popular : shuffled(popular, random);
  const rank = zipfDraw(popular.length, random);
  const index = mixedIndex(memberCount, read, random, () => popular[rank()] ?? 0);
  const profile = profileMaker({ language: 'es', random, draw: () => sought[rank()] ?? 0 });
  const wishes = Array.from({ length: interestCount }, (_, number) =>
    wishOf(interestIn(profile(queryTerms), number), read),
  );
  const scores = wishes.map((wish) => unexposedScores(wish, index));
  return { index, wishes, scores, fairScores: scores.map(fairScore) };
}

/** Nobody in the index has a lead yet, so that the factor of exposure is 1. */
function unexposedScores(wish: Wish, index: MemberIndex): Float64Array {
  const scoreOf = scorerFor(wish, index);
  const scores = new Float64Array(index.memberCount);
  visitMet(wish, index, (member, sector, text) => {
    const score = scoreOf(member, sector, text);
    if (score >= weights.leastScore) scores[member] = score;
  });
  return scores;
}

interface Outcome {
  readonly shown: readonly (readonly number[])[];
  /** Leads of each member at the end of the year. */
  readonly loads: Float64Array;
  /** Sum of the unexposed scores of all that were shown. */
  readonly utility: number;
}

/** Lives the year with another `exposureFactor`; everything else is as `matchMembers` has it. */
function live({ scores }: Year, { lambda, meanOf }: Variant): Outcome {
  const loads = new Float64Array(memberCount);
  let leads = 0;
  let utility = 0;
  const shown = scores.map((unexposed) => {
    const meanLoad = meanOf === 'all' ? leads / memberCount : nearestLoad(unexposed, loads);
    const exposed = unexposed.map((score, member) => {
      const load = loads[member] ?? 0;
      const left = score * exposureFactor(load, meanLoad, lambda);
      return left >= weights.leastScore ? left : 0;
    });
    const best = topPositions(exposed, maxLeadsPerInterest);
    for (const member of best) {
      loads[member] = (loads[member] ?? 0) + 1;
      utility += unexposed[member] ?? 0;
    }
    leads += best.length;
    return best;
  });
  return { shown, loads, utility };
}

function nearestLoad(unexposed: Float64Array, loads: Float64Array): number {
  const nearest = topPositions(unexposed, nearestCount);
  return nearest.length === 0 ? 0 : mean(nearest.map((member) => loads[member] ?? 0));
}

/** What each λ does to those who are never shown, and what it costs in how good the leads are. */
export function exposureTable(read: TextReader, demand: Demand): string {
  const years = seeds.map((seed) => {
    const year = yearOf(read, demand, seed);
    return { lived: livedWith(year), same: agreement(year) };
  });
  const meanOf = (at: number, part: keyof Effect) =>
    mean(years.map(({ lived }) => lived[at]?.[part] ?? Number.NaN));
  const rows = variants.map((variant, at) => [
    nameOf(variant),
    decimals(meanOf(at, 'never'), 3),
    decimals(meanOf(at, 'neverOfFair'), 3),
    decimals(meanOf(at, 'utility'), 4),
    decimals(meanOf(at, 'topTenth')),
  ]);
  const header = [
    `λ (means of ${seeds.length} years)`,
    `never shown of ${Math.round(meanOf(0, 'matchable'))} matchable (score ≥ ${weights.leastScore})`,
    `of ${Math.round(meanOf(0, 'fair'))} with ≥ ${fair} of the tenth best score of an interest`,
    'utility beside λ = 0',
    'leads that the most shown tenth of members gets',
  ];
  const same = years.reduce((sum, year) => sum + year.same, 0);
  const proof = `With λ = ${weights.exposure}, \`matchMembers\` and \`countLead\` gave the same leads in ${same} of ${seeds.length * interestCount} interests.`;
  return `${table(header, rows)}\n\n${proof}`;
}

function nameOf({ lambda, meanOf }: Variant): string {
  if (meanOf === 'nearest') return `${lambda}, mean load of the ${nearestCount} nearest`;
  return lambda === weights.exposure ? `**${lambda}** (weights.ts)` : String(lambda);
}

/** What came of a year with one λ; all but the first two as shares. */
interface Effect {
  readonly matchable: number;
  readonly fair: number;
  readonly never: number;
  readonly neverOfFair: number;
  readonly utility: number;
  readonly topTenth: number;
}

function livedWith(year: Year): readonly Effect[] {
  const matchable = [...Array(memberCount).keys()].filter((member) =>
    year.scores.some((scores) => (scores[member] ?? 0) > 0),
  );
  const inReach = matchable.filter((member) =>
    year.scores.some((scores, at) => (scores[member] ?? 0) >= (year.fairScores[at] ?? 0)),
  );
  const unexposed = live(year, { lambda: 0, meanOf: 'all' });
  return variants.map((variant) => {
    const { loads, utility } = live(year, variant);
    const never = (some: readonly number[]) =>
      some.filter((member) => loads[member] === 0).length / some.length;
    const sorted = loads.toSorted((a, b) => b - a);
    const sum = (some: Float64Array) => some.reduce((total, load) => total + load, 0);
    return {
      matchable: matchable.length,
      fair: inReach.length,
      never: never(matchable),
      neverOfFair: never(inReach),
      utility: utility / unexposed.utility,
      topTenth: sum(sorted.subarray(0, memberCount / 10)) / sum(sorted),
    };
  });
}

/** A member that comes so near to the tenth of an interest could be shown without harm. */
const fair = 0.9;

function fairScore(scores: Float64Array): number {
  const tenth = topPositions(scores, maxLeadsPerInterest)[maxLeadsPerInterest - 1];
  return tenth === undefined ? Number.MIN_VALUE : fair * (scores[tenth] ?? 0);
}

/** In how many interests Puente’s own code, living the same year, shows the same members as the year lived here. */
function agreement(year: Year): number {
  const { shown } = live(year, { lambda: weights.exposure, meanOf: 'all' });
  return year.wishes.filter((wish, number) => {
    const matches = matchMembers(wish, year.index);
    for (const { position } of matches) countLead(year.index, position);
    return matches.map(({ position }) => position).join() === shown[number]?.join();
  }).length;
}
