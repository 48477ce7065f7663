import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain/language.ts';
import { consoleTexts } from '../../web/texts/console.ts';
import { sendingTexts } from '../../web/texts/sending.ts';
import { sendsTexts } from '../../web/texts/sends.ts';
import { api, en, expectAccessible, heading, page, signedInAs } from './console-browser.ts';
import { now } from './fixtures.ts';

const texts = sendsTexts.en;
const paused = sendingTexts.en;
const asAdmin = (address?: string) => signedInAs(['admin'], address);
const posted = () => api.calls.filter(({ method }) => method === 'POST');
const card = (number: number) => page.locator('.send-card').nth(number);

describe('an administrator', () => {
  it('begins at the doubtful sends, with what is known of each, and sees no proposal', async () => {
    await asAdmin();
    await heading(texts.heading.unknown).waitFor();
    await page.getByRole('heading', { name: 'Introduction to SaMASZ' }).waitFor();
    await page.getByText(paused.closed).waitFor();
    expect(await card(0).textContent()).toContain('0193a5d2-7d1e-7a2b-8c3d-4e5f60718293');
    expect(await card(1).textContent()).toContain(texts.earlierDoubts);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(api.calls.every(({ path }) => /^\/api\/(mails|sending)/.test(path))).toBe(true);
    await expectAccessible();
  });

  it('records by keyboard alone that a mail arrived', async () => {
    await asAdmin();
    const open = card(0).getByRole('button', { name: texts.actions.sent.open });
    await open.focus();
    await page.keyboard.press('Enter');
    await page.getByText(texts.actions.sent.explain.unknown).waitFor();
    expect(await open.getAttribute('aria-expanded')).toBe('true');
    await expectAccessible();
    // The cursor is in the field for the note already.
    await page.keyboard.type('Llamaron: llegó.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(texts.actions.sent.done).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(texts.actions.sent.done);
    expect(posted()).toMatchObject([
      { path: expect.stringMatching(/^\/api\/mails\/[^#]+%23member%23introduction\/resolution$/) },
    ]);
    expect(posted()[0]?.body).toEqual({ as: 'sent', note: 'Llamaron: llegó.', revision: 3 });
    await expect.poll(() => page.locator('.send-card').count()).toBe(1);
  });

  it('is warned that a mail may come twice before it is sent again', async () => {
    await asAdmin();
    await card(0).getByRole('button', { name: texts.actions.again.open }).click();
    await page.getByText(texts.actions.again.explain.unknown).waitFor();
    await page.getByLabel(texts.note).fill('They have nothing.');
    await page.getByRole('button', { name: texts.actions.again.confirm }).click();
    await page.getByText(texts.actions.again.done).waitFor();
    expect(posted()[0]?.body).toEqual({ as: 'again', note: 'They have nothing.', revision: 3 });
  });

  it('cannot decide without a reason, and can think better of it', async () => {
    await asAdmin();
    const open = card(0).getByRole('button', { name: texts.actions.again.open });
    await open.click();
    await page.getByRole('button', { name: texts.actions.again.confirm }).click();
    await page.getByRole('alert').getByText(texts.noteMissing).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await expectAccessible();
    await page.getByRole('button', { name: texts.cancel }).click();
    expect(await page.locator('textarea').count()).toBe(0);
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(posted()).toEqual([]);
  });

  it('is told what the state is when somebody was faster', async () => {
    api.mails = api.mails.map((mail) => ({ ...mail, revision: 3 }));
    await asAdmin();
    await heading(texts.heading.unknown).waitFor();
    await card(0).getByRole('button', { name: texts.actions.again.open }).click();
    api.mails = api.mails.map((mail) => ({ ...mail, revision: 5 }));
    await page.getByLabel(texts.note).fill('x');
    await page.getByRole('button', { name: texts.actions.again.confirm }).click();
    await page.getByText(texts.conflict(texts.statuses.sent)).waitFor();
  });

  it('keeps what was typed when it could not be stored', async () => {
    await asAdmin();
    await card(0).getByRole('button', { name: texts.actions.sent.open }).click();
    await page.getByLabel(texts.note).fill('A long story.');
    api.problem = 'internal';
    await page.getByRole('button', { name: texts.actions.sent.confirm }).click();
    await page.getByRole('alert').getByText(en.failures.failed).waitFor();
    expect(await page.getByLabel(texts.note).inputValue()).toBe('A long story.');
  });

  it('sees of failed mails which may be sent again, and that the others never are', async () => {
    await asAdmin();
    await page.getByLabel(en.list.filter).selectOption('failed');
    await heading(texts.heading.failed).waitFor();
    await page.getByText(texts.failures.rejected).waitFor();
    expect(await card(0).getByRole('button').allInnerTexts()).toEqual([texts.actions.again.open]);
    expect(await card(1).textContent()).toContain(texts.failures.noConsent);
    expect(await card(1).textContent()).toContain(texts.never);
    expect(await card(1).getByRole('button').count()).toBe(0);
    await card(0).getByRole('button').click();
    await page.getByText(texts.actions.again.explain.failed).waitFor();
    await expectAccessible();
  });

  it('sees that sending is paused and why, and resumes it with a reason', async () => {
    api.sending = { breaker: 'open', because: 'accountPaused', since: now };
    await asAdmin();
    await page.getByRole('heading', { name: paused.heading }).waitFor();
    await page.getByText(paused.reasons['accountPaused'] ?? '').waitFor();
    await page.getByRole('button', { name: paused.close }).click();
    await expectAccessible();
    await page.getByLabel(texts.note).fill('AWS closed the case.');
    await page.getByRole('button', { name: paused.confirm }).click();
    await page.getByText(paused.done).waitFor();
    await page.getByText(paused.closed).waitFor();
    expect(posted()[0]?.body).toEqual({ close: true, note: 'AWS closed the case.' });
  });

  it('reads on page by page, and is told when there is nothing', async () => {
    api.pageSize = 1;
    await asAdmin();
    await page.getByRole('button', { name: en.list.more }).click();
    await expect.poll(() => page.locator('.send-card').count()).toBe(2);
    api.mails = [];
    await page.reload();
    await page.getByText(texts.empty.unknown).waitFor();
  });

  it('whose right was taken away is offered another account', async () => {
    api.problem = 'forbidden';
    await asAdmin();
    await page.getByRole('alert').getByText(texts.forbidden).waitFor();
    await expectAccessible();
  });

  it('who coordinates too goes from one to the other', async () => {
    await signedInAs(['coordinator', 'admin', 'cluster:klaster-obrobki-metali']);
    await heading(en.list.heading).waitFor();
    await page.getByRole('link', { name: texts.places.sends }).click();
    await heading(texts.heading.unknown).waitFor();
    await expectAccessible();
    await page.getByRole('link', { name: texts.places.leads }).click();
    await heading(en.list.heading).waitFor();
  });
});

it('a coordinator is shown no sends', async () => {
  await signedInAs(['coordinator', 'cluster:klaster-obrobki-metali'], '/console/#/sends');
  await heading(en.list.heading).waitFor();
  expect(api.calls.some(({ path }) => path.startsWith('/api/mails'))).toBe(false);
});

it.each(languages)('all of it is in %s, and fits a phone', async (language) => {
  await page.setViewportSize({ width: 360, height: 740 });
  api.sending = { breaker: 'open', because: 'accountPaused', since: now };
  await asAdmin();
  await page.getByLabel(en.language).selectOption(language);
  const own = sendsTexts[language];
  await heading(own.heading.unknown).waitFor();
  await card(0).getByRole('button', { name: own.actions.again.open }).click();
  await page.getByText(own.actions.again.explain.unknown).waitFor();
  await expectAccessible();
  expect(await page.getByLabel(consoleTexts[language].list.filter).inputValue()).toBe('unknown');
  if (process.env['PUENTE_PICTURES'] !== undefined) {
    mkdirSync('test-results/pages', { recursive: true });
    await page.screenshot({ path: `test-results/pages/sends.${language}.phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.screenshot({ path: `test-results/pages/sends.${language}.png`, fullPage: true });
  }
});
