import * as z from 'zod';

export const envSchema = z.object({
  MAIL_QUEUE_URL: z.url(),
  MATCH_QUEUE_URL: z.url(),
  INDEX_QUEUE_URL: z.url(),
});

export type Env = z.infer<typeof envSchema>;
