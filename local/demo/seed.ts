import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { seedDirectory } from '../../shared/adapters/dynamodb/seed-directory.ts';
import { demoDirectory } from './directory.ts';

/** Adds the demo clusters and members that are not there yet; a member that was changed stays as it is. */
export async function seedDemo({ tableName }: { readonly tableName: string }): Promise<void> {
  const client = new DynamoDBClient({});
  await seedDirectory({ client, tableName }, demoDirectory());
  client.destroy();
}
