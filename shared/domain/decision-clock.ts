import * as z from 'zod';
import type { Clocks } from './clocks.ts';
import { type Instant, instantSchema } from './ids.ts';
import { plusWorkingSeconds, type WorkCalendar } from './work-calendar.ts';

/** `warning`: the first coordinator is told that a decision waits; `escalation`: the second, that it is late. */
export const alertSteps = ['warning', 'escalation'] as const;
export type AlertStep = (typeof alertSteps)[number];

/** A word to a coordinator that is still to come. */
export const alertSchema = z.object({ step: z.enum(alertSteps), at: instantSchema });
export type Alert = z.infer<typeof alertSchema>;

/** By when a lead that is proposed at `proposedAt` is to be decided, and who is told before and then. */
export function decisionClock(
  proposedAt: Instant,
  { decideWarn, decide }: Pick<Clocks, 'decideWarn' | 'decide'>,
  calendar: WorkCalendar,
): { readonly decideBy: Instant; readonly alerts: Alert[] } {
  const decideBy = plusWorkingSeconds(proposedAt, decide, calendar);
  const warning: Alert[] =
    decideWarn < decide
      ? [{ step: 'warning', at: plusWorkingSeconds(proposedAt, decideWarn, calendar) }]
      : [];
  return { decideBy, alerts: [...warning, { step: 'escalation', at: decideBy }] };
}
