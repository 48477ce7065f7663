import { afterAll, beforeAll, describe } from 'vitest';
import { noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../../../support/dynamodb.ts';
import { describeStore } from '../store.contract.ts';
import { openDynamoSubject } from './subject.ts';

const skipped = noDynamoDbBecause === undefined ? '' : ` (skipped: ${noDynamoDbBecause})`;

describe.skipIf(noDynamoDbBecause !== undefined)(`the store on DynamoDB${skipped}`, () => {
  let dynamoDb: TestDynamoDb;
  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
  });
  afterAll(() => dynamoDb.stop());

  describeStore(() => openDynamoSubject(dynamoDb.client));
});
