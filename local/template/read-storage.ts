import { nameOfArn } from './names.ts';
import type {
  EventDestinationPlan,
  IndexPlan,
  KeyPart,
  LocalPlan,
  QueuePlan,
  SecretPlan,
  SubscriptionPlan,
  TablePlan,
} from './plan.ts';
import { isRecord, type Properties } from './properties.ts';
import type { ResourcesOf } from './read-plan.ts';
import type { Resolved } from './resolver.ts';

/** Reads the tables; capacity, encryption, backups and replicas have no local meaning. */
export function readTables(of: ResourcesOf): TablePlan[] {
  return of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((properties) => {
    if (properties.list('LocalSecondaryIndexes').length > 0)
      throw properties.unsupported('LocalSecondaryIndexes');
    return {
      name: properties.attribute('Ref'),
      streamArn: properties.attribute('StreamArn'),
      definition: {
        AttributeDefinitions: properties.records('AttributeDefinitions').map((definition) => ({
          AttributeName: String(definition['AttributeName']),
          AttributeType: String(definition['AttributeType']),
        })),
        KeySchema: readKeySchema(properties.list('KeySchema')),
        GlobalSecondaryIndexes: properties.records('GlobalSecondaryIndexes').map(readIndex),
        StreamViewType: properties.text('StreamSpecification', 'StreamViewType'),
        TimeToLiveAttribute: properties.flag('TimeToLiveSpecification', 'Enabled')
          ? properties.text('TimeToLiveSpecification', 'AttributeName')
          : undefined,
      },
    };
  });
}

function readKeySchema(parts: readonly Resolved[]): KeyPart[] {
  return parts
    .filter(isRecord)
    .map((part) => ({ AttributeName: String(part['AttributeName']), KeyType: String(part['KeyType']) }));
}

function readIndex(index: Readonly<Record<string, Resolved>>): IndexPlan {
  const keySchema = index['KeySchema'];
  return {
    IndexName: String(index['IndexName']),
    KeySchema: readKeySchema(Array.isArray(keySchema) ? (keySchema as readonly Resolved[]) : []),
    Projection: isRecord(index['Projection']) ? index['Projection'] : { ProjectionType: 'ALL' },
  };
}

/** Properties of a queue that are attributes of the same name in `CreateQueue`. */
const queueAttributes = [
  'ContentBasedDeduplication',
  'DelaySeconds',
  'FifoQueue',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
];

/** Reads the queues, dead-letter queues before those that point at them. */
export function readQueues(of: ResourcesOf): QueuePlan[] {
  const queues = of('AWS::SQS::Queue').map((properties) => {
    const attributes: Record<string, string> = {};
    for (const name of queueAttributes) {
      const value = properties.text(name);
      if (value !== undefined) attributes[name] = value;
    }
    const redrive = properties.record('RedrivePolicy');
    if (redrive !== undefined)
      attributes['RedrivePolicy'] = JSON.stringify({
        ...redrive,
        maxReceiveCount: String(redrive['maxReceiveCount']),
      });
    return {
      name: properties.attribute('QueueName'),
      arn: properties.attribute('Arn'),
      url: properties.attribute('QueueUrl'),
      attributes,
    };
  });
  return queues.sort(
    (a, b) => Number('RedrivePolicy' in a.attributes) - Number('RedrivePolicy' in b.attributes),
  );
}

/** Protocols that only tell people: nobody is told on this machine. */
const silentProtocols: ReadonlySet<string> = new Set(['email', 'email-json', 'sms', 'https', 'http']);

/** Reads which queues listen to which topics. */
export function readSubscriptions(of: ResourcesOf): SubscriptionPlan[] {
  return of('AWS::SNS::Subscription')
    .filter((properties) => !silentProtocols.has(properties.requiredText('Protocol')))
    .map((properties) => {
      if (properties.text('Protocol') !== 'sqs')
        throw properties.unsupported(`Protocol ${properties.text('Protocol')}`);
      const filterPolicy = properties.get('FilterPolicy');
      return {
        topicName: nameOfArn(properties.requiredText('TopicArn')),
        queueName: nameOfArn(properties.requiredText('Endpoint')),
        attributes: {
          ...(properties.flag('RawMessageDelivery') ? { RawMessageDelivery: 'true' } : {}),
          ...(filterPolicy === undefined ? {} : { FilterPolicy: JSON.stringify(filterPolicy) }),
        },
      };
    });
}

/** Reads how each secret's first value is made. */
export function readSecrets(of: ResourcesOf): SecretPlan[] {
  return of('AWS::SecretsManager::Secret').map((properties) => ({
    name: properties.attribute('Name'),
    arn: properties.attribute('Ref'),
    generate: properties.record('GenerateSecretString'),
    value: properties.text('SecretString'),
  }));
}

/** Reads who may sign in where: the user pool's clients and groups. */
export function readIdentity(of: ResourcesOf): LocalPlan['identity'] {
  const [, secondPool] = of('AWS::Cognito::UserPool');
  if (secondPool !== undefined) throw secondPool.unsupported('a second user pool');
  return {
    clients: of('AWS::Cognito::UserPoolClient').map((properties: Properties) => ({
      clientId: properties.attribute('ClientId'),
      callbackUrls: properties.texts('CallbackURLs'),
      logoutUrls: properties.texts('LogoutURLs'),
    })),
    groups: of('AWS::Cognito::UserPoolGroup').map((properties) => properties.requiredText('GroupName')),
  };
}

/** Reads which configuration sets exist, where their events go, and which identities may send. */
export function readMail(of: ResourcesOf): LocalPlan['mail'] {
  return {
    configurationSets: of('AWS::SES::ConfigurationSet').map((properties) => properties.attribute('Ref')),
    identities: of('AWS::SES::EmailIdentity').map((properties) => properties.attribute('Ref')),
    eventDestinations: of('AWS::SES::ConfigurationSetEventDestination')
      .filter((properties) => properties.text('EventDestination', 'Enabled') !== 'false')
      .map(readEventDestination),
  };
}

function readEventDestination(properties: Properties): EventDestinationPlan {
  const topicArn = properties.text('EventDestination', 'SnsDestination', 'TopicARN');
  if (topicArn === undefined) throw properties.unsupported('an event destination other than an SNS topic');
  return {
    configurationSet: properties.requiredText('ConfigurationSetName'),
    topicArn,
    eventTypes: properties.texts('EventDestination', 'MatchingEventTypes'),
  };
}
