import { Logger } from '@aws-lambda-powertools/logger';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/dispatch-outbox/handler.ts';
import { newInterestId } from '../../builders/ids.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { ListedQueues } from '../../doubles/world.ts';

const silent = new Logger({ logLevel: 'SILENT' });
const context = { functionName: 'dispatch-outbox', awsRequestId: 'request' } as never;

function record(sequence: string, kind: string, id: string) {
  const NewImage = { kind: { S: kind }, id: { S: id } };
  return {
    eventID: `event-${sequence}`,
    eventName: 'INSERT' as const,
    eventSource: 'aws:dynamodb',
    dynamodb: { SequenceNumber: sequence, NewImage },
  };
}

describe('dispatch-outbox', () => {
  it('puts each record on the queue of its kind', async () => {
    const queues = new ListedQueues();
    const [entry, interestId] = [outboxEntryIn('queued'), newInterestId()];
    const handler = createHandler({ queues }, silent);
    const Records = [record('1', 'OUTBOX', entry.id), record('2', 'INTEREST', interestId)];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(queues).toEqual(expect.objectContaining({ mails: [entry.id], matches: [interestId] }));
  });

  it('reports the record that it could not dispatch, so that reading goes on from there', async () => {
    const queues = new ListedQueues();
    queues.mail = async () => {
      throw new Error('no queue');
    };
    const handler = createHandler({ queues }, silent);
    const Records = [
      record('1', 'INTEREST', newInterestId()),
      record('2', 'OUTBOX', outboxEntryIn('queued').id),
    ];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });
});
