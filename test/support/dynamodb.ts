import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from '../../shared/contracts/table.ts';

/** A DynamoDB to test against; `stop` ends what was started for it. */
export interface TestDynamoDb {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  stop(): Promise<void>;
}

const given = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
const binary = given === undefined ? emulatorBinary() : undefined;

/** Why tests that need a DynamoDB cannot run here; undefined when they can. */
export const noDynamoDbBecause: string | undefined =
  given === undefined && binary === undefined
    ? `no emulator for ${process.platform}-${process.arch}, and AWS_ENDPOINT_URL_DYNAMODB is not set`
    : undefined;

/** The DynamoDB at AWS_ENDPOINT_URL_DYNAMODB, or an emulator that keeps everything in memory. */
export async function startDynamoDb(): Promise<TestDynamoDb> {
  if (given !== undefined) {
    const client = clientOf(given);
    return { client, endpoint: given, stop: async () => client.destroy() };
  }
  if (binary === undefined) throw new Error(noDynamoDbBecause);
  const port = await freePort();
  const emulator = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => emulator.kill();
  process.once('exit', kill);
  await listening(emulator);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = clientOf(endpoint);
  const stop = async () => {
    client.destroy();
    process.off('exit', kill);
    const ended = new Promise((resolve) => emulator.once('exit', resolve));
    kill();
    await ended;
  };
  return { client, endpoint, stop };
}

/** Makes the one table of Puente under a name of its own, and gives the name. */
export async function createTable(client: DynamoDBClient): Promise<string> {
  const TableName = `puente-${randomUUID()}`;
  const { indexes, partitionKey, sortKey } = tableDefinition;
  const names = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const TimeToLiveSpecification = { AttributeName: tableDefinition.ttlAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  return TableName;
}

export async function deleteTable(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
}

function keySchema(partitionKey: string, sortKey: string) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}

function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
}

function emulatorBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    const path = join(dirname(manifest), 'dynoxide');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A port that nothing listens on: the emulator cannot choose one and say which. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when the emulator says that it listens; rejects when it ends without. */
function listening(emulator: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    emulator.once('error', reject);
    emulator.once('exit', (code) =>
      reject(new Error(`the DynamoDB emulator ended with code ${code}: ${output}`)),
    );
    emulator.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('listening')) resolve();
    });
  });
}
