import * as z from 'zod';
import { deliverySchema } from './delivery.ts';
import { emailAddressSchema } from './email-address.ts';
import {
  attemptIdSchema,
  clusterIdSchema,
  type Instant,
  type InterestId,
  instantSchema,
  interestIdSchema,
  type LeadId,
  leadIdSchema,
  memberIdSchema,
  type OutboxId,
  outboxIdSchema,
  partsOf,
} from './ids.ts';
import { mailContentSchema } from './mail-content.ts';
import { line } from './text.ts';

const recipientSides = ['submitter', 'member'] as const;
export type RecipientSide = (typeof recipientSides)[number];

/** Whom a mail goes to: one of the two sides, or who runs the cluster. */
type Recipient = RecipientSide | 'coordinator';

/** What must still hold in the moment of sending; checked in the transaction that claims the entry. */
const needSchema = z.discriminatedUnion('of', [
  /** The submitter's own interest, not erased (its consent cannot be stored as refused); or still open, if so it says. */
  z.object({ of: z.literal('submitter'), interestId: interestIdSchema, open: z.literal(true).optional() }),
  /** A member's consent on record; for an introduction also a lead that is still approved. */
  z.object({ of: z.literal('member'), memberId: memberIdSchema, approvedLead: leadIdSchema.optional() }),
  /** A member's consent, a lead that still waits for its answer, and that it is not yet `until`. */
  z.object({
    of: z.literal('reminder'),
    memberId: memberIdSchema,
    introducedLead: leadIdSchema,
    until: instantSchema,
  }),
  /** Nothing but what holds for every mail: word to those who run a cluster is part of running it. */
  z.object({ of: z.literal('coordinator'), clusterId: clusterIdSchema }),
]);
export type SendNeed = z.infer<typeof needSchema>;

const common = {
  id: outboxIdSchema,
  revision: z.number().int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  to: emailAddressSchema,
  content: mailContentSchema,
  need: needSchema,
  /** Claims so far that ended in a refusal which may pass. */
  retries: z.number().int().min(0),
  /** Earlier attempts that nobody knows the outcome of, after which a person had the mail sent again; oldest first. */
  doubts: z.array(z.object({ attemptId: attemptIdSchema, claimedAt: instantSchema })).optional(),
};
const attempted = { ...common, attemptId: attemptIdSchema, claimedAt: instantSchema };

const sendFailures = [
  'suppressed',
  'noConsent',
  'superseded',
  'introducedBefore',
  'rejected',
  'tooManyRetries',
] as const;
export type SendFailure = (typeof sendFailures)[number];

/** One mail to one recipient, written in the same transaction as its cause. */
export const outboxEntrySchema = z.discriminatedUnion('status', [
  /** `dueAt`: when it is put on the queue again should it still be here. */
  z.object({ ...common, status: z.literal('queued'), dueAt: instantSchema }),
  /** `dueAt`: not to be tried before. */
  z.object({
    ...common,
    status: z.literal('waiting'),
    dueAt: instantSchema,
    because: z.enum(['throttled', 'unreachable', 'misconfigured', 'paused', 'capped']),
  }),
  /** `dueAt`: when the attempt is called doubtful. */
  z.object({ ...attempted, status: z.literal('sending'), dueAt: instantSchema }),
  /**
   * Known to have gone out: by the id that the provider gave it, or because a person found out that it did arrive. Such a
   * person is named by the subject at the identity provider; `sentAt` is then when they said so.
   */
  z
    .object({
      ...attempted,
      status: z.literal('sent'),
      sentAt: instantSchema,
      messageId: z.string().min(1).max(200).optional(),
      attestedBy: line(128).optional(),
      /** What the provider has reported since. */
      delivery: deliverySchema.optional(),
    })
    .refine(({ messageId, attestedBy }) => (messageId === undefined) !== (attestedBy === undefined)),
  z.object({
    ...common,
    status: z.literal('failed'),
    failedAt: instantSchema,
    failure: z.enum(sendFailures),
  }),
  z.object({ ...attempted, status: z.literal('unknown'), since: instantSchema }),
]);

export type OutboxEntry = z.infer<typeof outboxEntrySchema>;
export type OutboxStatus = OutboxEntry['status'];
export type OutboxEntryIn<S extends OutboxStatus> = Extract<OutboxEntry, { status: S }>;

export function outboxIdOf(cause: string, side: Recipient, step: string): OutboxId {
  return outboxIdSchema.parse(`${cause}#${side}#${step}`);
}

/** What an entry came of, and to which side it goes, as its id says. */
export function causeOf(id: OutboxId): {
  readonly interestId: InterestId;
  readonly leadId: LeadId | undefined;
  readonly side: RecipientSide;
} {
  const [cause = '', side] = id.split('#');
  const leadId = leadIdSchema.safeParse(cause).data;
  const interestId = leadId === undefined ? interestIdSchema.parse(cause) : partsOf(leadId).interestId;
  return { interestId, leadId, side: side === 'member' ? 'member' : 'submitter' };
}

/** A new entry, ready for the queue; its step is its template, but for news that can come more than once. */
export function newOutboxEntry(
  entry: Pick<OutboxEntry, 'to' | 'content' | 'need'> & { cause: string; side: Recipient; step: string },
  at: Instant,
  requeueAt: Instant,
): OutboxEntryIn<'queued'> {
  return {
    id: outboxIdOf(entry.cause, entry.side, entry.step),
    revision: 1,
    createdAt: at,
    updatedAt: at,
    status: 'queued',
    dueAt: requeueAt,
    to: entry.to,
    content: entry.content,
    need: entry.need,
    retries: 0,
  };
}

/** States in which no attempt runs or is in doubt. The recipient cannot have the mail, unless an earlier one was. */
export const unclaimedStatuses: readonly OutboxStatus[] = ['queued', 'waiting', 'failed'];

/** Nobody has called the provider for this entry, or its refusal was certain: the recipient cannot have the mail. */
export function isUnclaimed(entry: OutboxEntry): boolean {
  return unclaimedStatuses.includes(entry.status) && entry.doubts === undefined;
}

/** The id of a lead's introduction. */
export function introductionIdOf(leadId: LeadId): OutboxId {
  return outboxIdOf(leadId, 'member', 'introduction');
}

/** When the sweeper must look at this entry; undefined in a final state. */
export function outboxDueAt(entry: OutboxEntry): Instant | undefined {
  return 'dueAt' in entry ? entry.dueAt : undefined;
}

/** What every later state keeps of an entry. */
export function entryCore(entry: OutboxEntry, at: Instant) {
  const { id, revision, createdAt, to, content, need, retries, doubts } = entry;
  return { id, revision: revision + 1, createdAt, updatedAt: at, to, content, need, retries, doubts };
}
