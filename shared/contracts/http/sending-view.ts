import * as z from 'zod';
import { instantSchema } from '../../domain/ids.ts';
import type { Breaker } from '../../domain/ports.ts';

/** Sending as a whole. `because` and `since` are absent as long as it never stopped. */
export const sendingViewSchema = z.object({
  breaker: z.enum(['open', 'closed']),
  because: z.string().optional(),
  since: instantSchema.optional(),
});
export type SendingView = z.infer<typeof sendingViewSchema>;

export function sendingView(breaker: Breaker | undefined): SendingView {
  if (breaker === undefined) return { breaker: 'closed' };
  const { state, because, at } = breaker;
  return { breaker: state, because, since: at };
}
