import { Logger } from '@aws-lambda-powertools/logger';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/dispatch-outbox/handler.ts';
import { newInterestId } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
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

/** A record whose images say of which country a company is. */
function companyRecord(sequence: string, eventName: 'INSERT' | 'MODIFY' | 'REMOVE', images: object) {
  return {
    eventID: `event-${sequence}`,
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: { SequenceNumber: sequence, ...images },
  };
}

const company = (country: string) => ({ M: { country: { S: country }, name: { S: 'SaMASZ' } } });
const memberImage = (country: string) => ({
  kind: { S: 'MEMBER' },
  id: { S: 'samasz' },
  company: company(country),
});
const leadImage = (country: string) => ({
  kind: { S: 'LEAD' },
  id: { S: leadIn('proposed').id },
  interest: { M: { company: company(country) } },
});

describe('dispatch-outbox', () => {
  it('puts each record on the queue of its kind', async () => {
    const queues = new ListedQueues();
    const [entry, interestId] = [outboxEntryIn('queued'), newInterestId()];
    const handler = createHandler({ queues }, silent);
    const Records = [record('1', 'OUTBOX', entry.id), record('2', 'INTEREST', interestId)];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(queues).toEqual(expect.objectContaining({ mails: [entry.id], matches: [interestId] }));
  });

  it('asks for the index of a member that comes, changes, moves or goes, and of the member of a new lead', async () => {
    const queues = new ListedQueues();
    const handler = createHandler({ queues }, silent);
    const Records = [
      companyRecord('1', 'INSERT', { NewImage: memberImage('PL') }),
      companyRecord('2', 'MODIFY', { NewImage: memberImage('PE'), OldImage: memberImage('PE') }),
      companyRecord('3', 'MODIFY', { NewImage: memberImage('PL'), OldImage: memberImage('PE') }),
      companyRecord('4', 'REMOVE', { OldImage: memberImage('PE') }),
      companyRecord('5', 'INSERT', { NewImage: leadImage('PE') }),
    ];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(queues.indexes.toSorted()).toEqual(['PE', 'PE', 'PE', 'PL', 'PL', 'PL']);
    expect([...queues.mails, ...queues.matches]).toEqual([]);
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
