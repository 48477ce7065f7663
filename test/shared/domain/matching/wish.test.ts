import { describe, expect, it } from 'vitest';
import { wishOf } from '../../../../shared/domain/matching/wish.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector.ts';
import { interestForm } from '../../../builders/interest.ts';

const farmMachines = sectorCodeSchema.parse('28.30');
const tools = sectorCodeSchema.parse('28.24');

function neverRead(): never {
  throw new Error('the text was read though sectors were named');
}

describe('wishOf', () => {
  it('takes the sectors that the form names, in any scheme, each once, and does not read the text', () => {
    const sectors = [
      { scheme: 'pkd2025' as const, code: '28.30.Z' },
      { scheme: 'nace21' as const, code: '28.30' },
    ];
    const form = interestForm({ sought: { description: 'x', sectors } });
    expect(wishOf(form, neverRead)).toEqual({
      country: 'PE',
      intent: 'buy',
      targetRegion: 'Podlaskie',
      sought: [farmMachines],
      soughtFrom: 'form',
    });
  });

  it.each([[undefined], [[]]])(
    'reads the description, in its language, when the form names %j',
    (sectors) => {
      const sought = { description: 'Segadoras', ...(sectors !== undefined && { sectors }) };
      const read = (text: string, language: string) => {
        expect([text, language]).toEqual(['Segadoras', 'es']);
        return [tools];
      };
      expect(wishOf(interestForm({ sought }), read)).toMatchObject({ sought: [tools], soughtFrom: 'text' });
    },
  );

  it('wishes for nothing when nothing can be read', () => {
    const wish = wishOf(interestForm({ sought: { description: '…' } }), () => []);
    expect(wish).toMatchObject({ sought: [], soughtFrom: 'text' });
  });
});
