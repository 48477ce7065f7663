import * as z from 'zod';
import { instantSchema, interestIdSchema, leadIdSchema } from '../ids.ts';
import { line } from '../text.ts';
import { evidenceSchema } from './evidence.ts';

/** So many are enough to see that a company asks again; a lead stays small. */
export const maxDuplicates = 5;

/** Another interest that may be from the same company, and why: for a coordinator to judge, never merged by itself. */
export const duplicateSchema = z.object({
  interestId: interestIdSchema,
  submittedAt: instantSchema,
  companyName: line(200),
  /** Strongest first. */
  evidence: z.array(evidenceSchema).min(1),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** Why a lead may not be introduced yet: the same company was introduced to the same member by another lead. */
export const heldBackSchema = z.object({
  leadId: leadIdSchema,
  introducedAt: instantSchema,
  /** From then on it may be. */
  until: instantSchema,
});
export type HeldBack = z.infer<typeof heldBackSchema>;
