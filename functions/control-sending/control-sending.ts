import { type SendingView, sendingView } from '../../shared/contracts/http/sending-view.ts';
import { breakerSubject } from '../../shared/domain/audit.ts';
import type { Breaker, Clock, Store } from '../../shared/domain/ports.ts';

export interface ControlSendingDeps {
  readonly store: Pick<Store, 'breaker' | 'commit'>;
  readonly clock: Clock;
}

/** Whether mail is sent at present, and if not, why and since when. */
export async function viewSending({ store }: Pick<ControlSendingDeps, 'store'>): Promise<SendingView> {
  return sendingView(await store.breaker());
}

/** Who closes the breaker, and why. */
export interface Closing {
  /** Subject at the identity provider. */
  readonly by: string;
  readonly note: string;
}

export type CloseOutcome =
  /** It is closed, by this person or already. */
  | { readonly outcome: 'closed'; readonly view: SendingView }
  /** It was opened anew in this moment, for a reason that this person cannot have known. */
  | { readonly outcome: 'openedAgain' };

/** Lets mail be sent again. One opening is closed, the one that was read: never a later one unseen. */
export async function closeBreaker(
  { store, clock }: ControlSendingDeps,
  { by, note }: Closing,
): Promise<CloseOutcome> {
  const open = await store.breaker();
  if (open === undefined || open.state === 'closed') return { outcome: 'closed', view: sendingView(open) };
  const at = clock.now();
  const record: Breaker = { state: 'closed', because: 'closedByOperator', at };
  const before = `open ${open.because}`.slice(0, 200);
  const { ok } = await store.commit([
    { mark: 'BREAKER', record, over: open },
    { create: 'AUDIT', record: { subject: breakerSubject, at, act: 'breakerClosed', by, note, before } },
  ]);
  if (ok) return { outcome: 'closed', view: sendingView(record) };
  const now = await store.breaker();
  return now?.state === 'closed' ? { outcome: 'closed', view: sendingView(now) } : { outcome: 'openedAgain' };
}
