import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { AuthorizerPlan, RoutePlan } from '../template/plan.ts';
import type { JwtContext } from './request-event.ts';

/** The verdict of a JWT authorizer. */
export type Verdict =
  | { readonly kind: 'allowed'; readonly jwt: JwtContext }
  | { readonly kind: 'unauthorized'; readonly description: string }
  | { readonly kind: 'forbidden' };

/** Checks tokens as API Gateway's JWT authorizer does. */
export interface Authorizer {
  /**
   * @param authorization the header's value, with or without `Bearer`
   */
  check(
    route: RoutePlan & { readonly authorizer: AuthorizerPlan },
    authorization: string | undefined,
  ): Promise<Verdict>;
}

/**
 * An authorizer that takes keys from each issuer's own discovery document, and keeps them
 * (API Gateway developer guide, "Control access to HTTP APIs with JWT authorizers").
 */
export function createAuthorizer(): Authorizer {
  const keysByIssuer = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keysByIssuer.get(issuer);
    if (known !== undefined) return known;
    const keys = discoverKeys(issuer);
    keysByIssuer.set(issuer, keys);
    keys.catch(() => keysByIssuer.delete(issuer));
    return keys;
  };
  return {
    check: async (route, authorization) => {
      const token = authorization?.replace(/^bearer\s+/i, '').trim();
      if (token === undefined || token === '') return { kind: 'unauthorized', description: 'no token' };
      try {
        const { issuer } = route.authorizer;
        const { payload } = await jwtVerify(token, await keysOf(issuer), {
          issuer,
          algorithms: ['RS256', 'RS384', 'RS512'],
        });
        return judge(payload, route);
      } catch (error) {
        if (error instanceof errors.JOSEError) return { kind: 'unauthorized', description: error.code };
        throw error;
      }
    },
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
}

function judge(payload: JWTPayload, route: RoutePlan & { readonly authorizer: AuthorizerPlan }): Verdict {
  if (payload.exp === undefined) return { kind: 'unauthorized', description: 'exp is missing' };
  if (payload.iat !== undefined && payload.iat > Date.now() / 1000)
    return { kind: 'unauthorized', description: 'iat lies in the future' };
  // client_id stands in only for a missing aud, as in Cognito's access tokens.
  const audience = [payload.aud ?? payload['client_id']].flat();
  if (!audience.some((entry) => typeof entry === 'string' && route.authorizer.audience.includes(entry)))
    return { kind: 'unauthorized', description: 'the audience is not accepted' };
  const scopes = scopesOf(payload).filter((scope) => route.scopes.includes(scope));
  if (route.scopes.length > 0 && scopes.length === 0) return { kind: 'forbidden' };
  return {
    kind: 'allowed',
    jwt: { claims: claimsOf(payload), scopes: route.scopes.length > 0 ? scopes : null },
  };
}

function scopesOf(payload: JWTPayload): string[] {
  const scope = payload['scope'] ?? payload['scp'];
  return Array.isArray(scope) ? scope.map(String) : String(scope ?? '').split(' ');
}

/** Every claim as text; a list as `[a b]`, which is how API Gateway writes it. */
export function claimsOf(payload: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
