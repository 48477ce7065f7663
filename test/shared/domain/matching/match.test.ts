import { describe, expect, it } from 'vitest';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import { intents } from '../../../../shared/domain/intent.ts';
import { type Match, matchMembers } from '../../../../shared/domain/matching/match.ts';
import { buildMemberIndex } from '../../../../shared/domain/matching/member-index.ts';
import { countLead } from '../../../../shared/domain/matching/open-index.ts';
import { maxLeadsPerInterest } from '../../../../shared/domain/matching/weights.ts';
import { type Wish, wishOf } from '../../../../shared/domain/matching/wish.ts';
import type { Member } from '../../../../shared/domain/member.ts';
import type { DeclaredSector } from '../../../../shared/domain/sectors/declared-sector.ts';
import { textReader } from '../../../../shared/domain/sectors/read-text.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';
import { member } from '../../../builders/directory.ts';
import { memberIdOf } from '../../../builders/ids.ts';
import { interestForm } from '../../../builders/interest.ts';
import { indexOf } from '../../../doubles/member-index.ts';

const read = textReader(sectorModel);

/** A wish for these classes that says nothing else. */
function wishFor(codes: readonly string[], overrides: Partial<Wish> = {}): Wish {
  return {
    country: 'PE',
    intent: 'buy',
    sought: codes.map((code) => ({ code: sectorCodeSchema.parse(code), weight: 1, from: 'declared' })),
    spoken: [],
    concepts: [],
    certificates: [],
    requiredCertificates: [],
    languages: [],
    offers: [],
    ...overrides,
  };
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

function scoreOf(wish: Wish, firm: Member): number {
  return matchMembers(wish, indexOf([firm]))[0]?.score ?? 0;
}

const mowers = wishFor(['28.30']);

describe('the gates', () => {
  const samasz = member();
  const consent = { version: '1', at: '2026-11-01T09:00:00Z', source: 'cluster' };

  it('lets a fitting member through', () => {
    expect(idsOf(matchMembers(mowers, indexOf([samasz])))).toEqual(['samasz']);
  });

  it.each<[string, Member]>([
    ['of the same side', { ...samasz, company: { ...samasz.company, country: 'PE' } }],
    ['without a consent on record', without(samasz, 'consent')],
    ['with a consent refused', { ...samasz, consent: { ...consent, contactByEmail: false } }],
    ['that does not welcome the intent', { ...samasz, welcomes: ['sell'] }],
    ['that welcomes nothing', { ...samasz, welcomes: [] }],
    ['that neither declares nor describes anything', { ...samasz, offers: { description: '–' } }],
    ['of another section', offering('farm', ['01.11'])],
    ['named to be left out', samasz],
  ])('stops a member %s', (what, stopped) => {
    const left = new Set(what === 'named to be left out' ? [stopped.id] : []);
    expect(matchMembers(mowers, indexOf([stopped]), left)).toEqual([]);
  });

  it('stops a member without a certificate that is required, and only then', () => {
    const wish = (names: string[]) => wishFor(['28.30'], { requiredCertificates: names });
    expect(idsOf(matchMembers(wish(['PN-EN ISO 9001:2015']), indexOf([samasz])))).toEqual(['samasz']);
    expect(matchMembers(wish(['ISO 9001', 'ISO 14001']), indexOf([samasz]))).toEqual([]);
    const wished = wishFor(['28.30'], { certificates: ['ISO 14001'] });
    expect(idsOf(matchMembers(wished, indexOf([samasz])))).toEqual(['samasz']);
  });

  it('takes a member without a list of welcomes as open to every intent', () => {
    for (const intent of intents) {
      const index = indexOf([without(samasz, 'welcomes')]);
      const [match] = matchMembers(wishFor(['28.30'], { intent }), index);
      expect(match?.reasons.map(({ code }) => code)).toEqual(['sameClass']);
    }
  });

  it('works from Poland to Peru alike', () => {
    const peruvian = { ...samasz, company: { name: 'Misti', country: 'PE' as const } };
    const index = indexOf([peruvian, offering('polish', ['28.30'])], { country: 'PE' });
    expect(idsOf(matchMembers(wishFor(['28.30'], { country: 'PL' }), index))).toEqual(['samasz']);
  });
});

describe('the score', () => {
  /** Nothing else is asked for, so nothing else counts. */
  const sectorsAlone = 1;

  it('falls from class to group to division to section, and is nothing beyond', () => {
    const scores = ['28.91', '28.92', '28.30', '25.40', '01.11'].map((code) =>
      scoreOf(wishFor(['28.91']), offering('x', [code])),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeCloseTo(sectorsAlone, 2);
    expect(new Set(scores.slice(0, 3)).size).toBe(3);
    expect(scores[4]).toBe(0);
  });

  it('takes the nearest of what is offered, whatever its place', () => {
    expect(scoreOf(wishFor(['28.91']), offering('x', ['28.30', '28.91', '28.11']))).toBeCloseTo(
      sectorsAlone,
      2,
    );
  });

  it('counts most what is met best, and a little what is not met at all', () => {
    const both = scoreOf(wishFor(['28.30', '01.11']), offering('x', ['28.30']));
    expect(both).toBeLessThan(sectorsAlone);
    expect(both).toBeGreaterThan(0.8 * sectorsAlone);
  });

  it('loses three tenths outside the region that was named, and nothing when none was', () => {
    const firm = (region?: string) =>
      offering('x', ['28.30'], { company: { name: 'X', country: 'PL', ...(region && { region }) } });
    const inPodlaskie = wishFor(['28.30'], { targetRegion: ' PODLASKIE ' });
    const all = scoreOf(mowers, firm());
    expect(scoreOf(inPodlaskie, firm('Podlaskie'))).toBe(all);
    expect(scoreOf(inPodlaskie, firm('Mazowieckie'))).toBeCloseTo(0.7 * all, 2);
    expect(scoreOf(inPodlaskie, firm())).toBeCloseTo(0.7 * all, 2);
  });

  it('counts a code of a coarser classification in full and a catch-all little', () => {
    const declaring = (sector: DeclaredSector) => member({ offers: { description: 'x', sectors: [sector] } });
    expect(scoreOf(wishFor(['10.39']), declaring({ scheme: 'ciiu4', code: '1030' }))).toBeCloseTo(
      sectorsAlone,
      2,
    );
    expect(scoreOf(wishFor(['61.20']), declaring({ scheme: 'nace2', code: '82.99' }))).toBeLessThan(0.3);
  });

  it('rises with each certificate and each language in common', () => {
    const wish = wishFor(['28.30'], { certificates: ['ISO 9001', 'CE'], languages: ['es'] });
    const holding = (certificates: string[], languages: string[]) => {
      const sectors: DeclaredSector[] = [{ scheme: 'nace21', code: '28.30' }];
      return scoreOf(wish, member({ offers: { description: 'x', sectors, certificates, languages } }));
    };
    const scores = [
      holding([], ['pl']),
      holding(['ISO 9001'], ['pl']),
      holding(['ISO 9001', 'CE'], ['pl']),
      holding(['ISO 9001', 'CE'], ['es']),
    ];
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => a - b));
  });

  it('is the harmonic mean of both gains where a member states what it seeks', () => {
    const seeking = (code: string) =>
      offering('x', ['28.30'], { seeks: { sectors: [{ scheme: 'nace21', code }] } });
    const wish = wishFor(['28.30'], {
      offers: [{ code: sectorCodeSchema.parse('01.28'), weight: 1, from: 'declared' }],
    });
    const plain = scoreOf(wish, offering('x', ['28.30']));
    expect(scoreOf(wish, seeking('01.28'))).toBeCloseTo((2 * plain) / (plain + 1), 2);
    // Whoever states a wish is not lost for the others.
    expect(scoreOf(wish, seeking('62.10'))).toBeCloseTo((2 * plain * 0.25) / (plain + 0.25), 2);
    expect(scoreOf(mowers, seeking('62.10'))).toBe(scoreOf(mowers, offering('x', ['28.30'])));
  });

  it('finds customers for who sells, and traders for who buys', () => {
    const mine = without(offering('mine', ['07.29']), 'welcomes');
    const trader = offering('trader', ['46.64']);
    const sought = ['28.92'];
    expect(matchMembers(wishFor(sought, { intent: 'sell' }), indexOf([mine]))[0]?.reasons[0]?.code).toBe(
      'buysSought',
    );
    expect(matchMembers(wishFor(sought), indexOf([mine]))).toEqual([]);
    expect(matchMembers(wishFor(sought), indexOf([trader]))[0]?.reasons[0]?.code).toBe('tradesInSought');
  });
});

describe('the order', () => {
  const same = Array.from({ length: 30 }, (_, i) => offering(`m-${String(i).padStart(2, '0')}`, ['28.30']));

  it('is by score, then by id, whatever the order of the members', () => {
    const members = [offering('c', ['28.30']), offering('a', ['28.30']), offering('b', ['28.11'])];
    expect(idsOf(matchMembers(mowers, indexOf(members)))).toEqual(['a', 'c', 'b']);
    expect(idsOf(matchMembers(mowers, indexOf([...members].reverse())))).toEqual(['a', 'c', 'b']);
  });

  it('gives the best ten and no more, those left out not counted', () => {
    const expected = same.slice(2, 12).map(({ id }) => id);
    const left = new Set(same.slice(0, 2).map(({ id }) => id));
    expect(idsOf(matchMembers(mowers, indexOf(same), left))).toEqual(expected);
    expect(expected).toHaveLength(maxLeadsPerInterest);
  });

  it('gives equal members their turn, those with leads later', () => {
    const index = indexOf(same);
    const seen = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const matches = matchMembers(mowers, index);
      for (const { position, member: firm } of matches) {
        countLead(index, position);
        seen.add(firm.id);
      }
    }
    expect(seen.size).toBe(30);
  });
});

describe('the index', () => {
  it('holds no contact data, wherever a member wrote it', () => {
    const bytes = buildMemberIndex({
      country: 'PL',
      members: [
        member({
          offers: {
            description:
              'Kosiarki. Kontakt: Anna Żukowska, tel. +48 85 000 00 00, eksport@samasz.example, www.samasz.example',
          },
        }),
      ],
      loads: new Map(),
      read,
    });
    expect(new TextDecoder().decode(bytes)).not.toMatch(/Żukowska|eksport|85 000|samasz\.example/);
    expect(new TextDecoder().decode(bytes)).toContain('Kosiarki');
  });
});

describe('texts alone', () => {
  const firms: Record<string, string> = {
    kosiarki: 'Producent kosiarek dyskowych, zgrabiarek i pras belujących dla rolnictwa',
    okna: 'Okna i drzwi drewniane na wymiar, stolarka otworowa',
    nabiał: 'Spółdzielnia mleczarska: sery dojrzewające, masło, mleko w proszku',
    implanty: 'Implanty ortopedyczne i narzędzia chirurgiczne ze stali i tytanu',
  };
  const members = Object.entries(firms).map(([name, description]) =>
    member({ id: memberIdOf(name.replace('ł', 'l')), offers: { description } }),
  );

  it.each([
    ['Necesitamos segadoras para alfalfa en el valle de Majes', 'kosiarki'],
    ['ventanas de madera para un hotel en Arequipa', 'okna'],
    ['queso maduro y mantequilla para supermercados', 'nabial'],
    ['prótesis e implantes para traumatología', 'implanty'],
  ])('finds for «%s» the firm %s, and says by which words', (description, id) => {
    const { targetRegion, ...form } = interestForm({ sought: { description } });
    const [match] = matchMembers(wishOf(form, read), indexOf(members, { read }));
    expect(match?.member.id).toBe(id);
    expect(match?.reasons[0]).toMatchObject({ soughtFrom: 'text' });
    const words =
      match?.reasons.flatMap((reason) => ('soughtWords' in reason ? (reason.soughtWords ?? []) : [])) ?? [];
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(description).toContain(word);
  });
});
