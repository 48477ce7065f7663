import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { itemOf } from '../../contracts/items.ts';
import type { Cluster, Member } from '../../domain/member.ts';
import { absent } from './conditions.ts';
import { documentsOf, type Table } from './table.ts';

/** Adds the clusters and members that are not there yet; what is there stays as it is, with its consent. */
export async function seedDirectory(
  table: Table,
  { clusters, members }: { readonly clusters: readonly Cluster[]; readonly members: readonly Member[] },
): Promise<void> {
  const documents = documentsOf(table);
  const items = [
    ...clusters.map((cluster) => itemOf('CLUSTER', cluster)),
    ...members.map((member) => itemOf('MEMBER', member)),
  ];
  for (const Item of items) {
    try {
      await documents.send(new PutCommand({ TableName: table.tableName, Item, ...absent }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}
