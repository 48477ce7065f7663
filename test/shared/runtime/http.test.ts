import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { json, Problem, queryAs, sentAs } from '../../../shared/runtime/http.ts';
import { httpEvent, jsonEvent } from './http-event.ts';
import { type Act, answerTo, requestOf } from './http-handling.ts';

const limitBytes = 64 * 1024;
const formType = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the body', () => {
  it('may hold exactly 64 kB, in bytes and not in characters', async () => {
    const text = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    expect(Buffer.byteLength(text(limitBytes))).toBe(limitBytes);
    expect((await answerTo(httpEvent({ body: text(limitBytes) }))).status).toBe(200);
    expect((await answerTo(httpEvent({ body: `${text(limitBytes)} ` }))).status).toBe(413);
  });

  it('is measured after its base64 is taken away', async () => {
    const encoded = (bytes: number) => Buffer.from(`"${'x'.repeat(bytes - 2)}"`).toString('base64');
    const event = (bytes: number) => httpEvent({ body: encoded(bytes), isBase64Encoded: true });
    expect((await answerTo(event(limitBytes))).status).toBe(200);
    expect((await answerTo(event(limitBytes + 1))).status).toBe(413);
    expect((await requestOf(event(10))).sent).toBe('xxxxxxxx');
  });

  it.each(['{', '{"a":1,}', 'undefined', "{'a':1}", 'List-Unsubscribe=One-Click'])(
    'is a 400 when it is the malformed JSON %j',
    async (body) => {
      const { status, body: answer } = await answerTo(
        httpEvent({ body, headers: { 'content-type': 'application/json' } }),
      );
      expect([status, JSON.parse(answer).type]).toEqual([400, 'urn:puente:problem:malformedBody']);
    },
  );

  it.each(['company.name=Compa%F1ia', 'company.name=Compa\ufffdia', 'a%FF=1'])(
    'is a 400 when it is the form %j, of which a letter is lost',
    async (body) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await answerTo(httpEvent({ body, headers }))).status).toBe(400);
    },
  );

  it('is a 400 when letters of its JSON are lost, in bytes or already replaced', async () => {
    const latin1 = Buffer.from('{"name":"Compa\xf1ia"}', 'latin1').toString('base64');
    expect((await answerTo(httpEvent({ body: latin1, isBase64Encoded: true }))).status).toBe(400);
    expect((await answerTo(httpEvent({ body: '{"name":"Compa\ufffdia"}' }))).status).toBe(400);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'text/html', 'application/xml', 'json', ''])(
    'is a 415 of the type %j',
    async (type) => {
      expect((await answerTo(httpEvent({ body: '{}', headers: { 'content-type': type } }))).status).toBe(415);
    },
  );

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/ld+json', undefined])(
    'is read as JSON of the type %j',
    async (type) => {
      const headers = type === undefined ? {} : { 'content-type': type };
      const request = await requestOf(httpEvent({ body: '{"a":[1]}', headers }));
      expect(request.sent).toEqual({ a: [1] });
      expect(request.body).toEqual({ kind: 'json', value: { a: [1] }, text: '{"a":[1]}' });
    },
  );

  it('is read as a form', async () => {
    const body = 'a=1&b=+&c=%C3%A9&a=2&__proto__=x';
    const request = await requestOf(httpEvent({ body, headers: formType }));
    expect(request.body.kind === 'form' && [...request.body.fields.keys()]).toEqual([
      'a',
      'b',
      'c',
      'a',
      '__proto__',
    ]);
    expect(Object.entries(request.sent as object)).toEqual([
      ['a', '2'],
      ['c', 'é'],
      ['__proto__', 'x'],
    ]);
    expect(request.sent).not.toHaveProperty('b');
  });

  it('may be absent', async () => {
    for (const event of [
      httpEvent(),
      httpEvent({ body: '' }),
      httpEvent({ body: '', headers: { 'content-type': 'text/plain' } }),
    ]) {
      const request = await requestOf(event);
      expect([request.body, request.sent]).toEqual([{ kind: 'none' }, {}]);
    }
  });

  it.each([
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json', '{'],
    ['application/json', `"${'x'.repeat(limitBytes)}"`],
  ])('counts as none where none matters, though it is %s', async (type, body) => {
    const request = await requestOf(httpEvent({ body, headers: { 'content-type': type } }), {
      anyBody: true,
    });
    expect([request.body, request.sent]).toEqual([{ kind: 'none' }, {}]);
  });

  it('is read where none matters when it can be', async () => {
    const event = httpEvent({ body: 'language=pl', headers: formType });
    expect((await requestOf(event, { anyBody: true })).language).toBe('pl');
  });
});

describe('the language', () => {
  const accept = { 'accept-language': 'es' };

  it('is that of the path, the query, the body, the header, in this order', async () => {
    const parts = {
      pathParameters: { language: 'pl' },
      queryStringParameters: { language: 'en' },
      body: JSON.stringify({ language: 'es' }),
      headers: accept,
    };
    const { pathParameters: _path, ...noPath } = parts;
    const { queryStringParameters: _query, ...noQuery } = noPath;
    const { body: _body, ...headerOnly } = noQuery;
    const orders = [parts, noPath, { ...noQuery, headers: {} }, headerOnly, {}];
    const languages = await Promise.all(
      orders.map(async (order) => (await requestOf(httpEvent(order))).language),
    );
    expect(languages).toEqual(['pl', 'en', 'es', 'es', 'en']);
  });

  it('may stand in a form', async () => {
    expect(
      (await requestOf(httpEvent({ body: 'language=pl', headers: { ...formType, ...accept } }))).language,
    ).toBe('pl');
  });

  it.each(['null', '"pl"', '["pl"]', '{"language":5}', '{"language":["pl"]}', '{"language":"de"}'])(
    'is that of the header when the body is %s',
    async (body) => {
      expect((await requestOf(httpEvent({ body, headers: accept }))).language).toBe('es');
    },
  );

  it('of a problem is that of the request', async () => {
    const refuse: Act = async (request) => json(sentAs(z.object({ name: z.string() }), request));
    const { headers, body } = await answerTo(
      jsonEvent({ language: 'pl' }, { 'accept-language': 'en' }),
      refuse,
    );
    expect(headers['content-language']).toBe('pl');
    const { title, errors } = JSON.parse(body);
    expect(title).toBe('Niektóre dane wymagają poprawienia.');
    expect(errors).toEqual([{ path: 'name', code: 'required', message: 'To pole jest wymagane.' }]);
  });

  it('of a problem with the body itself is that of the header', async () => {
    const { headers } = await answerTo(httpEvent({ body: '{', headers: accept }));
    expect(headers['content-language']).toBe('es');
  });
});

describe('what a handler sees', () => {
  it('path and query by name, never undefined in a path', async () => {
    const request = await requestOf(
      httpEvent({ pathParameters: { id: 'x' }, queryStringParameters: { key: 'k' } }),
    );
    expect([request.path('id'), request.path('token'), request.query('key'), request.query('other')]).toEqual(
      ['x', '', 'k', undefined],
    );
  });

  it('the query through a schema, empty parameters as absent', async () => {
    const schema = z.object({ limit: z.coerce.number().max(5).default(3), cursor: z.string().optional() });
    const empty = await requestOf(
      httpEvent({ method: 'GET', queryStringParameters: { limit: '', cursor: '' } }),
    );
    expect(queryAs(schema, empty)).toEqual({ limit: 3 });
    expect(queryAs(schema, await requestOf(httpEvent({ method: 'GET' })))).toEqual({ limit: 3 });
    const wrong = await requestOf(httpEvent({ queryStringParameters: { limit: '6' } }));
    expect(() => queryAs(schema, wrong)).toThrow(Problem);
  });

  it.each([
    ['text/html,application/xhtml+xml', true],
    ['application/json', false],
    ['*/*', false],
    [undefined, false],
  ])('whether a page is wanted: %s', async (accept, expected) => {
    const headers = accept === undefined ? {} : { accept };
    expect((await requestOf(httpEvent({ headers }))).wantsHtml).toBe(expected);
  });
});
