import { type AnswerClocks, plusSeconds } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { LeadIn } from './lead.ts';
import { remindersFrom } from './reminders.ts';

/**
 * An approved lead whose introduction has gone out: from now on the recipient's clock runs, by what the introduction
 * promised, or else by `clocks`.
 */
export function introduced(
  { answerClocks, ...lead }: LeadIn<'approved'>,
  at: Instant,
  clocks: AnswerClocks,
): LeadIn<'introduced'> {
  const promised = answerClocks ?? clocks;
  return {
    ...lead,
    status: 'introduced',
    revision: lead.revision + 1,
    updatedAt: at,
    introducedAt: at,
    answerBy: plusSeconds(at, promised.answer),
    reminders: remindersFrom(at, promised),
  };
}
