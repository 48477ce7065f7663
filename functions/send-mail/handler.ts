import { mailMessageSchema, parseMessage } from '../../shared/contracts/messages.ts';
import { queueHandler } from '../../shared/runtime/batch.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type SendDeps, sendMail } from './send-mail.ts';

/** What somebody has to look at: nothing of it mends itself. */
const alarming: ReadonlySet<string> = new Set(['doubtful', 'paused', 'rejected']);

/** The mail queue: a message names an outbox entry. */
export function createHandler(deps: SendDeps, logger: Logger) {
  return queueHandler(logger, async (message, context) => {
    const { outboxId } = parseMessage(mailMessageSchema, message.body);
    const report = await sendMail(deps, outboxId, {
      remainingMs: () => context.getRemainingTimeInMillis(),
      onAnswer: (answer) => {
        logger[alarming.has(answer.outcome) ? 'error' : 'info']('send attempt', { outboxId, ...answer });
      },
    });
    if (report.outcome === 'notMine' || report.outcome === 'held')
      logger.info('nothing sent', { outboxId, ...report });
  });
}
