import { expect, it } from 'vitest';
import type { Texts } from '../../../shared/domain/language.ts';
import { unbroken } from '../../../shared/domain/unbroken.ts';

const inPolish = <T>(pl: T): T => unbroken({ es: pl, pl, en: pl }).pl;

it.each([
  ['Firma z Peru i z Polski', 'Firma z_Peru i_z_Polski'],
  ['W trosce o firmy', 'W_trosce o_firmy'],
  ['art. 49 ust. 1 lit. a RODO, nr 29733', 'art._49 ust._1 lit._a_RODO, nr_29733'],
  ['„a nie” (w tej sprawie)', '„a_nie” (w_tej sprawie)'],
  ['Państwa firma otrzymała je od razu', 'Państwa firma otrzymała je od razu'],
  ['na końcu z ', 'na końcu z '],
])('binds short words: %s', (text, expected) => {
  expect(inPolish(text).replaceAll('\u00a0', '_')).toBe(expected);
});

it('reaches texts however they are kept, and leaves the other languages alone', () => {
  const kept = { label: 'i tak', list: ['z nami'], until: (at: string) => ({ text: `czas do i od ${at}` }) };
  const texts: Texts<typeof kept> = unbroken({ es: kept, pl: kept, en: kept });
  expect(texts.pl.label).toBe('i\u00a0tak');
  expect(texts.pl.list).toEqual(['z\u00a0nami']);
  expect(texts.pl.until('jutra').text).toBe('czas do i\u00a0od jutra');
  expect(texts.es).toEqual(kept);
  expect(texts.en).toEqual(kept);
});

it('changes nothing of what a text takes in', () => {
  const text = inPolish(({ firm }: { firm: string }) => `Zapytanie firmy ${firm} i jej opis`);
  expect(text({ firm: 'Jan i Syn (z o.o.) *' })).toBe('Zapytanie firmy Jan i Syn (z o.o.) * i\u00a0jej opis');
  expect(text({ firm: '' })).toBe('Zapytanie firmy  i\u00a0jej opis');
});
