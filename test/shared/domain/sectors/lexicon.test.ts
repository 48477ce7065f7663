import { describe, expect, it } from 'vitest';
import { lexiconFiles, readLexicon } from '../../../../shared/adapters/sector-model/build.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { LexiconFault, parseLexicon } from '../../../../shared/domain/sectors/lexicon.ts';
import { divisionOf, sectorCodes } from '../../../../shared/domain/sectors/sector.ts';

const rows = readLexicon();

describe('parseLexicon', () => {
  it('reads a row a line, with synonyms, empty cells and a weight', () => {
    const text = `# 28 Machinery

28.30 Farm machinery
tractor; tractor agrícola | ciągnik | tractor
chaquitaclla | |
repuestos | części | parts | 0.3
`;
    expect(parseLexicon(text)).toEqual([
      {
        sector: '28.30',
        terms: { es: ['tractor', 'tractor agrícola'], pl: ['ciągnik'], en: ['tractor'] },
        weight: 1,
        line: 4,
      },
      { sector: '28.30', terms: { es: ['chaquitaclla'], pl: [], en: [] }, weight: 1, line: 5 },
      { sector: '28.30', terms: { es: ['repuestos'], pl: ['części'], en: ['parts'] }, weight: 0.3, line: 6 },
    ]);
  });

  it('names every faulty line at once', () => {
    const text = 'a | b | c\n28.30 Machines\na | b\na | b | c | 2\na | b | c | x\n99.98 Nothing\nwords\n';
    expect(() => parseLexicon(text)).toThrow(
      new LexiconFault(
        [
          'line 1: no class yet',
          'line 3: three or four cells, the fourth a weight',
          'line 4: three or four cells, the fourth a weight',
          'line 5: three or four cells, the fourth a weight',
          'line 6: neither a class nor a row',
          'line 7: neither a class nor a row',
        ].join('; '),
      ),
    );
  });
});

describe('the lexicon', () => {
  const termsOf = (code: string, language: 'es' | 'pl' | 'en') =>
    new Set(rows.filter(({ sector }) => sector === code).flatMap(({ terms }) => terms[language].map(lower)));
  const lower = (term: string) => term.toLowerCase();

  it('has a file for each division, and each class in the file of its division', () => {
    const divisions = [...new Set(sectorCodes().map(divisionOf))];
    expect(lexiconFiles()).toEqual(divisions.map((division) => `${division}.txt`));
  });

  it('says each class in at least 12 words or phrases of each language', () => {
    const thin = sectorCodes().flatMap((code) =>
      languages
        .filter((language) => termsOf(code, language).size < 12)
        .map((language) => `${code} ${language}: ${termsOf(code, language).size}`),
    );
    expect(thin).toEqual([]);
  });

  it('has no term in five classes or more without a weight', () => {
    const classes = new Map<string, Set<string>>();
    for (const { sector, terms, weight } of rows) {
      if (weight < 1) continue;
      for (const language of languages) {
        for (const term of terms[language]) {
          const key = `${language} ${lower(term)}`;
          classes.set(key, (classes.get(key) ?? new Set()).add(sector));
        }
      }
    }
    expect([...classes].filter(([, codes]) => codes.size >= 5).map(([term]) => term)).toEqual([]);
  });

  it('is made of words and short phrases: no brackets, quotation marks or sentences', () => {
    const odd = rows.flatMap(({ sector, terms }) =>
      languages.flatMap((language) =>
        terms[language]
          .filter(
            (term) =>
              /[()[\]{}"“”„«»!?<>]|[a-z]{5,}\.$/.test(term) ||
              term.split(/\s+/).length > 11 ||
              term.length > 80,
          )
          .map((term) => `${sector} ${language}: ${term}`),
      ),
    );
    expect(odd).toEqual([]);
  });

  it('keeps the letters of Polish out of Spanish, and those of Spanish out of Polish', () => {
    const foreign = { es: /[ąćęłńśźż]/i, pl: /[¿¡ãõ]/i, en: /[¿¡ãõ]/i };
    const stray = rows.flatMap(({ sector, terms }) =>
      languages.flatMap((language) =>
        terms[language]
          // A proper name keeps its letters: cerámica de Bolesławiec.
          .filter((term) =>
            term.split(' ').some((word) => /^\p{Ll}/u.test(word) && foreign[language].test(word)),
          )
          .map((term) => `${sector} ${language}: ${term}`),
      ),
    );
    expect(stray).toEqual([]);
  });
});
