import { type Clocks, plusSeconds } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { LeadIn } from './lead.ts';

/** An approved lead whose introduction has gone out: from now on the recipient's clock runs. */
export function introduced(lead: LeadIn<'approved'>, at: Instant, clocks: Clocks): LeadIn<'introduced'> {
  return {
    ...lead,
    status: 'introduced',
    revision: lead.revision + 1,
    updatedAt: at,
    introducedAt: at,
    answerBy: plusSeconds(at, clocks.answer),
  };
}
