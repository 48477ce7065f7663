import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { tableDefinition } from '../../shared/contracts/table.ts';

/** The value of one environment variable together with the rights that its use needs. */
export interface Binding {
  readonly value: string;
  readonly grants: readonly PolicyStatement[];
}

type IndexName = (typeof tableDefinition.indexes)[number]['name'];

/**
 * What a function does with the table. A transaction is authorised by the actions of its parts, and every change
 * is a whole item put under a condition; `queries` names where the function runs Query.
 */
interface TableUse {
  readonly items?: readonly ('GetItem' | 'PutItem' | 'ConditionCheckItem')[];
  readonly queries?: readonly ('table' | IndexName)[];
  /** Raises counters, or takes turns at the sending rate: the only items that are updated in place. */
  readonly counts?: boolean;
}

/** The partitions of what is updated in place; `*` stands for what is counted, and when. */
const countedPartitions = ['COUNTER#*', 'SENDING-RATE'];

/** The table's name, and exactly the actions in `use`. */
export function useTable(table: Table, use: TableUse): Binding {
  const queriesTable = use.queries?.includes('table') ?? false;
  const onTable = [...(use.items ?? []), ...(queriesTable ? ['Query'] : [])];
  const indexes = (use.queries ?? []).filter((name) => name !== 'table');
  const grants: PolicyStatement[] = [];
  if (onTable.length > 0)
    grants.push(
      allow(
        onTable.map((action) => `dynamodb:${action}`),
        [table.tableArn],
      ),
    );
  if (indexes.length > 0) {
    grants.push(
      allow(
        ['dynamodb:Query'],
        indexes.map((name) => `${table.tableArn}/index/${name}`),
      ),
    );
  }
  if (use.counts === true) {
    grants.push(
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': countedPartitions } },
      }),
    );
  }
  return { value: table.tableName, grants };
}

/** What a function does with objects of a bucket, each named by its whole key. */
interface BucketUse {
  readonly keys: readonly string[];
  readonly objects: readonly ('GetObject' | 'PutObject')[];
}

/**
 * The bucket's name, exactly the actions in `use`, and the right to list it: to a reader without that right S3 says of an
 * object that is missing that it is forbidden, and a first start would look like a broken policy. It has no condition on
 * the prefix, since a call that reads an object has no prefix, and so could not meet it.
 */
export function useBucket(bucket: Bucket, { keys, objects }: BucketUse): Binding {
  const onObjects = allow(
    objects.map((action) => `s3:${action}`),
    keys.map((key) => bucket.arnForObjects(key)),
  );
  return { value: bucket.bucketName, grants: [onObjects, allow(['s3:ListBucket'], [bucket.bucketArn])] };
}

/** The queue's URL, and the right to put messages on it. */
export function useQueue(queue: Queue): Binding {
  return { value: queue.queueUrl, grants: [allow(['sqs:SendMessage'], [queue.queueArn])] };
}

/** The secret's ARN, and the right to read it. */
export function useSecret(secret: Secret): Binding {
  return { value: secret.secretArn, grants: [allow(['secretsmanager:GetSecretValue'], [secret.secretArn])] };
}

/** What the right to send mail is bound to. */
export interface Sender {
  readonly from: string;
  readonly identityArn: string;
  readonly configurationSetArn: string;
}

/** The sender address, and the right to send from it, and from it alone, with the configuration set. */
export function useSender(sender: Sender): Binding {
  const grant = new PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [sender.identityArn, sender.configurationSetArn],
    conditions: { StringEquals: { 'ses:FromAddress': sender.from } },
  });
  return { value: sender.from, grants: [grant] };
}

function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}
