import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { Events, OAuth2Server } from 'oauth2-mock-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../web/build.ts';
import { consoleTexts } from '../../web/texts/console.ts';
import { leadStatusNames } from '../../web/texts/lead-words.ts';
import { launchBrowser } from '../support/browser.ts';
import { FakeConsoleApi } from './fake-console-api.ts';
import { leadIn } from './fixtures.ts';
import { serve } from './page-server.ts';

const identity = new OAuth2Server();
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let api: FakeConsoleApi;
let folder = '';
let context: BrowserContext;
let page: Page;
/** What the browser refused or could not do on the page, but for answers of the API that tests ask for. */
let complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-console-'));
  await buildWeb(folder);
  await identity.issuer.keys.generate('RS256');
  await identity.start(0, '127.0.0.1');
  const { port } = identity.address();
  const issuer = `http://127.0.0.1:${port}`;
  identity.issuer.url = issuer;
  api = new FakeConsoleApi(issuer);
  server = await serve(folder, (request, response) => api.answer(request, response), [issuer]);
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await identity.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  api.reset();
  complaints = [];
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const en = consoleTexts.en;
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

async function signIn(address = '/console/'): Promise<void> {
  await page.goto(server.origin + address);
  await page.getByRole('button', { name: en.signIn.button }).click();
}

async function signedInAt(address = '/console/'): Promise<void> {
  await signIn(address);
  await page.getByRole('button', { name: en.signOut }).waitFor();
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
}

describe('signing in', () => {
  it('goes through the identity provider and comes back to where it began, with nothing of it in the address', async () => {
    await page.goto(`${server.origin}/console/#/leads?status=introduced`);
    await expectAccessible();
    await page.getByRole('button', { name: en.signIn.button }).click();
    await page.getByRole('link', { name: 'Talleres Misti SAC → Experteam' }).waitFor();
    expect(page.url()).toBe(`${server.origin}/console/#/leads?status=introduced`);
    expect(api.tokenCount).toBeGreaterThan(0);
  });

  it('lasts when the page is loaded again, and ends with signing out', async () => {
    await signedInAt();
    await page.reload();
    await heading(en.list.heading).waitFor();
    await page.getByRole('button', { name: en.signOut }).click();
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('says so when Puente does not answer, and tries again', async () => {
    await page.route('**/api/sign-in', (route) => route.abort(), { times: 1 });
    await page.goto(`${server.origin}/console/`);
    await page.getByRole('alert').getByText(en.failures.offline).waitFor();
    await page.getByRole('button', { name: en.retry }).click();
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
  });

  it('an answer that nobody asked for signs nobody in', async () => {
    await page.goto(`${server.origin}/console/?code=stolen&state=foreign`);
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
    expect(page.url()).toBe(`${server.origin}/console/`);
  });
});

describe('the list', () => {
  it('shows what is to be decided first, and any other state on request', async () => {
    await signedInAt();
    await page.getByRole('link', { name: /SaMASZ/ }).waitFor();
    expect(api.calls.at(-1)?.path).toBe('/api/leads?status=proposed');
    expect(await page.locator('.lead-card').count()).toBe(3);
    expect(await page.locator('.deadline.late').count()).toBe(1);
    await expectAccessible();

    await page.getByLabel(en.list.filter).selectOption('all');
    await page.getByText(leadStatusNames.en.erased, { exact: true }).last().waitFor();
    expect(await page.locator('.lead-card').count()).toBe(6);
    expect(api.calls.at(-1)?.path).toBe('/api/leads');
  });

  it('says so when there is nothing', async () => {
    await signedInAt('/console/#/leads?status=deferred');
    await page.getByText(en.list.emptyOf(leadStatusNames.en.deferred)).waitFor();
  });

  it('brings further pages on request and keeps the earlier ones', async () => {
    api.pageSize = 2;
    await signedInAt();
    await page.getByRole('button', { name: en.list.more }).click();
    await page.locator('.lead-card').nth(2).waitFor();
    expect(await page.getByRole('button', { name: en.list.more }).count()).toBe(0);
  });

  it.each([
    ['internal', 'failed'],
    ['forbidden', 'forbidden'],
  ] as const)('explains %s and tries again', async (problem, failure) => {
    api.problem = problem;
    await signedInAt();
    await page.getByRole('alert').getByText(en.failures[failure]).waitFor();
    await expectAccessible();
    api.problem = undefined;
    await page.getByRole('button', { name: en.retry }).click();
    await page.getByRole('link', { name: /SaMASZ/ }).waitFor();
  });

  it('speaks the language that is chosen, and asks the API to', async () => {
    await signedInAt();
    await page.getByLabel(en.language).selectOption('pl');
    await heading(consoleTexts.pl.list.heading).waitFor();
    await expect.poll(() => api.calls.at(-1)?.language).toBe('pl');
    expect(await page.locator('html').getAttribute('lang')).toBe('pl-PL');
    await page.reload();
    await heading(consoleTexts.pl.list.heading).waitFor();
  });
});

describe('a lead', () => {
  const open = async () => {
    await signedInAt();
    await page.getByRole('link', { name: /SaMASZ/ }).click();
    await heading('Talleres Misti SAC → SaMASZ').waitFor();
  };

  it('shows why it is proposed and what is asked, on a phone too', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open();
    await page.getByText('The firm asked to hear of requests of this kind: buying.').waitFor();
    await page.getByText('Buscamos fabricante de segadoras').waitFor();
    await expectAccessible();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible();
  });

  it('is approved with a message, by keyboard alone', async () => {
    await open();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.getByLabel(en.decide.message).focus();
    await page.keyboard.type('Firma conocida en la feria.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(en.decide.done.approve).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'status');
    expect(api.calls.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/api/leads/${leadIn('proposed').id}/decision`,
      body: { decision: 'approve', message: 'Firma conocida en la feria.' },
    });
    await page.getByText(leadStatusNames.en.approved, { exact: true }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('is rejected with a reason, and not without one', async () => {
    await open();
    await page.getByRole('button', { name: en.decide.reject }).click();
    expect(api.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.locator('input[value="alreadyInContact"]').check();
    await page.getByRole('button', { name: en.decide.reject }).click();
    await page.getByText(en.decide.done.reject).waitFor();
    const sent = api.calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ decision: 'reject', reasonCode: 'alreadyInContact' });
    await page.getByText('Nota de la coordinación').waitFor();
  });

  it('that somebody else decided meanwhile shows how it stands now', async () => {
    await open();
    const { id } = leadIn('proposed');
    api.leads.set(id, { ...leadIn('rejected'), id });
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.conflict(leadStatusNames.en.rejected)).waitFor();
    await page.getByText(leadStatusNames.en.rejected, { exact: true }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('keeps what was typed when the decision cannot be stored', async () => {
    await open();
    await page.getByLabel(en.decide.message).fill('Largo texto');
    api.problem = 'internal';
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByRole('alert').getByText(en.failures.failed).waitFor();
    expect(await page.getByLabel(en.decide.message).inputValue()).toBe('Largo texto');
    api.problem = undefined;
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.done.approve).waitFor();
  });

  it('is decided although the access token has expired, without leaving the page', async () => {
    await open();
    const grants: unknown[] = [];
    identity.service.once(Events.BeforeResponse, (_response, request) =>
      grants.push(request.body.grant_type),
    );
    api.refuseNext = true;
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.done.approve).waitFor();
    expect(grants).toEqual(['refresh_token']);
  });

  it('asks to sign in again when the session is over for good', async () => {
    await open();
    api.problem = 'unauthorized';
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByRole('alert').getByText(en.failures.signedOut).waitFor();
    api.problem = undefined;
    await page.getByRole('alert').getByRole('button', { name: en.signIn.button }).click();
    await heading('Talleres Misti SAC → SaMASZ').waitFor();
  });

  it('of another cluster is not found', async () => {
    await signedInAt(`/console/#/leads/${leadIn('proposed').id}x`);
    await page.getByRole('alert').getByText(en.failures.notFound).waitFor();
  });
});
