import * as z from 'zod';
import { type Instant, instantSchema, interestIdSchema } from './ids.ts';
import { intentSchema } from './intent.ts';
import { languageSchema } from './language-schema.ts';
import { companySchema, contactSchema, soughtSchema } from './profile.ts';
import { line } from './text.ts';

/** Consent as the submitter gives it on the form: both are needed, so neither can be stored as refused. */
const formConsentSchema = z.object({
  version: line(40),
  contactByEmail: z.literal(true, 'consentRequired'),
  shareOnAcceptance: z.literal(true, 'consentRequired'),
});

/** The business-interest form: the body of `POST /api/interests`. */
export const interestFormSchema = z.object({
  language: languageSchema,
  company: companySchema,
  contact: contactSchema,
  intent: intentSchema,
  sought: soughtSchema,
  consent: formConsentSchema,
  targetRegion: line(80).optional(),
});
export type InterestForm = z.infer<typeof interestFormSchema>;

const common = {
  id: interestIdSchema,
  /** Rises by one with every change; a change is refused when somebody else was faster. */
  revision: z.number().int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
};
const held = {
  ...common,
  form: interestFormSchema,
  /** Where the consent in `form.consent` was given; its time is `createdAt`. */
  consentSource: z.literal('form'),
};

/** One submitted form in its lifecycle; contact data is there in every state but `erased`. */
export const interestSchema = z.discriminatedUnion('status', [
  z.object({ ...held, status: z.literal('submitted'), confirmBy: instantSchema }),
  z.object({
    ...held,
    status: z.literal('confirmed'),
    confirmedAt: instantSchema,
    endsAt: instantSchema,
    /** When matching is asked for again should nothing have come of the first request. */
    matchBy: instantSchema,
  }),
  z.object({
    ...held,
    status: z.literal('matched'),
    confirmedAt: instantSchema,
    endsAt: instantSchema,
    matchedAt: instantSchema,
    leadCount: z.number().int().min(0),
    /** When the sweeper next looks whether anything is still open; absent once it has nothing more to look for. */
    reviewAt: instantSchema.optional(),
  }),
  z.object({ ...held, status: z.literal('closed'), closedAt: instantSchema }),
  z.object({ ...held, status: z.literal('expired'), expiredAt: instantSchema }),
  z.object({ ...held, status: z.literal('withdrawn'), withdrawnAt: instantSchema }),
  z.object({ ...common, status: z.literal('erased'), erasedAt: instantSchema }),
]);

export type Interest = z.infer<typeof interestSchema>;
export type InterestStatus = Interest['status'];
export type InterestIn<S extends InterestStatus> = Extract<Interest, { status: S }>;
/** An interest that still holds its form. */
export type HeldInterest = Exclude<Interest, { status: 'erased' }>;

/** What the next state keeps of this one: identity and form, a new revision, the time of the change. */
export function carried(interest: HeldInterest, at: Instant) {
  const { id, revision, createdAt, form, consentSource } = interest;
  return { id, revision: revision + 1, createdAt, updatedAt: at, form, consentSource };
}

/** When the sweeper must look at this interest; undefined when nothing is due. */
export function interestDueAt(interest: Interest): Instant | undefined {
  if (interest.status === 'submitted') return interest.confirmBy;
  if (interest.status === 'confirmed') return interest.matchBy;
  if (interest.status === 'matched') {
    const { endsAt, reviewAt } = interest;
    return reviewAt !== undefined && reviewAt < endsAt ? reviewAt : endsAt;
  }
  return undefined;
}
