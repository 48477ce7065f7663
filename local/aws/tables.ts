import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexPlan, KeyPart, TablePlan } from '../template/plan.ts';
import { AwsError, callAws } from './json-protocol.ts';

const ACTIVE_DEADLINE_MS = 10_000;

/** The data directory holds a table that differs from the template's. */
export class TableMismatchError extends Error {
  override readonly name = 'TableMismatchError';
}

interface TableDescription {
  readonly TableStatus: string;
  readonly KeySchema: readonly KeyPart[];
  readonly GlobalSecondaryIndexes?: readonly IndexPlan[];
  readonly LatestStreamArn?: string;
}

/** What was found or made. */
export interface TableReady {
  readonly name: string;
  readonly isNew: boolean;
}

/**
 * Creates the tables that are not there yet.
 * @throws {TableMismatchError} if a table of that name has other keys, indexes or no stream
 */
export async function prepareTables(endpoint: string, plans: readonly TablePlan[]): Promise<TableReady[]> {
  return await Promise.all(plans.map((plan) => prepareTable(endpoint, plan)));
}

async function prepareTable(endpoint: string, plan: TablePlan): Promise<TableReady> {
  const existing = await describeTable(endpoint, plan.name);
  if (existing !== undefined) {
    checkSame(plan, existing);
    return { name: plan.name, isNew: false };
  }
  const { GlobalSecondaryIndexes, StreamViewType, TimeToLiveAttribute, ...keys } = plan.definition;
  await callAws(endpoint, 'dynamodb', 'CreateTable', {
    TableName: plan.name,
    BillingMode: 'PAY_PER_REQUEST',
    ...keys,
    ...(GlobalSecondaryIndexes.length > 0 ? { GlobalSecondaryIndexes } : {}),
    ...(StreamViewType === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType } }),
  });
  await waitUntilActive(endpoint, plan.name);
  if (TimeToLiveAttribute !== undefined)
    await callAws(endpoint, 'dynamodb', 'UpdateTimeToLive', {
      TableName: plan.name,
      TimeToLiveSpecification: { Enabled: true, AttributeName: TimeToLiveAttribute },
    });
  return { name: plan.name, isNew: true };
}

/** The table's description, undefined if there is no such table. */
async function describeTable(endpoint: string, name: string): Promise<TableDescription | undefined> {
  try {
    const output = await callAws(endpoint, 'dynamodb', 'DescribeTable', { TableName: name });
    return output['Table'] as TableDescription;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** The ARN of a table's present stream, undefined without one. */
export async function streamArnOf(endpoint: string, tableName: string): Promise<string | undefined> {
  return (await describeTable(endpoint, tableName))?.LatestStreamArn;
}

async function waitUntilActive(endpoint: string, name: string): Promise<void> {
  const deadline = performance.now() + ACTIVE_DEADLINE_MS;
  while ((await describeTable(endpoint, name))?.TableStatus !== 'ACTIVE') {
    if (performance.now() > deadline) throw new Error(`Table ${name} did not become active`);
    await sleep(10);
  }
}

const keysOf = (schema: readonly KeyPart[]): string =>
  schema.map(({ AttributeName, KeyType }) => `${AttributeName}:${KeyType}`).join(',');

const indexesOf = (indexes: readonly IndexPlan[] = []): string =>
  indexes
    .map((index) => `${index.IndexName}(${keysOf(index.KeySchema)})`)
    .sort()
    .join(' ');

function checkSame(plan: TablePlan, existing: TableDescription): void {
  const wanted = `${keysOf(plan.definition.KeySchema)} ${indexesOf(plan.definition.GlobalSecondaryIndexes)}`;
  const found = `${keysOf(existing.KeySchema)} ${indexesOf(existing.GlobalSecondaryIndexes)}`;
  const streamMissing =
    plan.definition.StreamViewType !== undefined && existing.LatestStreamArn === undefined;
  if (wanted === found && !streamMissing) return;
  throw new TableMismatchError(
    `Table ${plan.name} in the data directory has ${streamMissing ? 'no stream' : `keys and indexes ${found}`}, but the template says ${wanted}. ` +
      'Move the data directory away (PUENTE_DATA) to start with an empty one.',
  );
}
