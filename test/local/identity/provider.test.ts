import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { subjectOf } from '../../../local/identity/claims.ts';
import { createIdentity } from '../../../local/identity/provider.ts';
import { fixturePeople } from '../fixtures/run-fixture.ts';
import { temporaryDirectory } from '../support.ts';

const callback = 'http://localhost:3000/console/';
const clients = [{ clientId: 'console', callbackUrls: [callback], logoutUrls: [callback] }];
const verifier = 'v'.repeat(50);
const challenge = createHash('sha256').update(verifier).digest('base64url');

let issuerUrl: string;
let keyPath: string;

async function serve(): Promise<string> {
  const server = createServer().listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/identity`;
  server.on('request', await createIdentity({ issuerUrl: url, clients, people: fixturePeople, keyPath }));
  onTestFinished(() => void server.close());
  return url;
}

beforeEach(async () => {
  keyPath = join(temporaryDirectory(), 'identity-key.json');
  issuerUrl = await serve();
});

const asked = (changes: Record<string, string> = {}) => ({
  client_id: 'console',
  redirect_uri: callback,
  response_type: 'code',
  scope: 'openid email',
  state: 's1',
  nonce: 'n1',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  ...changes,
});

const authorize = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${issuerUrl}/authorize?${new URLSearchParams(query)}`, { redirect: 'manual', headers });

async function codeFor(email: string): Promise<string> {
  const response = await authorize(asked({ person: email }));
  const location = new URL(response.headers.get('location') ?? '');
  expect(`${location.origin}${location.pathname}`).toBe(callback);
  expect(location.searchParams.get('state')).toBe('s1');
  return location.searchParams.get('code') ?? '';
}

async function token(
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, string> }> {
  const response = await fetch(`${issuerUrl}/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const exchange = (code: string, changes: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    client_id: 'console',
    redirect_uri: callback,
    code,
    code_verifier: verifier,
    ...changes,
  });

const verify = async (jwt: string | undefined) =>
  (await jwtVerify(jwt ?? '', createRemoteJWKSet(new URL(`${issuerUrl}/jwks`)), { issuer: issuerUrl }))
    .payload;

describe('signing in', () => {
  it.each([
    ['es', '¿Quién ingresa a Puente?'],
    ['pl-PL,pl;q=0.9', 'Kto loguje się do Puente?'],
    ['de', 'Who is signing in to Puente?'],
  ])('shows the people in the language of %s', async (language, title) => {
    const page = await (
      await authorize(asked({ state: '"><script>' }), { 'accept-language': language })
    ).text();
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('value="ana@fixture.example"');
    expect(page).toContain('metal');
    expect(page).not.toContain('<script>');
  });

  it('speaks the language that the app asks for, whatever the browser would like', async () => {
    const page = await (await authorize(asked({ ui_locales: 'pl es' }), { 'accept-language': 'es' })).text();
    expect(page).toContain('<html lang="pl">');
  });

  it('gives tokens like Cognito’s for the person chosen', async () => {
    const { body } = await exchange(await codeFor('ana@fixture.example'));
    const access = await verify(body['access_token']);
    expect(access).toMatchObject({
      client_id: 'console',
      token_use: 'access',
      scope: 'openid email',
      'cognito:groups': ['coordinator', 'cluster:metal', 'cluster:wood'],
      sub: subjectOf('ANA@fixture.example'),
      username: subjectOf('ana@fixture.example'),
    });
    expect(access.aud).toBeUndefined();
    expect((access.exp ?? 0) - (access.iat ?? 0)).toBe(3600);
    expect(access.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const identity = await verify(body['id_token']);
    expect(identity).toMatchObject({
      aud: 'console',
      token_use: 'id',
      email: 'ana@fixture.example',
      name: 'Ana',
      nonce: 'n1',
      sub: access.sub,
    });
    const renewed = await token({
      grant_type: 'refresh_token',
      client_id: 'console',
      refresh_token: body['refresh_token'] ?? '',
    });
    expect(await verify(renewed.body['access_token'])).toMatchObject({
      sub: access.sub,
      token_use: 'access',
    });
  });

  it('leads discovery, keys and authorization through its own path', async () => {
    const discovery = (await (await fetch(`${issuerUrl}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string
    >;
    expect(discovery).toMatchObject({
      issuer: issuerUrl,
      jwks_uri: `${issuerUrl}/jwks`,
      authorization_endpoint: `${issuerUrl}/authorize`,
      token_endpoint: `${issuerUrl}/token`,
    });
    expect(JSON.stringify(await (await fetch(`${issuerUrl}/jwks`)).json())).not.toContain('"d"');
  });

  it('signs out to the app', async () => {
    for (const name of ['post_logout_redirect_uri', 'logout_uri']) {
      const response = await fetch(`${issuerUrl}/endsession?${new URLSearchParams({ [name]: callback })}`, {
        redirect: 'manual',
      });
      expect([response.status, response.headers.get('location')]).toEqual([302, callback]);
    }
    const elsewhere = await fetch(`${issuerUrl}/endsession?logout_uri=http://evil.example/`, {
      redirect: 'manual',
    });
    expect(elsewhere.status).toBe(400);
  });

  it('keeps its key, so that tokens outlive a restart', async () => {
    const { body } = await exchange(await codeFor('jan@fixture.example'));
    const before = issuerUrl;
    const restarted = await serve();
    const keys = createRemoteJWKSet(new URL(`${restarted}/jwks`));
    expect((await jwtVerify(body['access_token'] ?? '', keys, { issuer: before })).payload['token_use']).toBe(
      'access',
    );
  });
});

describe('refusals', () => {
  it.each([
    ['another client', { client_id: 'other' }],
    ['another place to return to', { redirect_uri: 'http://evil.example/' }],
    ['a place to return to that only begins alike', { redirect_uri: `${callback}x` }],
    ['another response type', { response_type: 'token' }],
    ['an unknown person', { person: 'nobody@fixture.example' }],
  ])('of %s', async (_what, changes) => {
    const response = await authorize(asked(changes));
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it('of a code that was used, is unknown, or comes without its verifier, client or address', async () => {
    const used = await codeFor('ana@fixture.example');
    expect((await exchange(used)).status).toBe(200);
    expect((await exchange(used)).status).toBe(400);
    const { code_verifier: _left, ...without } = {
      grant_type: 'authorization_code',
      client_id: 'console',
      redirect_uri: callback,
      code_verifier: verifier,
    };
    expect((await token({ ...without, code: await codeFor('ana@fixture.example') })).body).toEqual({
      error: 'invalid_grant',
    });
    expect((await token({ ...without, code: 'invented' })).body).toEqual({ error: 'invalid_grant' });
    expect(
      (await exchange(await codeFor('ana@fixture.example'), { code_verifier: 'w'.repeat(50) })).status,
    ).toBe(400);
    expect(
      (await exchange(await codeFor('ana@fixture.example'), { redirect_uri: 'http://evil.example/' })).body,
    ).toEqual({ error: 'invalid_grant' });
    expect((await exchange(await codeFor('ana@fixture.example'), { client_id: 'other' })).body).toEqual({
      error: 'invalid_client',
    });
    expect((await token({ grant_type: 'client_credentials', client_id: 'console' })).body).toEqual({
      error: 'unsupported_grant_type',
    });
    expect(
      (await token({ grant_type: 'refresh_token', client_id: 'console', refresh_token: 'invented' })).body,
    ).toEqual({ error: 'invalid_grant' });
  });

  it('of pages of other sites', async () => {
    expect((await authorize(asked(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await authorize(asked(), { origin: 'null' })).status).toBe(403);
    expect((await authorize(asked(), { origin: 'http://localhost:3000' })).status).toBe(200);
  });

  it('of everything else below its path', async () => {
    for (const path of ['/userinfo', '/introspect', '/', '/token/x'])
      expect((await fetch(issuerUrl + path)).status).toBe(404);
  });
});
