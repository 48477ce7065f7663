import * as z from 'zod';
import { instantSchema } from './ids.ts';
import { line, paragraph } from './text.ts';

/** What a person did that nothing else would tell. */
const auditActs = ['sentAttested', 'sentAgain', 'breakerClosed'] as const;
const auditActSchema = z.enum(auditActs);
export type AuditAct = z.infer<typeof auditActSchema>;

/** Why a person did it, in their own words, 1 to 500 characters. */
export const auditNoteSchema = paragraph(500);

/** The id of what was acted on, of whatever kind: an outbox entry, a lead, the breaker. Never an address. */
export const auditSubjectSchema = z.string().regex(/^[0-9A-Za-z.#-]{1,200}$/, 'invalidId');

/** One act of one person, written with the act itself and never changed. */
export const auditRecordSchema = z.object({
  subject: auditSubjectSchema,
  at: instantSchema,
  act: auditActSchema,
  /** The person's subject at the identity provider, never an address. */
  by: line(128),
  note: auditNoteSchema,
  /** The state that the person found. */
  before: line(200),
});
export type AuditRecord = z.infer<typeof auditRecordSchema>;

/** The subject of acts on the breaker, of which there is one. */
export const breakerSubject = 'BREAKER';
