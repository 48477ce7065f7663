import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { caller, eventually, inbox, linkIn } from '../journeys/puente.ts';
import { launchBrowser } from '../support/browser.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-browser-'));
let puente: LocalPuente;
let browser: Browser;

beforeAll(async () => {
  [puente, browser] = await Promise.all([
    startLocal({
      dataDir,
      demo: true,
      environment: { PUENTE_UNDO_SECONDS: '3', PUENTE_SWEEP_SECONDS: '1' },
    }),
    launchBrowser(),
  ]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await puente?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const withoutJavaScript: BrowserContextOptions = { javaScriptEnabled: false };

async function person(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

describe('the whole story in a browser, by people who never see the API', () => {
  let statusAddress = '';
  let answerAddress = '';

  it('a workshop fills in the form on a phone, without JavaScript, and confirms with one press', async () => {
    const page = await person({
      ...withoutJavaScript,
      locale: 'es-PE',
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`${puente.baseUrl}/`);
    expect(new URL(page.url()).pathname).toBe('/es/');
    await page.fill('[name="company.name"]', 'Talleres Misti SAC');
    await page.check('[name="company.country"][value="PE"]');
    await page.fill('[name="company.region"]', 'Arequipa');
    await page.check('[name="intent"][value="buy"]');
    await page.fill('[name="sought.description"]', 'Buscamos fabricante de segadoras para alfalfa.');
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    await page.selectOption('[name="sought.sectors.scheme"]', 'ciiu4');
    await page.fill('[name="sought.sectors.code"]', '2821');
    await page.fill('[name="contact.name"]', 'Lucía Quispe');
    await page.fill('[name="contact.email"]', 'compras@misti.example');
    await page.check('[name="consent.contactByEmail"]');
    await page.check('[name="consent.shareOnAcceptance"]');
    await page.click('form[action="/api/interests"] button[type="submit"]');
    await page.waitForURL(/\/es\/interests\//);

    const mail = await inbox(puente).mail('compras@misti.example', /confirm=1/);
    await page.goto(linkIn(mail, /confirm=1/).href);
    await page.click('form[action$="/confirm"] button');
    await page.waitForURL((url) => !url.searchParams.has('confirm'));
    statusAddress = page.url();
    await page.context().close();
  });

  it('a coordinator signs in, reads the reasons and approves', async () => {
    const page = await person({ locale: 'pl-PL' });
    await eventually('the proposal', async () => {
      const view = await caller(puente).get(statusAddress.replace('/es/interests', '/api/interests'));
      return view.json<{ status: string }>().status === 'matched' ? true : undefined;
    });
    await page.goto(`${puente.baseUrl}/console/`);
    await page.click('button.primary');
    await page.click('button:has-text("Koordynator Klastra Obróbki Metali")');
    await page.waitForURL(/\/console\//);
    await page.click('text=SaMASZ');
    await page.waitForSelector('text=PKD 2025 28.30.Z');
    await page.click('section.decision button.primary');
    const mail = await inbox(puente).mail('eksport@samasz.example', /introductions/);
    answerAddress = linkIn(mail, /introductions/).href;
    await page.context().close();
  });

  it('the recipient looks, accepts without JavaScript, takes it back and accepts again', async () => {
    const page = await person(withoutJavaScript);
    await page.goto(answerAddress);
    expect(await page.content()).not.toContain('compras@misti.example');
    const accept = 'form:has(input[name="answer"][value="accept"]) button';
    await page.click(accept);
    await page.click('form[action$="/undo"] button');
    await page.waitForSelector('.notice[role="status"]');
    await page.click(accept);
    const mail = await inbox(puente).mail('eksport@samasz.example', /compras@misti\.example/);
    expect(mail.text).toContain('Lucía Quispe');
    await page.context().close();
  });

  it('the workshop sees it on its status page', async () => {
    const page = await person(withoutJavaScript);
    await page.goto(statusAddress);
    await page.waitForSelector('text=SaMASZ');
    await page.context().close();
  });

  it('a form with faults comes back with what was typed, and every fault at its field', async () => {
    const page = await person(withoutJavaScript);
    await page.goto(`${puente.baseUrl}/pl/`);
    await page.fill('[name="company.name"]', 'Zakład <script>alert(1)</script>');
    await page.fill('[name="contact.email"]', 'a@b');
    await page.click('form[action="/api/interests"] button[type="submit"]');
    await page.waitForSelector('[name="contact.email"][aria-invalid="true"]');
    expect(await page.inputValue('[name="company.name"]')).toBe('Zakład <script>alert(1)</script>');
    expect(await page.locator('script').count()).toBe(0);
    await page.context().close();
  });
});
