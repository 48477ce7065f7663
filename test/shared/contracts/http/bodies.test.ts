import { describe, expect, it } from 'vitest';
import { check } from '../../../../shared/contracts/faults.ts';
import { decisionBodySchema, keyBodySchema, maxBodyBytes } from '../../../../shared/contracts/http/bodies.ts';
import { answerBodySchema } from '../../../../shared/contracts/http/introduction-view.ts';
import { declineReasons, rejectReasons } from '../../../../shared/domain/lead.ts';

function codesOf(schema: Parameters<typeof check>[0], sent: unknown): string[] {
  const checked = check(schema, sent, 'en');
  return checked.ok ? [] : checked.faults.map(({ path, code }) => `${path}: ${code}`);
}

describe('the answer of a recipient', () => {
  it.each(['accept', 'decline', 'defer'])('may be %s, with or without a message', (answer) => {
    expect(answerBodySchema.parse({ answer })).toEqual({ answer });
    expect(answerBodySchema.parse({ answer, message: ' a\r\nb ' })).toEqual({ answer, message: 'a\nb' });
  });

  it('gives a reason only when it declines', () => {
    for (const reasonCode of declineReasons) {
      expect(answerBodySchema.parse({ answer: 'decline', reasonCode })).toEqual({
        answer: 'decline',
        reasonCode,
      });
    }
    expect(answerBodySchema.parse({ answer: 'accept', reasonCode: 'nonsense' })).toEqual({
      answer: 'accept',
    });
    expect(codesOf(answerBodySchema, { answer: 'decline', reasonCode: 'stop' })).toEqual([
      'reasonCode: unsupportedValue',
    ]);
  });

  it('must say what the answer is', () => {
    expect(codesOf(answerBodySchema, {})).toEqual(['answer: required']);
  });

  it.each([{ answer: 'stop' }, { answer: 'ACCEPT' }, { answer: null }, { answer: ['accept'] }])(
    'is not %j',
    (body) => {
      expect(codesOf(answerBodySchema, body)).toEqual(['answer: unsupportedValue']);
    },
  );

  it.each([null, 'accept', [], 1])('is not the value %j', (body) => {
    expect(codesOf(answerBodySchema, body)).toEqual([': invalidType']);
  });

  it('limits the message', () => {
    expect(codesOf(answerBodySchema, { answer: 'accept', message: 'x'.repeat(1001) })).toEqual([
      'message: tooLong',
    ]);
    expect(codesOf(answerBodySchema, { answer: 'accept', message: 'a\u0000' })).toEqual([
      'message: controlCharacters',
    ]);
  });
});

describe('the decision of a coordinator', () => {
  it('rejects with a reason, `other` when none is given', () => {
    expect(decisionBodySchema.parse({ decision: 'reject' })).toEqual({
      decision: 'reject',
      reasonCode: 'other',
    });
    for (const reasonCode of rejectReasons) {
      expect(decisionBodySchema.parse({ decision: 'reject', reasonCode })).toEqual({
        decision: 'reject',
        reasonCode,
      });
    }
    expect(codesOf(decisionBodySchema, { decision: 'reject', reasonCode: 'x' })).toEqual([
      'reasonCode: unsupportedValue',
    ]);
  });

  it('approves without one', () => {
    expect(decisionBodySchema.parse({ decision: 'approve', reasonCode: 'other' })).toEqual({
      decision: 'approve',
    });
  });
});

describe('a key', () => {
  it('is a text of bounded length', () => {
    expect(codesOf(keyBodySchema, { key: 'x'.repeat(400) })).toEqual([]);
    expect(codesOf(keyBodySchema, { key: 'x'.repeat(401) })).toEqual(['key: tooLong']);
    expect(codesOf(keyBodySchema, { key: '' })).toEqual(['key: required']);
    expect(codesOf(keyBodySchema, {})).toEqual(['key: required']);
    expect(codesOf(keyBodySchema, { key: ['x'] })).toEqual(['key: invalidType']);
  });
});

it('a body may hold 64 kB', () => {
  expect(maxBodyBytes).toBe(65_536);
});
