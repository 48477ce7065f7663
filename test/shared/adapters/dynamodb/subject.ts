import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoStore } from '../../../../shared/adapters/dynamodb/dynamo-store.ts';
import { documentsOf } from '../../../../shared/adapters/dynamodb/table.ts';
import { itemOf } from '../../../../shared/contracts/items.ts';
import { createTable, deleteTable } from '../../../support/dynamodb.ts';
import type { Subject } from '../store-subject.ts';

/** A store on a new table of `client`. */
export async function openDynamoSubject(
  client: DynamoDBClient,
): Promise<Subject & { readonly tableName: string }> {
  const tableName = await createTable(client);
  const documents = documentsOf({ client, tableName });
  const putRaw: Subject['putRaw'] = async (item) => {
    await documents.send(new PutCommand({ TableName: tableName, Item: item }));
  };
  return {
    tableName,
    store: dynamoStore({ client, tableName }),
    put: (kind, record) => putRaw(itemOf(kind, record)),
    putRaw,
    close: () => deleteTable(client, tableName),
  };
}
