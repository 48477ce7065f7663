import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { itemOf } from '../../contracts/items.ts';
import type { Tally } from '../../domain/ports.ts';

type Update = Omit<
  NonNullable<NonNullable<TransactWriteCommandInput['TransactItems']>[number]['Update']>,
  'TableName'
>;

/**
 * The update that raises a counter by one. Not a whole item under a revision, as everything else is written: many
 * writers raise a counter at once, and each but one of them would be refused.
 */
export function tallyUpdate({ tally, atMost }: Tally): Update {
  const { pk, sk, count: _count, ...attributes } = itemOf('COUNTER', { ...tally, count: 0 });
  const names = Object.keys(attributes);
  return {
    Key: { pk, sk },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} ADD #count :one`,
    ExpressionAttributeNames: {
      '#count': 'count',
      ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':one': 1,
      ...Object.fromEntries(names.map((name) => [`:${name}`, attributes[name]])),
      ...(atMost === undefined ? {} : { ':atMost': atMost }),
    },
    ...(atMost === undefined
      ? {}
      : { ConditionExpression: 'attribute_not_exists(#count) OR #count < :atMost' }),
  };
}
