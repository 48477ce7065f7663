import { describe, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../../../shared/adapters/system/system.ts';
import { attemptIdSchema, instantSchema, interestIdSchema } from '../../../../shared/domain/ids.ts';

describe('the system', () => {
  it('tells the time as an instant', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(instantSchema.safeParse(now).success).toBe(true);
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
  });

  it('makes ids that differ and sort by the time of their making', () => {
    const ids = Array.from({ length: 1_000 }, () => systemIds.interestId());
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids.slice(0, 10)) expect(interestIdSchema.safeParse(id).success).toBe(true);
    expect(attemptIdSchema.safeParse(systemIds.attemptId()).success).toBe(true);
  });
});
