import { readMailEvent } from '../../shared/contracts/ses-event.ts';
import { queueHandler } from '../../shared/runtime/batch.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type RecordDeps, recordDeliveryEvent } from './record-delivery-event.ts';

/** News after which a mail has not reached anybody, or nobody who wants it. */
const bad: ReadonlySet<string> = new Set(['bounced', 'complained', 'refused']);

/** The queue of delivery events: a message holds what SES reports of one mail. Only ids and kinds are logged of it. */
export function createHandler(deps: RecordDeps, logger: Logger) {
  return queueHandler(logger, async (message) => {
    const event = readMailEvent(message.body);
    if (event.about !== 'ours') {
      logger.info('delivery event passed over', { ...event });
      return;
    }
    const recorded = await recordDeliveryEvent(deps, event);
    const { news, outboxId, attemptId, messageId } = event;
    // What should not be: a mail with our tags that nobody here has sent, or that was sent in another attempt.
    const strange = recorded.outcome === 'noSuchEntry' || recorded.outcome === 'otherAttempt';
    const paused = 'paused' in recorded;
    const level = paused ? 'error' : strange || bad.has(news) ? 'warn' : 'info';
    logger[level]('delivery event', { news, outboxId, attemptId, messageId, ...recorded });
  });
}
