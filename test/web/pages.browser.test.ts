import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import { checkInterestForm } from '../../shared/contracts/http/interest-form.ts';
import { languageSchema, languages } from '../../shared/domain/language.ts';
import { buildWeb } from '../../web/build.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { launchBrowser } from '../support/browser.ts';
import { allPages, faultyForm } from './all-pages.ts';
import { description, filledForm, interestIn, key } from './fixtures.ts';
import { serve } from './page-server.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let folder = '';
/** Bodies of the forms that arrived, oldest first. */
const posted: { path: string; body: string }[] = [];
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

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
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

const names = [...allPages('en').keys()];
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 800 };

/** Every fault that axe sees on the page as it is. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What is hard to read in the dark, with all that folds unfolded; axe is on the page already. */
async function darkViolationsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const overflowPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(languages)('in %s', (language) => {
  it('every page is accessible, light and dark, and fits screens from 320 px', async () => {
    await withPage({ viewport: narrow }, async (page) => {
      for (const name of names) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`${server.origin}/page/${language}/${name}`);
        expect(await violationsOf(page), name).toEqual([]);
        expect(await overflowPx(page), name).toBe(0);
        expect(await darkViolationsOf(page), `${name}, dark`).toEqual([]);
        expect(await overflowPx(page), `${name}, unfolded`).toBe(0);
      }
    });
  }, 60_000);
});

describe('with JavaScript disabled', () => {
  const fill = async (page: Page, values: URLSearchParams) => {
    for (const summary of await page.locator('#form summary').all()) await summary.click();
    for (const [name, value] of values) {
      const control = page.locator(`[name="${name}"]`);
      const type = await control.first().getAttribute('type');
      if (type === 'hidden') continue;
      if (type === 'radio' || type === 'checkbox')
        await page.locator(`[name="${name}"][value="${value}"]`).check();
      else if (name.endsWith('.scheme')) await control.selectOption(value);
      else await control.fill(value);
    }
  };

  it('the form is filled in and arrives as a valid interest', async () => {
    await withPage({ viewport: narrow, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.origin}/es/`);
      await fill(page, filledForm());
      await page.locator('#form button').click();
      await page.waitForURL('**/api/interests');
    });
    const { path, body } = posted.at(-1) ?? { path: '', body: '' };
    expect(path).toBe('/api/interests');
    const checked = checkInterestForm(bodyOfForm(new URLSearchParams(body)), 'es');
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    expect(checked.value.sought.description).toBe(description);
    expect(bodyOfForm(new URLSearchParams(body.replaceAll('%0D%0A', '%0A')))).toEqual(
      bodyOfForm(filledForm()),
    );
  });

  it('a form that came back with faults is put right and sent again', async () => {
    shown = renderFormPage({ language: 'es', ...faultyForm('es') });
    await withPage({ viewport: narrow, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.origin}/shown`);
      await page.locator('.faults a[href="#contact.email"]').click();
      await page.locator('[name="contact.email"]').fill('compras@misti.example');
      await page.locator('[name="company.sectors.code"]').fill('2821');
      await page.locator('[name="intent"][value="buy"]').check();
      await page.locator('[name="consent.shareOnAcceptance"]').check();
      await page.locator('#form button').click();
      await page.waitForURL('**/api/interests');
    });
    const sent = new URLSearchParams(posted.at(-1)?.body);
    expect(checkInterestForm(bodyOfForm(sent), 'es').ok).toBe(true);
  });

  it.each([
    ['status-confirming', '.button.big', /\/confirm$/, `key=${key}&language=pl`],
    ['answer-open', '.button.big', /\/answer$/, 'answer=accept&language=pl'],
    ['answer-accepted', '.button.secondary', /\/undo$/, 'language=pl'],
    ['unsubscribe', '.button.big', /^\/api\/unsubscribe\//, 'language=pl'],
  ] as const)('one press does it: %s', async (name, button, path, body) => {
    await withPage({ viewport: narrow, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.origin}/page/pl/${name}`);
      expect(await page.locator(button).count()).toBe(1);
      await page.locator(button).click();
      await page.waitForURL('**/api/**');
    });
    expect(posted.at(-1)?.path).toMatch(path);
    expect([...new URLSearchParams(posted.at(-1)?.body)]).toEqual([...new URLSearchParams(body)]);
  });
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focus is on `selector`; gives what had the focus on the way. */
  const tabTo = async (page: Page, selector: string): Promise<number> => {
    for (let presses = 1; presses <= 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
        return presses;
    }
    throw new Error(`${selector} is not reached`);
  };

  it.each([
    ['form', '#form button[type=submit]'],
    ['form-faults', '#form button[type=submit]'],
    ['status-confirming', '.button.big'],
    ['answer-open', '.button.big'],
    ['unsubscribe', '.button.big'],
  ])('%s: the button is reached and shows that it has the focus', async (name, selector) => {
    await withPage({ viewport: wide }, async (page) => {
      await page.goto(`${server.origin}/page/en/${name}`);
      await tabTo(page, selector);
      const outline = await page
        .locator(selector)
        .evaluate((element) => getComputedStyle(element).outlineWidth);
      expect(outline).toBe('3px');
    });
  });

  it('the first stop leads past the header to the matter', async () => {
    await withPage({ viewport: wide }, async (page) => {
      await page.goto(`${server.origin}/page/en/answer-open`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    });
  });
});

describe('hostile text in a real page', () => {
  const attacks = [
    '"><script>document.title="owned"</script>',
    '</textarea><script>document.title="owned"</script>',
    '<img src=x onerror="document.title=1">',
    "' onfocus='document.title=1' autofocus='",
    '&lt;script&gt;document.title=1&lt;/script&gt;',
    '<svg/onload=document.title=1>',
    '\n<style>*{display:none}</style>',
    'W'.repeat(200),
  ];

  it.each(attacks)('%j is only text, and fits', async (attack) => {
    const values = new URLSearchParams([...filledForm().keys()].map((name) => [name, attack]));
    const view = interestIn('matched');
    const pages = [
      renderFormPage({ language: 'en', values }),
      renderStatusPage({
        language: 'en',
        key: attack,
        confirming: false,
        view: {
          ...view,
          request: { language: 'es', companyName: attack, intent: 'buy', description: attack },
          leads: [{ status: 'connected', updatedAt: view.updatedAt, member: { name: attack } }],
        },
      }),
    ];
    await withPage({ viewport: narrow }, async (page) => {
      for (const html of pages) {
        shown = html;
        await page.goto(`${server.origin}/shown`);
        expect(await page.locator('script, img, style, main svg').count()).toBe(0);
        expect(await page.title()).toContain('· Puente');
        expect(await overflowPx(page)).toBe(0);
      }
      expect(await page.locator('.facts dd').first().textContent()).toBe(attack);
    });
  });
});

it('a page that is only looked at sends nothing', async () => {
  const before = posted.length;
  await withPage({ viewport: wide }, async (page) => {
    for (const name of names) await page.goto(`${server.origin}/page/en/${name}`);
  });
  expect(posted.length).toBe(before);
});
