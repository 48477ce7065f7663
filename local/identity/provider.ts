import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  Events,
  type MutableRedirectUri,
  type MutableResponse,
  type MutableToken,
  OAuth2Issuer,
  OAuth2Service,
  type TokenRequestIncomingMessage,
} from 'oauth2-mock-server';
import { readIfPresent, writeFileAtomically } from '../data-dir.ts';
import { isFromThisMachine } from '../http/listen.ts';
import type { IdentityClientPlan } from '../template/plan.ts';
import { chooseLanguage, peoplePage } from './page.tsx';
import { IDENTITY_PATH } from './path.ts';
import type { Person } from './people.ts';
import { TokenGrants } from './token-grants.ts';

interface IdentityOptions {
  /** The provider's address, with {@link IDENTITY_PATH}. */
  readonly issuerUrl: string;
  readonly clients: readonly IdentityClientPlan[];
  /** Whom the sign-in page offers. */
  readonly people: readonly Person[];
  /** File that keeps the signing key between runs. */
  readonly keyPath: string;
}

type Query = Record<string, string | string[] | undefined>;

/** Paths that the provider serves. */
const servedPaths: ReadonlySet<string> = new Set([
  '/.well-known/openid-configuration',
  '/jwks',
  '/authorize',
  '/token',
  '/revoke',
]);

/** A sign-in provider with Cognito's tokens: answers every request below {@link IDENTITY_PATH}. */
export async function createIdentity(options: IdentityOptions): Promise<RequestListener> {
  const issuer = new OAuth2Issuer();
  issuer.url = options.issuerUrl;
  await loadKey(issuer, options.keyPath);
  const service = new OAuth2Service(issuer);
  const grants = new TokenGrants(options.clients);
  listenToEvents(service, grants, options.people);
  return (request, response) => {
    const url = new URL((request.url ?? '/').slice(IDENTITY_PATH.length) || '/', 'http://localhost');
    if (!isFromThisMachine(request.headers))
      return sendText(response, 403, 'Only this machine may sign in here.');
    if (request.method === 'GET' && url.pathname === '/endsession')
      return endSession(url, response, options.clients);
    if (!servedPaths.has(url.pathname)) return sendText(response, 404, 'There is nothing here.');
    if (url.pathname === '/authorize') {
      const refusal = checkAuthorization(url.searchParams, options);
      if (refusal !== undefined) return sendText(response, 400, refusal);
      if (!url.searchParams.has('person')) return showPeople(request, response, url, options.people);
    }
    request.url = url.pathname + url.search;
    service.requestHandler(request, response);
  };
}

async function loadKey(issuer: OAuth2Issuer, keyPath: string): Promise<void> {
  const kept = readIfPresent(keyPath);
  if (kept !== undefined) {
    await issuer.keys.add(JSON.parse(kept) as Record<string, unknown>);
    return;
  }
  const key = await issuer.keys.generate('RS256');
  writeFileAtomically(keyPath, JSON.stringify(key));
}

function listenToEvents(service: OAuth2Service, grants: TokenGrants, people: readonly Person[]): void {
  service.on(Events.BeforeWellKnownOpenIdConfiguration, ({ body }: MutableResponse) => {
    if (body === '') return;
    delete body['userinfo_endpoint'];
    delete body['introspection_endpoint'];
    body['grant_types_supported'] = ['authorization_code', 'refresh_token', 'password'];
    body['scopes_supported'] = ['openid', 'email', 'profile'];
  });
  service.on(
    Events.BeforeAuthorizeRedirect,
    ({ url }: MutableRedirectUri, request: IncomingMessage & { query?: Query }) => {
      const text = (name: string): string | undefined => {
        const value = request.query?.[name];
        return typeof value === 'string' ? value : undefined;
      };
      const person = people.find(({ email }) => email === text('person'));
      const code = url.searchParams.get('code');
      if (person !== undefined && code !== null) grants.rememberCode(code, person, text);
    },
  );
  service.on(Events.BeforeTokenSigning, (token: MutableToken, request: TokenRequestIncomingMessage) =>
    grants.fillToken(token, request),
  );
  service.on(Events.BeforeResponse, (response: MutableResponse, request: TokenRequestIncomingMessage) =>
    grants.finish(response, request),
  );
}

/** Why an authorization request is refused, undefined if it is not; the rules are Cognito's. */
function checkAuthorization(
  query: URLSearchParams,
  { clients, people }: IdentityOptions,
): string | undefined {
  const client = clients.find(({ clientId }) => clientId === query.get('client_id'));
  if (client === undefined) return 'client_id is not known.';
  if (!client.callbackUrls.includes(query.get('redirect_uri') ?? ''))
    return 'redirect_uri is not one of the client’s callback URLs.';
  if (query.get('response_type') !== 'code') return 'response_type must be code.';
  const person = query.get('person');
  if (person !== null && !people.some(({ email }) => email === person)) return 'This person is not known.';
  return undefined;
}

function showPeople(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  people: readonly Person[],
): void {
  const language = chooseLanguage(url.searchParams, request.headers['accept-language']);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(peoplePage(people, url.searchParams, language));
}

/** Signing out leads back to the app, by OpenID's parameter or by Cognito's. */
function endSession(url: URL, response: ServerResponse, clients: readonly IdentityClientPlan[]): void {
  const target = url.searchParams.get('post_logout_redirect_uri') ?? url.searchParams.get('logout_uri') ?? '';
  if (!clients.some(({ logoutUrls }) => logoutUrls.includes(target))) {
    sendText(response, 400, 'The address to return to is not one of the client’s sign-out URLs.');
    return;
  }
  const location = new URL(target);
  const state = url.searchParams.get('state');
  if (state !== null) location.searchParams.set('state', state);
  response.writeHead(302, { location: location.href }).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
