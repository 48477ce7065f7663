import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { indexKeys } from '../../shared/contracts/index-keys.ts';
import type { StageConfig } from '../config.ts';
import { type Binding, useBucket, useQueue, useSecret, useSender, useTable } from '../constructs/bindings.ts';
import type { Identity } from '../constructs/identity.ts';
import type { Mail } from '../constructs/mail.ts';
import { PuenteFunction } from '../constructs/puente-function.ts';
import { webPages } from '../constructs/web-pages.ts';
import type { FunctionName } from '../function-environments.ts';
import type { DataStack } from './data-stack.ts';

/** Timeouts that a queue's visibility follows, in seconds. */
export const timeoutSeconds = { sendMail: 60, matchInterest: 30, buildIndex: 60 };

interface Parts {
  readonly config: StageConfig;
  readonly baseUrl: string;
  readonly data: DataStack;
  readonly queues: { readonly mail: Queue; readonly match: Queue; readonly index: Queue };
  readonly identity: Identity;
  readonly mail: Mail;
}

interface Shared {
  readonly CLOCKS: string;
  readonly LINK_SECRET_ARN: Binding;
}

type Functions = Readonly<Record<FunctionName, PuenteFunction>>;

/** Every function with its environment and, in the same breath, its rights. */
export function newFunctions(scope: Construct, parts: Parts): Functions {
  const shared: Shared = {
    CLOCKS: JSON.stringify(parts.config.clocks),
    LINK_SECRET_ARN: useSecret(parts.data.linkSecret),
  };
  return {
    ...pageFunctions(scope, parts),
    ...interestFunctions(scope, parts, shared),
    ...leadFunctions(scope, parts, shared),
    ...recipientFunctions(scope, parts, shared),
    ...matchingFunctions(scope, parts, shared),
    ...backgroundFunctions(scope, parts, shared),
  };
}

function pageFunctions(scope: Construct, { config, data: { table }, identity }: Parts) {
  return {
    'check-health': new PuenteFunction(scope, 'check-health', {
      config,
      environment: { TABLE_NAME: useTable(table, { items: ['GetItem'] }) },
    }),
    'show-page': new PuenteFunction(scope, 'show-page', {
      config,
      environment: {
        WEB_ROOT: webPages.root,
        ISSUER: identity.issuer,
        SIGN_IN_URL: identity.signInUrl,
        CLIENT_ID: identity.clientId,
      },
      bundlingHooks: webPages.bundlingHooks,
    }),
    'list-sectors': new PuenteFunction(scope, 'list-sectors', { config, environment: {} }),
  };
}

function interestFunctions(scope: Construct, parts: Parts, shared: Shared) {
  const { config, baseUrl } = parts;
  const { table, addressSecret } = parts.data;
  const { LINK_SECRET_ARN } = shared;
  return {
    'submit-interest': new PuenteFunction(scope, 'submit-interest', {
      config,
      environment: {
        ...shared,
        BASE_URL: baseUrl,
        TABLE_NAME: useTable(table, { items: ['GetItem', 'PutItem'] }),
      },
    }),
    'view-interest': new PuenteFunction(scope, 'view-interest', {
      config,
      environment: {
        LINK_SECRET_ARN,
        TABLE_NAME: useTable(table, { items: ['GetItem'], queries: ['table'] }),
      },
    }),
    'confirm-interest': new PuenteFunction(scope, 'confirm-interest', {
      config,
      environment: {
        ...shared,
        ADDRESS_SECRET_ARN: useSecret(addressSecret),
        TABLE_NAME: useTable(table, { items: ['GetItem', 'PutItem'] }),
      },
    }),
    'withdraw-interest': new PuenteFunction(scope, 'withdraw-interest', {
      config,
      environment: {
        ...shared,
        TABLE_NAME: useTable(table, {
          items: ['GetItem', 'PutItem', 'ConditionCheckItem'],
          queries: ['table'],
        }),
      },
    }),
  };
}

function matchingFunctions(scope: Construct, { config, data, queues }: Parts, { CLOCKS }: Shared) {
  const { table, indexes, addressSecret } = data;
  return {
    'match-interest': new PuenteFunction(scope, 'match-interest', {
      config,
      timeoutSeconds: timeoutSeconds.matchInterest,
      environment: {
        CLOCKS,
        ADDRESS_SECRET_ARN: useSecret(addressSecret),
        INDEX_BUCKET: useBucket(indexes, { keys: indexKeys, objects: ['GetObject'] }),
        INDEX_QUEUE_URL: useQueue(queues.index),
        TABLE_NAME: useTable(table, {
          items: ['GetItem', 'PutItem', 'ConditionCheckItem'],
          queries: ['table', 'gsi1'],
        }),
      },
    }),
    'build-index': new PuenteFunction(scope, 'build-index', {
      config,
      timeoutSeconds: timeoutSeconds.buildIndex,
      environment: {
        INDEX_BUCKET: useBucket(indexes, { keys: indexKeys, objects: ['GetObject', 'PutObject'] }),
        TABLE_NAME: useTable(table, { queries: ['gsi1'] }),
      },
    }),
  };
}

function leadFunctions(
  scope: Construct,
  { config, data: { table, addressSecret } }: Parts,
  { CLOCKS }: Shared,
) {
  return {
    'list-leads': new PuenteFunction(scope, 'list-leads', {
      config,
      environment: { TABLE_NAME: useTable(table, { queries: ['gsi1'] }) },
    }),
    'view-lead': new PuenteFunction(scope, 'view-lead', {
      config,
      environment: { TABLE_NAME: useTable(table, { items: ['GetItem'] }) },
    }),
    'decide-lead': new PuenteFunction(scope, 'decide-lead', {
      config,
      environment: {
        CLOCKS,
        ADDRESS_SECRET_ARN: useSecret(addressSecret),
        TABLE_NAME: useTable(table, {
          items: ['GetItem', 'PutItem', 'ConditionCheckItem'],
          queries: ['table'],
        }),
      },
    }),
  };
}

function recipientFunctions(
  scope: Construct,
  { config, data: { table, addressSecret } }: Parts,
  shared: Shared,
) {
  const { CLOCKS, LINK_SECRET_ARN } = shared;
  return {
    'view-introduction': new PuenteFunction(scope, 'view-introduction', {
      config,
      environment: { CLOCKS, LINK_SECRET_ARN, TABLE_NAME: useTable(table, { items: ['GetItem'] }) },
    }),
    'answer-introduction': new PuenteFunction(scope, 'answer-introduction', {
      config,
      environment: {
        ...shared,
        TABLE_NAME: useTable(table, { items: ['GetItem', 'PutItem'] }),
      },
    }),
    unsubscribe: new PuenteFunction(scope, 'unsubscribe', {
      config,
      environment: {
        CLOCKS,
        LINK_SECRET_ARN,
        ADDRESS_SECRET_ARN: useSecret(addressSecret),
        TABLE_NAME: useTable(table, { items: ['GetItem', 'PutItem'], queries: ['gsi1'] }),
      },
    }),
  };
}

function backgroundFunctions(scope: Construct, parts: Parts, shared: Shared) {
  const { config, data, queues, mail } = parts;
  const { table } = data;
  const toQueues = { MAIL_QUEUE_URL: useQueue(queues.mail), MATCH_QUEUE_URL: useQueue(queues.match) };
  const changes = ['GetItem', 'PutItem', 'ConditionCheckItem'] as const;
  return {
    'dispatch-outbox': new PuenteFunction(scope, 'dispatch-outbox', {
      config,
      timeoutSeconds: 30,
      environment: { ...toQueues, INDEX_QUEUE_URL: useQueue(queues.index) },
    }),
    'send-mail': new PuenteFunction(scope, 'send-mail', {
      config,
      timeoutSeconds: timeoutSeconds.sendMail,
      ...(config.reservesConcurrency && config.mailConcurrency !== undefined
        ? { reservedConcurrency: config.mailConcurrency }
        : {}),
      environment: {
        ...shared,
        BASE_URL: parts.baseUrl,
        ADDRESS_SECRET_ARN: useSecret(data.addressSecret),
        MAIL_FROM: useSender(mail.sender),
        CONFIGURATION_SET: mail.configurationSetName,
        TABLE_NAME: useTable(table, { items: changes }),
      },
    }),
    sweep: new PuenteFunction(scope, 'sweep', {
      config,
      timeoutSeconds: 60,
      environment: {
        ...toQueues,
        CLOCKS: shared.CLOCKS,
        ADDRESS_SECRET_ARN: useSecret(data.addressSecret),
        TABLE_NAME: useTable(table, { items: changes, queries: ['table', 'gsi1', 'gsi2'] }),
      },
    }),
  };
}
