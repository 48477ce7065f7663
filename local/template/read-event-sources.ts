import { type Pattern, PatternError, parsePattern } from '../events/filter.ts';
import type { EventSourcePlan, FunctionPlan, QueuePlan, TablePlan } from './plan.ts';
import type { Properties } from './properties.ts';
import { functionNameOf } from './read-functions.ts';
import type { ResourcesOf } from './read-plan.ts';

interface Sources {
  readonly functions: readonly FunctionPlan[];
  readonly queues: readonly QueuePlan[];
  readonly tables: readonly TablePlan[];
}

/** Lambda's default sizes of a batch (AWS::Lambda::EventSourceMapping, BatchSize). */
const DEFAULT_STREAM_BATCH_SIZE = 100;
const DEFAULT_QUEUE_BATCH_SIZE = 10;
/** Lambda starts with five batches at a time of a standard queue. */
const DEFAULT_QUEUE_CONCURRENCY = 5;

/** Reads the event source mappings that are switched on. */
export function readEventSources(of: ResourcesOf, sources: Sources): EventSourcePlan[] {
  return of('AWS::Lambda::EventSourceMapping')
    .filter((properties) => properties.text('Enabled') !== 'false')
    .map((properties) => readEventSource(properties, sources));
}

function readEventSource(properties: Properties, sources: Sources): EventSourcePlan {
  const sourceArn = properties.requiredText('EventSourceArn');
  const { stackName, logicalId } = properties.resource;
  const functionName = properties.requiredText('FunctionName');
  const base = {
    key: `${stackName}/${logicalId}`,
    functionName: sources.functions.some(({ name }) => name === functionName)
      ? functionName
      : functionNameOf(functionName, sources.functions, properties),
    filters: readFilters(properties),
    reportsItemFailures: properties.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
  };
  const table = sources.tables.find(({ streamArn }) => streamArn === sourceArn);
  if (table !== undefined)
    return {
      ...base,
      kind: 'stream',
      batchSize: properties.number(DEFAULT_STREAM_BATCH_SIZE, 'BatchSize'),
      tableName: table.name,
      streamArn: sourceArn,
      startingPosition: properties.text('StartingPosition') === 'TRIM_HORIZON' ? 'TRIM_HORIZON' : 'LATEST',
      bisects: properties.flag('BisectBatchOnFunctionError'),
      maximumRetryAttempts: properties.number(-1, 'MaximumRetryAttempts'),
      failureQueueUrl: readFailureQueue(properties, sources.queues),
    };
  const queue = sources.queues.find(({ arn }) => arn === sourceArn);
  if (queue === undefined) throw properties.unsupported(`event source ${sourceArn}`);
  return {
    ...base,
    kind: 'queue',
    batchSize: properties.number(DEFAULT_QUEUE_BATCH_SIZE, 'BatchSize'),
    queueUrl: queue.url,
    queueArn: queue.arn,
    maximumConcurrency: properties.number(DEFAULT_QUEUE_CONCURRENCY, 'ScalingConfig', 'MaximumConcurrency'),
  };
}

function readFilters(properties: Properties): Pattern[] {
  return properties.records('FilterCriteria', 'Filters').map((filter) => {
    try {
      return parsePattern(JSON.parse(String(filter['Pattern'])));
    } catch (error) {
      if (error instanceof PatternError || error instanceof SyntaxError)
        throw properties.unsupported(
          `filter pattern ${JSON.stringify(filter['Pattern'])} (${error.message})`,
        );
      throw error;
    }
  });
}

function readFailureQueue(properties: Properties, queues: readonly QueuePlan[]): string | undefined {
  const destination = properties.text('DestinationConfig', 'OnFailure', 'Destination');
  if (destination === undefined) return undefined;
  const queue = queues.find(({ arn }) => arn === destination);
  if (queue === undefined) throw properties.unsupported(`on-failure destination ${destination}`);
  return queue.url;
}
