/** A route that fits a request, with what its path variables stand for. */
export interface RouteMatch<Route> {
  readonly route: Route;
  /** Decoded values by variable name. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route for a method and an encoded path; undefined if none fits. */
export type Router<Route> = (method: string, path: string) => RouteMatch<Route> | undefined;

interface Segment {
  /** Literal before variable before greedy variable. */
  readonly rank: 0 | 1 | 2;
  readonly name: string;
}

interface Candidate<Route> {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly Segment[];
}

/**
 * Routes as API Gateway's HTTP APIs choose them: the most specific path that also fits the method wins; compared from
 * left to right a literal beats a variable, a variable beats `{name+}`, and a method beats `ANY`; `$default` takes
 * the rest (API Gateway developer guide, "Create routes for HTTP APIs").
 * @param routeKeyOf e.g. `GET /api/leads/{id}`, `ANY /files/{proxy+}` or `$default`
 */
export function createRouter<Route>(
  routes: readonly Route[],
  routeKeyOf: (route: Route) => string,
): Router<Route> {
  const fallback = routes.find((route) => routeKeyOf(route) === '$default');
  const candidates = routes
    .filter((route) => routeKeyOf(route) !== '$default')
    .map((route) => toCandidate(route, routeKeyOf(route)))
    .sort(bySpecificity);
  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const candidate of candidates) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = bindPath(candidate.segments, parts);
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}

function toCandidate<Route>(route: Route, routeKey: string): Candidate<Route> {
  const [method = '', path = ''] = routeKey.split(' ');
  const segments = path
    .split('/')
    .slice(1)
    .map((text): Segment => {
      const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(text) ?? [];
      if (name === undefined) return { rank: 0, name: text };
      return { rank: plus === '+' ? 2 : 1, name };
    });
  return { route, method, segments };
}

function bySpecificity<Route>(a: Candidate<Route>, b: Candidate<Route>): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = (a.segments[index]?.rank ?? 0) - (b.segments[index]?.rank ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function bindPath(
  segments: readonly Segment[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const greedy = segments.at(-1)?.rank === 2;
  if (greedy ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (segment.rank === 0 && part !== segment.name && decodePath(part) !== segment.name) return undefined;
    if (segment.rank === 0) continue;
    const value = segment.rank === 2 ? parts.slice(index).join('/') : part;
    if (value === '') return undefined;
    parameters[segment.name] = decodePath(value) ?? value;
  }
  return parameters;
}

/** A percent-decoded path, undefined if it is malformed. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
