import type { HttpEvent } from './http.ts';
import { Problem } from './http.ts';

/** Who is signed in, from the claims that API Gateway's JWT authorizer has verified. */
export interface Caller {
  /** The identity provider's subject. */
  readonly subject: string;
  readonly roles: ReadonlySet<string>;
  /** Ids of the clusters the person belongs to. */
  readonly clusters: readonly string[];
}

const clusterPrefix = 'cluster:';

/**
 * The signed-in person of a request on a route with the authorizer. An access token only (`token_use`), so that an id
 * token cannot be used in its place. Throws `unauthorized` when there is none, `forbidden` without one of `roles`.
 */
export function callerOf(event: HttpEvent, roles: readonly string[]): Caller {
  const claims = claimsOf(event);
  const subject = claims['sub'];
  if (typeof subject !== 'string' || claims['token_use'] !== 'access') throw new Problem('unauthorized');
  const groups = groupsOf(claims['cognito:groups']);
  const held = new Set(groups.filter((group) => !group.startsWith(clusterPrefix)));
  if (!roles.some((role) => held.has(role))) throw new Problem('forbidden');
  const clusters = groups
    .filter((group) => group.startsWith(clusterPrefix))
    .map((group) => group.slice(clusterPrefix.length));
  return { subject, roles: held, clusters };
}

function claimsOf(event: HttpEvent): Record<string, unknown> {
  const authorizer = (event.requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } })
    .authorizer;
  return authorizer?.jwt?.claims ?? {};
}

/** API Gateway hands an array claim over as the text `[a b]`. */
function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((group) => group !== '');
}
