import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../shared/contracts/http/language.ts';
import { languages } from '../../../../shared/domain/language.ts';

describe('chooseLanguage', () => {
  it.each([
    ['es', 'es'],
    ['pl-PL', 'pl'],
    ['ES-419', 'es'],
    ['en-GB,pl;q=0.9', 'en'],
    ['pl;q=0.3,es;q=0.8,en;q=0.5', 'es'],
    ['de,fr;q=0.9,pl;q=0.1', 'pl'],
    ['es;q=0.5, pl;q=0.5', 'es'],
    ['es ; q=0.2 , pl ; q=0.4', 'pl'],
    ['es;Q=0.2,pl;Q=0.4', 'pl'],
    ['es;level=1;q=0.2,pl;q=0.4', 'pl'],
    ['qu-PE,es-PE;q=0.9', 'es'],
    ['es;q=0,pl;q=0.1', 'pl'],
    ['es;q=0', 'en'],
    ['*', 'en'],
    ['*,pl;q=0.5', 'pl'],
    ['de', 'en'],
    ['', 'en'],
    ['esperanto,plx,english', 'en'],
    ['es;q=much', 'en'],
    ['es;q=,pl;q=0.1', 'pl'],
    [',,;;==,', 'en'],
    ['\u0000\u202e', 'en'],
  ])('reads %j as %s', (header, expected) => {
    expect(chooseLanguage([], header)).toBe(expected);
  });

  it('prefers the first choice that is a language over any header', () => {
    expect(chooseLanguage([undefined, 'de', 'pl', 'es'], 'en')).toBe('pl');
    expect(chooseLanguage([5, null, ['es'], { es: 1 }, 'ES', 'es-PE'], 'pl')).toBe('pl');
  });

  it('speaks English to who says nothing', () => {
    expect(chooseLanguage([])).toBe('en');
    expect(chooseLanguage([undefined], undefined)).toBe('en');
  });

  it('reads no more of a header than anybody needs', () => {
    expect(chooseLanguage([], `${'de,'.repeat(1_000_000)}es`)).toBe('en');
    expect(chooseLanguage([], `pl,${';q'.repeat(1_000_000)}`)).toBe('pl');
  });

  it('always gives a language', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.string({ maxLength: 600 }), (choices, header) => {
        expect(languages).toContain(chooseLanguage(choices, header));
      }),
    );
  });
});
