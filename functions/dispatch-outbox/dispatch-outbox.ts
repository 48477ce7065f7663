import type { StreamChange } from '../../shared/contracts/stream.ts';
import type { WorkQueues } from '../../shared/domain/ports.ts';

export interface DispatchDeps {
  readonly queues: WorkQueues;
}

/** Puts what a committed transaction left to do on the queue that does it. */
export async function dispatchOutbox({ queues }: DispatchDeps, change: StreamChange): Promise<void> {
  switch (change.kind) {
    case 'OUTBOX':
      return queues.mail(change.id);
    case 'INTEREST':
      return queues.match(change.id);
    case 'MEMBER':
    case 'LEAD':
      for (const country of change.countries) await queues.index(country);
  }
}
