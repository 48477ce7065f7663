import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { caller, eventually, headerOf, inbox, linkIn, tokenOf, workshopForm } from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-reminders-'));
let puente: LocalPuente;

/** Reminders after 3 and 12 of 30 seconds, so that a slow machine still finds each in its time. */
const environment = {
  PUENTE_ANSWER_SECONDS: '30',
  PUENTE_REMINDER_FIRST_SECONDS: '3',
  PUENTE_REMINDER_SECOND_SECONDS: '12',
  PUENTE_REVIEW_SECONDS: '2',
  PUENTE_SWEEP_SECONDS: '1',
};

beforeAll(async () => {
  puente = await startLocal({ dataDir, demo: true, environment });
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Item {
  readonly id: string;
  readonly member: { readonly id: string };
}

describe('an introduction that is not answered at once', () => {
  it('is reminded of twice under the same address, and its answer ends the request’s wait', async () => {
    const company = caller(puente);
    const submitted = await company.post('/api/interests', workshopForm());
    const { id, statusUrl } = submitted.json<{ id: string; statusUrl: string }>();
    await company.post(`/api/interests/${id}/confirm`, { key: new URL(statusUrl).searchParams.get('key') });

    const groups = ['coordinator', 'cluster:klaster-obrobki-metali'];
    const token = await tokenOf(puente, 'koordynator@klaster.example', groups);
    const desk = caller(puente, { authorization: `Bearer ${token}` });
    const leads = await eventually('proposed leads', async () => {
      const { items } = (await desk.get('/api/leads?status=proposed')).json<{ items: Item[] }>();
      return items.length > 0 ? items : undefined;
    });
    for (const lead of leads) {
      const body =
        lead.member.id === 'samasz'
          ? { decision: 'approve' }
          : { decision: 'reject', reasonCode: 'notSuitable' };
      expect((await desk.post(`/api/leads/${lead.id}/decision`, body)).status).toBe(200);
    }

    const mails = inbox(puente);
    const introduction = await mails.mail('eksport@samasz.example', /Zapytanie z Peru/);
    const answerUrl = linkIn(introduction, /introductions/);
    for (const words of [/przypomnimy jeszcze raz/, /To ostatnie przypomnienie/]) {
      const reminder = await mails.mail('eksport@samasz.example', words);
      expect(linkIn(reminder, /introductions/).href).toBe(answerUrl.href);
      expect(headerOf(reminder, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(headerOf(reminder, 'list-unsubscribe')).toBe(headerOf(introduction, 'list-unsubscribe'));
    }

    const answer = `/api/introductions/${answerUrl.pathname.split('/').at(-1)}/answer`;
    expect((await company.post(answer, { answer: 'decline', reasonCode: 'noCapacity' })).status).toBe(200);
    const end = await mails.mail('compras@misti.example', /Por ahora, ninguna empresa/);
    expect(linkIn(end, /interests/).href).toContain(id);
    expect(await mails.to('eksport@samasz.example')).toHaveLength(3);
  }, 60_000);
});
