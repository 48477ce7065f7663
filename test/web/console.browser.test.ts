import { describe, expect, it } from 'vitest';
import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import { consoleTexts } from '../../web/texts/console.ts';
import { leadStatusNames } from '../../web/texts/lead-words.ts';
import {
  api,
  en,
  expectAccessible,
  heading,
  help,
  page,
  server,
  signedInAs,
  signedInAt,
} from './console-browser.ts';
import { description, leadIn } from './fixtures.ts';

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

  it('asks the identity provider for the language that was chosen', async () => {
    await page.goto(`${server.origin}/console/`);
    await page.getByLabel(en.language).selectOption('pl');
    const asked = page.waitForRequest(/\/authorize\?/);
    await page.getByRole('button', { name: consoleTexts.pl.signIn.button }).click();
    expect(new URL((await asked).url()).searchParams.get('ui_locales')).toBe('pl');
    await heading(consoleTexts.pl.list.heading).waitFor();
  });

  it('as office says plainly that nothing here is for that role', async () => {
    await signedInAs(['office']);
    await heading(help.otherRole.heading).waitFor();
    await page.getByText(help.otherRole.text).waitFor();
    expect(api.calls).toEqual([]);
    await expectAccessible();
    await page.getByRole('button', { name: help.otherAccount }).click();
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
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

  it('explains a failure and tries again', async () => {
    api.problem = 'internal';
    await signedInAt();
    await page.getByRole('alert').getByText(en.failures.failed).waitFor();
    await expectAccessible();
    api.problem = undefined;
    await page.getByRole('button', { name: en.retry }).click();
    await page.getByRole('link', { name: /SaMASZ/ }).waitFor();
  });

  it('that is forbidden offers another account, and not the same again', async () => {
    api.problem = 'forbidden';
    await signedInAt();
    await page.getByRole('alert').getByText(en.failures.forbidden).waitFor();
    await expectAccessible();
    expect(await page.getByRole('button', { name: en.retry }).count()).toBe(0);
    await page.getByRole('button', { name: help.otherAccount }).click();
    await page.getByRole('button', { name: en.signIn.button }).waitFor();
  });

  it('shows what each request is about, and of equal deadlines the best match first', async () => {
    const deadlineAt = new Date(Date.now() + 86_400_000).toISOString() as LeadView['deadlineAt'];
    const scores = [0.3, 1, 0.6];
    const leads = scores.map((score, number) => ({ ...leadIn('proposed', number), score, deadlineAt }));
    api.leads = new Map(leads.map((lead) => [lead.id, lead]));
    await signedInAt();
    await page.locator('.lead-card').nth(2).waitFor();
    const shown = await page.locator('.lead-card').allInnerTexts();
    expect(shown.map((text) => /match (\d+)/.exec(text)?.[1])).toEqual(['100', '60', '30']);
    expect(await page.locator('.excerpt').first().textContent()).toBe(description.split('\n')[0]);
    expect(await page.locator('.excerpt').first().getAttribute('lang')).toBe('es-PE');
  });

  it('has a header of one row on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signedInAt();
    await page.getByLabel(en.language).selectOption('es');
    await heading(consoleTexts.es.list.heading).waitFor();
    const heightPx = await page.locator('.site-header').evaluate((header) => header.clientHeight);
    expect(heightPx).toBeLessThan(75);
    await expectAccessible();
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
