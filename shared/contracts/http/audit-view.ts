import * as z from 'zod';
import { auditRecordSchema } from '../../domain/audit.ts';

/** `GET /api/audit`: who did what, when, to which record, and why. */
export const auditPageSchema = z.object({
  items: z.array(auditRecordSchema),
  cursor: z.string().optional(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
