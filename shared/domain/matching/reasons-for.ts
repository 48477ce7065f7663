import type { Intent } from '../intent.ts';
import { sameRegion } from '../region.ts';
import { toSectorCodes } from '../sectors/correspondence.ts';
import type { DeclaredSector } from '../sectors/declared-sector.ts';
import { type SectorCode, sharedLevel } from '../sectors/sector.ts';
import { certificateKey } from './certificates.ts';
import { type MemberFacts, type WeightedSector, weightedSectors } from './member-facts.ts';
import { type Proximity, positionOf } from './proximity.ts';
import { type Nearness, nearness, nearnessRow } from './proximity-to-wish.ts';
import { maxNamed, type Reason, type SectorReason } from './reason.ts';
import type { Wish } from './wish.ts';

/** At most so many pairs of classes are named. */
const maxSectorReasons = 3;
/** A pair that says so much less than the best one is no reason beside it. */
const leastOfBest = 0.5;

/** Why a member meets a wish, and what it lacks: the classes first, the surest and nearest before the others. */
export function reasonsFor(wish: Wish, member: MemberFacts, proximity: Proximity): readonly Reason[] {
  return [
    ...sectorReasons(wish, member, proximity),
    ...wordReasons(wish, member),
    ...certificateReasons(wish, member),
    ...languageReasons(wish, member),
    ...intentReasons(wish.intent, member),
    ...regionReasons(wish, member),
  ];
}

interface Pair {
  readonly sought: WeightedSector;
  readonly offered: WeightedSector;
  readonly near: Nearness;
}

function sectorReasons(wish: Wish, member: MemberFacts, proximity: Proximity): readonly Reason[] {
  const offers = weightedSectors(member.declared, member.spoken);
  const pairs = wish.sought
    .map((sought) => nearestOf(wish.intent, sought, offers, proximity))
    .filter((pair) => pair !== undefined)
    .sort((a, b) => worthOf(b) - worthOf(a));
  const least = leastOfBest * Math.max(0, ...pairs.map(worthOf));
  return pairs
    .filter((pair) => worthOf(pair) >= least)
    .slice(0, maxSectorReasons)
    .map((pair) => reasonOf(pair, wish, member));
}

function worthOf({ sought, offered, near }: Pair): number {
  return sought.weight * offered.weight * near.value;
}

function nearestOf(
  intent: Intent,
  sought: WeightedSector,
  offers: readonly WeightedSector[],
  proximity: Proximity,
): Pair | undefined {
  const row = nearnessRow(proximity, intent, sought.code);
  let best: WeightedSector | undefined;
  let bestWorth = 0;
  for (const offered of offers) {
    const worth = offered.weight * (row[positionOf(offered.code)] ?? 0);
    if (worth > bestWorth) [best, bestWorth] = [offered, worth];
  }
  return best && { sought, offered: best, near: nearness(proximity, intent, sought.code, best.code) };
}

const levelCodes = {
  class: 'sameClass',
  group: 'sameGroup',
  division: 'sameDivision',
  section: 'sameSection',
} as const;

function reasonOf({ sought, offered, near }: Pair, wish: Wish, member: MemberFacts): SectorReason {
  const level = sharedLevel(sought.code, offered.code);
  const code = near.by === 'tree' && level !== 'none' ? levelCodes[level] : near.by;
  // Classes without a common heading are never near by the tree.
  if (code === 'tree') throw new Error(`${sought.code} and ${offered.code} have nothing in common`);
  const fromText = sought.from === 'text';
  const soughtWords = wish.spoken.find((spoken) => spoken.code === sought.code)?.words ?? [];
  const offeredWords = member.spoken.find((spoken) => spoken.code === offered.code)?.words ?? [];
  return {
    code,
    sought: sought.code,
    offered: offered.code,
    soughtFrom: fromText ? 'text' : 'form',
    ...(fromText && soughtWords.length > 0 && { soughtWords: [...soughtWords] }),
    ...(offered.from === 'declared'
      ? declaredAs(offered.code, member.declared)
      : offeredWords.length > 0 && { offeredWords: [...offeredWords] }),
  };
}

/** The code by which the member says most of the class: the one that covers the fewest others. */
function declaredAs(code: SectorCode, declared: readonly DeclaredSector[]) {
  const [narrowest] = declared
    .map((sector) => ({ sector, covered: toSectorCodes(sector) }))
    .filter(({ covered }) => covered.includes(code))
    .sort((a, b) => a.covered.length - b.covered.length);
  if (narrowest === undefined) return {};
  const { sector, covered } = narrowest;
  return { declared: sector, ...(covered.length > 1 && { declaredClasses: covered.length }) };
}

function wordReasons({ concepts }: Wish, { words }: MemberFacts): readonly Reason[] {
  const theirs = new Map(words);
  const shared = [...concepts]
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ key, word }) => {
      const offered = theirs.get(key);
      return offered === undefined ? [] : [{ sought: word, offered }];
    });
  return shared.length === 0 ? [] : [{ code: 'sameWords', words: shared.slice(0, maxNamed) }];
}

function certificateReasons(
  { certificates, requiredCertificates }: Wish,
  member: MemberFacts,
): readonly Reason[] {
  const held = new Set(member.certificates.map(certificateKey));
  const asked = [
    ...new Map([...requiredCertificates, ...certificates].map((name) => [certificateKey(name), name])),
  ];
  const named = (isHeld: boolean) =>
    asked.filter(([key]) => held.has(key) === isHeld).map(([, name]) => name);
  return [
    ...listed('certificatesHeld', 'certificates', named(true)),
    ...listed('certificatesMissing', 'certificates', named(false)),
  ] as Reason[];
}

function languageReasons({ languages }: Wish, member: MemberFacts): readonly Reason[] {
  const shared = languages.filter((language) => member.languages.includes(language));
  return (
    shared.length > 0
      ? listed('languagesShared', 'languages', shared)
      : listed('languagesMissing', 'languages', languages)
  ) as Reason[];
}

function listed(code: string, field: string, names: readonly string[]): readonly object[] {
  return names.length === 0 ? [] : [{ code, [field]: names.slice(0, maxNamed) }];
}

function intentReasons(intent: Intent, { welcomes }: MemberFacts): readonly Reason[] {
  return welcomes?.includes(intent) === true ? [{ code: 'intentWelcome', intent }] : [];
}

function regionReasons({ targetRegion }: Wish, { region }: MemberFacts): readonly Reason[] {
  if (targetRegion === undefined || region === undefined || !sameRegion(targetRegion, region)) return [];
  return [{ code: 'targetRegion', region }];
}
