import * as z from 'zod';
import { duplicateSchema, heldBackSchema } from '../../domain/duplicates/duplicate.ts';
import { clusterIdSchema, instantSchema, leadIdSchema, memberIdSchema } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { interestSummarySchema, type Lead, leadDeadline } from '../../domain/lead.ts';
import { describeReason } from '../../domain/matching/describe-reason.ts';
import { reasonSchema } from '../../domain/matching/reason.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';

/** A reason as facts and, in `text`, in the reader's language. */
const reasonViewSchema = z.intersection(reasonSchema, z.object({ text: z.string().min(1) }));

/** A lead as its coordinator sees it. After erasure only its identity is left. */
export const leadViewSchema = z.object({
  id: leadIdSchema,
  status: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deadlineAt: instantSchema.nullable(),
  clusterId: clusterIdSchema,
  member: z.object({ id: memberIdSchema, name: z.string() }),
  score: z.number().min(0).max(1).nullable(),
  reasons: z.array(reasonViewSchema),
  interest: interestSummarySchema.nullable(),
  /** Earlier requests that may be from the same company. */
  duplicates: z.array(duplicateSchema).optional(),
  /** Why it may not be introduced yet, and from when on it may. */
  heldBack: heldBackSchema.optional(),
  decision: z
    .object({ at: instantSchema, reasonCode: z.string().optional(), message: z.string().optional() })
    .optional(),
  answer: z
    .object({ at: instantSchema, reasonCode: z.string().optional(), message: z.string().optional() })
    .optional(),
  /** Why an introduction did not reach its recipient. */
  cause: z.string().optional(),
});
export type LeadView = z.infer<typeof leadViewSchema>;

export const leadPageSchema = z.object({ items: z.array(leadViewSchema), cursor: z.string().optional() });
export type LeadPage = z.infer<typeof leadPageSchema>;

export function leadView(lead: Lead, language: Language, names: SectorNames): LeadView {
  const held = lead.status === 'erased' ? undefined : lead;
  return {
    id: lead.id,
    status: lead.status,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    deadlineAt: leadDeadline(lead) ?? null,
    clusterId: lead.clusterId,
    member: { id: lead.member.id, name: lead.member.name },
    score: held?.score ?? null,
    reasons: (held?.reasons ?? []).map((reason) => ({
      ...reason,
      text: describeReason(reason, language, names),
    })),
    interest: held?.interest ?? null,
    duplicates: held?.duplicates,
    heldBack: lead.status === 'proposed' ? lead.heldBack : undefined,
    decision:
      'decidedAt' in lead
        ? {
            at: lead.decidedAt,
            reasonCode: lead.status === 'rejected' ? lead.reasonCode : undefined,
            message: lead.message,
          }
        : undefined,
    answer:
      'answeredAt' in lead
        ? {
            at: lead.answeredAt,
            reasonCode: lead.status === 'declined' ? lead.reasonCode : undefined,
            message: lead.answerMessage,
          }
        : undefined,
    cause: lead.status === 'undeliverable' ? lead.cause : undefined,
  };
}
