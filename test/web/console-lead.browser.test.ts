import { Events } from 'oauth2-mock-server';
import { describe, expect, it } from 'vitest';
import { answerTexts } from '../../web/texts/answer.ts';
import { leadStatusNames } from '../../web/texts/lead-words.ts';
import {
  api,
  en,
  expectAccessible,
  heading,
  help,
  identity,
  page,
  server,
  signedInAt,
} from './console-browser.ts';
import { leadIn } from './fixtures.ts';

describe('a lead', () => {
  const open = async () => {
    await signedInAt();
    await page.getByRole('link', { name: /SaMASZ/ }).click();
    await heading('Talleres Misti SAC → SaMASZ').waitFor();
  };

  it('shows why it is proposed and what is asked, on a phone too', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open();
    await page.getByText('The firm asked to hear of requests of this kind: buying.').waitFor();
    await page.getByText('Buscamos fabricante de segadoras').waitFor();
    await expectAccessible();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible();
  });

  it('is approved with a message, by keyboard alone', async () => {
    await open();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.getByLabel(en.decide.message).focus();
    await page.keyboard.type('Firma conocida en la feria.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(en.decide.done.approve).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'status');
    expect(api.calls.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/api/leads/${leadIn('proposed').id}/decision`,
      body: { decision: 'approve', message: 'Firma conocida en la feria.' },
    });
    await page.getByText(leadStatusNames.en.approved, { exact: true }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('leads back to the list that one came from', async () => {
    await signedInAt('/console/#/leads?status=all');
    await page.getByRole('link', { name: /Experteam/ }).click();
    await page.getByRole('link', { name: en.lead.back }).click();
    await page.locator('.lead-card').nth(5).waitFor();
    expect(page.url()).toBe(`${server.origin}/console/#/leads?status=all`);
    await page.getByLabel(en.list.filter).selectOption('introduced');
    await page.getByRole('link', { name: /Experteam/ }).click();
    await page.getByRole('link', { name: leadStatusNames.en.introduced }).click();
    await page.getByRole('link', { name: /Experteam/ }).waitFor();
    expect(page.url()).toBe(`${server.origin}/console/#/leads?status=introduced`);
  });

  it.each([
    ['noCapacity', undefined, answerTexts.en.reasonNames.noCapacity],
    ['stop', undefined, help.stopped],
    ['other', 'We moved.', answerTexts.en.reasonNames.other],
    ['other', undefined, help.noReason],
    ['newlyMadeUp', undefined, 'newlyMadeUp'],
  ])('that was declined says why in words: %s %s', async (reasonCode, message, words) => {
    const lead = leadIn('declined');
    const at = lead.createdAt;
    api.leads.set(lead.id, { ...lead, answer: { at, reasonCode, message } });
    await signedInAt(`/console/#/leads/${lead.id}?from=declined`);
    const answer = page.getByRole('region', { name: en.lead.answer });
    await answer.getByText(words, { exact: true }).waitFor();
  });

  it('is rejected with a reason, and not without one', async () => {
    await open();
    await page.getByRole('button', { name: en.decide.reject }).click();
    await page.getByRole('alert').getByText(help.reasonMissing).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reasonCode');
    await expectAccessible();
    expect(api.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.locator('input[value="alreadyInContact"]').check();
    expect(await page.getByText(help.reasonMissing).count()).toBe(0);
    await page.getByRole('button', { name: en.decide.reject }).click();
    await page.getByText(en.decide.done.reject).waitFor();
    const sent = api.calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ decision: 'reject', reasonCode: 'alreadyInContact' });
    await page.getByText('Nota de la coordinación').waitFor();
  });

  it('that somebody else decided meanwhile shows how it stands now', async () => {
    await open();
    const { id } = leadIn('proposed');
    api.leads.set(id, { ...leadIn('rejected'), id });
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.conflict(leadStatusNames.en.rejected)).waitFor();
    await page.getByText(leadStatusNames.en.rejected, { exact: true }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('keeps what was typed when the decision cannot be stored', async () => {
    await open();
    await page.getByLabel(en.decide.message).fill('Largo texto');
    api.problem = 'internal';
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByRole('alert').getByText(en.failures.failed).waitFor();
    expect(await page.getByLabel(en.decide.message).inputValue()).toBe('Largo texto');
    api.problem = undefined;
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.done.approve).waitFor();
  });

  it('is decided although the access token has expired, without leaving the page', async () => {
    await open();
    const grants: unknown[] = [];
    identity.service.once(Events.BeforeResponse, (_response, request) =>
      grants.push(request.body.grant_type),
    );
    api.refuseNext = true;
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByText(en.decide.done.approve).waitFor();
    expect(grants).toEqual(['refresh_token']);
  });

  it('asks to sign in again when the session is over for good', async () => {
    await open();
    api.problem = 'unauthorized';
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByRole('alert').getByText(en.failures.signedOut).waitFor();
    api.problem = undefined;
    await page.getByRole('alert').getByRole('button', { name: en.signIn.button }).click();
    await heading('Talleres Misti SAC → SaMASZ').waitFor();
  });

  it('of another cluster is not found', async () => {
    await signedInAt(`/console/#/leads/${leadIn('proposed').id}x`);
    await page.getByRole('alert').getByText(en.failures.notFound).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await heading(help.notShown).waitFor();
    await expectAccessible();
    expect(await page.getByRole('button', { name: en.retry }).count()).toBe(0);
    await page.getByRole('link', { name: help.toList }).click();
    await page.getByRole('link', { name: /SaMASZ/ }).waitFor();
  });
});
