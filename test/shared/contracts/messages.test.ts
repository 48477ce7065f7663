import { describe, expect, it } from 'vitest';
import {
  indexMessageSchema,
  mailMessageSchema,
  matchMessageSchema,
  parseMessage,
} from '../../../shared/contracts/messages.ts';
import { newInterestId } from '../../builders/ids.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

const interestId = newInterestId();
const outboxId = outboxEntryIn('queued').id;

describe('queue messages', () => {
  it('name one record or one country', () => {
    expect(parseMessage(indexMessageSchema, '{"country":"PL"}')).toEqual({ country: 'PL' });
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
    '{"country":"XX"}',
    '{"outboxId":"x"}',
    '{"__proto__":{"outboxId":"x"}}',
  ])('throw for %j, so that it ends in the dead-letter queue', (body) => {
    expect(() => parseMessage(mailMessageSchema, body)).toThrow();
    expect(() => parseMessage(matchMessageSchema, body)).toThrow();
    expect(() => parseMessage(indexMessageSchema, body)).toThrow();
  });
});
