import { expect, it } from 'vitest';
import { languages, type Texts } from '../../../shared/domain/language.ts';
import { typeset } from '../../../shared/domain/typeset.ts';

const inPolish = <T>(pl: T): T => typeset({ es: pl, pl, en: pl }).pl;

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
  const texts: Texts<typeof kept> = typeset({ es: kept, pl: kept, en: kept });
  expect(texts.pl.label).toBe('i\u00a0tak');
  expect(texts.pl.list).toEqual(['z\u00a0nami']);
  expect(texts.pl.until('jutra').text).toBe('czas do i\u00a0od jutra');
  for (const { label, list, until } of [texts.es, texts.en]) {
    expect([label, list]).toEqual([kept.label, kept.list]);
    expect(until('mañana')).toEqual(kept.until('mañana'));
  }
});

it('changes nothing of what a text takes in', () => {
  const text = inPolish(({ firm }: { firm: string }) => `Zapytanie firmy ${firm} i jej opis`);
  expect(text({ firm: 'Jan i Syn (z o.o.) *' })).toBe('Zapytanie firmy Jan i Syn (z o.o.) * i\u00a0jej opis');
  expect(text({ firm: '' })).toBe('Zapytanie firmy  i\u00a0jej opis');
});

it.each(languages)('ends a sentence once after a name with a full stop, in %s', (language) => {
  const same = (firm: string) => `To: ${firm}. And ${firm} too.`;
  const text = typeset({ es: same, pl: same, en: same })[language];
  expect(text('Misti S.A.')).toBe('To: Misti S.A. And Misti S.A. too.');
  expect(text('Misti')).toBe('To: Misti. And Misti too.');
});
