import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../local/http/authorizer.ts';
import { toHttpAnswer } from '../../../local/http/response.ts';

const seen = (answer: unknown) => {
  const { status, headers, body } = toHttpAnswer(answer);
  return { status, headers, body: body.toString('utf8') };
};

describe('an answer of format 2.0', () => {
  it.each([
    ['an object without a status', { a: 1 }, '{"a":1}'],
    ['a text', 'hello', 'hello'],
    ['nothing', undefined, 'null'],
    ['a list', [1], '[1]'],
  ])('takes %s for the body', (_name, answer, body) => {
    expect(seen(answer)).toEqual({ status: 200, headers: { 'content-type': 'application/json' }, body });
  });

  it('takes status, headers, cookies and base64', () => {
    const answer = {
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', 'X-Count': 3, 'Content-Length': 999, empty: null },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('png').toString('base64'),
      isBase64Encoded: true,
    };
    expect(seen(answer)).toEqual({
      status: 201,
      headers: { 'content-type': 'image/png', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] },
      body: 'png',
    });
  });

  it('calls a body without a type plain text', () => {
    expect(seen({ statusCode: '404' })).toEqual({
      status: 404,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: '',
    });
  });

  it.each([
    [{ statusCode: 'no' }],
    [{ statusCode: 99 }],
    [{ statusCode: 200, body: { a: 1 } }],
    [{ statusCode: 200, headers: { a: { b: 1 } } }],
    [{ statusCode: 200, cookies: 'a=1' }],
  ])('cannot use %j', (answer) => {
    expect(seen(answer)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });
});

it('claims arrive as text, lists in brackets', () => {
  const claims = claimsOf({ 'cognito:groups': ['a', 'cluster:b'], exp: 12, email_verified: true, empty: [] });
  expect(claims).toEqual({
    'cognito:groups': '[a cluster:b]',
    exp: '12',
    email_verified: 'true',
    empty: '[]',
  });
});
