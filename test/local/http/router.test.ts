import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../local/http/router.ts';

const routerOf = (...routeKeys: string[]) => {
  const route = createRouter(routeKeys, (routeKey) => routeKey);
  return (request: string) => {
    const [method = '', path = ''] = request.split(' ');
    const match = route(method, path);
    return match && { route: match.route, ...match.pathParameters };
  };
};

describe('the example of the API Gateway developer guide', () => {
  const find = routerOf(
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'GET /pets/{proxy+}',
    'ANY /{proxy+}',
    '$default',
  );

  it.each([
    ['GET /pets/dog/1', { route: 'GET /pets/dog/1' }],
    ['GET /pets/dog/2', { route: 'GET /pets/dog/{id}', id: '2' }],
    ['GET /pets/cat/1', { route: 'GET /pets/{proxy+}', proxy: 'cat/1' }],
    ['POST /test/5', { route: 'ANY /{proxy+}', proxy: 'test/5' }],
    ['GET /', { route: '$default' }],
  ])('%s', (request, expected) => {
    expect(find(request)).toEqual(expected);
  });
});

describe('routes of HTTP APIs', () => {
  const find = routerOf(
    'GET /api/leads',
    'GET /api/leads/{id}',
    'ANY /api/leads',
    'GET /{language}/interests/{id}',
  );

  it.each([
    ['HEAD /api/leads', { route: 'ANY /api/leads' }],
    ['GET /api/leads', { route: 'GET /api/leads' }],
    ['HEAD /api/leads/1', undefined],
    ['GET /api/leads/', undefined],
    ['GET /api/leads/a%2Fb%20c', { route: 'GET /api/leads/{id}', id: 'a/b c' }],
    ['GET /api/leads/%zz', { route: 'GET /api/leads/{id}', id: '%zz' }],
    ['GET /%61pi/leads', { route: 'GET /api/leads' }],
    ['GET /es/interests/7', { route: 'GET /{language}/interests/{id}', language: 'es', id: '7' }],
    ['GET /es/interests', undefined],
  ])('%s', (request, expected) => {
    expect(find(request)).toEqual(expected);
  });
});

describe('for any routes', () => {
  const segment = fc.constantFrom('a', 'b', 'c', '{x}', '{y}');
  const method = fc.constantFrom('GET', 'POST', 'ANY');
  const routeKey = fc
    .tuple(method, fc.array(segment, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([verb, segments, greedy]) => `${verb} /${[...segments, ...(greedy ? ['{rest+}'] : [])].join('/')}`);
  const request = fc.tuple(
    fc.constantFrom('GET', 'POST', 'PUT'),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
  );

  /** Whether a route fits a request, said the slow way: by a regular expression. */
  const fits = (key: string, verb: string, path: string): boolean => {
    const [routeMethod = '', routePath = ''] = key.split(' ');
    const pattern = routePath.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+');
    return (routeMethod === 'ANY' || routeMethod === verb) && new RegExp(`^${pattern}$`).test(path);
  };

  it('finds a route exactly if one fits, and $default otherwise', () => {
    fc.assert(
      fc.property(fc.uniqueArray(routeKey, { maxLength: 8 }), request, (keys, [verb, segments]) => {
        const path = `/${segments.join('/')}`;
        const found = routerOf(...keys, '$default')(`${verb} ${path}`)?.route;
        const fitting = keys.filter((key) => fits(key, verb, path));
        expect(found).toSatisfy((key: string) =>
          fitting.length === 0 ? key === '$default' : fitting.includes(key),
        );
      }),
    );
  });

  it('no fitting route is more specific than the one that is chosen', () => {
    const rank = (key: string) =>
      (key.split(' ')[1] ?? '')
        .split('/')
        .slice(1)
        .map((part) => (part.endsWith('+}') ? 2 : part.startsWith('{') ? 1 : 0))
        .join('');
    fc.assert(
      fc.property(
        fc.uniqueArray(routeKey, { minLength: 1, maxLength: 8 }),
        request,
        (keys, [verb, segments]) => {
          const path = `/${segments.join('/')}`;
          const fitting = keys.filter((key) => fits(key, verb, path));
          fc.pre(fitting.length > 1);
          const found = routerOf(...keys)(`${verb} ${path}`)?.route ?? '';
          for (const other of fitting) {
            const shared = Math.min(rank(other).length, rank(found).length);
            expect(rank(found).slice(0, shared) <= rank(other).slice(0, shared)).toBe(true);
            if (rank(found) === rank(other) && found.startsWith('ANY'))
              expect(other.startsWith('ANY')).toBe(true);
          }
        },
      ),
    );
  });
});
