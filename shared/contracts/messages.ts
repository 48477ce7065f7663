import * as z from 'zod';
import { interestIdSchema, outboxIdSchema } from '../domain/ids.ts';
import { countrySchema } from '../domain/region.ts';

/** A message of the mail queue: which outbox entry to send. The table says everything else. */
export const mailMessageSchema = z.object({ outboxId: outboxIdSchema });

/** A message of the match queue: which interest to match. */
export const matchMessageSchema = z.object({ interestId: interestIdSchema });

/** A message of the index queue: whose members have changed, or the number of their leads. */
export const indexMessageSchema = z.object({ country: countrySchema });

/** A message that no queue of ours could have held is a fault; it ends in the dead-letter queue. */
export function parseMessage<S extends z.ZodType>(schema: S, body: string): z.output<S> {
  return schema.parse(JSON.parse(body));
}
