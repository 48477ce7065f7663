import type { ConditionCheck } from '@aws-sdk/client-dynamodb';
import { openInterestStatuses } from '../../contracts/changes.ts';
import { unclaimedStatuses } from '../../domain/outbox.ts';
import type { Advance, Breaker, Requirement, Take } from '../../domain/ports.ts';
import { transitionOf } from '../../domain/transitions.ts';

/** A DynamoDB condition with the names and values it speaks of. */
interface Condition extends Pick<ConditionCheck, 'ConditionExpression' | 'ExpressionAttributeNames'> {
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** Nothing is stored under the key. */
export const absent: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };

/** The record is stored in a state that the event may leave, one revision back. */
export function advanceCondition({ advance, event, record }: Advance): Condition {
  const { from } = transitionOf(advance, event);
  const allowed = statusIn(from);
  return {
    ConditionExpression: `${allowed.ConditionExpression} AND #revision = :previous`,
    ExpressionAttributeNames: { ...allowed.ExpressionAttributeNames, '#revision': 'revision' },
    ExpressionAttributeValues: { ...allowed.ExpressionAttributeValues, ':previous': record.revision - 1 },
  };
}

/** Nobody has the pair, or the same lead, or whoever had it had it long enough ago. */
export function takeCondition({ record, freeBefore }: Take): Condition {
  return absentOr({
    ConditionExpression: '#leadId = :leadId OR #at < :freeBefore',
    ExpressionAttributeNames: { '#leadId': 'leadId', '#at': 'at' },
    ExpressionAttributeValues: { ':leadId': record.leadId, ':freeBefore': freeBefore },
  });
}

/** The breaker is still as it was read: nobody has opened or closed it since. */
export function breakerStill({ state, at }: Breaker): Condition {
  return {
    ConditionExpression: '#state = :state AND #at = :at',
    ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
    ExpressionAttributeValues: { ':state': state, ':at': at },
  };
}

/** What each requirement asks of the item at its key. */
export const requirementConditions: Readonly<Record<Requirement['require'], Condition>> = {
  notSuppressed: absent,
  breakerClosed: absentOr({
    ConditionExpression: '#state = :closed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':closed': 'closed' },
  }),
  memberConsents: {
    ConditionExpression: '#consent.#contactByEmail = :true',
    ExpressionAttributeNames: { '#consent': 'consent', '#contactByEmail': 'contactByEmail' },
    ExpressionAttributeValues: { ':true': true },
  },
  leadApproved: statusIn(['approved']),
  leadProposed: statusIn(['proposed']),
  entryUnclaimed: absentOr(undoubted(statusIn(unclaimedStatuses))),
  leadIntroduced: statusIn(['introduced']),
  interestHeld: {
    // Without the first half an interest that does not exist would do: DynamoDB finds a missing attribute unequal.
    ConditionExpression: 'attribute_exists(pk) AND #status <> :erased',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':erased': 'erased' },
  },
  interestOpen: statusIn(openInterestStatuses),
};

function absentOr(condition: Condition): Condition {
  return {
    ...condition,
    ConditionExpression: `${absent.ConditionExpression} OR ${condition.ConditionExpression}`,
  };
}

/** No earlier attempt of the entry is in doubt. */
function undoubted(condition: Condition): Condition {
  return {
    ...condition,
    ConditionExpression: `${condition.ConditionExpression} AND attribute_not_exists(#doubts)`,
    ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, '#doubts': 'doubts' },
  };
}

function statusIn(statuses: readonly string[]): Condition {
  const values = statuses.map((status, index): [string, string] => [`:status${index}`, status]);
  return {
    ConditionExpression: `#status IN (${values.map(([name]) => name).join(', ')})`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: Object.fromEntries(values),
  };
}
