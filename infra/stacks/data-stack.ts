import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { tableDefinition } from '../../shared/contracts/table.ts';
import { resourceName, type StageConfig } from '../config.ts';

/** 64 letters and digits hold 381 bits; an HMAC-SHA256 key needs 256 (RFC 2104, section 3), so 43 would do. */
const keyLength = 64;

/** How long an index that was replaced can still be looked at, when somebody asks why a match came out as it did. */
const oldIndexDays = 30;

interface KeyProps {
  readonly removalPolicy: RemovalPolicy;
  readonly description: string;
  readonly whyNotRotatedBySchedule: string;
}

/** What must outlive everything else: the table, the keys without which parts of it mean nothing, and what is built of it. */
export class DataStack extends Stack {
  readonly table: Table;
  /** Holds the indexes that matching works on, one object a country. */
  readonly indexes: Bucket;
  /** Signs capability links. */
  readonly linkSecret: Secret;
  /** Keys the hashes by which suppressed addresses are known. */
  readonly addressSecret: Secret;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id, {
      stackName: resourceName(config, 'data'),
      description: 'Puente: its table, its keys and its indexes',
      env: { region: config.region },
      terminationProtection: config.durable,
    });
    const removalPolicy = config.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.table = this.newTable(config.durable, removalPolicy);
    this.indexes = this.newIndexes(removalPolicy);
    this.linkSecret = this.newKey('LinkSecret', {
      removalPolicy,
      description: 'Signs the links in mails: AWSCURRENT signs, AWSPREVIOUS still verifies',
      whyNotRotatedBySchedule:
        'Two rotations in a row would break links in mails that still wait for an answer, so a person rotates: docs/runbooks/rotate-link-secret.md.',
    });
    this.addressSecret = this.newKey('AddressSecret', {
      removalPolicy,
      description: 'Keys the hashes of suppressed addresses; never rotated',
      whyNotRotatedBySchedule:
        'Under another key no suppression would be found again, and people who objected would get mail.',
    });
  }

  private newTable(deletionProtection: boolean, removalPolicy: RemovalPolicy): Table {
    const table = new Table(this, 'Table', {
      partitionKey: stringAttribute(tableDefinition.partitionKey),
      sortKey: stringAttribute(tableDefinition.sortKey),
      timeToLiveAttribute: tableDefinition.ttlAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection,
      removalPolicy,
    });
    for (const index of tableDefinition.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: stringAttribute(index.partitionKey),
        sortKey: stringAttribute(index.sortKey),
        projectionType: ProjectionType.ALL,
      });
    }
    return table;
  }

  private newIndexes(removalPolicy: RemovalPolicy): Bucket {
    const bucket = new Bucket(this, 'Indexes', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(oldIndexDays) }],
      removalPolicy,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Two functions reach two objects that are built of the table and hold no contact data: a log would only list matches.',
    });
    return bucket;
  }

  private newKey(id: string, { removalPolicy, description, whyNotRotatedBySchedule }: KeyProps): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: keyLength,
        excludePunctuation: true,
      },
      removalPolicy,
    });
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: whyNotRotatedBySchedule });
    return secret;
  }
}

function stringAttribute(name: string) {
  return { name, type: AttributeType.STRING };
}
