import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/show-page/handler.ts';
import { problemTexts } from '../../../web/texts/problem.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { pageView } from '../../support/browser-event.ts';

const page = { contentType: 'text/html; charset=utf-8', body: 'formulario' };
const deps = {
  site: new Map([
    ['es/index.html', page],
    ['console/index.html', page],
  ]),
  signIn: { issuer: 'https://identity.example/pool', clientId: 'console' },
  connectTo: ['https://identity.example/pool', 'https://sign-in.example'],
};
const show = (path: string) => createHandler(deps, watchedLogger().logger)(pageView({ path }), lambdaContext);

describe('a page that is not there', () => {
  it.each([
    ['/es/nada', 'es'],
    ['/pl/nic', 'pl'],
    ['/pl', 'pl'],
    ['/nothing', 'en'],
    ['/de/nichts', 'en'],
  ] as const)('%s is told in %s, whatever the browser would like', async (path, language) => {
    const { statusCode, body } = await show(path);
    expect(statusCode).toBe(404);
    expect(body).toContain(problemTexts[language].problems.notFound.heading);
  });
});

it('a page that is there is shown as it was made', async () => {
  expect(await show('/es/')).toMatchObject({ statusCode: 200, body: 'formulario' });
  expect(await show('/')).toMatchObject({ statusCode: 303, headers: { location: '/en/' } });
});

it('only the console runs scripts, and they reach this API and the identity provider alone', async () => {
  const policyOf = async (path: string) =>
    String((await show(path)).headers?.['content-security-policy']).split('; ');
  const form = await policyOf('/es/');
  expect(form).toContain("default-src 'none'");
  expect(form.some((part) => /^(script|connect)-src/.test(part))).toBe(false);
  const console = await policyOf('/console/');
  expect(console).toContain("script-src 'self'");
  expect(console).toContain("connect-src 'self' https://identity.example https://sign-in.example");
});

it.each(['text/html', 'application/json'])(
  'a page takes no other method, and says which it takes, to %s',
  async (accept) => {
    const event = { ...pageView({ path: '/es/' }), headers: { accept } };
    const posted = {
      ...event,
      requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method: 'POST' } },
    };
    const { statusCode, headers } = await createHandler(deps, watchedLogger().logger)(posted, lambdaContext);
    expect([statusCode, headers?.['allow']]).toEqual([405, 'GET, HEAD']);
  },
);
