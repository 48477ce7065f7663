import { httpEvent } from '../shared/runtime/http-event.ts';

/** The subject that requests made here are signed in as. */
export const subject = '6f1c1d5e-admin';

/** A request of somebody with these groups; without any, of nobody. */
export function eventOf(groups: string | undefined, parts: Parameters<typeof httpEvent>[0] = {}) {
  if (groups === undefined) return httpEvent(parts);
  const claims = { sub: subject, token_use: 'access', 'cognito:groups': groups };
  return httpEvent({ ...parts, authorizer: { jwt: { claims, scopes: null } } });
}

/** Whoever is no administrator, and what they are told. */
export const others: readonly (readonly [string | undefined, number])[] = [
  [undefined, 401],
  ['[]', 403],
  ['[coordinator cluster:klaster-obrobki-metali]', 403],
  ['[office]', 403],
  ['[cluster:admin]', 403],
];
