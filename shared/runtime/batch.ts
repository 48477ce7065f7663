import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { errorFields, type Logger, neverLogEvents } from './logger.ts';

type Act = (message: SQSRecord, context: Context) => Promise<void>;

/** A Lambda handler for a queue: a message that throws is delivered again, the others of its batch are not. */
export function queueHandler(logger: Logger, act: Act) {
  return sharingQueueHandler(logger, () => act);
}

/** The same for messages that can share work with others of their batch: `begin` is called once for each batch. */
export function sharingQueueHandler(logger: Logger, begin: () => Act) {
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, neverLogEvents))
    .handler((event, context) => {
      const act = begin();
      return processPartialResponse(
        event,
        (message: SQSRecord) => logged(logger, message.messageId, () => act(message, context)),
        new BatchProcessor(EventType.SQS),
        { context, throwOnFullBatchFailure: false },
      );
    });
}

/** A Lambda handler for the table's stream: reading goes on from the first record that throws. */
export function streamHandler(logger: Logger, act: (record: DynamoDBRecord) => Promise<void>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, neverLogEvents))
    .handler((event, context) =>
      processPartialResponse(
        event,
        (record: DynamoDBRecord) => logged(logger, record.eventID ?? 'unknown', () => act(record)),
        new BatchProcessor(EventType.DynamoDBStreams),
        { context, throwOnFullBatchFailure: false },
      ),
    );
}

async function logged(logger: Logger, recordId: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    logger.error('record failed', { recordId, ...errorFields(error) });
    throw error;
  }
}
