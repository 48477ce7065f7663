import * as z from 'zod';
import { messageSchema, rejectReasonSchema } from '../../domain/lead.ts';

/** Body of `POST /api/interests/{id}/confirm` and `/withdraw`. */
export const keyBodySchema = z.object({ key: z.string().min(1).max(400) });

/** Body of `POST /api/leads/{id}/decision`. */
export const decisionBodySchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), message: messageSchema.optional() }),
  z.object({
    decision: z.literal('reject'),
    reasonCode: rejectReasonSchema.default('other'),
    message: messageSchema.optional(),
  }),
]);
export type DecisionBody = z.infer<typeof decisionBodySchema>;

/** Largest body that is read, in bytes. */
export const maxBodyBytes = 64 * 1024;
