import { describe, expect, it } from 'vitest';
import { createHandler as createAnswerHandler } from '../../../functions/answer-introduction/handler.ts';
import { createHandler as createViewHandler } from '../../../functions/view-introduction/handler.ts';
import type { LeadStatus } from '../../../shared/domain/lead.ts';
import { answerTexts } from '../../../web/texts/answer.ts';
import { answerAsideTexts } from '../../../web/texts/answer-asides.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { formPost, pageView } from '../../support/browser-event.ts';

const { notices } = answerAsideTexts.pl;

/** A recipient in front of the answer page of a lead. */
async function recipientOf(status: LeadStatus) {
  const deps = world();
  const interest = interestIn('matched');
  const lead = leadIn(status, {}, { interest });
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  const expiresAt = later(86_400);
  const token = await deps.capabilities.sign({ purpose: 'introduction', leadId: lead.id, expiresAt });
  const { logger } = watchedLogger();
  const [answer, view] = [createAnswerHandler(deps, logger), createViewHandler(deps, logger)];
  const look = async (notice?: string) => {
    const parameters = { language: 'pl', token };
    const query = notice === undefined ? {} : { notice };
    const event = pageView({ path: `/pl/introductions/${token}`, parameters, query });
    return (await view(event, lambdaContext)).body ?? '';
  };
  const press = async (button: 'answer' | 'undo', fields: Record<string, string> = {}) => {
    const route = { path: `/api/introductions/${token}/${button}`, parameters: { token } };
    const reply = await answer(formPost(route, { language: 'pl', ...fields }), lambdaContext);
    const location = new URL(String(reply.headers?.['location']), 'https://puente.example');
    expect(location.pathname).toBe(`/pl/introductions/${token}`);
    return look(location.searchParams.get('notice') ?? undefined);
  };
  return { deps, lead, look, press };
}

describe('the page after a button', () => {
  it('says that the acceptance is undone', async () => {
    const { press } = await recipientOf('introduced');
    await press('answer', { answer: 'accept' });
    const page = await press('undo');
    expect(page).toContain(notices.undone);
    expect(page).toContain('value="accept"');
  });

  it('says that it was too late to undo, and offers it no more', async () => {
    const { deps, press } = await recipientOf('introduced');
    await press('answer', { answer: 'accept' });
    deps.clock.pass(600);
    const page = await press('undo');
    expect(page).toContain(notices.undoTooLate);
    expect(page).not.toContain('/undo');
    const connected = await recipientOf('connected');
    expect(await connected.press('undo')).toContain(notices.undoTooLate);
  });

  it.each(['declined', 'withdrawn'] as const)('of a %s lead says that it changed nothing', async (status) => {
    const { press } = await recipientOf(status);
    expect(await press('undo')).toContain(notices.unchanged);
    expect(await press('answer', { answer: 'accept' })).toContain(notices.unchanged);
  });

  it('says no more than what holds after the first answer', async () => {
    const { press } = await recipientOf('introduced');
    const page = await press('answer', { answer: 'decline' });
    expect(page).toContain(answerTexts.pl.states.declined.heading);
    expect(page).not.toContain('role="status"');
  });
});

describe('a notice in the address', () => {
  it.each(['', 'other', '<script>', 'toString', 'undoTooLate', 'unchanged'])(
    'of an open introduction shows nothing that is not true: %j',
    async (notice) => {
      const { look } = await recipientOf('introduced');
      expect(await look(notice)).toBe(await look());
    },
  );
});

describe('the way to stop all mail', () => {
  it('is a link that the stop page knows, and changes nothing by itself', async () => {
    const { deps, lead, look } = await recipientOf('introduced');
    const [, token = ''] = /href="\/pl\/unsubscribe\/([^"]+)"/.exec(await look()) ?? [];
    expect(await deps.capabilities.read('stop', decodeURIComponent(token))).toMatchObject({
      leadId: lead.id,
    });
    expect(await deps.store.lead(lead.id)).toEqual(lead);
  });
});
