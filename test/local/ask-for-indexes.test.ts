import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { askForIndexes } from '../../local/ask-for-indexes.ts';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { documentsOf } from '../../shared/adapters/dynamodb/table.ts';
import { s3MemberIndexes } from '../../shared/adapters/s3/member-indexes.ts';
import { itemOf } from '../../shared/contracts/items.ts';
import { memberKey } from '../../shared/contracts/keys.ts';
import type { MemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { Country } from '../../shared/domain/region.ts';
import { member } from '../builders/directory.ts';
import { memberIdOf } from '../builders/ids.ts';
import { eventually, temporaryDirectory } from './support.ts';

const newFirm = memberIdOf('a-new-firm');

async function start(dataDir: string): Promise<LocalPuente> {
  const puente = await startLocal({ dataDir, demo: true, environment: {} });
  onTestFinished(() => puente.stop());
  return puente;
}

/** The stored indexes, as a function would read them. */
function indexesOf({ plan }: LocalPuente) {
  const [bucketName = ''] = plan.bucketNames;
  const faults: unknown[] = [];
  const indexes = s3MemberIndexes({
    client: new S3Client({}),
    bucketName,
    onFault: (error) => void faults.push(error),
  });
  const once = (country: Country, isIt: (index: MemberIndex) => boolean) =>
    eventually(`an index of ${country}`, async () => {
      const index = await indexes.latest(country);
      return index !== undefined && isIt(index) ? index : undefined;
    });
  return { once, faults };
}

it('every country has an index soon after each start, and each change of a member makes a new one', async () => {
  const dataDir = temporaryDirectory();
  const first = await start(dataDir);
  const { once, faults } = indexesOf(first);
  const [peru, poland] = await Promise.all([
    once('PE', ({ memberCount }) => memberCount === 6),
    once('PL', ({ memberCount }) => memberCount === 7),
  ]);
  expect([peru.country, poland.country]).toEqual(['PE', 'PL']);

  const [TableName = ''] = first.plan.tables.map(({ name }) => name);
  const documents = documentsOf({ client: new DynamoDBClient({}), tableName: TableName });
  await documents.send(new PutCommand({ TableName, Item: itemOf('MEMBER', member({ id: newFirm })) }));
  await once('PL', ({ memberCount }) => memberCount === 8);
  await documents.send(new DeleteCommand({ TableName, Key: { ...memberKey(newFirm) } }));
  await once('PL', ({ memberCount }) => memberCount === 7);
  await first.stop();

  const second = await start(dataDir);
  await indexesOf(second).once('PL', ({ memberCount }) => memberCount === 7);
  expect(faults).toEqual([]);
}, 60_000);

it('is refused by a template without a builder', async () => {
  await expect(askForIndexes({ functions: [], eventSources: [] })).rejects.toThrow('build-index');
});
