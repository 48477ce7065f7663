import type { StreamChange } from '../../shared/contracts/stream.ts';
import type { WorkQueues } from '../../shared/domain/ports.ts';

export interface DispatchDeps {
  readonly queues: WorkQueues;
}

/** Puts what a committed transaction left to do on the queue that does it. */
export async function dispatchOutbox({ queues }: DispatchDeps, change: StreamChange): Promise<void> {
  if (change.kind === 'OUTBOX') await queues.mail(change.id);
  else await queues.match(change.id);
}
