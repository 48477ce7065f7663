import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { sqsWorkQueues } from '../../../../shared/adapters/sqs/work-queues.ts';
import {
  mailMessageSchema,
  matchMessageSchema,
  parseMessage,
} from '../../../../shared/contracts/messages.ts';
import { newInterestId } from '../../../builders/ids.ts';
import { outboxEntryIn } from '../../../builders/outbox.ts';

const urls = { mailQueueUrl: 'https://sqs.example/mail', matchQueueUrl: 'https://sqs.example/match' };

describe('sqsWorkQueues', () => {
  it('puts on each queue what its function reads', async () => {
    const sent: { QueueUrl?: string; MessageBody?: string }[] = [];
    const client = { send: async (command: { input: object }) => void sent.push(command.input) };
    const queues = sqsWorkQueues(client as unknown as SQSClient, urls);
    const { id: outboxId } = outboxEntryIn('queued');
    const interestId = newInterestId();
    await queues.mail(outboxId);
    await queues.match(interestId);
    expect(sent.map(({ QueueUrl }) => QueueUrl)).toEqual([urls.mailQueueUrl, urls.matchQueueUrl]);
    const [mail = '', match = ''] = sent.map(({ MessageBody }) => MessageBody);
    expect(parseMessage(mailMessageSchema, mail)).toEqual({ outboxId });
    expect(parseMessage(matchMessageSchema, match)).toEqual({ interestId });
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
