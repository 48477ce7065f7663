import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { sqsIndexQueue, sqsWorkQueues } from '../../../../shared/adapters/sqs/work-queues.ts';
import {
  indexMessageSchema,
  mailMessageSchema,
  matchMessageSchema,
  parseMessage,
} from '../../../../shared/contracts/messages.ts';
import { newInterestId } from '../../../builders/ids.ts';
import { outboxEntryIn } from '../../../builders/outbox.ts';

const urls = {
  mailQueueUrl: 'https://sqs.example/mail',
  matchQueueUrl: 'https://sqs.example/match',
  indexQueueUrl: 'https://sqs.example/index',
};

describe('sqsWorkQueues', () => {
  it('puts on each queue what its function reads', async () => {
    const sent: { QueueUrl?: string; MessageBody?: string }[] = [];
    const client = { send: async (command: { input: object }) => void sent.push(command.input) };
    const queues = sqsWorkQueues(client as unknown as SQSClient, urls);
    const { id: outboxId } = outboxEntryIn('queued');
    const interestId = newInterestId();
    await queues.mail(outboxId);
    await queues.match(interestId);
    await sqsIndexQueue(client as unknown as SQSClient, urls).index('PE');
    expect(sent.map(({ QueueUrl }) => QueueUrl)).toEqual(Object.values(urls));
    const [mail = '', match = '', index = ''] = sent.map(({ MessageBody }) => MessageBody);
    expect(parseMessage(mailMessageSchema, mail)).toEqual({ outboxId });
    expect(parseMessage(matchMessageSchema, match)).toEqual({ interestId });
    expect(parseMessage(indexMessageSchema, index)).toEqual({ country: 'PE' });
  });

  it('throws when the queue does not take it', async () => {
    const client = {
      send: async () => {
        throw new Error('QueueDoesNotExist');
      },
    };
    const queues = sqsWorkQueues(client as unknown as SQSClient, urls);
    await expect(queues.match(newInterestId())).rejects.toThrow('QueueDoesNotExist');
  });
});
