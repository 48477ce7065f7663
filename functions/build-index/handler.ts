import { indexMessageSchema, parseMessage } from '../../shared/contracts/messages.ts';
import type { Country } from '../../shared/domain/region.ts';
import { sharingQueueHandler } from '../../shared/runtime/batch.ts';
import { errorFields, type Logger } from '../../shared/runtime/logger.ts';
import { type BuildDeps, buildIndex } from './build-index.ts';

/** The index queue: a message names a country. However many of a batch name it, its index is built once. */
export function createHandler(given: Omit<BuildDeps, 'onBroken'>, logger: Logger) {
  const deps: BuildDeps = {
    ...given,
    onBroken: (item) => logger.error('item left out', errorFields(item)),
  };
  async function build(country: Country): Promise<void> {
    const result = await buildIndex(deps, country);
    logger.info('index built', { country, ...result });
  }
  return sharingQueueHandler(logger, () => {
    const builds = new Map<Country, Promise<void>>();
    return (message) => {
      const { country } = parseMessage(indexMessageSchema, message.body);
      const building = builds.get(country) ?? build(country);
      builds.set(country, building);
      return building;
    };
  });
}
