import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockName,
  clocksOf,
  clocksSchema,
  clockVariable,
  clusterClocksSchema,
  defaultClocks,
  latestOf,
  parseClocks,
  plusSeconds,
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
      decideWarn: daySeconds,
      reminderFirst: 3 * daySeconds,
      reminderSecond: 7 * daySeconds,
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

describe('the clocks of a cluster', () => {
  it('take the place of the deployment’s, each for itself', () => {
    expect(clocksOf({ clocks: { decide: 5, answer: undefined } }, defaultClocks)).toEqual({
      ...defaultClocks,
      decide: 5,
    });
    expect(clocksOf({}, defaultClocks)).toEqual(defaultClocks);
    expect(clocksOf(undefined, defaultClocks)).toEqual(defaultClocks);
  });

  it.each([
    { decide: 0 },
    { answer: 1.5 },
    { answer: '5' },
    { reminderFirst: tenYearsSeconds + 1 },
    { undo: 5 },
  ])('are not %o', (clocks) => {
    expect(clusterClocksSchema.safeParse(clocks).success).toBe(false);
  });
});

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
