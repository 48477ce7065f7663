import { describe, expect, it } from 'vitest';
import { wishOf } from '../../../../shared/domain/matching/wish.ts';
import type { Reading, TextReader } from '../../../../shared/domain/sectors/reading.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';
import { interestForm } from '../../../builders/interest.ts';

const farmMachines = sectorCodeSchema.parse('28.30');
const concepts = [{ key: 7, weight: 2, word: 'Segadoras' }];

/** Reads these classes, each as sure as said. */
function reading(scores: Readonly<Record<string, number>>): TextReader {
  const read = (_text: string, language: Reading['language'] = 'en'): Reading => ({
    language,
    sectors: Object.entries(scores).map(([code, score]) => ({
      code: sectorCodeSchema.parse(code),
      score,
      words: ['Segadoras'],
    })),
    concepts,
  });
  return Object.assign(read, { version: 'these' });
}

describe('wishOf', () => {
  it('takes the sectors that the form names, in any scheme, each once', () => {
    const sectors = [
      { scheme: 'pkd2025' as const, code: '28.30.Z' },
      { scheme: 'nace21' as const, code: '28.30' },
    ];
    const form = interestForm({
      sought: { description: 'x', sectors, requiredCertificates: ['CE'], languages: ['es'] },
    });
    expect(wishOf(form, reading({ '46.61': 0.9 }))).toEqual({
      country: 'PE',
      intent: 'buy',
      targetRegion: 'Podlaskie',
      sought: [{ code: '28.30', weight: 1, from: 'declared' }],
      spoken: [{ code: '46.61', score: 0.9, words: ['Segadoras'] }],
      concepts,
      certificates: [],
      requiredCertificates: ['CE'],
      languages: ['es'],
      offers: [
        { code: '27.90', weight: 1, from: 'declared' },
        { code: '28.41', weight: 1, from: 'declared' },
        { code: '28.42', weight: 1, from: 'declared' },
      ],
    });
  });

  it.each([[undefined], [[]]])(
    'reads the description, in its language, when the form names %j',
    (sectors) => {
      const sought = { description: 'Segadoras', ...(sectors !== undefined && { sectors }) };
      const read = (text: string, language?: Reading['language']) => {
        expect([text, language]).toEqual(['Segadoras', 'es']);
        return reading({ '28.30': 0.5 })(text, language);
      };
      const reader = Object.assign(read, { version: 'watching' });
      expect(wishOf(interestForm({ sought }), reader).sought).toEqual([
        { code: farmMachines, weight: 0.566, from: 'text' },
      ]);
    },
  );

  it('lets the words say which class of a broad code is meant', () => {
    const sought = { description: 'x', sectors: [{ scheme: 'nace2' as const, code: '82.99' }] };
    const wish = wishOf(interestForm({ sought }), reading({ '61.20': 0.9, '28.30': 0.9 }));
    expect(wish.sought[0]).toEqual({ code: '61.20', weight: 0.759, from: 'text' });
    expect(wish.sought.map(({ code }) => code)).not.toContain(farmMachines);
  });

  it('wishes for nothing when nothing can be read', () => {
    expect(wishOf(interestForm({ sought: { description: '…' } }), reading({})).sought).toEqual([]);
  });
});
