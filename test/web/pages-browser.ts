import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { languages } from '../../shared/domain/language.ts';
import { languageSchema } from '../../shared/domain/language-schema.ts';
import { buildWeb } from '../../web/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { allPages } from './all-pages.ts';
import { serve } from './page-server.ts';

/** Every page in a browser, from a server that keeps what is posted to it. */

let browser: Browser;
export let server: Awaited<ReturnType<typeof serve>>;
let folder = '';
/** Bodies of the forms that arrived, oldest first. */
export const posted: { path: string; body: string }[] = [];
/** What is shown at `/shown`. */
let shown = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-pages-'));
  await buildWeb(folder);
  const pages = new Map(languages.map((language) => [language, allPages(language)]));
  server = await serve(folder, async (request, response) => {
    const path = request.url ?? '';
    if (request.method === 'POST') {
      posted.push({ path, body: await text(request) });
      response.end('<!doctype html><title>done</title>');
      return true;
    }
    const [, language, name = ''] = /^\/page\/(es|pl|en)\/([\w-]+)$/.exec(path) ?? [];
    if (path !== '/shown' && language === undefined) return false;
    response.end(language === undefined ? shown : pages.get(languageSchema.parse(language))?.get(name));
    return true;
  });
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page of a new browser window; fails when the browser had anything to complain of. */
export async function withPage(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Puts a page of the test's own at `/shown`. */
export function show(html: string): void {
  shown = html;
}

export const narrow = { width: 320, height: 640 };
export const wide = { width: 1280, height: 800 };

/** Presses Tab until the focus is on `selector`; gives what had the focus on the way. */
export const tabTo = async (page: Page, selector: string): Promise<number> => {
  for (let presses = 1; presses <= 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
      return presses;
  }
  throw new Error(`${selector} is not reached`);
};
