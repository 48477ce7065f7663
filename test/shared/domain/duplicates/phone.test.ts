import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneDigits } from '../../../../shared/domain/duplicates/phone.ts';

describe('phoneDigits', () => {
  it.each([
    ['+51 54 123456', 'PE', '5154123456'],
    ['0051 54 123456', 'PE', '5154123456'],
    ['(054) 123456', 'PE', '5154123456'],
    ['054-123456', 'PE', '5154123456'],
    ['51 54 123456', 'PE', '5154123456'],
    ['+51 (0)54 123456', 'PE', '5154123456'],
    ['987 654 321', 'PE', '51987654321'],
    ['+51987654321', 'PE', '51987654321'],
    ['51 987 654 321', 'PE', '51987654321'],
    ['85 742 00 00', 'PL', '48857420000'],
    ['+48 85 742 00 00', 'PL', '48857420000'],
    ['0048 857420000', 'PL', '48857420000'],
    ['0-85 742-00-00', 'PL', '48857420000'],
    ['48 742 00 00', 'PL', '48487420000'],
    ['+49 30 123456', 'PL', '4930123456'],
  ] as const)('of %s, given in %s, is %s', (phone, country, expected) => {
    expect(phoneDigits(phone, country)).toBe(expected);
  });

  it.each(['00', '+', '12345678901234567890', '000000000'])('of %j is none', (phone) => {
    expect(phoneDigits(phone, 'PE')).toBeUndefined();
  });

  it('never throws, and gives digits that can be rung', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('PE', 'PL'), (phone, country) => {
        expect(phoneDigits(phone, country) ?? '12345678').toMatch(/^\d{8,15}$/);
      }),
    );
  });
});
