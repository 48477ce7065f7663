import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linProximity, positionOf } from '../../../../shared/domain/matching/proximity.ts';
import { type SectorCode, sectorCodes } from '../../../../shared/domain/sectors/sector.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';

const empty = new Uint32Array(sectorCodes().length);

function near(a: string, b: string, counts: ArrayLike<number> = empty): number {
  const [from, to] = [a, b].map((code) => positionOf(sectorCodeSchema.parse(code)));
  return linProximity(counts)(from ?? 0)[to ?? 0] ?? 0;
}

describe('linProximity', () => {
  it('falls with every level that two classes do not share', () => {
    const falling = [
      near('28.91', '28.91'),
      near('28.91', '28.92'),
      near('28.91', '28.30'),
      near('28.91', '10.11'),
    ];
    expect(falling[0]).toBe(1);
    expect(falling).toEqual([...new Set(falling)].sort((a, b) => b - a));
    expect(near('28.91', '01.11')).toBe(0);
  });

  it('holds two classes of a crowded division for less alike than two of a rare one', () => {
    const crowded = empty.slice();
    crowded[positionOf('28.13' as SectorCode)] = 5000;
    expect(near('28.91', '28.30', crowded)).toBeLessThan(near('28.91', '28.30'));
  });

  it('is symmetric and between 0 and 1, whatever the counts', () => {
    const position = fc.nat(sectorCodes().length - 1);
    const counts = fc.array(fc.tuple(position, fc.nat(10_000)), { maxLength: 30 });
    fc.assert(
      fc.property(counts, position, position, (given, a, b) => {
        const all = empty.slice();
        for (const [sector, count] of given) all[sector] = count;
        const proximity = linProximity(all);
        const value = proximity(a)[b] ?? -1;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(proximity(b)[a]).toBeCloseTo(value, 5);
      }),
      { numRuns: 30 },
    );
  });
});

describe('positionOf', () => {
  it('is the place among all classes, and throws for what is none', () => {
    expect(sectorCodes().map(positionOf)).toEqual(sectorCodes().map((_, position) => position));
    expect(() => positionOf('00.00' as SectorCode)).toThrow(RangeError);
  });
});
