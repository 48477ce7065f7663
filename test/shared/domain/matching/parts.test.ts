import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../../shared/domain/hash.ts';
import { intents } from '../../../../shared/domain/intent.ts';
import { certificateKey } from '../../../../shared/domain/matching/certificates.ts';
import { exposureFactor } from '../../../../shared/domain/matching/exposure.ts';
import {
  fitsOf,
  intentMatrix,
  roleMask,
  roleOf,
  roles,
} from '../../../../shared/domain/matching/intent-fit.ts';
import { weights } from '../../../../shared/domain/matching/weights.ts';
import { sectorCodes } from '../../../../shared/domain/sectors/sector.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';

describe('certificateKey', () => {
  it.each([
    [
      'ISO 9001',
      ['ISO 9001:2015', 'iso9001', 'PN-EN ISO 9001', 'UNE-EN ISO 9001:2015', 'NTP ISO 9001', 'ISO-9001'],
    ],
    ['ISO 9001', ['ISO 9001 2015', 'ISO 9001 : 2015', 'Certificado ISO 9001', 'certyfikat ISO 9001']],
    ['Orgánico', ['organic', 'EKOLOGICZNE', 'Bio', 'USDA Organic', 'EU Organic']],
    ['BRC', ['BRCGS', 'BRC Food']],
    ['GlobalG.A.P.', ['GLOBALGAP', 'Global Gap']],
    ['Comercio justo', ['Fairtrade', 'Sprawiedliwy Handel']],
  ])('takes %s and %j for one', (name, others) => {
    for (const other of others) expect(certificateKey(other)).toBe(certificateKey(name));
  });

  it.each([
    ['ISO 9001', 'ISO 14001'],
    ['ISO 13485', 'ISO 1348'],
    ['HACCP', 'FSSC 22000'],
    ['EN 1090', 'EN 1090-2'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(certificateKey(a)).not.toBe(certificateKey(b));
  });
});

describe('the intent matrix', () => {
  it('gives every intent a figure above 0 up to 1 for every role, and 1 to the best', () => {
    for (const intent of intents) {
      const fits = roles.map((role) => intentMatrix[intent][role]);
      expect(Math.max(...fits)).toBe(1);
      expect(Math.min(...fits)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['28.30', 'producer'],
    ['46.61', 'trader'],
    ['62.10', 'service'],
    ['72.10', 'research'],
    ['85.40', 'training'],
    ['64.19', 'finance'],
    ['43.21', 'producer'],
  ])('takes %s for a %s', (code, role) => {
    expect(roleOf(sectorCodeSchema.parse(code))).toBe(role);
  });

  it('takes a firm of several roles by the one that fits best', () => {
    const both = roleMask(['28.30', '46.61'].map((code) => sectorCodeSchema.parse(code)));
    expect(fitsOf('sell')[both]).toBe(1);
    expect(fitsOf('buy')[both]).toBe(1);
    expect(fitsOf('buy')[roleMask([])]).toBeLessThan(1);
    for (const code of sectorCodes())
      expect(fitsOf('buy')[roleMask([code])]).toBe(intentMatrix.buy[roleOf(code)]);
  });
});

describe('exposureFactor', () => {
  it('is 1 without leads and falls with each, never below 1 − λ', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0.001, max: 1000, noNaN: true }), (load, mean) => {
        const factor = exposureFactor(load, mean);
        expect(factor).toBeLessThanOrEqual(1);
        expect(factor).toBeGreaterThanOrEqual(1 - weights.exposure);
        expect(exposureFactor(load + 1, mean)).toBeLessThan(factor);
      }),
    );
    expect(exposureFactor(0, 0)).toBe(1);
  });
});

describe('hashOf', () => {
  it('is a 32-bit number, 0 for nothing alone, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const hash = hashOf(text);
        expect(hash).toBeGreaterThan(0);
        expect(hash).toBeLessThan(2 ** 32);
        expect(hashOf(text)).toBe(hash);
      }),
    );
    expect(hashOf('')).toBe(0);
    expect(hashOf('a')).toBe(0xe40c292c);
  });
});
