import * as z from 'zod';

export const envSchema = z.object({
  /** Folder of the prerendered pages, relative to the working directory. */
  WEB_ROOT: z.string().min(1),
  /** OpenID issuer that the console signs in with. */
  ISSUER: z.url(),
  /** Where that provider has its token endpoint. */
  SIGN_IN_URL: z.url(),
  CLIENT_ID: z.string().min(1),
});

export type Env = z.infer<typeof envSchema>;
