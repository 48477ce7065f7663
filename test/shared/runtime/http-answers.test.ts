import { describe, expect, it } from 'vitest';
import { html, json, Problem, seeOther } from '../../../shared/runtime/http.ts';
import { httpEvent, jsonEvent } from './http-event.ts';
import { type Act, answerTo } from './http-handling.ts';

const problemPage = (code: string, language: string) => `<html lang="${language}">${code}</html>`;

describe('problems', () => {
  const conflict: Act = async () => {
    throw new Problem('conflict', { state: 'approved' });
  };

  it('are problem+json with all that RFC 9457 asks for, and never cached', async () => {
    const { status, headers, body } = await answerTo(httpEvent(), conflict, { problemPage });
    expect(status).toBe(409);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-language': 'en',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(JSON.parse(body)).toEqual({
      type: 'urn:puente:problem:conflict',
      title: 'This is not possible: the state has changed in the meantime.',
      status: 409,
      state: 'approved',
    });
  });

  it('are a page only for who wants one, where there is one', async () => {
    const browser = httpEvent({ headers: { accept: 'text/html', 'accept-language': 'pl' } });
    const page = await answerTo(browser, conflict, { problemPage });
    expect([page.status, page.body]).toEqual([409, '<html lang="pl">conflict</html>']);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await answerTo(browser, conflict)).headers['content-type']).toBe('application/problem+json');
    expect((await answerTo(httpEvent(), conflict, { problemPage })).headers['content-type']).toBe(
      'application/problem+json',
    );
  });

  it('that are expected are not logged as failures', async () => {
    expect((await answerTo(httpEvent(), conflict)).log).toBe('');
  });

  it.each<[string, unknown]>([
    ['an error', new TypeError('compras@misti.example: no such column')],
    ['a text', 'compras@misti.example'],
    ['an object', { email: 'compras@misti.example' }],
    ['a problem of our own', new Problem('internal')],
  ])('that are faults tell nothing of %s', async (_what, thrown) => {
    const { status, body, log } = await answerTo(jsonEvent({ email: 'compras@misti.example' }), async () => {
      throw thrown;
    });
    expect(status).toBe(500);
    expect(Object.keys(JSON.parse(body))).toEqual(['type', 'title', 'status']);
    for (const text of [body, log]) {
      expect(text).not.toContain('misti');
      expect(text).not.toContain('no such column');
    }
    expect(body).not.toMatch(/TypeError|\.ts|at /);
    expect(JSON.parse(log)).toMatchObject({ level: 'ERROR', message: 'request failed' });
  });

  it('name in the log what a fault was and where it arose', async () => {
    const { log } = await answerTo(httpEvent(), async () => {
      throw new TypeError('secret');
    });
    const line = JSON.parse(log);
    expect(line.error).toBe('TypeError');
    expect(line.frames[0]).toContain('http-answers.test.ts');
    expect(line.service).toBe('function-under-test');
    expect(line.function_request_id).toBe('invocation-1');
  });
});

describe('replies', () => {
  it('are never cached, sniffed or framed', () => {
    for (const reply of [json({}), html('<p>'), seeOther('/x')]) {
      expect(reply.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
    const policy = String(html('').headers?.['content-security-policy']);
    for (const directive of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(policy).not.toContain('unsafe');
  });

  it('carry status and body', () => {
    expect(json({ a: 1 }, 202)).toMatchObject({ statusCode: 202, body: '{"a":1}' });
    expect(html('<p>', 422)).toMatchObject({ statusCode: 422, body: '<p>' });
    expect(seeOther('/es/')).toMatchObject({ statusCode: 303, body: '', headers: { location: '/es/' } });
  });
});
