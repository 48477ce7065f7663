import * as z from 'zod';
import {
  attemptIdSchema,
  clusterIdSchema,
  instantSchema,
  interestIdSchema,
  leadIdSchema,
  outboxIdSchema,
} from '../../domain/ids.ts';
import type { Interest } from '../../domain/interest.ts';
import { type Lead, leadStatuses } from '../../domain/lead.ts';
import { causeOf } from '../../domain/outbox.ts';
import { maySendAgain, type StuckEntry } from '../../domain/send-again.ts';

/** What a person may do about a mail. */
export const resolutions = ['sent', 'again'] as const;
export type ResolutionKind = (typeof resolutions)[number];

/** A mail that only a person can move on. Never an address: the recipient is a company. */
export const mailViewSchema = z.object({
  id: outboxIdSchema,
  /** Rises with each change; what a person decides is bound to what they saw. */
  revision: z.number().int().min(1),
  status: z.enum(['unknown', 'failed']),
  template: z.string(),
  createdAt: instantSchema,
  /** Since when it has been in this state. */
  since: instantSchema,
  /** `companyName` is null where nothing on record tells it any more. */
  recipient: z.object({ side: z.enum(['submitter', 'member']), companyName: z.string().nullable() }),
  interestId: interestIdSchema,
  leadId: leadIdSchema.optional(),
  leadStatus: z.enum(leadStatuses).optional(),
  clusterId: clusterIdSchema.optional(),
  /** The attempt in doubt, by the id that the provider's log knows it by. */
  attempt: z.object({ id: attemptIdSchema, at: instantSchema }).optional(),
  /** Earlier attempts in doubt, after which it was sent again. */
  earlierDoubts: z.number().int().min(0),
  failure: z.string().optional(),
  retries: z.number().int().min(0),
  /** Empty for what can never be forced: an objection, no consent, or nothing left to say. */
  allowed: z.array(z.enum(resolutions)),
});
export type MailView = z.infer<typeof mailViewSchema>;

export const mailPageSchema = z.object({ items: z.array(mailViewSchema), cursor: z.string().optional() });
export type MailPage = z.infer<typeof mailPageSchema>;

/** Answer of `POST /api/mails/{id}/resolution`: the state that the mail is in now. */
export const resolvedSchema = z.object({ id: outboxIdSchema, status: z.string() });

/** What is on record beside an entry; `undefined` for what is not, or cannot be read. */
export interface MailSurroundings {
  readonly interest: Interest | undefined;
  readonly lead: Lead | undefined;
}

export function mailView(entry: StuckEntry, { interest, lead }: MailSurroundings): MailView {
  const { interestId, leadId, side } = causeOf(entry.id);
  const doubtful = entry.status === 'unknown';
  const submitter =
    interest === undefined || interest.status === 'erased' ? undefined : interest.form.company.name;
  return {
    id: entry.id,
    revision: entry.revision,
    status: entry.status,
    template: entry.content.template,
    createdAt: entry.createdAt,
    since: doubtful ? entry.since : entry.failedAt,
    recipient: { side, companyName: (side === 'member' ? lead?.member.name : submitter) ?? null },
    interestId,
    leadId,
    leadStatus: lead?.status,
    clusterId: lead?.clusterId,
    attempt: doubtful ? { id: entry.attemptId, at: entry.claimedAt } : undefined,
    earlierDoubts: entry.doubts?.length ?? 0,
    failure: doubtful ? undefined : entry.failure,
    retries: entry.retries,
    allowed: doubtful ? ['sent', 'again'] : maySendAgain(entry) ? ['again'] : [],
  };
}
