import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import type { MailContent } from '../../../shared/domain/mail-content.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { launchBrowser } from '../../support/browser.ts';
import { carrier, fillIn, hostileWords, type Written } from './hostile-content.ts';
import { linksFor, sampleContent } from './sample-mails.ts';

let page: Page;
beforeAll(async () => {
  const browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
}, 60_000);
afterAll(async () => await page.context().browser()?.close());

interface Parsed {
  /** Every element with its attributes, and every comment, in order. */
  readonly nodes: readonly string[];
  readonly hrefs: readonly string[];
  readonly words: string;
}

function html(content: MailContent): string {
  return renderMail(content, linksFor(content), sectorNames).html;
}

/** Each document as a real browser parses it. */
async function parse(documents: readonly string[]): Promise<readonly Parsed[]> {
  return await page.evaluate(
    (sources) =>
      sources.map((source) => {
        const parsed = new DOMParser().parseFromString(source, 'text/html');
        const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
        const nodes: string[] = [];
        while (walker.nextNode()) {
          const node = walker.currentNode;
          const attributes = node instanceof Element ? [...node.attributes] : [];
          const shown = attributes.map(({ name, value }) => (name === 'href' ? name : `${name}=${value}`));
          nodes.push([node.nodeName, ...shown].join(' '));
        }
        const hrefs = [...parsed.querySelectorAll('[href]')].map(
          (element) => element.getAttribute('href') ?? '',
        );
        return { nodes, hrefs, words: parsed.documentElement.textContent };
      }),
    [...documents],
  );
}

/** The same shape of lines and words with nothing but the letter x. */
function bland({ line, block }: Written): Written {
  return { line: line.replace(/\S/gu, 'x'), block: block.replace(/\S/gu, 'x') };
}

/** Where a link may lead: our own pages, or the contact data of the other side. */
function allowed(content: MailContent, href: string): boolean {
  if ((Object.values(linksFor(content)) as string[]).includes(href)) return true;
  if (content.template !== 'connection') return false;
  const { company, contact } = content.other;
  const url = new URL(href);
  if (url.protocol === 'tel:') return /^\+?\d+$/.test(url.pathname);
  if (url.protocol !== 'mailto:') return href === new URL(company.website ?? '').href;
  const keys = [...url.searchParams.keys()].join();
  return url.pathname === contact.email.reveal() && url.hash === '' && ['', 'subject,body'].includes(keys);
}

test('no element, attribute, comment or link stems from what people write, and their words are all there', async () => {
  await fc.assert(
    fc.asyncProperty(carrier, hostileWords('valid'), async ({ name, language }, written) => {
      const sample = sampleContent(name, language);
      const hostile = fillIn(sample, written);
      const [found, plain] = await parse([html(hostile), html(fillIn(sample, bland(written)))]);
      expect(found?.nodes).toEqual(plain?.nodes);
      for (const href of found?.hrefs ?? []) expect(allowed(hostile, href)).toBe(true);
      expect(found?.words).toContain(written.line);
    }),
    { numRuns: 200 },
  );
}, 60_000);
