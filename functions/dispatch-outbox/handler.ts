import { streamRecordSchema } from '../../shared/contracts/stream.ts';
import { streamHandler } from '../../shared/runtime/batch.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type DispatchDeps, dispatchOutbox } from './dispatch-outbox.ts';

/** The table's stream, filtered to new outbox entries, newly confirmed interests, members, and new leads. */
export function createHandler(deps: DispatchDeps, logger: Logger) {
  return streamHandler(logger, async (record) => {
    const change = streamRecordSchema.parse(record);
    await dispatchOutbox(deps, change);
    logger.info('dispatched', { kind: change.kind, id: change.id });
  });
}
