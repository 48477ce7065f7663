import * as z from 'zod';
import { answerClocksSchema } from './clocks.ts';
import { alertSchema } from './decision-clock.ts';
import { duplicateSchema, heldBackSchema, maxDuplicates } from './duplicates/duplicate.ts';
import {
  clusterIdSchema,
  type Instant,
  instantSchema,
  interestIdSchema,
  leadIdSchema,
  memberIdSchema,
} from './ids.ts';
import { intentSchema } from './intent.ts';
import { languageSchema } from './language-schema.ts';
import { reasonSchema } from './matching/reason.ts';
import { companySchema, wareSchema } from './profile.ts';
import { reminderSchema } from './reminders.ts';
import { line, paragraph } from './text.ts';

/** Why a recipient declines. `stop` is not chosen from a list: it is what stopping all mail says of an open lead. */
export const declineReasons = ['noCapacity', 'notOurField', 'notThisMarket', 'notNow', 'other'] as const;
export const declineReasonSchema = z.enum(declineReasons);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** Why a coordinator rejects a proposed lead. */
export const rejectReasons = [
  'notSuitable',
  'alreadyInContact',
  'memberUnavailable',
  'doubtfulInterest',
  'other',
] as const;
export const rejectReasonSchema = z.enum(rejectReasons);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

/** Why an introduction does not reach its recipient. */
const undeliverableCauses = ['suppressed', 'noConsent', 'introducedBefore', 'refused', 'bounced'] as const;
export type UndeliverableCause = (typeof undeliverableCauses)[number];

export const messageSchema = paragraph(1000);

/** What a lead shows of the interest: never contact data. */
export const interestSummarySchema = z.object({
  id: interestIdSchema,
  language: languageSchema,
  company: companySchema.pick({ name: true, country: true, region: true, sectors: true }),
  intent: intentSchema,
  sought: wareSchema,
});
export type InterestSummary = z.infer<typeof interestSummarySchema>;

const common = {
  id: leadIdSchema,
  revision: z.number().int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  clusterId: clusterIdSchema,
  member: z.object({ id: memberIdSchema, name: line(200), language: languageSchema }),
};
const matter = {
  ...common,
  score: z.number().min(0).max(1),
  reasons: z.array(reasonSchema).min(1),
  interest: interestSummarySchema,
  /** Earlier interests that may be from the same company, as they were found when this lead was proposed. */
  duplicates: z.array(duplicateSchema).max(maxDuplicates).optional(),
};
/** `by` is the coordinator's subject at the identity provider, never an address. */
const decision = { decidedAt: instantSchema, decidedBy: line(128), message: messageSchema.optional() };
const approved = { ...matter, ...decision };
const introduced = { ...approved, introducedAt: instantSchema, answerBy: instantSchema };
/** Reminders that are still to come, in order. */
const reminded = { reminders: z.array(reminderSchema).max(2).optional() };
const answered = { ...introduced, answeredAt: instantSchema, answerMessage: messageSchema.optional() };

/** One interest paired with one member. */
export const leadSchema = z.discriminatedUnion('status', [
  z.object({
    ...matter,
    status: z.literal('proposed'),
    decideBy: instantSchema,
    /** Words to its coordinators that are still to come, in order. */
    alerts: z.array(alertSchema).max(2).optional(),
    heldBack: heldBackSchema.optional(),
  }),
  z.object({ ...matter, status: z.literal('rejected'), ...decision, reasonCode: rejectReasonSchema }),
  /** `answerClocks`: what the introduction promises, from the setting of the moment in which it was written. */
  z.object({ ...approved, status: z.literal('approved'), answerClocks: answerClocksSchema.optional() }),
  z.object({
    ...approved,
    status: z.literal('undeliverable'),
    cause: z.enum(undeliverableCauses),
    failedAt: instantSchema,
  }),
  z.object({ ...introduced, ...reminded, status: z.literal('introduced') }),
  /** Its reminders are those that come again should the acceptance be undone. */
  z.object({ ...answered, ...reminded, status: z.literal('accepted'), discloseAt: instantSchema }),
  z.object({ ...answered, status: z.literal('connected'), connectedAt: instantSchema }),
  z.object({
    ...answered,
    status: z.literal('declined'),
    reasonCode: declineReasonSchema.or(z.literal('stop')),
  }),
  z.object({ ...answered, status: z.literal('deferred') }),
  z.object({ ...introduced, status: z.literal('expired'), expiredAt: instantSchema }),
  z.object({
    ...matter,
    status: z.literal('withdrawn'),
    withdrawnAt: instantSchema,
    introduced: z.boolean(),
    introducedAt: instantSchema.optional(),
  }),
  z.object({ ...common, status: z.literal('erased'), erasedAt: instantSchema }),
]);

export type Lead = z.infer<typeof leadSchema>;

/** Every state of a lead, in the order of its life. */
export const leadStatuses = [
  'proposed',
  'approved',
  'introduced',
  'accepted',
  'connected',
  'rejected',
  'declined',
  'deferred',
  'expired',
  'undeliverable',
  'withdrawn',
  'erased',
] as const satisfies readonly Lead['status'][];
export type LeadStatus = (typeof leadStatuses)[number];
export type LeadIn<S extends LeadStatus> = Extract<Lead, { status: S }>;

/** A lead that still holds what it is about. */
export type HeldLead = Exclude<Lead, { status: 'erased' }>;

/** The instant by which somebody must act; undefined when nobody has to. */
export function leadDeadline(lead: Lead): Instant | undefined {
  if (lead.status === 'proposed') return lead.decideBy;
  if (lead.status === 'introduced') return lead.answerBy;
  if (lead.status === 'accepted') return lead.discloseAt;
  return undefined;
}

/** When the sweeper must look at this lead: at the next of its clocks, be it to move it on or to send a word about it. */
export function leadDueAt(lead: Lead): Instant | undefined {
  if (lead.status === 'proposed') return lead.alerts?.[0]?.at;
  if (lead.status === 'introduced') return earliestOf(lead.answerBy, lead.reminders?.[0]?.at);
  return leadDeadline(lead);
}

/** Instants are written alike, so that text order is time order. */
function earliestOf(instant: Instant, other: Instant | undefined): Instant {
  return other !== undefined && other < instant ? other : instant;
}
