import * as z from 'zod';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** JSON of `Clocks` (`shared/domain/clocks.ts`), in seconds. */
  CLOCKS: z.string().min(1),
});

export type Env = z.infer<typeof envSchema>;
