import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { caller, eventually, inbox, submitTo, tokenOf, workshopForm } from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-duplicates-'));
/** Long enough to be seen, short enough to be waited for. */
const pairAgainSeconds = 6;
let puente: LocalPuente;

beforeAll(async () => {
  puente = await startLocal({
    dataDir,
    demo: true,
    environment: { PUENTE_PAIR_AGAIN_SECONDS: String(pairAgainSeconds) },
  });
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Lead {
  readonly status: string;
  readonly duplicates?: readonly {
    readonly interestId: string;
    readonly evidence: readonly { by: string }[];
  }[];
  readonly heldBack?: { readonly leadId: string; readonly until: string };
}

async function desk() {
  const groups = ['coordinator', 'cluster:klaster-obrobki-metali'];
  const token = await tokenOf(puente, 'koordynator@klaster.example', groups);
  return caller(puente, { authorization: `Bearer ${token}`, 'accept-language': 'pl' });
}

/** Submits and confirms a form; the id of its lead with SaMASZ, once that is proposed. */
async function leadFor(form: unknown): Promise<{ readonly id: string; readonly leadId: string }> {
  const { answer } = await submitTo(puente, form);
  const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
  const key = new URL(statusUrl).searchParams.get('key');
  expect((await caller(puente).post(`/api/interests/${id}/confirm`, { key })).status).toBe(200);
  const leadId = `${id}.samasz`;
  const coordinator = await desk();
  await eventually('the lead', async () =>
    (await coordinator.get(`/api/leads/${leadId}`)).status === 200 ? true : undefined,
  );
  return { id, leadId };
}

const leadAt = async (leadId: string) => (await (await desk()).get(`/api/leads/${leadId}`)).json<Lead>();
const introductionsOf = async (name: string) =>
  (await inbox(puente).to('eksport@samasz.example')).filter(({ text }) => text?.includes(name)).length;
const approve = async (leadId: string) =>
  (await desk()).post(`/api/leads/${leadId}/decision`, { decision: 'approve' });

describe('a workshop that asks again', () => {
  // A firm of its own: against a deployment, every journey meets the same table.
  const name = 'Fundición Ubinas SAC';
  const first = workshopForm({
    company: { name, country: 'PE', taxId: '20999990011' },
    contact: { name: 'Rosa', email: 'compras@ubinas.example' },
  });
  const again = workshopForm({
    company: { name: 'FUNDICION UBINAS S.A.C.', country: 'PE', taxId: '20999990011' },
    contact: { name: 'Jorge', email: 'fundicionubinas@gmail.com' },
  });
  let introduced: { readonly id: string; readonly leadId: string };
  let second: { readonly id: string; readonly leadId: string };

  it('is flagged to the coordinator with what speaks for it, and is proposed all the same', async () => {
    introduced = await leadFor(first);
    expect(await leadAt(introduced.leadId)).not.toHaveProperty('duplicates');
    expect((await approve(introduced.leadId)).status).toBe(200);
    await eventually('the introduction', async () =>
      (await leadAt(introduced.leadId)).status === 'introduced' ? true : undefined,
    );
    second = await leadFor(again);
    const lead = await leadAt(second.leadId);
    expect(lead).toMatchObject({ status: 'proposed', heldBack: { leadId: introduced.leadId } });
    expect(lead.duplicates?.map(({ interestId }) => interestId)).toEqual([introduced.id]);
    expect(lead.duplicates?.[0]?.evidence.map(({ by }) => by)).toEqual(['taxId', 'name']);
  });

  it('is not introduced to the same member again before its time, and is then', async () => {
    const refused = await approve(second.leadId);
    expect(refused.status).toBe(409);
    const problem = refused.json<{ until: string; errors: { code: string }[] }>();
    expect(problem.errors.map(({ code }) => code)).toEqual(['heldBack']);
    expect(problem.until).toBe((await leadAt(second.leadId)).heldBack?.until);
    await pause(Date.parse(problem.until) - Date.now() + 50);
    expect((await approve(second.leadId)).status).toBe(200);
    await inbox(puente).mail('eksport@samasz.example', /FUNDICION UBINAS S\.A\.C\./);
    expect(await introductionsOf(name)).toBe(1);
  });
});

describe('the same form twice', () => {
  const form = workshopForm({ contact: { name: 'Eva', email: 'eva@doble.example' } });

  it('without a key is one interest with one mail; after its withdrawal it is a new one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => submitTo(puente, form)));
    const sent = answers.map(({ answer }) => answer.json<{ id: string; statusUrl: string }>());
    expect(answers.every(({ answer }) => answer.status === 202)).toBe(true);
    expect(new Set(sent.map(({ statusUrl }) => statusUrl)).size).toBe(1);
    await inbox(puente).mail('eva@doble.example', /confirm=1/);
    expect(await inbox(puente).to('eva@doble.example')).toHaveLength(1);

    const [{ id, statusUrl } = { id: '', statusUrl: 'http://none' }] = sent;
    const key = new URL(statusUrl).searchParams.get('key');
    await caller(puente).post(`/api/interests/${id}/withdraw`, { key });
    const { answer } = await submitTo(puente, form);
    expect(answer.json<{ id: string }>().id).not.toBe(id);
  });

  it('with two keys is two interests, as its sender says', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const { answer } = await submitTo(puente, form, { 'idempotency-key': randomUUID() });
        return answer.json<{ id: string }>().id;
      }),
    );
    expect(new Set(ids).size).toBe(2);
  });
});
