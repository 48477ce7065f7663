import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { type Language, languages } from '../../../shared/domain/language.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { launchBrowser } from '../../support/browser.ts';
import { linksFor, sampleContent, sampleNames } from './sample-mails.ts';

let page: Page;
beforeAll(async () => {
  const browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
}, 60_000);
afterAll(async () => await page.context().browser()?.close());

async function show(name: string, language: Language): Promise<void> {
  const content = sampleContent(name, language);
  await page.setContent(renderMail(content, linksFor(content), sectorNames).html);
}

test('every mail fits a narrow phone and a desk', async () => {
  for (const name of sampleNames) {
    for (const language of languages) {
      await show(name, language);
      for (const width of [320, 700]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
  }
}, 60_000);

test.each(['light', 'dark'] as const)(
  'every component of the mails is accessible when %s (WCAG 2.2 AA)',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const name of [
      'confirmation',
      'introduction',
      'reminder-second',
      'waiting-escalation',
      'connection-submitter',
      'status-declined',
      'closed-expired',
    ]) {
      await show(name, 'pl');
      const { violations, passes } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    }
  },
  60_000,
);
