import { matchMessageSchema, parseMessage } from '../../shared/contracts/messages.ts';
import { queueHandler } from '../../shared/runtime/batch.ts';
import { errorFields, type Logger } from '../../shared/runtime/logger.ts';
import { type MatchDeps, matchInterest } from './match-interest.ts';

/** The match queue: a message names a confirmed interest. */
export function createHandler(given: Omit<MatchDeps, 'onBroken' | 'onUnasked'>, logger: Logger) {
  const deps: MatchDeps = {
    ...given,
    onBroken: (item) => logger.error('member left out', errorFields(item)),
    onUnasked: (error) => logger.error('index not asked for', errorFields(error)),
  };
  return queueHandler(logger, async (message) => {
    const { interestId } = parseMessage(matchMessageSchema, message.body);
    const result = await matchInterest(deps, interestId);
    logger.info('interest matched', { interestId, ...result });
  });
}
