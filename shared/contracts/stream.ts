import * as z from 'zod';
import { interestIdSchema, outboxIdSchema } from '../domain/ids.ts';

/** DynamoDB writes a text as `{"S": "…"}`. */
const imageSchema = z.union([
  z
    .object({ kind: z.object({ S: z.literal('OUTBOX') }), id: z.object({ S: outboxIdSchema }) })
    .transform(({ id }) => ({ kind: 'OUTBOX' as const, id: id.S })),
  z
    .object({ kind: z.object({ S: z.literal('INTEREST') }), id: z.object({ S: interestIdSchema }) })
    .transform(({ id }) => ({ kind: 'INTEREST' as const, id: id.S })),
]);

/** A record of the table's stream, as far as the dispatcher reads it: which item, of which kind. */
export const streamRecordSchema = z
  .object({ dynamodb: z.object({ NewImage: imageSchema }) })
  .transform((record) => record.dynamodb.NewImage);

export type StreamChange = z.output<typeof streamRecordSchema>;
