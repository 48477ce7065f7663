import { storeIn } from '../../shared/adapters/clients.ts';
import { systemClock } from '../../shared/adapters/system/system.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  { store: storeIn(env.TABLE_NAME), clock: systemClock },
  createLogger('control-sending'),
);
