import type { Pattern } from '../events/filter.ts';

/** A function to import and call. */
export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  /** Path of the module that exports the handler, relative to the repository. */
  readonly entry: string;
  readonly handlerName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

/** A JWT authorizer, as API Gateway checks it. */
export interface AuthorizerPlan {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** Header that carries the token, lower case. */
  readonly headerName: string;
}

/** A route of the HTTP API: method and path, or `$default`. */
export interface RoutePlan {
  readonly routeKey: string;
  readonly functionName: string;
  /** Shorter than the function's own time-out when the integration says so. */
  readonly timeoutMs: number;
  readonly authorizer: AuthorizerPlan | undefined;
  readonly scopes: readonly string[];
}

/** A DynamoDB table, in the words of `CreateTable`. */
export interface TablePlan {
  readonly name: string;
  /** The stream's ARN as the template gives it. */
  readonly streamArn: string;
  readonly definition: {
    readonly AttributeDefinitions: readonly {
      readonly AttributeName: string;
      readonly AttributeType: string;
    }[];
    readonly KeySchema: readonly KeyPart[];
    readonly GlobalSecondaryIndexes: readonly IndexPlan[];
    readonly StreamViewType: string | undefined;
    readonly TimeToLiveAttribute: string | undefined;
  };
}

export interface KeyPart {
  readonly AttributeName: string;
  readonly KeyType: string;
}

export interface IndexPlan {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly Projection: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] };
}

/** An SQS queue with the attributes of `CreateQueue`, all as text. */
export interface QueuePlan {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A queue that receives what is published to a topic. */
export interface SubscriptionPlan {
  readonly topicName: string;
  readonly queueName: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface EventSourceBase {
  /** Stable between runs: checkpoints are kept under it. */
  readonly key: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly filters: readonly Pattern[];
  readonly reportsItemFailures: boolean;
}

/** A function fed by a table's stream. */
export interface StreamSourcePlan extends EventSourceBase {
  readonly kind: 'stream';
  readonly tableName: string;
  readonly streamArn: string;
  readonly startingPosition: 'LATEST' | 'TRIM_HORIZON';
  readonly bisects: boolean;
  /** -1: without end. */
  readonly maximumRetryAttempts: number;
  /** Queue that is told of records given up; undefined if nobody is. */
  readonly failureQueueUrl: string | undefined;
}

/** A function fed by a queue. */
export interface QueueSourcePlan extends EventSourceBase {
  readonly kind: 'queue';
  readonly queueUrl: string;
  readonly queueArn: string;
  /** Most batches handled at a time. */
  readonly maximumConcurrency: number;
}

export type EventSourcePlan = StreamSourcePlan | QueueSourcePlan;

/** A function called at a rate. */
export interface SchedulePlan {
  readonly name: string;
  readonly functionName: string;
  readonly rateSeconds: number;
  /** What the function is given; undefined: EventBridge's own event. */
  readonly input: unknown;
  readonly ruleArn: string;
}

/** How a secret's value is made the first time. */
export interface SecretPlan {
  readonly name: string;
  readonly arn: string;
  readonly generate: Readonly<Record<string, unknown>> | undefined;
  readonly value: string | undefined;
}

/** Where events of mails of one configuration set are published. */
export interface EventDestinationPlan {
  readonly configurationSet: string;
  readonly topicArn: string;
  /** In the words of CloudFormation: `send`, `delivery`, `bounce`, … */
  readonly eventTypes: readonly string[];
}

/** An app that may ask people to sign in. */
export interface IdentityClientPlan {
  readonly clientId: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
}

/** All that the templates say, resolved: the only list of what runs locally. */
export interface LocalPlan {
  readonly functions: readonly FunctionPlan[];
  readonly apiId: string;
  readonly routes: readonly RoutePlan[];
  readonly tables: readonly TablePlan[];
  readonly queues: readonly QueuePlan[];
  readonly bucketNames: readonly string[];
  readonly topicNames: readonly string[];
  readonly subscriptions: readonly SubscriptionPlan[];
  readonly eventSources: readonly EventSourcePlan[];
  readonly schedules: readonly SchedulePlan[];
  readonly secrets: readonly SecretPlan[];
  readonly identity: { readonly clients: readonly IdentityClientPlan[]; readonly groups: readonly string[] };
  readonly mail: {
    readonly configurationSets: readonly string[];
    readonly identities: readonly string[];
    readonly eventDestinations: readonly EventDestinationPlan[];
  };
}
