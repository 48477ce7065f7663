import { describe, expect, test } from 'vitest';
import { stageNames } from '../../infra/config.ts';
import { parsePattern } from '../../local/events/filter.ts';
import { configOf, Synthesised } from './synthesised.ts';

const prod = new Synthesised(configOf('prod'));

const sources = prod.all('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => ({
  from: prod.plainName(Properties['EventSourceArn']),
  to: prod.functionName(prod.text(Properties['FunctionName'])),
  properties: Properties,
}));

function sourceOf(from: string) {
  const source = sources.find((each) => each.from === from);
  if (source === undefined) throw new Error(`nothing consumes ${from}`);
  return source;
}

/** The queues, by logical id, that an alarm watches for `metric`. */
function watched(metric: string): string[] {
  return prod
    .all('AWS::CloudWatch::Alarm')
    .filter(([, { Properties }]) => Properties['MetricName'] === metric)
    .map(([, { Properties }]) => Properties['Dimensions'] as { Name: string; Value: unknown }[])
    .map((dimensions) => prod.text(dimensions.find(({ Name }) => Name === 'QueueName')?.Value))
    .map((attribute) => attribute.replace('.QueueName', ''));
}

describe('work comes to', () => {
  test('every function that no route leads to', () => {
    expect(sources.map(({ from, to }) => `${from} → ${to}`).toSorted()).toEqual([
      'DeliveryEventQueue → record-delivery-event',
      'IndexQueue → build-index',
      'MailQueue → send-mail',
      'MatchQueue → match-interest',
      'Table stream → dispatch-outbox',
    ]);
    const scheduled = prod.all('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const rule = (name: string, rate: string) =>
      expect.objectContaining({
        ScheduleExpression: rate,
        State: 'ENABLED',
        Targets: [expect.objectContaining({ Arn: { 'Fn::GetAtt': [prod.functionId(name), 'Arn'] } })],
      });
    expect(scheduled).toHaveLength(2);
    expect(scheduled).toContainEqual(rule('sweep', 'rate(1 minute)'));
    expect(scheduled).toContainEqual(rule('check-balance', 'rate(1 hour)'));
  });

  test('the dispatcher, for new entries and leads, newly confirmed interests and members alone', () => {
    const { FilterCriteria } = sourceOf('Table stream').properties as {
      FilterCriteria: { Filters: { Pattern: string }[] };
    };
    expect(FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['OUTBOX', 'MEMBER', 'LEAD'] } } } },
      {
        eventName: ['MODIFY'],
        dynamodb: {
          NewImage: { kind: { S: ['INTEREST'] }, status: { S: ['confirmed'] } },
          OldImage: { status: { S: ['submitted'] } },
        },
      },
      { eventName: ['MODIFY', 'REMOVE'], dynamodb: { OldImage: { kind: { S: ['MEMBER'] } } } },
    ]);
  });

  test('the dispatcher with each change of a member, and of a lead with its making only', () => {
    const { FilterCriteria } = sourceOf('Table stream').properties as {
      FilterCriteria: { Filters: { Pattern: string }[] };
    };
    const patterns = FilterCriteria.Filters.map(({ Pattern }) => parsePattern(JSON.parse(Pattern)));
    const comes = (eventName: string, kind: string) => {
      const image = { kind: { S: kind }, status: { S: 'proposed' } };
      const dynamodb = {
        ...(eventName === 'REMOVE' ? {} : { NewImage: image }),
        ...(eventName === 'INSERT' ? {} : { OldImage: image }),
      };
      return patterns.some((matches) => matches({ eventName, dynamodb }));
    };
    const events = ['INSERT', 'MODIFY', 'REMOVE'];
    expect(events.map((event) => comes(event, 'MEMBER'))).toEqual([true, true, true]);
    expect(events.map((event) => comes(event, 'LEAD'))).toEqual([true, false, false]);
    expect(events.map((event) => comes(event, 'OUTBOX'))).toEqual([true, false, false]);
    expect(events.map((event) => comes(event, 'CLUSTER'))).toEqual([false, false, false]);
  });

  test('the dispatcher, with bounded retries, in halves, and what fails is kept', () => {
    const { properties } = sourceOf('Table stream');
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 3600,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const { OnFailure } = properties['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(prod.plainName(OnFailure.Destination)).toBe('StreamFailuresQueue');
  });

  test.each(['MailQueue', 'MatchQueue'])('the consumer of %s, message by message', (queue) => {
    const { to, properties } = sourceOf(queue);
    expect(properties).toMatchObject({ BatchSize: 5, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    const timeout = prod.pipeline.Resources[prod.functionId(to)]?.Properties['Timeout'];
    const queueId = prod.text(properties['EventSourceArn']).replace('.Arn', '');
    const visibility = prod.pipeline.Resources[queueId]?.Properties['VisibilityTimeout'];
    expect(Number(visibility)).toBeGreaterThanOrEqual(6 * Number(timeout));
  });

  test('the builder of indexes, in few and large batches', () => {
    const { to, properties } = sourceOf('IndexQueue');
    expect(properties).toMatchObject({
      BatchSize: 1000,
      MaximumBatchingWindowInSeconds: 20,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const timeout = prod.pipeline.Resources[prod.functionId(to)]?.Properties['Timeout'];
    const queueId = prod.text(properties['EventSourceArn']).replace('.Arn', '');
    const visibility = prod.pipeline.Resources[queueId]?.Properties['VisibilityTimeout'];
    expect(Number(visibility)).toBeGreaterThanOrEqual(6 * Number(timeout) + 20);
  });

  test.each(['dev', 'test', 'prod'] as const)(
    'the sender in %s, no faster than it was given room',
    (stage) => {
      const synthesised = new Synthesised(configOf(stage));
      const sender = synthesised.pipeline.Resources[synthesised.functionId('send-mail')];
      const reserved = sender?.Properties['ReservedConcurrentExecutions'];
      expect(reserved).toBe(stage === 'prod' ? 5 : undefined);
      const senderId = synthesised.functionId('send-mail');
      const scaling = synthesised
        .all('AWS::Lambda::EventSourceMapping')
        .filter(([, { Properties }]) => synthesised.text(Properties['FunctionName']) === senderId)
        .flatMap(([, { Properties }]) => Properties['ScalingConfig'] ?? []);
      expect(scaling).toEqual([{ MaximumConcurrency: stage === 'prod' ? 5 : 2 }]);
    },
  );
});

describe('a queue', () => {
  const queues = prod.all('AWS::SQS::Queue');
  const deadLetterIds = queues.flatMap(([, { Properties }]) => {
    const redrive = Properties['RedrivePolicy'] as { deadLetterTargetArn: unknown } | undefined;
    return redrive === undefined ? [] : [prod.text(redrive.deadLetterTargetArn).replace('.Arn', '')];
  });
  const onFailure = 'StreamFailuresQueue';

  test.each(queues)('%s has a dead-letter queue or is where failures end', (id, { Properties }) => {
    const isEnd = deadLetterIds.includes(id) || prod.plainName({ Ref: id }) === onFailure;
    expect(Properties['RedrivePolicy'] !== undefined || isEnd).toBe(true);
    if (!isEnd) {
      expect(Properties['RedrivePolicy']).toMatchObject({ maxReceiveCount: 5 });
      expect(watched('ApproximateAgeOfOldestMessage')).toContain(id);
      return;
    }
    expect(Properties['MessageRetentionPeriod']).toBe(14 * 86_400);
    expect(watched('ApproximateNumberOfMessagesVisible')).toContain(id);
  });

  test('of each kind exists', () => {
    expect(queues).toHaveLength(9);
    expect(deadLetterIds).toHaveLength(4);
  });

  test.each(queues)('%s is encrypted and refuses plain HTTP', (id, { Properties }) => {
    expect(Properties['SqsManagedSseEnabled']).toBe(true);
    const policies = prod
      .all('AWS::SQS::QueuePolicy')
      .filter(([, policy]) => JSON.stringify(policy.Properties['Queues']) === JSON.stringify([{ Ref: id }]));
    const documents = policies.map(([, policy]) => policy.Properties['PolicyDocument']);
    expect(documents).toMatchObject([{ Statement: expect.any(Array) }]);
    const [{ Statement }] = documents as [{ Statement: unknown[] }];
    expect(Statement).toContainEqual(
      expect.objectContaining({
        ...{ Effect: 'Deny', Action: 'sqs:*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe.each(stageNames)('the data of %s', (stage) => {
  const synthesised = new Synthesised(configOf(stage));

  test('is one table with two indexes, a stream, encryption and recovery to the second', () => {
    const keys = (prefix: string) => [
      { AttributeName: `${prefix}pk`, KeyType: 'HASH' },
      { AttributeName: `${prefix}sk`, KeyType: 'RANGE' },
    ];
    expect(synthesised.one('AWS::DynamoDB::Table').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(''),
      GlobalSecondaryIndexes: ['gsi1', 'gsi2'].map((name) => ({
        IndexName: name,
        KeySchema: keys(name),
        Projection: { ProjectionType: 'ALL' },
      })),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      DeletionProtectionEnabled: stage === 'prod',
    });
  });

  test('outlives its stack in prod, and only there', () => {
    const policy = stage === 'prod' ? 'Retain' : 'Delete';
    const lasting = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
      'AWS::Cognito::UserPool',
    ].flatMap((type) => synthesised.all(type));
    expect(lasting).toHaveLength(5);
    for (const [id, resource] of lasting) {
      expect(resource, id).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
    }
  });

  test('has one bucket, of indexes: private, encrypted, over TLS, with what was replaced for 30 days', () => {
    expect(synthesised.one('AWS::S3::Bucket').Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Status: 'Enabled' }],
      },
    });
    expect(synthesised.one('AWS::S3::BucketPolicy').Properties['PolicyDocument']).toMatchObject({
      Statement: [
        { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ],
    });
  });

  test('has one key for links and one for addresses, of at least 256 bits each', () => {
    const secrets = synthesised.all('AWS::SecretsManager::Secret');
    expect(secrets.map(([id]) => synthesised.plainName({ Ref: id }))).toEqual([
      'LinkSecret',
      'AddressSecret',
    ]);
    for (const [, { Properties }] of secrets) {
      expect(Properties['GenerateSecretString']).toMatchObject({
        SecretStringTemplate: '{}',
        GenerateStringKey: 'key',
        ExcludePunctuation: true,
      });
      const { PasswordLength } = Properties['GenerateSecretString'] as { PasswordLength: number };
      expect(PasswordLength * Math.log2(26 + 26 + 10)).toBeGreaterThanOrEqual(256);
    }
  });
});

test('mail is only handed on encrypted, and addresses that bounced or complained are left alone', () => {
  expect(prod.one('AWS::SES::ConfigurationSet').Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
  expect(prod.one('AWS::SES::EmailIdentity').Properties).toMatchObject({
    EmailIdentity: 'mail.example.org',
    MailFromAttributes: { MailFromDomain: 'bounce.mail.example.org' },
  });
});
