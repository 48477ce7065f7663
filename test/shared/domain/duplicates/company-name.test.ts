import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  likelyTheSame,
  nameBlock,
  nameLikeness,
  normalisedName,
} from '../../../../shared/domain/duplicates/company-name.ts';

const likeness = (a: string, b: string) => nameLikeness(normalisedName(a), normalisedName(b));
const block = (name: string) => nameBlock('PE', normalisedName(name));

describe('normalisedName', () => {
  it.each([
    ['Talleres Misti SAC', 'talleres misti'],
    ['TALLERES MISTI S.A.C.', 'talleres misti'],
    ['Talleres  Misti, S. A. C.', 'talleres misti'],
    ['Minera Ñandú S.A.A.', 'minera nandu'],
    ['Café Ubinas E.I.R.L.', 'cafe ubinas'],
    ['Hilados Chachani S.R.L.', 'hilados chachani'],
    ['Hilados Chachani SCRL', 'hilados chachani'],
    ['Hilados Chachani Sociedad Comercial de Responsabilidad Limitada', 'hilados chachani'],
    ['Agroandes del Perú S.A.', 'agroandes'],
    ['Przetwórnia Narew Sp. z o.o.', 'przetwornia narew'],
    ['PRZETWÓRNIA NAREW SP.Z O.O.', 'przetwornia narew'],
    ['Przetwórnia Narew spółka z ograniczoną odpowiedzialnością', 'przetwornia narew'],
    ['Narew sp. z o.o. sp. k.', 'narew'],
    ['Żubr-Łąka sp. j.', 'zubr laka'],
    ['Ząbek S.K.A.', 'zabek'],
    ['PPHU „Metalex” Jan Nowak', 'metalex jan nowak'],
    ['P.H.U. Metalex', 'metalex'],
    ['F.H.U. Kowalski s.c.', 'kowalski'],
    ['O’Higgins SAC', 'ohiggins'],
    // A name that is nothing but what others leave out stays a name.
    ['S.A.', 's a'],
    ['PHU', 'phu'],
    ['Casa', 'casa'],
    ['Fransac', 'fransac'],
    ['!!!', ''],
  ])('of %s is %j', (name, expected) => {
    expect(normalisedName(name)).toBe(expected);
  });

  it('never throws, changes nothing the second time, and stays short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const once = normalisedName(name);
        expect(normalisedName(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(400);
      }),
    );
  });
});

describe('nameLikeness', () => {
  it.each([
    ['Talleres Misti SAC', 'Talleres Misti S.A.C.'],
    ['Talleres Misti SAC', 'Misti Talleres S.R.L.'],
    ['Agro Narew sp. z o.o.', 'AgroNarew'],
    ['Żelazny', 'ZELAZNY SA'],
  ])('%s and %s are the same', (a, b) => {
    expect(likeness(a, b)).toBe(1);
  });

  it.each([
    ['Talleres Misti', 'Talleres Mistti'],
    ['Talleres Misti', 'Tallers Misti'],
    ['Zakład Kowalski', 'Zakład Kowalsky'],
    ['Hilados Chachani', 'Hilados Chahcani'],
  ])('%s and %s may be, by a slip', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(likelyTheSame);
    expect(likeness(a, b)).toBeLessThan(1);
    expect(block(a)).toBe(block(b));
  });

  it.each([
    ['Metalurgica Misti', 'Metalurgica Mistiano'],
    ['Talleres Misti', 'Talleres Mistico'],
    ['Talleres Misti', 'Talleres Chachani'],
    ['Talleres Misti', 'Talleres Misti Sur'],
    ['Zakład Metalowy Nowak', 'Zakład Metalowy Nowik'],
    ['Comercial López', 'Comercial Lobos'],
    ['AC SA', 'AB SA'],
    ['!', '!'],
  ])('%s and %s are not', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(likelyTheSame);
  });

  it('is the same both ways, for any two names', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 40 }).map(normalisedName);
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(nameLikeness(a, b)).toBe(nameLikeness(b, a));
      }),
    );
  });
});

describe('nameBlock', () => {
  it('is the country and how the first word in the alphabet begins, whatever the order', () => {
    expect(block('Talleres Misti SAC')).toBe('PE mis');
    expect(block('Misti Talleres')).toBe('PE mis');
    expect(nameBlock('PL', 'ac')).toBe('PL ac');
  });

  it('is one for any two names that are equal but for order, case and accents', () => {
    const words = fc.array(fc.stringMatching(/^[a-zñáé]{1,8}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, (given) => {
        expect(block(given.join(' '))).toBe(block(given.toReversed().join(' ').toUpperCase()));
      }),
    );
  });
});
