import { addressHasherOf, storeIn, workQueuesAt } from '../../shared/adapters/clients.ts';
import { workCalendars } from '../../shared/adapters/holidays/holidays.ts';
import { systemClock } from '../../shared/adapters/system/system.ts';
import { readClocks } from '../../shared/domain/clocks.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createGauges } from '../../shared/runtime/metrics.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  {
    store: storeIn(env.TABLE_NAME),
    clock: systemClock,
    clocks: readClocks(env.CLOCKS),
    calendars: workCalendars,
    addresses: addressHasherOf(env.ADDRESS_SECRET_ARN),
    queues: workQueuesAt(env.MAIL_QUEUE_URL, env.MATCH_QUEUE_URL),
  },
  createLogger('sweep'),
  createGauges('sweep', env.METRICS_NAMESPACE),
);
