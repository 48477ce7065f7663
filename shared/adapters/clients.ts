import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type {
  AddressHasher,
  Capabilities,
  MemberIndexes,
  SendingRate,
  Store,
  WorkQueues,
} from '../domain/ports.ts';
import { dynamoStore } from './dynamodb/dynamo-store.ts';
import { dynamoSendingRate } from './dynamodb/sending-rate.ts';
import { s3MemberIndexes } from './s3/member-indexes.ts';
import { keyedAddressHasher } from './secrets/address-hasher.ts';
import { signedCapabilities } from './secrets/capabilities.ts';
import { secretReader } from './secrets/secret-reader.ts';
import { sqsIndexQueue, sqsWorkQueues } from './sqs/work-queues.ts';
import { pause, systemClock } from './system/system.ts';

/** The ports on AWS clients that take region, credentials and endpoints from the environment. */

/**
 * One stalled connection must not use up a function's time: by default the SDK waits five minutes and more. What is
 * tried again after it is safe to repeat: reads, transactions with a token, messages that may come twice.
 */
const impatient = {
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 3_000,
    socketTimeout: 3_000,
    throwOnRequestTimeout: true,
  },
};

export function storeIn(tableName: string): Store {
  return dynamoStore({ client: new DynamoDBClient(impatient), tableName });
}

/** `perSecond`: SES's quota of the account. */
export function sendingRateIn(tableName: string, perSecond: number): SendingRate {
  const table = { client: new DynamoDBClient(impatient), tableName };
  return dynamoSendingRate(table, perSecond, { clock: systemClock, pause });
}

export function capabilitiesOf(secretArn: string): Capabilities {
  return signedCapabilities(secretReader(new SecretsManagerClient(impatient), secretArn));
}

export function addressHasherOf(secretArn: string): AddressHasher {
  return keyedAddressHasher(secretReader(new SecretsManagerClient(impatient), secretArn));
}

export function workQueuesAt(
  mailQueueUrl: string,
  matchQueueUrl: string,
): Pick<WorkQueues, 'mail' | 'match'> {
  return sqsWorkQueues(new SQSClient(impatient), { mailQueueUrl, matchQueueUrl });
}

export function indexQueueAt(indexQueueUrl: string): Pick<WorkQueues, 'index'> {
  return sqsIndexQueue(new SQSClient(impatient), { indexQueueUrl });
}

/** `onFault` is told why an index could not be read: whoever reads goes on without it. */
export function memberIndexesIn(
  bucketName: string,
  onFault: (error: unknown) => void = () => undefined,
): MemberIndexes {
  return s3MemberIndexes({ client: new S3Client(impatient), bucketName, onFault });
}
