import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Units of a piece of work: of reads, and of writes to the table and its indexes. */
export interface Units {
  read: number;
  write: number;
}

/** Adds up the units that `client` is told it used while `work` runs. */
export function meter(client: DynamoDBClient): (work: () => Promise<unknown>) => Promise<Units> {
  let units: Units = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const { ConsumedCapacity: used } = result.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      const side = /^(?:Get|Query)/.test(context.commandName ?? '') ? 'read' : 'write';
      for (const each of [used ?? []].flat()) units[side] += each.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize', priority: 'low', name: 'meter' },
  );
  return async (work) => {
    units = { read: 0, write: 0 };
    await work();
    return units;
  };
}

/** Size of an item or of a part of it by the rules of DynamoDB (developer guide, item sizes and formats), in bytes. */
function sizeBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/^0\.|\D/g, '').length / 2) + 1;
  if (typeof value === 'boolean' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + 1 + sizeBytes(each), 3);
  return 3 + attributesBytes(value as object, 1);
}

/** Size of a whole item: names and values, without the three bytes that a map inside an item has. */
export function itemBytes(item: object): number {
  return attributesBytes(item, 0);
}

function attributesBytes(attributes: object, overheadBytes: number): number {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + overheadBytes + Buffer.byteLength(name) + sizeBytes(value), 0);
}
