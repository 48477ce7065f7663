import { storeIn } from '../../shared/adapters/clients.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler({ store: storeIn(env.TABLE_NAME) }, createLogger('list-audit'));
