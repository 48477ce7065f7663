import * as z from 'zod';

/** What a submitter wants of a partner on the other side. */
export const intents = ['buy', 'sell', 'distribute', 'subcontract', 'research', 'invest', 'learn'] as const;

export const intentSchema = z.enum(intents);
export type Intent = z.infer<typeof intentSchema>;
