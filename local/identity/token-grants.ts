import type { MutableResponse, MutableToken, TokenRequestIncomingMessage } from 'oauth2-mock-server';
import type { IdentityClientPlan } from '../template/plan.ts';
import { accessClaims, identityClaims, type Session } from './claims.ts';
import type { Person } from './people.ts';

/** How long a code may be exchanged, in seconds (Cognito: five minutes). */
const CODE_LIFETIME_SECONDS = 300;
const DEFAULT_SCOPE = 'openid email profile';

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/**
 * Who each token is for. The mock server signs whatever it is asked to; what makes it a provider that can be relied on
 * in a trial is here: codes work once, for the app that asked, within five minutes, and with their verifier.
 */
export class TokenGrants {
  readonly #clients: readonly IdentityClientPlan[];
  readonly #codes = new Map<string, Session>();
  readonly #refreshTokens = new Map<string, Session>();
  /** A token request's session, or why it is refused. */
  readonly #decisions = new WeakMap<TokenRequestIncomingMessage, Session | string>();

  constructor(clients: readonly IdentityClientPlan[]) {
    this.#clients = clients;
  }

  /** Binds a code to the person who signed in and to the request's parameters. */
  rememberCode(code: string, person: Person, parameter: (name: string) => string | undefined): void {
    this.#codes.set(code, {
      person,
      clientId: parameter('client_id') ?? '',
      scope: parameter('scope') ?? DEFAULT_SCOPE,
      nonce: parameter('nonce'),
      needsVerifier: parameter('code_challenge') !== undefined,
      redirectUri: parameter('redirect_uri'),
      authenticatedAt: nowSeconds(),
    });
  }

  /** Puts a session's claims into an access or an id token that is about to be signed. */
  fillToken(token: MutableToken, request: TokenRequestIncomingMessage): void {
    const decision = this.#decisions.get(request) ?? this.#decide(request);
    this.#decisions.set(request, decision);
    if (typeof decision === 'string') return;
    // The mock server has given an audience to id tokens only, and a scope to access tokens only.
    const isIdentityToken = token.payload['aud'] !== undefined;
    const { iss, iat, exp } = token.payload;
    for (const name of Object.keys(token.payload)) delete token.payload[name];
    Object.assign(
      token.payload,
      { iss, iat, exp },
      isIdentityToken ? identityClaims(decision) : accessClaims(decision),
    );
  }

  /** Turns a refused request's answer into an error, and keeps what a granted one can be renewed by. */
  finish(response: MutableResponse, request: TokenRequestIncomingMessage): void {
    const decision = this.#decisions.get(request) ?? 'invalid_request';
    if (typeof decision === 'string' || response.body === '') {
      response.statusCode = 400;
      response.body = { error: decision };
      return;
    }
    response.body['scope'] = decision.scope;
    if (request.body.grant_type === 'refresh_token') delete response.body['refresh_token'];
    else this.#refreshTokens.set(String(response.body['refresh_token']), decision);
  }

  #decide(request: TokenRequestIncomingMessage): Session | string {
    const body = request.body as unknown as Readonly<Record<string, unknown>>;
    const text = (name: string): string | undefined =>
      typeof body[name] === 'string' ? body[name] : undefined;
    const clientId =
      text('client_id') ?? (body['grant_type'] === 'password' ? this.#clients[0]?.clientId : undefined);
    if (clientId === undefined || !this.#clients.some((client) => client.clientId === clientId))
      return 'invalid_client';
    switch (body['grant_type']) {
      case 'authorization_code':
        return this.#redeemCode(text, clientId);
      case 'refresh_token': {
        const session = this.#refreshTokens.get(text('refresh_token') ?? '');
        return session?.clientId === clientId ? session : 'invalid_grant';
      }
      case 'password':
        return passwordSession(text, clientId);
      default:
        return 'unsupported_grant_type';
    }
  }

  #redeemCode(text: (name: string) => string | undefined, clientId: string): Session | string {
    const code = text('code') ?? '';
    const session = this.#codes.get(code);
    this.#codes.delete(code);
    if (session === undefined || session.clientId !== clientId) return 'invalid_grant';
    if (session.redirectUri !== text('redirect_uri')) return 'invalid_grant';
    // The mock server compares a verifier that is sent; that one must be sent is checked here.
    if (session.needsVerifier && text('code_verifier') === undefined) return 'invalid_grant';
    return nowSeconds() - session.authenticatedAt <= CODE_LIFETIME_SECONDS ? session : 'invalid_grant';
  }
}

/** A session for whoever asks at the terminal: `username` is the e-mail address, `groups` a comma-separated list. */
function passwordSession(text: (name: string) => string | undefined, clientId: string): Session | string {
  const email = text('username');
  if (email === undefined) return 'invalid_request';
  const groups = (text('groups') ?? '').split(',').filter((group) => group !== '');
  return {
    person: { email, name: email, groups },
    clientId,
    scope: DEFAULT_SCOPE,
    nonce: undefined,
    needsVerifier: false,
    redirectUri: undefined,
    authenticatedAt: nowSeconds(),
  };
}
