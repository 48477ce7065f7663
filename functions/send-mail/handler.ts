import { mailMessageSchema, parseMessage } from '../../shared/contracts/messages.ts';
import { queueHandler } from '../../shared/runtime/batch.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type SendDeps, sendMail } from './send-mail.ts';

/** The mail queue: a message names an outbox entry. */
export function createHandler(deps: SendDeps, logger: Logger) {
  return queueHandler(logger, async (message) => {
    const { outboxId } = parseMessage(mailMessageSchema, message.body);
    const report = await sendMail(deps, outboxId);
    const level = report.outcome === 'doubtful' || report.outcome === 'paused' ? 'error' : 'info';
    logger[level]('send attempt', { outboxId, ...report });
  });
}
