import { describe, expect, it } from 'vitest';
import { supplyLinks, supplyStrength } from '../../../../shared/domain/matching/value-chain.ts';
import { sectorCodes } from '../../../../shared/domain/sectors/sector.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';

function strength(supplied: string, customer: string): number {
  return supplyStrength(sectorCodeSchema.parse(supplied), sectorCodeSchema.parse(customer));
}

describe('the value chain', () => {
  it('knows that a mine buys from machinery makers, and not the other way round', () => {
    expect(strength('28.92', '07.29')).toBeGreaterThan(0.5);
    expect(strength('07.29', '28.92')).toBe(0);
  });

  it('names only headings that exist, in order, with strengths between 0 and 1', () => {
    for (const { supplied, customers, strength: given } of supplyLinks) {
      for (const heading of [supplied, ...customers]) {
        expect(
          sectorCodes().some((code) => code.startsWith(heading)),
          heading,
        ).toBe(true);
      }
      expect(given).toBeGreaterThan(0);
      expect(given).toBeLessThan(1);
    }
    const order = supplyLinks.map(({ supplied }) => supplied);
    expect(new Set(order).size).toBe(order.length);
  });

  it('takes the strongest line that holds', () => {
    expect(strength('10.84', '10.13')).toBe(0.8);
    expect(strength('10.84', '46.37')).toBe(0.8);
    expect(strength('10.89', '46.37')).toBe(0.7);
  });
});
