import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import { intents } from '../../../../shared/domain/intent.ts';
import type { InterestForm } from '../../../../shared/domain/interest.ts';
import { certificateKey } from '../../../../shared/domain/matching/certificates.ts';
import { matchMembers } from '../../../../shared/domain/matching/match.ts';
import { type Reason, reasonSchema } from '../../../../shared/domain/matching/reason.ts';
import { supplyStrength } from '../../../../shared/domain/matching/value-chain.ts';
import { maxLeadsPerInterest } from '../../../../shared/domain/matching/weights.ts';
import { wishOf } from '../../../../shared/domain/matching/wish.ts';
import type { Member } from '../../../../shared/domain/member.ts';
import { sameRegion } from '../../../../shared/domain/region.ts';
import { toSectorCodes } from '../../../../shared/domain/sectors/correspondence.ts';
import { declaredSectorSchema } from '../../../../shared/domain/sectors/declared-sector.ts';
import { textReader } from '../../../../shared/domain/sectors/read-text.ts';
import { sharedLevel } from '../../../../shared/domain/sectors/sector.ts';
import { member } from '../../../builders/directory.ts';
import { memberIdOf } from '../../../builders/ids.ts';
import { interestForm } from '../../../builders/interest.ts';
import { indexOf } from '../../../doubles/member-index.ts';

const read = textReader(sectorModel);

const someSectors = fc.subarray(
  (
    [
      ['ciiu4', '2822'],
      ['pkd2007', '28.30.Z'],
      ['pkd2025', '28.93.Z'],
      ['nace2', '10.39'],
      ['nace21', '28.92'],
      ['nace21', '01.28'],
      ['nace21', '46.61'],
      ['nace21', '07.29'],
    ] as const
  ).map(([scheme, code]) => declaredSectorSchema.parse({ scheme, code })),
  { maxLength: 3 },
);
const certificates = fc.subarray(['ISO 9001', 'iso9001:2015', 'HACCP', 'Orgánico', 'CE']);
const languages = fc.subarray(['es', 'pl', 'en', 'de']);
const spanish = fc.constantFrom(
  'Segadoras y tractores para el valle',
  'Chompas de alpaca y bufandas',
  'Páprika seca, orégano y quinua',
  'Consultoría',
  '–',
);
const polish = fc.constantFrom(
  'Kosiarki i ciągniki rolnicze',
  'Swetry i szaliki z wełny',
  'Suszona papryka, przyprawy i kasze',
  'Doradztwo',
  '–',
);

const anyForm: fc.Arbitrary<InterestForm> = fc
  .record({
    intent: fc.constantFrom(...intents),
    targetRegion: fc.constantFrom(undefined, 'podlaskie', 'Mazowieckie'),
    sought: fc.record({
      description: spanish,
      sectors: someSectors,
      certificates,
      requiredCertificates: fc.constantFrom<string[]>([], [], ['HACCP']),
      languages,
    }),
  })
  .map(({ targetRegion, ...rest }) => {
    const { targetRegion: _none, ...form } = interestForm();
    return { ...form, ...rest, ...(targetRegion !== undefined && { targetRegion }) };
  });

const anyMembers: fc.Arbitrary<readonly Member[]> = fc
  .array(
    fc.record({
      region: fc.constantFrom(undefined, 'Podlaskie', 'MAZOWIECKIE'),
      offers: fc.record({ description: polish, sectors: someSectors, certificates, languages }),
      welcomes: fc.option(fc.subarray([...intents]), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((members) =>
    members.map(({ region, offers, welcomes }, position) => {
      const { welcomes: _all, ...rest } = member({ id: memberIdOf(`m-${position}`), offers });
      return {
        ...rest,
        company: { name: 'Firma', country: 'PL' as const, ...(region !== undefined && { region }) },
        ...(welcomes !== undefined && { welcomes }),
      };
    }),
  );

const levels = {
  sameClass: 'class',
  sameGroup: 'group',
  sameDivision: 'division',
  sameSection: 'section',
} as const;

/** Whether the two profiles bear out what a reason says. */
function isTrue(reason: Reason, form: InterestForm, firm: Member): boolean {
  switch (reason.code) {
    case 'intentWelcome':
      return reason.intent === form.intent && firm.welcomes?.includes(form.intent) === true;
    case 'targetRegion':
      return reason.region === firm.company.region && sameRegion(reason.region, form.targetRegion ?? '');
    case 'sameWords':
      return reason.words.every(
        ({ sought, offered }) =>
          form.sought.description.includes(sought) && firm.offers.description.includes(offered),
      );
    case 'certificatesHeld':
    case 'certificatesMissing': {
      const held = new Set(firm.offers.certificates?.map(certificateKey));
      const asked = [...(form.sought.certificates ?? []), ...(form.sought.requiredCertificates ?? [])];
      return reason.certificates.every(
        (name) =>
          asked.includes(name) && held.has(certificateKey(name)) === (reason.code === 'certificatesHeld'),
      );
    }
    case 'languagesShared':
    case 'languagesMissing':
      return reason.languages.every(
        (language) =>
          form.sought.languages?.includes(language) === true &&
          firm.offers.languages?.includes(language) === (reason.code === 'languagesShared'),
      );
    default:
      return isTrueOfSectors(reason, form, firm);
  }
}

function isTrueOfSectors(
  reason: Extract<Reason, { sought: unknown }>,
  form: InterestForm,
  firm: Member,
): boolean {
  const named = (form.sought.sectors ?? []).some((sector) => toSectorCodes(sector).includes(reason.sought));
  const soughtIsTrue =
    reason.soughtFrom === 'form'
      ? named
      : (reason.soughtWords ?? []).every((word) => form.sought.description.includes(word));
  const offeredIsTrue =
    reason.declared === undefined
      ? (reason.offeredWords ?? []).every((word) => firm.offers.description.includes(word))
      : (firm.offers.sectors ?? []).some(
          ({ scheme, code }) => scheme === reason.declared?.scheme && code === reason.declared.code,
        ) && toSectorCodes(reason.declared).includes(reason.offered);
  const relationIsTrue =
    reason.code === 'buysSought' || reason.code === 'tradesInSought'
      ? supplyStrength(reason.sought, reason.offered) > 0 &&
        reason.offered.startsWith('46') === (reason.code === 'tradesInSought')
      : sharedLevel(reason.sought, reason.offered) === levels[reason.code];
  return soughtIsTrue && offeredIsTrue && relationIsTrue;
}

describe('for any form and any members', () => {
  it('scores lie above 0 and up to 1, fall, and every reason is true and can be stored', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyForm, anyMembers, (form, members) => {
        const matches = matchMembers(wishOf(form, read), indexOf(members, { read }));
        expect(matches.length).toBeLessThanOrEqual(maxLeadsPerInterest);
        const scores = matches.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { member: found, score, reasons } of matches) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          const firm = members.find(({ id }) => id === found.id);
          expect(reasons.length).toBeGreaterThan(0);
          for (const reason of reasons) {
            seen.add(reason.code);
            expect(firm && isTrue(reason, form, firm), JSON.stringify(reason)).toBe(true);
            expect(reasonSchema.safeParse(reason).success).toBe(true);
          }
        }
        expect(matchMembers(wishOf(form, read), indexOf([...members].reverse(), { read }))).toEqual(matches);
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual([
      'buysSought',
      'certificatesHeld',
      'certificatesMissing',
      'intentWelcome',
      'languagesMissing',
      'languagesShared',
      'sameClass',
      'sameDivision',
      'sameGroup',
      'sameSection',
      'sameWords',
      'targetRegion',
      'tradesInSought',
    ]);
  });
});
