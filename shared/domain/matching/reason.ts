import * as z from 'zod';
import { intentSchema } from '../intent.ts';
import { declaredSectorSchema } from '../sectors/declared-sector.ts';
import { sectorCodeSchema } from '../sectors/sector.ts';
import { line } from '../text.ts';

/**
 * Why a lead was proposed, as facts that a person can check in both profiles; `describeReason` puts them into words.
 * `sought` and `offered` are NACE Rev. 2.1 classes, `declared` is what the member itself wrote.
 */
export const reasonSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['sameClass', 'sameGroup', 'sameDivision']),
    sought: sectorCodeSchema,
    offered: sectorCodeSchema,
    declared: declaredSectorSchema,
    /** How many classes `declared` covers, if it is not the one alone: then it does not say that the firm does this one. */
    declaredClasses: z.number().int().min(2).optional(),
    /** `text`: the submitter named no sector and it was read from the description. */
    soughtFrom: z.enum(['form', 'text']),
  }),
  z.object({ code: z.literal('intentWelcome'), intent: intentSchema }),
  z.object({ code: z.literal('targetRegion'), region: line(80) }),
]);

export type Reason = z.infer<typeof reasonSchema>;
