import { expect, it } from 'vitest';
import { configOf, Synthesised } from '../infra/synthesised.ts';
import {
  batchSize,
  indexRules,
  maxReceives,
  otherTimeoutSeconds,
  streamRules,
  timeoutSeconds,
  visibilityPerTimeout,
} from './simulation/as-deployed.ts';

const prod = new Synthesised(configOf('prod'));

it('functions have the time in the simulation that they have when deployed', () => {
  const deployed = prod
    .all('AWS::Lambda::Function')
    .map(([id, { Properties }]) => [prod.functionName(id), Properties['Timeout']] as const);
  for (const [name, timeout] of deployed)
    expect([name, timeout]).toEqual([name, timeoutSeconds[name] ?? otherTimeoutSeconds]);
});

it('queues hide and set aside in the simulation as they do when deployed', () => {
  const queues = prod.all('AWS::SQS::Queue').filter(([, { Properties }]) => 'RedrivePolicy' in Properties);
  expect(queues.length).toBeGreaterThan(1);
  for (const [, { Properties }] of queues)
    expect(Properties['RedrivePolicy']).toMatchObject({ maxReceiveCount: maxReceives });
  for (const consumer of ['send-mail', 'match-interest']) {
    expect(sourceOf(consumer)).toMatchObject({ BatchSize: batchSize });
    const timeout = timeoutSeconds[consumer] ?? otherTimeoutSeconds;
    expect(visibilityOf(consumer)).toBe(timeout * visibilityPerTimeout);
  }
});

it('indexes are built in the simulation in batches as large as when deployed', () => {
  expect(sourceOf('build-index')).toMatchObject({
    BatchSize: indexRules.batchSize,
    MaximumBatchingWindowInSeconds: indexRules.windowMs / 1000,
    ScalingConfig: { MaximumConcurrency: indexRules.concurrency },
  });
  expect(visibilityOf('build-index')).toBe(indexRules.visibilityMs / 1000);
});

function sourceOf(consumer: string): Record<string, unknown> {
  const source = prod
    .all('AWS::Lambda::EventSourceMapping')
    .find(([, { Properties }]) => prod.text(Properties['FunctionName']) === prod.functionId(consumer));
  return source?.[1].Properties ?? {};
}

/** How long a message of a consumer's queue is hidden, in seconds. */
function visibilityOf(consumer: string): unknown {
  const queueId = prod.text(sourceOf(consumer)['EventSourceArn']).replace('.Arn', '');
  return prod.pipeline.Resources[queueId]?.Properties['VisibilityTimeout'];
}

it('the stream is read in the simulation as it is when deployed', () => {
  const stream = prod
    .all('AWS::Lambda::EventSourceMapping')
    .find(([, { Properties }]) => 'FilterCriteria' in Properties);
  expect(stream?.[1].Properties).toMatchObject({
    BatchSize: streamRules.batchSize,
    MaximumRetryAttempts: streamRules.maximumRetryAttempts,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});
