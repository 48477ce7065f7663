import * as z from 'zod';
import { type AnswerClocks, plusSeconds } from './clocks.ts';
import { type Instant, instantSchema } from './ids.ts';

/** A reminder that is still to come: the first or the second, from when on it is sent, and from when on not any more. */
export const reminderSchema = z.object({ step: z.literal([1, 2]), at: instantSchema, until: instantSchema });
export type Reminder = z.infer<typeof reminderSchema>;

/** Nobody is reminded in the last day, or of a shorter time to answer than two days in its last half. */
const quietSeconds = 86_400;

/**
 * The reminders of an introduction that goes out at `introducedAt`, in order. A first one that is late, because
 * something stood still, gives way half the way to the second, so that never both come at once; and none comes so late
 * that it would be followed by the end. What could be sent at no time at all is left out.
 */
export function remindersFrom(introducedAt: Instant, clocks: AnswerClocks): Reminder[] {
  const { answer, reminderFirst, reminderSecond } = clocks;
  const last = answer - Math.min(quietSeconds, answer / 2);
  const giveWay = reminderSecond < last ? (reminderFirst + reminderSecond) / 2 : last;
  const spans = [
    { step: 1 as const, from: reminderFirst, until: giveWay },
    { step: 2 as const, from: reminderSecond, until: last },
  ];
  return spans
    .filter(({ from, until }) => from < until)
    .map(({ step, from, until }) => ({
      step,
      at: plusSeconds(introducedAt, from),
      until: plusSeconds(introducedAt, until),
    }));
}

/** Those whose time has not come at `now`. */
export function remindersAfter(now: Instant, reminders: readonly Reminder[] = []): Reminder[] {
  return reminders.filter(({ at }) => at > now);
}

/** The one to send at `now`, if any. */
export function reminderDue(now: Instant, reminders: readonly Reminder[] = []): Reminder | undefined {
  return reminders.findLast(({ at, until }) => at <= now && now < until);
}
