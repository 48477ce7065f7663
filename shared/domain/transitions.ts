import type { InterestStatus } from './interest.ts';
import type { LeadStatus } from './lead.ts';
import type { OutboxStatus } from './outbox.ts';

/** Who or what makes a transition happen. */
export type Actor =
  | 'submitter'
  | 'coordinator'
  | 'recipient'
  | 'matching'
  | 'sender'
  | 'provider'
  | 'clock'
  | 'operator';

interface Transition<Status extends string> {
  readonly event: string;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: Actor;
}

/** Every way an interest can change; no other is possible. */
export const interestTransitions = [
  { event: 'confirm', from: ['submitted'], to: 'confirmed', by: 'submitter' },
  { event: 'rematch', from: ['confirmed'], to: 'confirmed', by: 'clock' },
  { event: 'match', from: ['confirmed'], to: 'matched', by: 'matching' },
  { event: 'review', from: ['matched'], to: 'matched', by: 'clock' },
  { event: 'extend', from: ['matched'], to: 'matched', by: 'clock' },
  { event: 'close', from: ['matched'], to: 'closed', by: 'clock' },
  { event: 'expire', from: ['submitted', 'matched'], to: 'expired', by: 'clock' },
  { event: 'withdraw', from: ['submitted', 'confirmed', 'matched'], to: 'withdrawn', by: 'submitter' },
  {
    event: 'erase',
    from: ['submitted', 'confirmed', 'matched', 'closed', 'expired', 'withdrawn'],
    to: 'erased',
    by: 'submitter',
  },
] as const satisfies readonly Transition<InterestStatus>[];

/** Every way a lead can change; no other is possible. */
export const leadTransitions = [
  { event: 'alert', from: ['proposed'], to: 'proposed', by: 'clock' },
  { event: 'approve', from: ['proposed'], to: 'approved', by: 'coordinator' },
  { event: 'reject', from: ['proposed'], to: 'rejected', by: 'coordinator' },
  { event: 'introduce', from: ['approved'], to: 'introduced', by: 'sender' },
  { event: 'fail', from: ['approved', 'introduced'], to: 'undeliverable', by: 'sender' },
  { event: 'resend', from: ['undeliverable'], to: 'approved', by: 'operator' },
  { event: 'remind', from: ['introduced'], to: 'introduced', by: 'clock' },
  { event: 'accept', from: ['introduced'], to: 'accepted', by: 'recipient' },
  { event: 'undo', from: ['accepted'], to: 'introduced', by: 'recipient' },
  { event: 'connect', from: ['accepted'], to: 'connected', by: 'clock' },
  { event: 'decline', from: ['introduced', 'accepted'], to: 'declined', by: 'recipient' },
  { event: 'defer', from: ['introduced'], to: 'deferred', by: 'recipient' },
  { event: 'expire', from: ['introduced'], to: 'expired', by: 'clock' },
  {
    event: 'withdraw',
    from: ['proposed', 'approved', 'introduced', 'accepted', 'deferred'],
    to: 'withdrawn',
    by: 'submitter',
  },
  {
    event: 'erase',
    from: [
      'proposed',
      'rejected',
      'approved',
      'undeliverable',
      'introduced',
      'accepted',
      'connected',
      'declined',
      'deferred',
      'expired',
      'withdrawn',
    ],
    to: 'erased',
    by: 'submitter',
  },
] as const satisfies readonly Transition<LeadStatus>[];

/** Every way an outbox entry can change; no other is possible. */
export const outboxTransitions = [
  { event: 'requeue', from: ['queued', 'waiting'], to: 'queued', by: 'clock' },
  { event: 'claim', from: ['queued', 'waiting'], to: 'sending', by: 'sender' },
  { event: 'send', from: ['sending', 'unknown'], to: 'sent', by: 'sender' },
  { event: 'postpone', from: ['queued', 'waiting', 'sending'], to: 'waiting', by: 'sender' },
  { event: 'fail', from: ['queued', 'waiting', 'sending'], to: 'failed', by: 'sender' },
  { event: 'doubt', from: ['sending'], to: 'unknown', by: 'clock' },
  { event: 'report', from: ['sent'], to: 'sent', by: 'provider' },
  { event: 'prove', from: ['queued', 'waiting'], to: 'sent', by: 'provider' },
  { event: 'attest', from: ['unknown'], to: 'sent', by: 'operator' },
  { event: 'resend', from: ['unknown', 'failed'], to: 'queued', by: 'operator' },
] as const satisfies readonly Transition<OutboxStatus>[];

/** The three machines of the lifecycle, by the kind of record they govern. */
export const machines = {
  INTEREST: interestTransitions,
  LEAD: leadTransitions,
  OUTBOX: outboxTransitions,
} as const;

export type MachineKind = keyof typeof machines;
export type EventOf<K extends MachineKind> = (typeof machines)[K][number]['event'];

/** The row of an event. Throws for an event that the table does not hold: a fault of the program. */
export function transitionOf(kind: MachineKind, event: string): Transition<string> {
  const row = machines[kind].find((transition) => transition.event === event);
  if (row === undefined) throw new Error(`${kind} has no event ${event}`);
  return row;
}

/** True when the table lets `event` happen to a record in `status`. */
export function allows(kind: MachineKind, event: string, status: string): boolean {
  return transitionOf(kind, event).from.includes(status);
}
