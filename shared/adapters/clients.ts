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

export function capabilitiesOf(secretArn: string): Capabilities {
  return signedCapabilities(secretReader(new SecretsManagerClient(impatient), secretArn));
}

export function addressHasherOf(secretArn: string): AddressHasher {
  return keyedAddressHasher(secretReader(new SecretsManagerClient(impatient), secretArn));
}

export function workQueuesAt(mailQueueUrl: string, matchQueueUrl: string): WorkQueues {
  return sqsWorkQueues(new SQSClient(impatient), { mailQueueUrl, matchQueueUrl });
}
