import type { Intent } from '../../shared/domain/intent.ts';
import { intents } from '../../shared/domain/intent.ts';
import { matchMembers } from '../../shared/domain/matching/match.ts';
import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import { type Wish, wishOf } from '../../shared/domain/matching/wish.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';
import { type SectorCode, sectorCodes } from '../../shared/domain/sectors/sector.ts';
import { mean, seededRandom } from '../statistics.ts';
import { ms, table } from '../table.ts';
import { timed } from '../timing.ts';
import { anyClass, mixedMember, type Profile, profileMaker, profileTerms, queryTerms } from './profiles.ts';

const wishCount = 2000;

type WishForm = Parameters<typeof wishOf>[0];

/** An interest of Peru in what a profile says; every second one names its classes as well. */
export function interestIn({ classes, text }: Profile, number: number): WishForm {
  const sectors = classes.map((code) => ({ scheme: 'nace21' as const, code }));
  return {
    language: 'es',
    company: { name: `Empresa ${number}`, country: 'PE' },
    intent: intents[number % intents.length] as Intent,
    sought: { description: text, ...(number % 2 === 0 && { sectors }) },
  };
}

/** The index of made-up members of Poland that declare, describe or do both. */
export function mixedIndex(
  count: number,
  read: TextReader,
  random: () => number,
  draw = anyClass(random),
): MemberIndex {
  const profile = profileMaker({ language: 'pl', random, draw });
  const members = Array.from({ length: count }, (_, number) =>
    mixedMember(number, profile(profileTerms), { country: 'PL', language: 'pl' }),
  );
  return openMemberIndex(buildMemberIndex({ country: 'PL', members, loads: new Map(), read }));
}

/** Times of a whole match with its reasons. */
export function wholeMatchTable(count: number, read: TextReader): string {
  const random = seededRandom(count);
  const index = mixedIndex(count, read, random);
  const profile = profileMaker({ language: 'es', random, draw: anyClass(random) });
  const forms = Array.from({ length: wishCount }, (_, number) => interestIn(profile(queryTerms), number));
  const wishes = forms.map((form) => wishOf(form, read));
  for (const code of sectorCodes()) matchMembers(declaredWish(code, wishes[0] as Wish), index);
  const leads = mean(wishes.map((wish) => matchMembers(wish, index).length));
  const rows = [
    ['`matchMembers`, the form already read', timed(wishes, (wish) => matchMembers(wish, index))],
    [
      '`wishOf` (reading) and `matchMembers`',
      timed(forms, (form) => matchMembers(wishOf(form, read), index)),
    ],
  ] as const;
  return table(
    [`${count.toLocaleString('en')} members`, 'matches in a pass', 'leads each', 'p50 ms', 'p99 ms'],
    rows.map(([name, speed]) => [name, speed.count, leads.toFixed(1), ms(speed.p50), ms(speed.p99)]),
  );
}

/** So that the nearness of every class is worked out before anything is timed, as in a function that is warm. */
function declaredWish(code: SectorCode, wish: Wish): Wish {
  return { ...wish, sought: [{ code, weight: 1, from: 'declared' }] };
}
