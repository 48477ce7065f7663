import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { Events, type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildWeb } from '../../web/build.ts';
import { consoleTexts } from '../../web/texts/console.ts';
import { consoleHelpTexts } from '../../web/texts/console-help.ts';
import { launchBrowser } from '../support/browser.ts';
import { FakeConsoleApi } from './fake-console-api.ts';
import { serve } from './page-server.ts';

/** The console in a browser, in front of an identity provider and an API of its own; a fresh page for each test. */

export const identity = new OAuth2Server();
let browser: Browser;
export let server: Awaited<ReturnType<typeof serve>>;
export let api: FakeConsoleApi;
let folder = '';
let context: BrowserContext;
export let page: Page;
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

export const en = consoleTexts.en;
export const help = consoleHelpTexts.en;
export const heading = (name: string) => page.getByRole('heading', { level: 1, name });

async function signIn(address = '/console/'): Promise<void> {
  await page.goto(server.origin + address);
  await page.getByRole('button', { name: en.signIn.button }).click();
}

export async function signedInAt(address = '/console/'): Promise<void> {
  await signIn(address);
  await page.getByRole('button', { name: en.signOut }).waitFor();
}

/** Signed in by somebody whose identity token names these groups. */
export async function signedInAs(groups: readonly string[], address = '/console/'): Promise<void> {
  const withGroups = (token: MutableToken) => {
    token.payload['cognito:groups'] = groups;
  };
  identity.service.on(Events.BeforeTokenSigning, withGroups);
  await signedInAt(address);
  identity.service.off(Events.BeforeTokenSigning, withGroups);
}

export async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
}
