import { describe, expect, it } from 'vitest';
import { streamRecordSchema } from '../../../shared/contracts/stream.ts';
import { newInterestId } from '../../builders/ids.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

const interestId = newInterestId();
const outboxId = outboxEntryIn('queued').id;

describe('stream records', () => {
  const image = (kind: string, id: string) => ({
    eventID: '1',
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: '1',
      NewImage: { kind: { S: kind }, id: { S: id }, pk: { S: 'x' }, retries: { N: '0' } },
    },
  });

  it('say which item of which kind was written', () => {
    expect(streamRecordSchema.parse(image('OUTBOX', outboxId))).toEqual({ kind: 'OUTBOX', id: outboxId });
    expect(streamRecordSchema.parse(image('INTEREST', interestId))).toEqual({
      kind: 'INTEREST',
      id: interestId,
    });
  });

  it.each<[string, unknown]>([
    ['another kind', image('LEAD', 'x')],
    ['an id of the other kind', image('INTEREST', outboxId)],
    ['a wrong id', image('OUTBOX', 'x')],
    ['a removal', { dynamodb: { OldImage: {} } }],
    ['nothing', {}],
    ['null', null],
  ])('throw for %s', (_what, record) => {
    expect(streamRecordSchema.safeParse(record).success).toBe(false);
  });
});
