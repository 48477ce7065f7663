import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import { checkInterestForm } from '../../shared/contracts/http/interest-form.ts';
import { languages } from '../../shared/domain/language.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { faultyForm } from './all-pages.ts';
import { description, filledForm } from './fixtures.ts';
import { narrow, posted, server, show, tabTo, wide, withPage } from './pages-browser.ts';

/** True when the top of an element is on the screen. */
async function isOnScreen(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y < height;
}

describe('the form, with JavaScript disabled', () => {
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
    show(renderFormPage({ language: 'es', ...faultyForm('es') }));
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

  it('an empty form is sent all the same: the server names every fault, in the language of the page', async () => {
    const before = posted.length;
    await withPage({ viewport: narrow, javaScriptEnabled: false, locale: 'en-GB' }, async (page) => {
      await page.goto(`${server.origin}/es/`);
      await page.locator('#form button').click();
      await page.waitForURL('**/api/interests');
    });
    expect(posted).toHaveLength(before + 1);
  });

  it.each([narrow, wide])(
    'a link to a fault shows the question and the fault with the field: %j',
    async (viewport) => {
      await withPage({ viewport, javaScriptEnabled: false, reducedMotion: 'reduce' }, async (page) => {
        for (const language of languages) {
          await page.goto(`${server.origin}/page/${language}/form-faults`);
          for (const link of await page.locator('.faults a').all()) {
            const id = (await link.getAttribute('href'))?.slice(1) ?? '';
            await link.click();
            expect(await isOnScreen(page, page.locator(`[id="${id}"]`)), id).toBe(true);
            expect(await isOnScreen(page, page.locator(`[id="${id}.fault"]`)), `${id}.fault`).toBe(true);
            const field = page.locator('.field').filter({ has: page.locator(`[id="${id}"]`) });
            const label = field.locator('legend, label').first();
            expect(await isOnScreen(page, label), `label of ${id}`).toBe(true);
          }
        }
      });
    },
  );
});

it('a choice shows the focus around all of it, not only its little circle', async () => {
  await withPage({ viewport: wide }, async (page) => {
    await page.goto(`${server.origin}/page/en/form`);
    await tabTo(page, '[name="intent"]');
    const outline = await page
      .locator('.option:has(:focus)')
      .evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(outline).toBe('3px');
  });
});
