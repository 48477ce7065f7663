import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type ItemKind, type Records, recordOf } from '../../contracts/items.ts';
import type { ItemKey } from '../../contracts/keys.ts';

/** The table of a stage and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

type RawItem = Readonly<Record<string, unknown>>;
type Query = Pick<
  QueryCommandInput,
  | 'IndexName'
  | 'KeyConditionExpression'
  | 'ExpressionAttributeValues'
  | 'ConsistentRead'
  | 'Limit'
  | 'ScanIndexForward'
>;

/** A client for items as plain objects; an absent optional field is left out. */
export function documentsOf({ client }: Table): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** The reads that everything else is made of. */
export function tableReader(table: Table) {
  const documents = documentsOf(table);
  const TableName = table.tableName;

  /** Strongly consistent: what is decided on it must not be older than the last write. */
  async function get<K extends ItemKind>(kind: K, key: ItemKey): Promise<Records[K] | undefined> {
    const { Item } = await documents.send(
      new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : recordOf(kind, Item);
  }

  /** Items in key order, as many in each page as one call reads: `Limit`, and no more than 1 MB. */
  async function* pages(input: Query): AsyncGenerator<readonly RawItem[]> {
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await documents.send(
        new QueryCommand({ ...input, TableName, ...(start !== undefined && { ExclusiveStartKey: start }) }),
      );
      yield page.Items ?? [];
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }

  /** Items in key order, at most `count`, in as many calls as it takes. */
  async function query(input: Query, count = Number.POSITIVE_INFINITY): Promise<RawItem[]> {
    const items: RawItem[] = [];
    for await (const page of pages({ ...input, ...(Number.isFinite(count) && { Limit: count }) })) {
      items.push(...page);
      if (items.length >= count) break;
    }
    return items.slice(0, count);
  }

  return { get, pages, query };
}

export type TableReader = ReturnType<typeof tableReader>;
