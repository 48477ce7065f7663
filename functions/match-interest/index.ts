import { addressHasherOf, indexQueueAt, memberIndexesIn, storeIn } from '../../shared/adapters/clients.ts';
import { workCalendars } from '../../shared/adapters/holidays/holidays.ts';
import { sectorModel } from '../../shared/adapters/sector-model/sector-model.ts';
import { systemClock } from '../../shared/adapters/system/system.ts';
import { readClocks } from '../../shared/domain/clocks.ts';
import { textReader } from '../../shared/domain/sectors/read-text.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, errorFields } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);
const logger = createLogger('match-interest');

export const handler = createHandler(
  {
    store: storeIn(env.TABLE_NAME),
    indexes: memberIndexesIn(env.INDEX_BUCKET, (error) =>
      logger.error('index could not be read', errorFields(error)),
    ),
    queues: indexQueueAt(env.INDEX_QUEUE_URL),
    addresses: addressHasherOf(env.ADDRESS_SECRET_ARN),
    clock: systemClock,
    clocks: readClocks(env.CLOCKS),
    calendars: workCalendars,
    read: textReader(sectorModel),
  },
  logger,
);
