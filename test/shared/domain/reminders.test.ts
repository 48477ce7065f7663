import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultClocks, plusSeconds } from '../../../shared/domain/clocks.ts';
import { reminderDue, remindersAfter, remindersFrom } from '../../../shared/domain/reminders.ts';
import { monday } from '../../builders/ids.ts';

const daySeconds = 86_400;
const days = (count: number) => plusSeconds(monday, count * daySeconds);
const clocks = fc.record({
  answer: fc.integer({ min: 1, max: 40 * daySeconds }),
  reminderFirst: fc.integer({ min: 1, max: 40 * daySeconds }),
  reminderSecond: fc.integer({ min: 1, max: 40 * daySeconds }),
});

describe('the reminders of an introduction', () => {
  it('come at days 3 and 7 of 10', () => {
    expect(remindersFrom(monday, defaultClocks)).toEqual([
      { step: 1, at: days(3), until: days(5) },
      { step: 2, at: days(7), until: days(9) },
    ]);
  });

  it('are never both due, in order, and never in the last day of two days or more', () => {
    fc.assert(
      fc.property(clocks, fc.nat(45 * daySeconds), (given, passed) => {
        const reminders = remindersFrom(monday, given);
        const steps = reminders.map(({ step }) => step);
        expect(steps).toEqual([...new Set(steps)].sort());
        const now = plusSeconds(monday, passed);
        const due = reminders.filter(({ at, until }) => at <= now && now < until);
        expect(due.length).toBeLessThanOrEqual(1);
        expect(reminderDue(now, reminders)).toEqual(due[0]);
        const leftSeconds = given.answer - passed;
        if (due.length > 0) expect(leftSeconds).toBeGreaterThan(Math.min(daySeconds, given.answer / 2));
      }),
    );
  });

  it('are left out where the clocks leave no room for them', () => {
    const stepsOf = (own: Partial<typeof defaultClocks>) =>
      remindersFrom(monday, { ...defaultClocks, ...own }).map(({ step }) => step);
    expect(stepsOf({ answer: 8 * daySeconds })).toEqual([1]);
    expect(stepsOf({ answer: 4 * daySeconds })).toEqual([]);
    expect(stepsOf({ reminderFirst: 7 * daySeconds })).toEqual([2]);
    expect(stepsOf({ reminderFirst: 8 * daySeconds })).toEqual([2]);
    expect(stepsOf({ answer: 60, reminderFirst: 5, reminderSecond: 10 })).toEqual([1, 2]);
  });

  it('of which only the later is sent when both were missed', () => {
    const reminders = remindersFrom(monday, defaultClocks);
    expect(reminderDue(days(4.9), reminders)?.step).toBe(1);
    expect(reminderDue(days(5), reminders)).toBeUndefined();
    expect(reminderDue(days(8), reminders)?.step).toBe(2);
    expect(reminderDue(days(9), reminders)).toBeUndefined();
    expect(reminderDue(days(8))).toBeUndefined();
  });

  it('that are past are over', () => {
    const reminders = remindersFrom(monday, defaultClocks);
    expect(remindersAfter(days(2), reminders)).toEqual(reminders);
    expect(remindersAfter(days(3), reminders).map(({ step }) => step)).toEqual([2]);
    expect(remindersAfter(days(7), reminders)).toEqual([]);
    expect(remindersAfter(days(7))).toEqual([]);
  });
});
