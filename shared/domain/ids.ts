import * as z from 'zod';

/** ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instantSchema>;

/** UUID version 7 (RFC 9562): sorts by the time of its making. */
export const interestIdSchema = z.uuidv7().brand<'InterestId'>();
export type InterestId = z.infer<typeof interestIdSchema>;

/** A short name that a cluster gives its member: lower case letters, digits and hyphens. */
const slug = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const memberIdSchema = z.string().regex(slug, 'invalidId').brand<'MemberId'>();
export type MemberId = z.infer<typeof memberIdSchema>;

export const clusterIdSchema = z.string().regex(slug, 'invalidId').brand<'ClusterId'>();
export type ClusterId = z.infer<typeof clusterIdSchema>;

/** `<interest id>.<member id>`: the pair itself is the key, so that matching twice cannot make two leads. */
export const leadIdSchema = z
  .string()
  .refine((text) => leadPartsSchema.safeParse(text.split('.')).success, 'invalidId')
  .brand<'LeadId'>();
export type LeadId = z.infer<typeof leadIdSchema>;

const leadPartsSchema = z.tuple([interestIdSchema, memberIdSchema]);

export function leadIdOf(interestId: InterestId, memberId: MemberId): LeadId {
  return leadIdSchema.parse(`${interestId}.${memberId}`);
}

export function partsOf(leadId: LeadId): { interestId: InterestId; memberId: MemberId } {
  const [interestId, memberId] = leadPartsSchema.parse(leadId.split('.'));
  return { interestId, memberId };
}

/** `<interest, lead or cluster id>#<recipient>#<step>`: the same mail to the same side can be written only once. */
export const outboxIdSchema = z
  .string()
  .regex(/^[0-9a-z.-]+#(?:submitter|member|coordinator)#[a-z0-9-]+$/)
  .brand<'OutboxId'>();
export type OutboxId = z.infer<typeof outboxIdSchema>;

export const attemptIdSchema = z.uuidv7().brand<'AttemptId'>();
export type AttemptId = z.infer<typeof attemptIdSchema>;

/** Keyed hash of an address in lower-case hexadecimal: what remains of an address that must not be written to. */
export const addressHashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AddressHash'>();
export type AddressHash = z.infer<typeof addressHashSchema>;
