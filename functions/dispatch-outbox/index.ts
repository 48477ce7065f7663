import { indexQueueAt, workQueuesAt } from '../../shared/adapters/clients.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  {
    queues: {
      ...workQueuesAt(env.MAIL_QUEUE_URL, env.MATCH_QUEUE_URL),
      ...indexQueueAt(env.INDEX_QUEUE_URL),
    },
  },
  createLogger('dispatch-outbox'),
);
