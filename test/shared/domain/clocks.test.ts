import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockName,
  clocksSchema,
  clockVariable,
  defaultClocks,
  latestOf,
  parseClocks,
  plusSeconds,
  plusWorkingSeconds,
  readClocks,
} from '../../../shared/domain/clocks.ts';
import { instantSchema } from '../../../shared/domain/ids.ts';

const names = Object.keys(clocksSchema.shape) as ClockName[];
const daySeconds = 86_400;
const tenYearsSeconds = 3650 * daySeconds;

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'did not throw';
}

describe('parseClocks', () => {
  it('gives the defaults that the product promises', () => {
    expect(parseClocks({})).toEqual(defaultClocks);
    expect(defaultClocks).toMatchObject({
      decide: 2 * daySeconds,
      answer: 10 * daySeconds,
      undo: 600,
      doubt: 15 * 60,
      requeue: 5 * 60,
      pairAgain: 90 * daySeconds,
    });
  });

  it.each(names)('reads %s from its own variable and leaves the others', (name) => {
    const clocks = parseClocks({ [clockVariable(name)]: '7', PATH: '/bin', PUENTE_DATA: 'x' });
    expect(clocks).toEqual({ ...defaultClocks, [name]: 7 });
  });

  it('has a variable of its own for each clock', () => {
    expect(clockVariable('undo')).toBe('PUENTE_UNDO_SECONDS');
    expect(clockVariable('pairAgain')).toBe('PUENTE_PAIR_AGAIN_SECONDS');
    expect(new Set(names.map(clockVariable)).size).toBe(names.length);
  });

  it.each(['', ' ', '0', '-1', '-1.5', '1.5', 'abc', '5s', 'NaN', 'Infinity', `${tenYearsSeconds + 1}`])(
    'refuses %j',
    (value) => {
      expect(messageOf(() => parseClocks({ PUENTE_UNDO_SECONDS: value }))).toBe(
        `PUENTE_UNDO_SECONDS must be a whole number of seconds, 1 to ${tenYearsSeconds}`,
      );
    },
  );

  it('takes the least and the most', () => {
    expect(parseClocks({ PUENTE_UNDO_SECONDS: '1' }).undo).toBe(1);
    expect(parseClocks({ PUENTE_UNDO_SECONDS: `${tenYearsSeconds}` }).undo).toBe(tenYearsSeconds);
  });

  it('names every faulty variable at once, each once', () => {
    const environment = Object.fromEntries(names.map((name) => [clockVariable(name), '-0.5']));
    const lines = messageOf(() => parseClocks(environment)).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(names.map(clockVariable));
  });
});

describe('readClocks', () => {
  it('gives back what the deployment wrote', () => {
    const clocks = { ...defaultClocks, undo: 5 };
    expect(readClocks(JSON.stringify(clocks))).toEqual(clocks);
  });

  it('throws for what is no clock', () => {
    expect(() => readClocks('{"undo":0}')).toThrow();
    expect(() => readClocks('not json')).toThrow();
    expect(() => readClocks('null')).toThrow();
  });
});

const instants = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const durations = fc.oneof(
  fc.integer({ min: 0, max: 40 * daySeconds }),
  fc.integer({ min: 0, max: 40 }).map((days) => days * daySeconds),
);

function isWeekend(instant: string): boolean {
  return [0, 6].includes(new Date(instant).getUTCDay());
}

/** How much of the time between two instants lies on working days, counted day by day. */
function workingSecondsBetween(from: string, to: string): number {
  let total = 0;
  for (let at = Date.parse(from); at < Date.parse(to); ) {
    const midnight = new Date(at);
    midnight.setUTCHours(24, 0, 0, 0);
    const next = Math.min(midnight.getTime(), Date.parse(to));
    if (!isWeekend(new Date(at).toISOString())) total += (next - at) / 1000;
    at = next;
  }
  return total;
}

describe('latestOf', () => {
  it('is the greatest of any instants, in any order', () => {
    const instants = fc.array(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(instants, (dates) => {
        const [first = '', ...others] = dates.map((date) => date.toISOString());
        expect(Date.parse(latestOf(first, ...others))).toBe(Math.max(...dates.map(Number)));
      }),
    );
  });
});

describe('plusSeconds', () => {
  it('moves by exactly that much and stays an instant', () => {
    fc.assert(
      fc.property(instants, durations, (instant, duration) => {
        const moved = plusSeconds(instant, duration);
        expect(Date.parse(moved) - Date.parse(instant)).toBe(duration * 1000);
        expect(instantSchema.safeParse(moved).success).toBe(true);
      }),
    );
  });

  it('throws for what is no instant', () => {
    expect(() => plusSeconds('yesterday', 1)).toThrow(RangeError);
  });
});

describe('plusWorkingSeconds', () => {
  it('never ends at a weekend, and the working time that passed is the duration', () => {
    fc.assert(
      fc.property(instants, durations, (instant, duration) => {
        const ended = plusWorkingSeconds(instant, duration);
        expect(isWeekend(ended)).toBe(false);
        expect(workingSecondsBetween(instant, ended)).toBeCloseTo(duration, 3);
      }),
    );
  });

  it('never goes back when the start or the duration grows', () => {
    fc.assert(
      fc.property(instants, durations, fc.nat(3 * daySeconds), (instant, duration, more) => {
        const ended = plusWorkingSeconds(instant, duration);
        expect(plusWorkingSeconds(instant, duration + more) >= ended).toBe(true);
        expect(plusWorkingSeconds(plusSeconds(instant, more), duration) >= ended).toBe(true);
        expect(ended >= instant).toBe(true);
      }),
    );
  });

  it('is plain addition as long as no weekend lies between', () => {
    const monday = Date.parse('2026-11-23T00:00:00.000Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.nat(5 * daySeconds - 1),
        fc.nat(5 * daySeconds - 1),
        (week, a, b) => {
          const [start, end] = a < b ? [a, b] : [b, a];
          const at = new Date(monday + (week * 7 * daySeconds + start) * 1000).toISOString();
          expect(plusWorkingSeconds(at, end - start)).toBe(plusSeconds(at, end - start));
        },
      ),
    );
  });

  it.each([
    ['Friday evening and a day', '2026-11-27T18:00:00.000Z', daySeconds, '2026-11-30T18:00:00.000Z'],
    ['Friday and two days', '2026-11-27T09:30:00.000Z', 2 * daySeconds, '2026-12-01T09:30:00.000Z'],
    ['the last second of Friday', '2026-11-27T23:59:59.000Z', 1, '2026-11-30T00:00:00.000Z'],
    ['Saturday, no time at all', '2026-11-28T10:00:00.000Z', 0, '2026-11-30T00:00:00.000Z'],
    ['Sunday evening and an hour', '2026-11-29T23:00:00.000Z', 3600, '2026-11-30T01:00:00.000Z'],
    ['Thursday and two days', '2026-11-26T12:00:00.000Z', 2 * daySeconds, '2026-11-30T12:00:00.000Z'],
    ['a working week', '2026-11-23T00:00:00.000Z', 5 * daySeconds, '2026-11-30T00:00:00.000Z'],
  ])('%s', (_name, start, duration, expected) => {
    expect(plusWorkingSeconds(start, duration)).toBe(expected);
  });

  it('throws for what is no time instead of searching for ever', () => {
    expect(() => plusWorkingSeconds('yesterday', 1)).toThrow(RangeError);
    expect(() => plusWorkingSeconds('2026-11-23T00:00:00.000Z', Number.NaN)).toThrow(RangeError);
    expect(() => plusWorkingSeconds('2026-11-23T00:00:00.000Z', Number.POSITIVE_INFINITY)).toThrow(
      RangeError,
    );
  });
});
