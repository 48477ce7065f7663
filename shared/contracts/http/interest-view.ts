import * as z from 'zod';
import type { EmailAddress } from '../../domain/email-address.ts';
import { instantSchema, interestIdSchema } from '../../domain/ids.ts';
import { intentSchema } from '../../domain/intent.ts';
import type { Interest } from '../../domain/interest.ts';
import { languageSchema } from '../../domain/language-schema.ts';
import { type Lead, leadDeadline, leadStatuses } from '../../domain/lead.ts';

/** A lead as its submitter sees it: the member is named only once it has been connected. */
const leadOfInterestSchema = z.object({
  status: z.enum(leadStatuses),
  updatedAt: instantSchema,
  deadlineAt: instantSchema.optional(),
  member: z.object({ name: z.string() }).optional(),
});

/** `GET /api/interests/{id}?key=`: where a request stands. */
export const interestViewSchema = z.object({
  id: interestIdSchema,
  status: z.enum(['submitted', 'confirmed', 'matched', 'closed', 'expired', 'withdrawn', 'erased']),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** The clocks that run: by when what happens. */
  clocks: z.object({ confirmBy: instantSchema.optional(), endsAt: instantSchema.optional() }),
  /** Absent after erasure. */
  request: z
    .object({
      language: languageSchema,
      companyName: z.string(),
      intent: intentSchema,
      description: z.string(),
    })
    .optional(),
  /** While unconfirmed: where the confirmation went, masked (`c•••s@misti.example`), so that a slip is found. */
  sentTo: z.string().optional(),
  leads: z.array(leadOfInterestSchema),
});
export type InterestView = z.infer<typeof interestViewSchema>;

/** What the submitter is shown of an interest and its leads. */
export function interestView(interest: Interest, leads: readonly Lead[]): InterestView {
  return {
    id: interest.id,
    status: interest.status,
    createdAt: interest.createdAt,
    updatedAt: interest.updatedAt,
    clocks: {
      confirmBy: interest.status === 'submitted' ? interest.confirmBy : undefined,
      endsAt: 'endsAt' in interest ? interest.endsAt : undefined,
    },
    request:
      interest.status === 'erased'
        ? undefined
        : {
            language: interest.form.language,
            companyName: interest.form.company.name,
            intent: interest.form.intent,
            description: interest.form.sought.description,
          },
    sentTo: interest.status === 'submitted' ? masked(interest.form.contact.email) : undefined,
    leads: leads.map((lead) => ({
      status: lead.status,
      updatedAt: lead.updatedAt,
      deadlineAt: leadDeadline(lead),
      member: lead.status === 'connected' ? { name: lead.member.name } : undefined,
    })),
  };
}

/** An address that its owner knows again and nobody else learns. */
function masked(address: EmailAddress): string {
  const text = address.reveal();
  const at = text.lastIndexOf('@');
  const [first, last] = [text.slice(0, 1), at > 2 ? text.slice(at - 1, at) : ''];
  return `${first}•••${last}${text.slice(at)}`;
}

/** 202 of `POST /api/interests`. */
export const submittedSchema = z.object({ id: interestIdSchema, statusUrl: z.url() });
