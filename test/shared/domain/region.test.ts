import { describe, expect, it } from 'vitest';
import { otherSide, regionKey, sameRegion } from '../../../shared/domain/region.ts';

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
    ['Podlasie', 'podlaskie'],
    ['Województwo podlaskie', 'Podlaskie'],
    ['woj. podlaskie', 'Podlaskie'],
    ['Podlaskie Voivodeship', 'Podlaskie'],
    ['Región Arequipa', 'Arequipa'],
    ['Departamento de  Arequipa', 'arequipa'],
    ['Pomorze Zachodnie', 'zachodniopomorskie'],
  ])('%j is %j', (a, b) => {
    expect(sameRegion(a, b)).toBe(true);
    expect(sameRegion(b, a)).toBe(true);
  });

  it('tells regions apart', () => {
    expect(sameRegion('Podlaskie', 'Podkarpackie')).toBe(false);
    expect(sameRegion('Arequipa', '')).toBe(false);
    expect(sameRegion('Pomorze', 'zachodniopomorskie')).toBe(false);
    expect(sameRegion('Madre de Dios', 'Dios')).toBe(false);
  });

  it.each(['Polonia', 'cała Polska', 'Poland', 'Perú', ''])('takes %j for no region', (name) => {
    expect(regionKey(name)).toBe('');
    expect(sameRegion(name, name)).toBe(false);
  });
});
