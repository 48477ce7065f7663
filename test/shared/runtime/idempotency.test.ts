import { describe, expect, it } from 'vitest';
import type { Body, HttpRequest } from '../../../shared/runtime/http.ts';
import { idempotencyOf, idempotencyOfContent } from '../../../shared/runtime/idempotency.ts';
import { httpEvent } from './http-event.ts';

function requestWith(body: Body, key?: string): HttpRequest {
  const event = httpEvent({ headers: key === undefined ? {} : { 'idempotency-key': key } });
  return { event, body, language: 'en', wantsHtml: false, path: () => '', query: () => undefined, sent: {} };
}

function jsonBody(text: string): Body {
  return { kind: 'json', value: JSON.parse(text), text };
}

function formBody(text: string): Body {
  return { kind: 'form', fields: new URLSearchParams(text), text };
}

function keyOf(request: HttpRequest, now = '2026-11-23T14:00:00.000Z') {
  const checked = idempotencyOf(request, now);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}

describe('idempotencyOf', () => {
  const uuid = '0e7f1a52-9c1f-4c2b-8a54-6f3f5f9e1d11';

  it('takes the key of the client, in any case, with the hash of the body', () => {
    const a = keyOf(requestWith(jsonBody('{"a":1}'), ` ${uuid.toUpperCase()} `));
    expect(a).toEqual({ key: uuid, bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/), renewable: false });
    expect(keyOf(requestWith(jsonBody('{"a":1}'), uuid))).toEqual(a);
    expect(keyOf(requestWith(jsonBody('{"a":2}'), uuid))?.bodyHash).not.toBe(a?.bodyHash);
  });

  it('hashes the body as SHA-256 of its text', () => {
    const { bodyHash } = keyOf(requestWith(formBody('abc'), uuid)) ?? {};
    expect(bodyHash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(keyOf(requestWith({ kind: 'none' }, uuid))?.bodyHash).toMatch(/^e3b0c442/);
  });

  it('knows no key of a program that gave none', () => {
    expect(keyOf(requestWith(jsonBody('{}')))).toBeUndefined();
    expect(keyOf(requestWith({ kind: 'none' }))).toBeUndefined();
  });

  it('knows a browser form by itself, for a day', () => {
    const first = keyOf(requestWith(formBody('a=1')));
    expect(keyOf(requestWith(formBody('a=1')), '2026-11-23T23:59:59.999Z')).toEqual(first);
    expect(keyOf(requestWith(formBody('a=1')), '2026-11-24T00:00:00.000Z')?.key).not.toBe(first?.key);
    expect(keyOf(requestWith(formBody('a=2')))?.key).not.toBe(first?.key);
    expect(first?.key).not.toBe(first?.bodyHash);
  });

  it('takes the key of a form that has one', () => {
    expect(keyOf(requestWith(formBody('a=1'), uuid))?.key).toBe(uuid);
  });

  it.each(['', ' ', 'x', `${uuid}0`, uuid.replaceAll('-', ''), `{${uuid}}`, `urn:uuid:${uuid}`])(
    'refuses the key %j',
    (key) => {
      expect(idempotencyOf(requestWith(jsonBody('{}'), key), '2026-11-23T14:00:00.000Z')).toMatchObject({
        ok: false,
        faults: [{ path: 'Idempotency-Key', code: 'invalidUuid' }],
      });
    },
  );
});

describe('idempotencyOfContent', () => {
  const content = { company: { name: 'Misti', country: 'PE' }, certificates: ['a', 'b'] };

  it('is the same for the same content, in whatever order its fields come', () => {
    const other = { certificates: ['a', 'b'], company: { country: 'PE', website: undefined, name: 'Misti' } };
    expect(idempotencyOfContent(other)).toEqual(idempotencyOfContent(content));
    expect(idempotencyOfContent(content)).toEqual({
      key: expect.stringMatching(/^content\.[0-9a-f]{64}$/),
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      renewable: true,
    });
  });

  it.each([
    { ...content, certificates: ['b', 'a'] },
    { ...content, company: { ...content.company, name: 'misti' } },
    { ...content, more: 1 },
  ])('is another for other content: %j', (other) => {
    expect(idempotencyOfContent(other).key).not.toBe(idempotencyOfContent(content).key);
  });
});
