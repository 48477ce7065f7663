import type { Change } from '../domain/ports.ts';
import { transitionOf } from '../domain/transitions.ts';
import { keyOf } from './items.ts';
import * as keys from './keys.ts';

/** AWS quota: actions in one DynamoDB transaction. */
const maxChanges = 100;

/** An interest is open as long as it can be withdrawn. */
export const openInterestStatuses: readonly string[] = transitionOf('INTEREST', 'withdraw').from;

/** The primary key of the item that a change writes or looks at. */
export function keyOfChange(change: Change): keys.ItemKey {
  if ('create' in change) return keyOf(change.create, change.record);
  if ('advance' in change) return keyOf(change.advance, change.record);
  if ('mark' in change) return keyOf(change.mark, change.record);
  if ('take' in change) return keyOf(change.take, change.record);
  if ('tally' in change) return keys.counterKey(change.tally);
  switch (change.require) {
    case 'notSuppressed':
      return keys.suppressionKey(change.addressHash);
    case 'breakerClosed':
      return keys.breakerKey;
    case 'memberConsents':
      return keys.memberKey(change.memberId);
    case 'entryUnclaimed':
      return keys.outboxKey(change.outboxId);
    case 'leadApproved':
    case 'leadProposed':
    case 'leadIntroduced':
      return keys.leadKey(change.leadId);
    case 'interestHeld':
    case 'interestOpen':
      return keys.interestKey(change.interestId);
  }
}

/**
 * Throws for what no store may be asked to commit, each a fault of the program: more than 100 changes, two changes of
 * one item, a record that is not in the state its event leads to.
 */
export function assertCommittable(changes: readonly Change[]): void {
  if (changes.length > maxChanges)
    throw new Error(`${changes.length} changes in one commit: at most ${maxChanges}`);
  const seen = new Set<string>();
  for (const change of changes) {
    const { pk, sk } = keyOfChange(change);
    const name = `${pk} ${sk}`;
    if (seen.has(name)) throw new Error(`two changes of ${name} in one commit`);
    seen.add(name);
    if ('advance' in change) {
      const { to } = transitionOf(change.advance, change.event);
      const { status } = change.record;
      if (status !== to)
        throw new Error(`${change.advance} ${change.event} leads to ${to}, not to ${status}`);
    }
  }
}
