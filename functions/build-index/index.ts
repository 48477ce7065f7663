import { memberIndexesIn, storeIn } from '../../shared/adapters/clients.ts';
import { sectorModel } from '../../shared/adapters/sector-model/sector-model.ts';
import { textReader } from '../../shared/domain/sectors/read-text.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  {
    store: storeIn(env.TABLE_NAME),
    indexes: memberIndexesIn(env.INDEX_BUCKET),
    read: textReader(sectorModel),
  },
  createLogger('build-index'),
);
