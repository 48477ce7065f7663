import { describe, expect, it } from 'vitest';
import { mailMessageSchema, matchMessageSchema, parseMessage } from '../../../shared/contracts/messages.ts';
import { newInterestId } from '../../builders/ids.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

const interestId = newInterestId();
const outboxId = outboxEntryIn('queued').id;

describe('queue messages', () => {
  it('name one record', () => {
    expect(parseMessage(mailMessageSchema, JSON.stringify({ outboxId }))).toEqual({ outboxId });
    expect(parseMessage(matchMessageSchema, JSON.stringify({ interestId }))).toEqual({ interestId });
  });

  it.each([
    '',
    'x',
    'null',
    '[]',
    '{}',
    '{"outboxId":5}',
    '{"outboxId":"x"}',
    '{"__proto__":{"outboxId":"x"}}',
  ])('throw for %j, so that it ends in the dead-letter queue', (body) => {
    expect(() => parseMessage(mailMessageSchema, body)).toThrow();
    expect(() => parseMessage(matchMessageSchema, body)).toThrow();
  });
});
