import { sectorModel } from '../../shared/adapters/sector-model/sector-model.ts';
import { sectorNames } from '../../shared/adapters/sector-names/sector-names.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(
  { names: sectorNames, model: sectorModel },
  createLogger('list-sectors'),
);
