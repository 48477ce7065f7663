import * as z from 'zod';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where links in mails and pages lead; no slash at the end. */
  BASE_URL: z.url(),
  /** Secret `{"key": …}` that signs capability links. */
  LINK_SECRET_ARN: z.string().min(1),
  /** Secret `{"key": …}` that keys the hashes of suppressed addresses; never rotated. */
  ADDRESS_SECRET_ARN: z.string().min(1),
  /** JSON of `Clocks` (`shared/domain/clocks.ts`), in seconds. */
  CLOCKS: z.string().min(1),
  /** Sender of every mail, the address alone. */
  MAIL_FROM: z.email(),
  /** Mails a second that SES lets the account send, shared by all that send. */
  MAILS_PER_SECOND: z.string().regex(/^[1-9]\d{0,3}$/),
  /** Introductions that one address gets a day at most. */
  MAILS_A_DAY: z.string().regex(/^[1-9]\d{0,3}$/),
  /** SES configuration set that every mail names. */
  CONFIGURATION_SET: z.string().min(1),
});

export type Env = z.infer<typeof envSchema>;
