import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AddressHasher, Capabilities, Store, WorkQueues } from '../domain/ports.ts';
import { dynamoStore } from './dynamodb/dynamo-store.ts';
import { keyedAddressHasher } from './secrets/address-hasher.ts';
import { signedCapabilities } from './secrets/capabilities.ts';
import { secretReader } from './secrets/secret-reader.ts';
import { sqsWorkQueues } from './sqs/work-queues.ts';

/** The ports on AWS clients that take region, credentials and endpoints from the environment. */

export function storeIn(tableName: string): Store {
  return dynamoStore({ client: new DynamoDBClient({}), tableName });
}

export function capabilitiesOf(secretArn: string): Capabilities {
  return signedCapabilities(secretReader(new SecretsManagerClient({}), secretArn));
}

export function addressHasherOf(secretArn: string): AddressHasher {
  return keyedAddressHasher(secretReader(new SecretsManagerClient({}), secretArn));
}

export function workQueuesAt(mailQueueUrl: string, matchQueueUrl: string): WorkQueues {
  return sqsWorkQueues(new SQSClient({}), { mailQueueUrl, matchQueueUrl });
}
