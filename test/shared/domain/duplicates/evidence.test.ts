import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, evidenceSchema, isCertain } from '../../../../shared/domain/duplicates/evidence.ts';
import { type CompanyTraits, traitsOf, traitsToFind } from '../../../../shared/domain/duplicates/traits.ts';
import { anyInterest } from '../../../builders/arbitraries.ts';

const misti: CompanyTraits = {
  country: 'PE',
  taxId: '20999990003',
  address: 'compras@misti.example',
  domains: ['misti.example'],
  phone: '5154123456',
  name: 'talleres misti',
};
const stranger: CompanyTraits = {
  country: 'PE',
  address: 'a@b.example',
  domains: [],
  name: 'hilados chachani',
};

const anyTraits = anyInterest
  .filter((interest) => interest.status !== 'erased')
  .map((interest) => ('form' in interest ? traitsOf(interest.form) : misti));

describe('evidenceOf', () => {
  it('lists everything that two forms have in common, strongest first', () => {
    expect(evidenceOf(misti, misti)).toEqual([
      { by: 'taxId' },
      { by: 'address' },
      { by: 'domain' },
      { by: 'phone' },
      { by: 'name', likeness: 1 },
    ]);
    expect(evidenceOf(misti, stranger)).toEqual([]);
  });

  it.each([
    ['taxId', { taxId: misti.taxId }],
    ['address', { address: misti.address }],
    ['domain', { address: 'ventas@misti.example', domains: ['misti.example'] }],
    ['phone', { phone: misti.phone }],
  ] as const)('is %s when that alone is the same', (by, same) => {
    expect(evidenceOf(misti, { ...stranger, ...same })).toEqual([{ by }]);
  });

  it('says how alike names are that are not quite the same', () => {
    expect(evidenceOf(misti, { ...stranger, name: 'talleres mistti' })).toEqual([
      { by: 'name', likeness: 0.967 },
    ]);
    expect(evidenceOf(misti, { ...stranger, name: 'metalurgica misti' })).toEqual([]);
  });

  it('is no name when two tax numbers differ, and the domain all the same', () => {
    const other = { ...stranger, taxId: '20100070970', name: misti.name };
    expect(evidenceOf(misti, other)).toEqual([]);
    expect(evidenceOf(misti, { ...other, domains: misti.domains })).toEqual([{ by: 'domain', unsure: true }]);
  });

  it('is unsure of a website that somebody states, and of anything beside another tax number', () => {
    const stated = { ...stranger, domains: misti.domains };
    expect(evidenceOf(misti, stated)).toEqual([{ by: 'domain', unsure: true }]);
    expect(isCertain(evidenceOf(misti, stated))).toBe(false);
    const adviser = { ...misti, taxId: '20100070970' };
    expect(isCertain(evidenceOf(misti, adviser))).toBe(false);
    expect(isCertain(evidenceOf(misti, { ...misti, taxId: undefined }))).toBe(true);
  });

  it('is neither tax number nor name across the two countries', () => {
    const polish = { ...stranger, country: 'PL', taxId: misti.taxId, name: misti.name } as const;
    expect(evidenceOf(misti, polish)).toEqual([]);
  });

  it('is the same both ways, as its schema says, and found under a trait they share', () => {
    fc.assert(
      fc.property(anyTraits, anyTraits, (a, b) => {
        const evidence = evidenceOf(a, b);
        expect(evidenceOf(b, a)).toEqual(evidence);
        expect(evidence.map((each) => evidenceSchema.parse(each))).toEqual(evidence);
        for (const { by } of evidence.filter((each) => each.by !== 'name')) {
          const values = traitsToFind(b).filter((each) => each.by === by);
          expect(values).toContainEqual(
            expect.objectContaining({ value: expect.toSatisfy((value) => valuesOf(a, by).includes(value)) }),
          );
        }
      }),
    );
  });

  it('finds a form that came again, for any form', () => {
    fc.assert(
      fc.property(anyTraits, (traits) => {
        expect(evidenceOf(traits, traits)).not.toEqual([]);
      }),
    );
  });
});

function valuesOf(traits: CompanyTraits, by: string): string[] {
  return traitsToFind(traits)
    .filter((each) => each.by === by)
    .map(({ value }) => value);
}

describe('isCertain', () => {
  it('by tax number, mailbox or domain; not by name or telephone alone', () => {
    for (const by of ['taxId', 'address', 'domain'] as const)
      expect(isCertain([{ by: 'phone' }, { by }])).toBe(true);
    expect(isCertain([{ by: 'phone' }, { by: 'name', likeness: 1 }])).toBe(false);
    expect(isCertain([])).toBe(false);
  });
});
