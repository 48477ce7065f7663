import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intents } from '../../../../shared/domain/intent.ts';
import {
  type Match,
  matchMembers,
  maxLeadsPerInterest,
  type Wish,
} from '../../../../shared/domain/matching/match.ts';
import { reasonSchema } from '../../../../shared/domain/matching/reason.ts';
import type { Member } from '../../../../shared/domain/member.ts';
import { countries, otherSide, sameRegion } from '../../../../shared/domain/region.ts';
import { toSectorCodes } from '../../../../shared/domain/sectors/correspondence.ts';
import {
  type DeclaredSector,
  declaredSectorSchema,
} from '../../../../shared/domain/sectors/declared-sector.ts';
import {
  divisionOf,
  groupOf,
  type SectorCode,
  sectorCodeSchema,
  sectorCodes,
} from '../../../../shared/domain/sectors/sector.ts';
import { member } from '../../../builders/directory.ts';
import { memberIdOf } from '../../../builders/ids.ts';

const farmMachines = sectorCodeSchema.parse('28.30');

function wish(overrides: Partial<Wish> = {}): Wish {
  return { country: 'PE', intent: 'buy', sought: [farmMachines], soughtFrom: 'form', ...overrides };
}

/** A member that offers these classes of NACE Rev. 2.1. */
function offering(name: string, codes: readonly string[], overrides: Partial<Member> = {}): Member {
  const sectors = codes.map((code): DeclaredSector => ({ scheme: 'nace21', code }));
  return member({ id: memberIdOf(name), offers: { description: 'x', sectors }, ...overrides });
}

function without(from: Member, name: 'consent' | 'welcomes'): Member {
  const copy = { ...from };
  delete copy[name];
  return copy;
}

function idsOf(matches: readonly Match[]): string[] {
  return matches.map((match) => match.member.id);
}

describe('the gates', () => {
  const samasz = member();
  const consent = { version: '1', at: '2026-11-01T09:00:00Z', source: 'cluster' };

  it('lets a fitting member through', () => {
    expect(idsOf(matchMembers(wish(), [samasz]))).toEqual(['samasz']);
  });

  it.each<[string, Member]>([
    ['of the same side', { ...samasz, company: { ...samasz.company, country: 'PE' } }],
    ['without a consent on record', without(samasz, 'consent')],
    ['with a consent refused', { ...samasz, consent: { ...consent, contactByEmail: false } }],
    ['that does not welcome the intent', { ...samasz, welcomes: ['sell'] }],
    ['that welcomes nothing', { ...samasz, welcomes: [] }],
    ['that declares no sector', { ...samasz, offers: { description: 'Kosiarki' } }],
    [
      'that declares sectors of its firm, but none that it offers',
      { ...samasz, offers: { description: 'x', sectors: [] } },
    ],
    ['of another division of the same section', offering('forge', ['25.40'])],
    ['of another section', offering('farm', ['01.11'])],
  ])('stops a member %s', (_what, stopped) => {
    expect(matchMembers(wish(), [stopped])).toEqual([]);
  });

  it('takes a member without a list of welcomes as open to every intent', () => {
    for (const intent of intents) {
      const [match] = matchMembers(wish({ intent }), [without(samasz, 'welcomes')]);
      expect(match?.reasons.map(({ code }) => code)).toEqual(['sameClass']);
    }
  });

  it('matches nobody to a wish that names no sector', () => {
    expect(matchMembers(wish({ sought: [] }), [samasz])).toEqual([]);
  });

  it('works from Poland to Peru alike', () => {
    const peruvian = { ...samasz, company: { name: 'Misti', country: 'PE' as const } };
    expect(idsOf(matchMembers(wish({ country: 'PL' }), [peruvian, samasz]))).toEqual(['samasz']);
    expect(matchMembers(wish({ country: 'PL' }), [samasz])).toEqual([]);
  });
});

describe('the score', () => {
  function scoreOf(overrides: Partial<Wish>, codes = ['28.30'], region = 'Podlaskie'): number | undefined {
    const firm = offering('x', codes, { company: { name: 'X', country: 'PL', region } });
    return matchMembers(wish(overrides), [firm])[0]?.score;
  }

  it('falls from class to group to division', () => {
    const sought = [sectorCodeSchema.parse('28.91')];
    expect(scoreOf({ sought }, ['28.91'])).toBe(1);
    expect(scoreOf({ sought }, ['28.92'])).toBe(0.6);
    expect(scoreOf({ sought }, ['28.30'])).toBe(0.3);
  });

  it('takes the nearest of what is offered, whatever its place', () => {
    const sought = [sectorCodeSchema.parse('28.91')];
    expect(scoreOf({ sought }, ['28.30', '28.92', '28.91', '28.11'])).toBe(1);
  });

  it('counts most what is met best, and a little what is not met at all', () => {
    const sought = ['28.30', '01.11'].map((code) => sectorCodeSchema.parse(code));
    expect(scoreOf({ sought })).toBe(0.85);
    expect(scoreOf({ sought: [farmMachines] })).toBe(1);
  });

  it('loses three tenths outside the region that was named, and nothing when none was', () => {
    expect(scoreOf({ targetRegion: ' PODLASKIE ' })).toBe(1);
    expect(scoreOf({ targetRegion: 'Mazowieckie' })).toBe(0.7);
    expect(scoreOf({})).toBe(1);
    const nowhere = offering('x', ['28.30'], { company: { name: 'X', country: 'PL' } });
    expect(matchMembers(wish({ targetRegion: 'Podlaskie' }), [nowhere])[0]?.score).toBe(0.7);
  });

  it('counts a code of a coarser classification in full, a catch-all little, and says what either covers', () => {
    const declaring = (declared: DeclaredSector, sought: string) => {
      const firm = member({ offers: { description: 'x', sectors: [declared] } });
      const [match] = matchMembers(wish({ sought: [sectorCodeSchema.parse(sought)] }), [firm]);
      return { score: match?.score, reason: match?.reasons[0] };
    };
    const coarse: DeclaredSector = { scheme: 'ciiu4', code: '1030' };
    expect(toSectorCodes(coarse)).toHaveLength(3);
    expect(declaring(coarse, '10.39')).toMatchObject({ score: 1, reason: { declaredClasses: 3 } });
    const catchAll: DeclaredSector = { scheme: 'nace2', code: '82.99' };
    const covered = toSectorCodes(catchAll).length;
    expect(covered).toBeGreaterThan(20);
    expect(declaring(catchAll, '61.20')).toMatchObject({
      score: Math.round(4000 / covered) / 1000,
      reason: { code: 'sameClass', declaredClasses: covered },
    });
    const exact: DeclaredSector = { scheme: 'nace21', code: '10.39' };
    expect(declaring(exact, '10.39').reason).not.toHaveProperty('declaredClasses');
  });

  it('loses two tenths when the sector was read from the text', () => {
    expect(scoreOf({ soughtFrom: 'text' })).toBe(0.8);
    expect(scoreOf({ soughtFrom: 'text', targetRegion: 'Mazowieckie' })).toBe(0.56);
  });
});

describe('the order', () => {
  it('is by score, then by id, whatever the order of the members', () => {
    const members = [
      offering('c-class', ['28.30']),
      offering('a-class', ['28.30']),
      offering('b-division', ['28.11']),
      offering('a-division', ['28.91']),
    ];
    const expected = ['a-class', 'c-class', 'a-division', 'b-division'];
    fc.assert(
      fc.property(fc.shuffledSubarray(members, { minLength: 4 }), (shuffled) => {
        expect(idsOf(matchMembers(wish(), shuffled))).toEqual(expected);
      }),
    );
  });

  it('gives the best ten and no more', () => {
    const near = Array.from({ length: 9 }, (_, i) => offering(`near-${i}`, ['28.30']));
    const far = Array.from({ length: 40 }, (_, i) =>
      offering(`far-${String(i).padStart(2, '0')}`, ['28.11']),
    );
    const matches = matchMembers(wish(), [...far, ...near]);
    expect(matches).toHaveLength(maxLeadsPerInterest);
    expect(idsOf(matches)).toEqual([...near.map(({ id }) => id), 'far-00']);
  });
});

describe('the reasons', () => {
  it('cite the sector as it was declared, nearest first, at most three', () => {
    const sought = ['01.11', '28.91', '28.30', '28.92', '28.11'].map((code) => sectorCodeSchema.parse(code));
    const firm = offering('x', ['28.30', '28.93']);
    const [match] = matchMembers(wish({ sought, targetRegion: 'podlaskie' }), [firm]);
    expect(match?.reasons.map((reason) => [reason.code, 'sought' in reason ? reason.sought : ''])).toEqual([
      ['sameClass', '28.30'],
      ['sameGroup', '28.91'],
      ['sameGroup', '28.92'],
      ['intentWelcome', ''],
      ['targetRegion', ''],
    ]);
  });

  it('tell of a region only when one was asked for and the member is in it', () => {
    const codes = (targetRegion?: string) =>
      matchMembers(wish({ targetRegion }), [member()])[0]?.reasons.map(({ code }) => code);
    expect(codes()).not.toContain('targetRegion');
    expect(codes('Mazowieckie')).not.toContain('targetRegion');
    expect(codes('podlaskie')).toContain('targetRegion');
  });
});

const someSectors = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(
      ...['28.30', '28.91', '28.22', '01.11', '10.39'].map((code) => sectorCodeSchema.parse(code)),
    ),
    fc.constantFrom(...sectorCodes()),
  ),
  { maxLength: 5 },
);
const anyWish: fc.Arbitrary<Wish> = fc.record({
  country: fc.constantFrom(...countries),
  intent: fc.constantFrom(...intents),
  targetRegion: fc.constantFrom(undefined, 'Podlaskie', 'arequipa'),
  sought: someSectors,
  soughtFrom: fc.constantFrom('form' as const, 'text' as const),
});
const declared = ([scheme, code]: readonly string[]) => declaredSectorSchema.parse({ scheme, code });
const anyMember: fc.Arbitrary<Member> = fc
  .record({
    country: fc.constantFrom(...countries, 'PL' as const),
    region: fc.constantFrom(undefined, 'Podlaskie', 'AREQUIPA', 'Mazowieckie'),
    sectors: fc.subarray(
      [
        ['ciiu4', '2822'],
        ['pkd2007', '28.30.Z'],
        ['pkd2025', '28.93.Z'],
        ['nace2', '10.39'],
        ['nace21', '01.11'],
      ].map(declared),
    ),
    welcomes: fc.option(fc.subarray([...intents]), { nil: undefined }),
    consents: fc.constantFrom(undefined, true, true, false),
  })
  .map(({ country, region, sectors, welcomes, consents }) => {
    const { consent, welcomes: _all, ...rest } = member();
    return {
      ...rest,
      company: { name: 'Firma', country, ...(region !== undefined && { region }) },
      offers: { description: 'x', sectors },
      ...(welcomes !== undefined && { welcomes }),
      ...(consent !== undefined &&
        consents !== undefined && { consent: { ...consent, contactByEmail: consents } }),
    };
  });
const anyMembers = fc
  .array(anyMember, { minLength: 1, maxLength: 15 })
  .map((members) => members.map((each, position) => ({ ...each, id: memberIdOf(`m-${position}`) })));

/** Whether the two profiles bear out what a reason says. */
function isTrue(
  reason: Match['reasons'][number],
  { country, intent, sought, soughtFrom, targetRegion }: Wish,
  firm: Member,
) {
  expect(firm.company.country).toBe(otherSide(country));
  if (reason.code === 'intentWelcome')
    return reason.intent === intent && firm.welcomes?.includes(intent) === true;
  if (reason.code === 'targetRegion') {
    return reason.region === firm.company.region && sameRegion(reason.region, targetRegion ?? '');
  }
  const headingOf = { sameClass: (code: SectorCode) => code, sameGroup: groupOf, sameDivision: divisionOf }[
    reason.code
  ];
  return (
    sought.includes(reason.sought) &&
    reason.soughtFrom === soughtFrom &&
    (firm.offers.sectors ?? []).includes(reason.declared) &&
    toSectorCodes(reason.declared).includes(reason.offered) &&
    headingOf(reason.sought) === headingOf(reason.offered)
  );
}

describe('for any wish and any members', () => {
  it('scores lie above 0 and up to 1, fall, and every reason is true', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyWish, anyMembers, (anyone, members) => {
        const matches = matchMembers(anyone, members);
        expect(matches.length).toBeLessThanOrEqual(maxLeadsPerInterest);
        const scores = matches.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { member: firm, score, reasons } of matches) {
          seen += 1;
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(firm.consent?.contactByEmail).toBe(true);
          expect(members).toContain(firm);
          expect(reasons.some((reason) => 'sought' in reason)).toBe(true);
          for (const reason of reasons) {
            expect(isTrue(reason, anyone, firm)).toBe(true);
            expect(reasonSchema.safeParse(reason).success).toBe(true);
          }
        }
        expect(matchMembers(anyone, [...members].reverse())).toEqual(matches);
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
