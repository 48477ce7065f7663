import { describe, expect, it } from 'vitest';
import { otherSide, sameRegion } from '../../../shared/domain/region.ts';

describe('otherSide', () => {
  it('leads over the bridge and back', () => {
    expect(otherSide('PE')).toBe('PL');
    expect(otherSide('PL')).toBe('PE');
  });
});

describe('sameRegion', () => {
  it.each([
    ['Arequipa', 'AREQUIPA'],
    [' Áncash ', 'ancash'],
    ['Łódzkie', 'lodzkie'],
    ['Małopolskie', 'MALOPOLSKIE'],
  ])('%j is %j', (a, b) => {
    expect(sameRegion(a, b)).toBe(true);
    expect(sameRegion(b, a)).toBe(true);
  });

  it('tells regions apart', () => {
    expect(sameRegion('Podlaskie', 'Podkarpackie')).toBe(false);
    expect(sameRegion('Arequipa', '')).toBe(false);
  });
});
