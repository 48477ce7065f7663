import * as z from 'zod';
import { auditNoteSchema } from '../../domain/audit.ts';
import { messageSchema, rejectReasonSchema } from '../../domain/lead.ts';
import { resolutions } from './mail-view.ts';

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

/** Body of `POST /api/mails/{id}/resolution`: it did arrive, or send it again; `revision`: of what the person saw. */
export const resolutionBodySchema = z.object({
  as: z.enum(resolutions),
  note: auditNoteSchema,
  revision: z.number().int().min(1).optional(),
});
export type ResolutionBody = z.infer<typeof resolutionBodySchema>;

/** Body of `POST /api/sending`. Opening is nothing that a person does. */
export const sendingBodySchema = z.object({ close: z.literal(true), note: auditNoteSchema });

/** Largest body that is read, in bytes. */
export const maxBodyBytes = 64 * 1024;
