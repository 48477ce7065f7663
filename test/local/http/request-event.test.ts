import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestParts, requestEvent } from '../../../local/http/request-event.ts';

const route = {
  apiId: 'api',
  routeKey: 'POST /x',
  pathParameters: {},
  jwt: undefined,
  now: new Date('2020-03-12T19:03:58.390Z'),
};

const parts = (changes: Partial<RequestParts>): RequestParts => ({
  method: 'POST',
  target: '/x',
  path: '/x',
  headers: { host: ['localhost:3000'], 'user-agent': ['test'] },
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  httpVersion: '1.1',
  port: 3000,
  ...changes,
});

describe('requestEvent', () => {
  it('is a complete event of payload format 2.0', () => {
    const { requestContext, ...event } = requestEvent(
      parts({ headers: { host: ['localhost:3000'], accept: ['a', 'b'] } }),
      route,
    );
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'POST /x',
      rawPath: '/x',
      rawQueryString: '',
      headers: {
        host: 'localhost:3000',
        accept: 'a,b',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': '3000',
        'x-forwarded-proto': 'http',
      },
      isBase64Encoded: false,
    });
    expect(requestContext).toMatchObject({
      apiId: 'api',
      domainName: 'localhost',
      http: { method: 'POST', path: '/x', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1_584_039_838_390,
    });
    expect(requestContext).not.toHaveProperty('authorizer');
  });

  it('cannot be told another source address, and passes on no header of the connection', () => {
    const event = requestEvent(
      parts({ headers: { connection: ['close'], 'x-forwarded-for': ['9.9.9.9'] } }),
      route,
    );
    expect(event.headers['x-forwarded-for']).toBe('9.9.9.9, 127.0.0.1');
    expect(event.requestContext.http.sourceIp).toBe('127.0.0.1');
    expect(event.headers).not.toHaveProperty('connection');
  });

  it('cuts the path at a decoded question mark', () => {
    expect(requestEvent(parts({ target: '/a%3Fb', path: '/a?b' }), route).rawPath).toBe('/a');
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    [undefined, true],
  ])('a body of type %s is base64: %s', (type, isBase64Encoded) => {
    const body = Buffer.from('á=1');
    const headers = type === undefined ? {} : { 'content-type': [type] };
    const event = requestEvent(parts({ body, headers }), route);
    expect(event).toMatchObject({
      isBase64Encoded,
      body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    });
  });

  it('passes any bytes and any query through', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.array(fc.tuple(fc.string(), fc.string())),
        (bytes, pairs) => {
          const query = new URLSearchParams(pairs).toString();
          const event = requestEvent(parts({ body: Buffer.from(bytes), target: `/x?${query}` }), route);
          expect(Buffer.from(event.body ?? '', 'base64')).toEqual(Buffer.from(bytes));
          expect(event.rawQueryString).toBe(query);
          for (const [name] of pairs) {
            const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
            expect(event.queryStringParameters?.[name]).toBe(values.join(','));
          }
        },
      ),
    );
  });
});
