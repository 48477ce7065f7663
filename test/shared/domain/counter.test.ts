import { describe, expect, it } from 'vitest';
import { daysBetween, hourly } from '../../../shared/domain/counter.ts';
import { newAttemptId } from '../../builders/ids.ts';

describe('daysBetween', () => {
  it.each([
    ['2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z', ['2026-11-25']],
    ['2026-11-24T23:59:59.999Z', '2026-11-25T00:00:00.000Z', ['2026-11-24', '2026-11-25']],
    ['2026-12-30T12:00:00.000Z', '2027-01-01T01:00:00.000Z', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ])('from %s to %s', (since, until, days) => {
    expect(daysBetween(since, until)).toEqual(days);
  });
});

describe('hourly', () => {
  it('counts the same thing in the same place, and many things in many', () => {
    const at = '2026-11-25T09:30:00.000Z';
    const id = newAttemptId();
    expect(hourly('accepted', at, id)).toEqual(hourly('accepted', at, id));
    const shards = new Set(
      Array.from({ length: 200 }, () => hourly('accepted', at, newAttemptId())).map((counter) =>
        'shard' in counter ? counter.shard : undefined,
      ),
    );
    expect([...shards].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
