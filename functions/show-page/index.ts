import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';
import { readSite } from './site-files.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  {
    site: readSite(env.WEB_ROOT),
    signIn: { issuer: env.ISSUER, clientId: env.CLIENT_ID },
    connectTo: [env.ISSUER, env.SIGN_IN_URL],
  },
  createLogger('show-page'),
);
