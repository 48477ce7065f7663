import type { DataDir } from '../data-dir.ts';
import type { Endpoints } from '../functions/environment.ts';
import type { LocalPlan } from '../template/plan.ts';
import { startDynamoDb } from './dynamodb-process.ts';
import { startAwsEndpoint } from './endpoint.ts';
import type { Inbox } from './inbox.ts';
import { openSecrets, type SecretStore } from './secrets.ts';
import { createSes } from './ses.ts';
import { prepareTables } from './tables.ts';

interface ServiceOptions {
  readonly dataDir: DataDir;
  readonly inbox: Inbox;
  /** A DynamoDB that runs already; undefined: one is started. */
  readonly dynamoDbEndpoint: string | undefined;
  readonly onDeath: (reason: string) => void;
  /** Told why an event of a mail was not published. */
  readonly onUnpublished: (error: unknown) => void;
}

/** The services, answering. */
export interface RunningServices {
  readonly endpoints: Endpoints;
  /**
   * Makes the tables, queues, topics, buckets and secrets of a plan, and lets mail be sent.
   * @returns the secrets, and the names of tables that did not exist before
   */
  prepare(plan: LocalPlan): Promise<{ readonly secrets: SecretStore; readonly newTables: readonly string[] }>;
}

/** The services on their way up. */
export interface StartingServices {
  readonly ready: Promise<RunningServices>;
  /** Ends whatever has come up, or comes up yet. */
  stop(): Promise<void>;
}

/** Starts DynamoDB, SQS with SNS and S3, SES and Secrets Manager, all at the same time. */
export function startServices(options: ServiceOptions): StartingServices {
  const dynamoDb =
    options.dynamoDbEndpoint === undefined
      ? startDynamoDb(options.dataDir, options.onDeath)
      : Promise.resolve({ endpoint: options.dynamoDbEndpoint, stop: async () => undefined });
  const endpoint = startAwsEndpoint();
  // Loaded only now: the database comes up in the meantime.
  const queues = import('./queues.ts').then(({ startQueues }) => startQueues());
  let stopping = false;
  const ready = Promise.all([dynamoDb, endpoint, queues]).then(([database, other, sqs]): RunningServices => {
    const endpoints = { dynamodb: database.endpoint, sqs: sqs.endpoint, other: other.url };
    return {
      endpoints,
      prepare: async (plan) => {
        const tables = await prepareTables(endpoints.dynamodb, plan.tables);
        await sqs.create(plan);
        const secrets = openSecrets(options.dataDir, plan.secrets, Date.now);
        other.serve({
          secrets,
          ses: createSes({
            mail: plan.mail,
            sink: options.inbox,
            now: () => new Date(),
            publish: sqs.publish,
            onUnpublished: (error) => {
              if (!stopping) options.onUnpublished(error);
            },
          }),
        });
        return { secrets, newTables: tables.filter(({ isNew }) => isNew).map(({ name }) => name) };
      },
    };
  });
  ready.catch(() => undefined);
  return {
    ready,
    stop: async () => {
      stopping = true;
      const ends = [dynamoDb, endpoint, queues].map(async (starting) => {
        const service = await starting.catch(() => undefined);
        await service?.stop();
      });
      await Promise.all([...ends, options.inbox.stop()]);
    },
  };
}
