import * as z from 'zod';
import { instantSchema } from '../../domain/ids.ts';
import { intentSchema } from '../../domain/intent.ts';
import type { Language } from '../../domain/language.ts';
import { languageSchema } from '../../domain/language-schema.ts';
import {
  declineReasonSchema,
  type HeldLead,
  interestSummarySchema,
  messageSchema,
} from '../../domain/lead.ts';
import { describeReason } from '../../domain/matching/describe-reason.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';

/** What a button just did, told once on the page it leads back to; in the address, so never more than these. */
export const introductionNoticeSchema = z.enum(['undone', 'undoTooLate', 'unchanged']);
export type IntroductionNotice = z.infer<typeof introductionNoticeSchema>;

/** What a recipient can still do with an introduction. */
export const introductionStates = [
  'open',
  'accepted',
  'connected',
  'declined',
  'deferred',
  'closed',
] as const;

/** `GET /api/introductions/{token}`: the introduction as its recipient sees it; never contact data of the submitter. */
export const introductionViewSchema = z.object({
  state: z.enum(introductionStates),
  language: languageSchema,
  member: z.object({ name: z.string() }),
  interest: interestSummarySchema.omit({ id: true }).extend({ intent: intentSchema }),
  reasons: z.array(z.string()),
  /** While open: by when to answer. */
  answerBy: instantSchema.optional(),
  /** While accepted: until when it can be undone, after which contact data is disclosed. */
  undoUntil: instantSchema.optional(),
});
export type IntroductionView = z.infer<typeof introductionViewSchema>;

export function introductionView(lead: HeldLead, language: Language, names: SectorNames): IntroductionView {
  const { id: _id, ...interest } = lead.interest;
  return {
    state: stateOf(lead),
    language: lead.member.language,
    member: { name: lead.member.name },
    interest,
    reasons: lead.reasons.map((reason) => describeReason(reason, language, names)),
    answerBy: lead.status === 'introduced' ? lead.answerBy : undefined,
    undoUntil: lead.status === 'accepted' ? lead.discloseAt : undefined,
  };
}

function stateOf(lead: HeldLead): IntroductionView['state'] {
  switch (lead.status) {
    case 'introduced':
    // The mail may be read before its sending was written down.
    case 'approved':
      return 'open';
    case 'accepted':
    case 'connected':
    case 'declined':
    case 'deferred':
      return lead.status;
    default:
      return 'closed';
  }
}

/** Body of `POST /api/introductions/{token}/answer`, as JSON or as a form. */
export const answerBodySchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept'), message: messageSchema.optional() }),
  z.object({
    answer: z.literal('decline'),
    reasonCode: declineReasonSchema.optional(),
    message: messageSchema.optional(),
  }),
  z.object({ answer: z.literal('defer'), message: messageSchema.optional() }),
]);
export type AnswerBody = z.infer<typeof answerBodySchema>;
