import { Events } from 'oauth2-mock-server';
import { describe, expect, it } from 'vitest';
import { type LeadView, leadViewSchema } from '../../shared/contracts/http/lead-view.ts';
import { languages } from '../../shared/domain/language.ts';
import { answerTexts } from '../../web/texts/answer.ts';
import { consoleTexts } from '../../web/texts/console.ts';
import { duplicatesTexts } from '../../web/texts/duplicates.ts';
import { bouncedTexts, leadStatusNames } from '../../web/texts/lead-words.ts';
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
import { interestId, leadIn } from './fixtures.ts';

/** A lead of a firm that asked twice before, and was introduced to this member. */
function leadAgain(): LeadView {
  const lead = leadIn('proposed');
  const duplicate = { interestId, submittedAt: '2026-11-20T17:00:00.000Z' };
  return leadViewSchema.parse({
    ...lead,
    duplicates: [
      {
        ...duplicate,
        companyName: 'Talleres Misti S.A.C.',
        evidence: [{ by: 'taxId' }, { by: 'name', likeness: 1 }],
      },
      {
        ...duplicate,
        interestId: interestId.replace(/3$/, '4'),
        companyName: 'Talleres Mistti',
        evidence: [{ by: 'name', likeness: 0.967 }],
      },
    ],
    heldBack: {
      leadId: lead.id,
      introducedAt: '2026-11-22T17:00:00.000Z',
      until: '2027-02-20T17:00:00.000Z',
    },
  });
}

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

  it.each(languages)(
    'tells in %s of earlier requests of the same firm, by what, and until when it waits',
    async (language) => {
      await page.addInitScript((chosen) => localStorage.setItem('puente.language', chosen), language);
      const lead = leadAgain();
      api.leads = new Map([[lead.id, lead]]);
      const texts = duplicatesTexts[language];
      await page.goto(`${server.origin}/console/`);
      await page.getByRole('button', { name: consoleTexts[language].signIn.button }).click();
      await page.locator('.lead-card').getByText(texts.mark, { exact: true }).waitFor();
      await page.locator('.lead-card').getByText(texts.heldBackMark, { exact: true }).waitFor();
      await expectAccessible();
      await page.getByRole('link', { name: /SaMASZ/ }).click();
      const section = page.getByRole('region', { name: texts.heading });
      await section.waitFor();
      const shown = await section.getByRole('listitem').allInnerTexts();
      expect(shown).toHaveLength(2);
      expect(shown[0]).toContain('Talleres Misti S.A.C.');
      expect(shown[0]).toContain(texts.evidence.taxId);
      expect(shown[0]).toContain(texts.evidence.name);
      expect(shown[1]).toMatch(/97\s?%/);
      const waits = {
        es: 'desde el 20 de febrero de 2027',
        pl: 'od dnia 20 lutego 2027',
        en: 'from 20 February 2027',
      };
      await page.getByText(waits[language]).waitFor();
      await page.setViewportSize({ width: 320, height: 640 });
      await expectAccessible();
    },
  );

  it.each(languages)('whose mail came back says so in %s', async (language) => {
    await page.addInitScript((chosen) => localStorage.setItem('puente.language', chosen), language);
    const lead: LeadView = {
      ...leadIn('introduced'),
      status: 'undeliverable',
      deadlineAt: null,
      cause: 'bounced',
    };
    api.leads = new Map([[lead.id, lead]]);
    await page.goto(`${server.origin}/console/#/leads/${lead.id}`);
    await page.getByRole('button', { name: consoleTexts[language].signIn.button }).click();
    await page.getByText(bouncedTexts[language]).waitFor();
    await page.getByText(leadStatusNames[language].undeliverable, { exact: true }).waitFor();
    await expectAccessible();
  });

  it('that is held back says so when it is approved all the same, and stays to be decided', async () => {
    await open();
    api.problem = 'heldBack';
    await page.getByRole('button', { name: en.decide.approve }).click();
    await page.getByRole('alert').getByText('it may be introduced again from 20 February 2027').waitFor();
    expect(await page.getByRole('button', { name: en.decide.reject }).count()).toBe(1);
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
