import * as z from 'zod';
import { hashOf } from './hash.ts';
import { addressHashSchema, type Instant } from './ids.ts';

/** A calendar day and an hour of it, both in UTC: `2026-11-25`, `2026-11-25T09`. */
const daySchema = z.iso.date();
const hourSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d$/);

/** So many items share what one hour counts, so that many writers at once do not wait for each other. */
const shards = 8;

const hourlyCounters = ['forms', 'accepted', 'bounced', 'complained'] as const;
/**
 * `forms`: acknowledged forms. `accepted`: mails that SES took. `bounced`, `complained`: those of them of which SES said
 * so later, counted in the hour in which that was heard.
 */
export type HourlyCounter = (typeof hourlyCounters)[number];

/** What is counted: mails to one address on one day, or something of one hour. */
export const counterSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('mailsTo'), addressHash: addressHashSchema, day: daySchema }),
  z.object({
    of: z.enum(hourlyCounters),
    hour: hourSchema,
    shard: z
      .number()
      .int()
      .min(0)
      .max(shards - 1),
  }),
]);
export type Counter = z.infer<typeof counterSchema>;

/** What one hour counted, over all its shards. */
export interface HourCount {
  readonly hour: string;
  readonly count: number;
}

export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

export function hourOf(instant: Instant): string {
  return instant.slice(0, 13);
}

/** The counter of an hour that `id` is counted by: always the same one for the same id. */
export function hourly(of: HourlyCounter, at: Instant, id: string): Counter {
  return { of, hour: hourOf(at), shard: hashOf(id) % shards };
}

/** The days of which an hour from `since` to `until` is part, oldest first. */
export function daysBetween(since: Instant, until: Instant): readonly string[] {
  const days: string[] = [];
  for (let at = since; dayOf(at) <= dayOf(until); at = new Date(Date.parse(at) + 86_400_000).toISOString())
    days.push(dayOf(at));
  return days;
}
