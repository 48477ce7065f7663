import * as z from 'zod';
import { interestIdSchema, leadIdSchema, memberIdSchema, outboxIdSchema } from '../domain/ids.ts';
import { type Country, countrySchema, otherSide } from '../domain/region.ts';

/** DynamoDB writes a text as `{"S": "…"}`, and an object as `{"M": {…}}`. */
const text = <S extends z.ZodType>(schema: S) => z.object({ S: schema });
const map = <S extends z.ZodRawShape>(shape: S) => z.object({ M: z.object(shape) });
const kind = <K extends string>(name: K) => text(z.literal(name));

const company = map({ country: text(countrySchema) });

const writtenSchema = z.union([
  z
    .object({ kind: kind('OUTBOX'), id: text(outboxIdSchema) })
    .transform(({ id }) => ({ kind: 'OUTBOX' as const, id: id.S })),
  z
    .object({ kind: kind('INTEREST'), id: text(interestIdSchema) })
    .transform(({ id }) => ({ kind: 'INTEREST' as const, id: id.S })),
  z
    .object({ kind: kind('LEAD'), id: text(leadIdSchema), interest: map({ company }) })
    .transform(({ id, interest }) => ({
      kind: 'LEAD' as const,
      id: id.S,
      // The member is on the other side of the interest.
      countries: [otherSide(interest.M.company.M.country.S)],
    })),
]);

const memberSchema = z.object({ kind: kind('MEMBER'), id: text(memberIdSchema), company });

/** A member that is new has no old image, one that is gone has no new one, and one that broke only an old one to read. */
const changedMemberSchema = z.union([
  z
    .object({ NewImage: memberSchema, OldImage: memberSchema.optional() })
    .transform(({ NewImage, OldImage = NewImage }) => memberChange(NewImage, OldImage)),
  z.object({ OldImage: memberSchema }).transform(({ OldImage }) => memberChange(OldImage, OldImage)),
]);

type MemberImage = z.output<typeof memberSchema>;

function memberChange(after: MemberImage, before: MemberImage) {
  const countries = new Set<Country>([after, before].map((image) => image.company.M.country.S));
  return { kind: 'MEMBER' as const, id: after.id.S, countries: [...countries] };
}

/**
 * A record of the table's stream, as far as the dispatcher reads it: which item, of which kind, and of a member or lead
 * the countries whose index of members it changes.
 */
export const streamRecordSchema = z
  .object({
    dynamodb: z.union([
      z.object({ NewImage: writtenSchema }).transform(({ NewImage }) => NewImage),
      changedMemberSchema,
    ]),
  })
  .transform((record) => record.dynamodb);

export type StreamChange = z.output<typeof streamRecordSchema>;
