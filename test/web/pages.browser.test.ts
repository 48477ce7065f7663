import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain/language.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { allPages } from './all-pages.ts';
import { filledForm, interestIn, key, now } from './fixtures.ts';
import { narrow, posted, server, show, tabTo, wide, withPage } from './pages-browser.ts';

const names = [...allPages('en').keys()];

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
  it.each([
    ['status-confirming', '.button.big', /\/confirm$/, `key=${key}&language=pl`],
    ['answer-open', '.button.big', /\/answer$/, 'answer=accept&language=pl'],
    [
      'answer-open',
      'form:has([value="decline"]) .button',
      /\/answer$/,
      'answer=decline&language=pl&message=',
    ],
    ['answer-open', 'form:has([value="defer"]) .button', /\/answer$/, 'answer=defer&language=pl'],
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
        now,
        view: {
          ...view,
          request: { language: 'es', companyName: attack, intent: 'buy', description: attack },
          leads: [{ status: 'connected', updatedAt: view.updatedAt, member: { name: attack } }],
        },
      }),
    ];
    await withPage({ viewport: narrow }, async (page) => {
      for (const html of pages) {
        show(html);
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
