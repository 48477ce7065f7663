import { createHash, randomUUID } from 'node:crypto';
import type { Person } from './people.ts';

/** One person's sign-in to one app. */
export interface Session {
  readonly person: Person;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** Whether the app must prove that it began the sign-in (PKCE). */
  readonly needsVerifier: boolean;
  readonly redirectUri: string | undefined;
  /** Seconds since 1970. */
  readonly authenticatedAt: number;
}

/** A user's id: the same UUID for the same address in every run. */
export function subjectOf(email: string): string {
  const bytes = createHash('sha256')
    .update(`puente-identity ${email.toLowerCase()}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Claims of an access token as Cognito issues it. */
export const accessClaims = (session: Session): Record<string, unknown> => ({
  ...commonClaims(session),
  client_id: session.clientId,
  token_use: 'access',
  scope: session.scope,
  username: subjectOf(session.person.email),
});

/** Claims of an id token as Cognito issues it. */
export const identityClaims = (session: Session): Record<string, unknown> => ({
  ...commonClaims(session),
  aud: session.clientId,
  token_use: 'id',
  email: session.person.email,
  email_verified: true,
  name: session.person.name,
  'cognito:username': subjectOf(session.person.email),
  ...(session.nonce === undefined ? {} : { nonce: session.nonce }),
});

const commonClaims = ({ person, authenticatedAt }: Session): Record<string, unknown> => ({
  sub: subjectOf(person.email),
  ...(person.groups.length > 0 ? { 'cognito:groups': [...person.groups] } : {}),
  auth_time: authenticatedAt,
  jti: randomUUID(),
  origin_jti: randomUUID(),
  event_id: randomUUID(),
});
