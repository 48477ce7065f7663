import * as z from 'zod';

/** Sectors are part of the code: nothing is configured. */
export const envSchema = z.object({});
export type Env = z.infer<typeof envSchema>;
