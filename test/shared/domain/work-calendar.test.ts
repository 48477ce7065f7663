import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendars } from '../../../shared/adapters/holidays/holidays.ts';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import { instantSchema } from '../../../shared/domain/ids.ts';
import { countries } from '../../../shared/domain/region.ts';
import {
  endOfDay,
  isWorkingDay,
  localDay,
  plusWorkingSeconds,
  type WorkCalendar,
} from '../../../shared/domain/work-calendar.ts';

const daySeconds = 86_400;
const { PE, PL } = workCalendars;
/** A zone with daylight saving time at midnight itself, and one a day ahead of the others. */
const strange: WorkCalendar[] = [
  { timeZone: 'America/Santiago', holidays: new Set(['2026-12-25']) },
  { timeZone: 'Pacific/Kiritimati', holidays: new Set() },
];
const calendars = fc.constantFrom(PE, PL, ...strange);
const instants = fc
  .date({ min: new Date('2025-01-05T00:00:00Z'), max: new Date('2045-12-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const durations = fc.oneof(
  fc.integer({ min: 0, max: 20 * daySeconds }),
  fc.integer({ min: 0, max: 20 }).map((days) => days * daySeconds),
);

describe('plusWorkingSeconds', () => {
  it('never lands on a weekend or a holiday', () => {
    fc.assert(
      fc.property(calendars, instants, durations, (calendar, instant, duration) => {
        const ended = plusWorkingSeconds(instant, duration, calendar);
        const day = localDay(ended, calendar);
        expect(isWorkingDay(day, calendar)).toBe(true);
        expect([0, 6]).not.toContain(new Date(day).getUTCDay());
        expect(calendar.holidays.has(day)).toBe(false);
        expect(instantSchema.safeParse(ended).success).toBe(true);
      }),
    );
  });

  it('never goes back when the start or the duration grows', () => {
    fc.assert(
      fc.property(calendars, instants, durations, fc.nat(9 * daySeconds), (calendar, at, duration, more) => {
        const ended = plusWorkingSeconds(at, duration, calendar);
        expect(plusWorkingSeconds(at, duration + more, calendar) >= ended).toBe(true);
        expect(plusWorkingSeconds(plusSeconds(at, more), duration, calendar) >= ended).toBe(true);
        expect(ended >= at).toBe(true);
      }),
    );
  });

  it('adds up: two stretches are as good as one', () => {
    fc.assert(
      fc.property(calendars, instants, durations, durations, (calendar, at, first, second) => {
        const byTwo = plusWorkingSeconds(plusWorkingSeconds(at, first, calendar), second, calendar);
        expect(byTwo).toBe(plusWorkingSeconds(at, first + second, calendar));
      }),
    );
  });

  it.each([
    ['a working week', PL, '2026-11-23T09:30:00.000Z', 2 * daySeconds, '2026-11-25T09:30:00.000Z'],
    ['a weekend', PL, '2026-11-27T09:30:00.000Z', 2 * daySeconds, '2026-12-01T09:30:00.000Z'],
    ['the last second of a Friday there', PL, '2026-11-27T22:59:59.000Z', 1, '2026-11-29T23:00:00.000Z'],
    ['that second is of a Friday in Peru too', PE, '2026-11-27T22:59:59.000Z', 1, '2026-11-27T23:00:00.000Z'],
    ['no time at all on a Saturday', PL, '2026-11-28T10:00:00.000Z', 0, '2026-11-29T23:00:00.000Z'],
    ['Christmas Eve to Boxing Day', PL, '2026-12-23T12:00:00.000Z', daySeconds, '2026-12-28T12:00:00.000Z'],
    ['Corpus Christi', PL, '2026-06-03T10:00:00.000Z', daySeconds, '2026-06-05T10:00:00.000Z'],
    ['Holy Thursday and Good Friday', PE, '2026-04-01T15:00:00.000Z', daySeconds, '2026-04-06T15:00:00.000Z'],
    ['Good Friday is a working day', PL, '2026-04-02T10:00:00.000Z', daySeconds, '2026-04-03T10:00:00.000Z'],
    ['Easter Monday is not', PL, '2026-04-03T10:00:00.000Z', daySeconds, '2026-04-07T10:00:00.000Z'],
    ['Independence Day', PE, '2026-07-27T15:00:00.000Z', daySeconds, '2026-07-30T15:00:00.000Z'],
    ['clocks that go back', PL, '2026-10-23T10:00:00.000Z', daySeconds, '2026-10-26T11:00:00.000Z'],
  ])('%s', (_name, calendar, start, duration, expected) => {
    expect(plusWorkingSeconds(start, duration, calendar)).toBe(expected);
  });

  it('throws for what is no time instead of searching for ever', () => {
    expect(() => plusWorkingSeconds('yesterday', 1, PL)).toThrow(RangeError);
    expect(() => plusWorkingSeconds('2026-11-23T00:00:00.000Z', Number.NaN, PL)).toThrow(RangeError);
    expect(() => plusWorkingSeconds('2026-11-23T00:00:00.000Z', Number.POSITIVE_INFINITY, PL)).toThrow(
      RangeError,
    );
  });
});

describe('a day of a calendar', () => {
  it('is the one there', () => {
    const lateInWarsaw = '2026-11-24T23:30:00.000Z';
    expect(countries.map((country) => localDay(lateInWarsaw, workCalendars[country]))).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
  });

  it('ends when the next begins', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, instant) => {
        const end = endOfDay(instant, calendar);
        expect(localDay(end, calendar) > localDay(instant, calendar)).toBe(true);
        const before = new Date(Date.parse(end) - 1).toISOString();
        expect(localDay(before, calendar)).toBe(localDay(instant, calendar));
      }),
    );
  });
});
