import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import {
  type Addresses,
  caller,
  eventually,
  headerOf,
  inbox,
  linkIn,
  tokenOf,
  workshopForm,
} from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-story-'));
const undoSeconds = 2;
let puente: LocalPuente;
let addresses: Addresses;

beforeAll(async () => {
  puente = await startLocal({
    dataDir,
    demo: true,
    environment: { PUENTE_UNDO_SECONDS: String(undoSeconds), PUENTE_SWEEP_SECONDS: '1' },
  });
  addresses = puente;
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const metal = ['coordinator', 'cluster:klaster-obrobki-metali'];
const arequipa = ['coordinator', 'cluster:conglomerado-ficticio-arequipa'];

async function coordinator(groups: string[]) {
  const token = await tokenOf(addresses, 'koordynator@klaster.example', groups);
  return caller(addresses, { authorization: `Bearer ${token}`, 'accept-language': 'pl' });
}

interface View {
  id: string;
  status: string;
  leads: { status: string; member?: { name: string } }[];
}
interface LeadItem {
  id: string;
  status: string;
  score: number;
  clusterId: string;
  deadlineAt: string;
  member: { id: string; name: string };
  reasons: { code: string; text: string }[];
  interest: Record<string, unknown>;
}

/** What a browser sends with a form post. */
const browser = { accept: 'text/html,application/xhtml+xml' };

/** Submits, and confirms by the button that the mail leads to. */
async function submitAndConfirm(form: ReturnType<typeof workshopForm>): Promise<URL> {
  const company = caller(addresses);
  const submitted = await company.post('/api/interests', form);
  expect(submitted.status).toBe(202);
  const { id, statusUrl: address } = submitted.json<{ id: string; statusUrl: string }>();
  const statusUrl = new URL(address);
  expect((await company.get(statusUrl.href)).status).toBe(200);

  const mail = await inbox(addresses).mail(form.contact.email, /confirm=1/);
  const button = linkIn(mail, /confirm=1/);
  const page = await company.get(button.href);
  expect(page.text).toContain(`/api/interests/${id}/confirm`);
  const key = button.searchParams.get('key');
  const pressed = await company.post(
    `/api/interests/${id}/confirm`,
    new URLSearchParams({ key: key ?? '', language: form.language }),
    browser,
  );
  expect(pressed.status).toBe(303);
  return statusUrl;
}

async function statusOf(statusUrl: URL): Promise<View> {
  const id = statusUrl.pathname.split('/').at(-1);
  return (await caller(addresses).get(`/api/interests/${id}${statusUrl.search}`)).json<View>();
}

async function proposedLeads(groups: string[], interestId: string): Promise<LeadItem[]> {
  const desk = await coordinator(groups);
  return eventually('proposed leads', async () => {
    const page = await desk.get('/api/leads?status=proposed&limit=100');
    const own = page
      .json<{ items: LeadItem[] }>()
      .items.filter(({ interest }) => interest['id'] === interestId);
    return own.length > 0 ? own : undefined;
  });
}

describe('a workshop in Arequipa finds a maker of farm machinery in Podlaskie', () => {
  const form = workshopForm();
  let statusUrl: URL;
  let lead: LeadItem;
  let introduction: URL;

  it('submits in Spanish, and confirms with one press', async () => {
    statusUrl = await submitAndConfirm(form);
    await eventually('the match', async () =>
      (await statusOf(statusUrl)).status === 'matched' ? true : undefined,
    );
  });

  it('SaMASZ ranks first, with a reason that the coordinator can check', async () => {
    const leads = await proposedLeads(metal, (await statusOf(statusUrl)).id);
    const [best] = leads.sort((a, b) => b.score - a.score);
    if (best === undefined) throw new Error('at least one lead');
    lead = best;
    expect(lead).toMatchObject({
      member: { id: 'samasz', name: 'SaMASZ' },
      clusterId: 'klaster-obrobki-metali',
    });
    expect(lead.reasons[0]?.text).toContain('28.30');
    expect(lead.reasons[0]?.text).toContain('PKD\u00a02025\u00a028.30.Z');
    expect(Date.parse(lead.deadlineAt)).toBeGreaterThan(Date.now());
  });

  it('a coordinator of another cluster, and anybody without a token, sees nothing', async () => {
    const other = await coordinator(arequipa);
    expect((await other.get('/api/leads')).json()).toEqual({ items: [] });
    expect((await other.get(`/api/leads/${lead.id}`)).status).toBe(404);
    expect((await other.post(`/api/leads/${lead.id}/decision`, { decision: 'approve' })).status).toBe(404);
    expect((await caller(addresses).get('/api/leads')).status).toBe(401);
    const forged = caller(addresses, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' });
    expect((await forged.get('/api/leads')).status).toBe(401);
  });

  it('the coordinator approves, once', async () => {
    const desk = await coordinator(metal);
    expect((await desk.post(`/api/leads/${lead.id}/decision`, { decision: 'approve' })).status).toBe(200);
    const again = await desk.post(`/api/leads/${lead.id}/decision`, {
      decision: 'reject',
      reasonCode: 'other',
    });
    expect(again.status).toBe(409);
    expect(again.json()).toMatchObject({ status: 409 });
  });

  it('SaMASZ gets the introduction in Polish, without the submitter’s contact data', async () => {
    const mail = await inbox(addresses).mail('eksport@samasz.example', /introductions/);
    const words = `${mail.subject}\n${mail.text}\n${mail.html}`;
    expect(words).toContain('Talleres Misti SAC');
    for (const secret of ['compras@misti.example', 'Quispe', '123456', 'misti.example', '20999990003']) {
      expect(words).not.toContain(secret);
    }
    expect(mail.html).toContain('lang="pl"');
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(mail, 'List-Unsubscribe')).toMatch(/^<https?:\/\/[^>]+\/api\/unsubscribe\/[^>]+>$/);
    introduction = linkIn(mail, /\/pl\/introductions\//);
  });

  it('looking at the answer page, however often, changes nothing', async () => {
    const recipient = caller(addresses);
    const token = introduction.pathname.split('/').at(-1);
    const looks = Array.from({ length: 50 }, (_, turn) =>
      turn % 2 === 0 ? recipient.get(introduction.href) : recipient.head(`/api/introductions/${token}`),
    );
    for (const { status } of await Promise.all(looks)) expect(status).toBe(200);
    expect((await recipient.get(`/api/introductions/${token}`)).json()).toMatchObject({ state: 'open' });
  });

  it('it accepts, undoes, accepts again; then both sides get each other’s contacts in their own language', async () => {
    const recipient = caller(addresses);
    const token = introduction.pathname.split('/').at(-1);
    const answer = `/api/introductions/${token}/answer`;
    expect((await recipient.post(answer, { answer: 'accept' })).status).toBe(200);
    expect((await recipient.post(`/api/introductions/${token}/undo`)).status).toBe(200);
    const byForm = new URLSearchParams({ answer: 'accept', language: 'pl' });
    expect((await recipient.post(answer, byForm, browser)).status).toBe(303);
    expect((await recipient.post(answer, { answer: 'accept' })).status).toBe(200);
    expect((await recipient.post(answer, { answer: 'decline' })).status).toBe(409);

    const [toSubmitter, toMember] = await Promise.all([
      inbox(addresses).mail('compras@misti.example', /eksport@samasz\.example/),
      inbox(addresses).mail('eksport@samasz.example', /compras@misti\.example/),
    ]);
    expect(toSubmitter.html).toContain('lang="es"');
    expect(toMember.html).toContain('lang="pl"');
    expect(toMember.text).toContain('Lucía Quispe');
    expect(headerOf(toMember, 'Reply-To')).toContain('compras@misti.example');
    expect((await recipient.post(`/api/introductions/${token}/undo`)).status).toBe(409);
  });

  it('the status page tells the submitter, and names SaMASZ only now', async () => {
    const view = await statusOf(statusUrl);
    expect(view.leads).toContainEqual(
      expect.objectContaining({ status: 'connected', member: { name: 'SaMASZ' } }),
    );
    const page = await caller(addresses).get(statusUrl.href, { accept: 'text/html' });
    expect(page.text).toContain('SaMASZ');
  });

  it('nobody was written to twice', async () => {
    const subjects = (await inbox(addresses).all()).map((mail) => `${mail.to?.[0]?.address} ${mail.subject}`);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

describe('a firm of Podlaskie finds an exporter in Arequipa', () => {
  it('is introduced in Spanish and declined kindly', async () => {
    const form = workshopForm({
      language: 'pl',
      company: { name: 'Przetwórnia Narew sp. z o.o.', country: 'PL', region: 'Podlaskie' },
      contact: { name: 'Jan Kowalczyk', email: 'zakupy@narew.example' },
      sought: {
        description: 'Szukamy dostawcy suszonej papryki w strąkach.',
        sectors: [{ scheme: 'pkd2025', code: '01.28.Z' }],
        certificates: [],
        languages: ['pl', 'en'],
      },
      targetRegion: 'Arequipa',
    });
    const statusUrl = await submitAndConfirm(form);
    const leads = await eventually('the match', async () => {
      const view = await statusOf(statusUrl);
      return view.status === 'matched' ? proposedLeads(arequipa, view.id) : undefined;
    });
    const [lead] = leads.sort((a, b) => b.score - a.score);
    expect(lead?.member.id).toBe('paprika-ficticia');
    const desk = await coordinator(arequipa);
    await desk.post(`/api/leads/${lead?.id}/decision`, { decision: 'approve' });

    const mail = await inbox(addresses).mail('exportaciones@paprika-ficticia.example', /introductions/);
    expect(mail.html).toContain('lang="es"');
    const token = linkIn(mail, /\/es\/introductions\//)
      .pathname.split('/')
      .at(-1);
    const declined = { answer: 'decline', reasonCode: 'noCapacity' };
    expect((await caller(addresses).post(`/api/introductions/${token}/answer`, declined)).status).toBe(200);
    const view = await statusOf(statusUrl);
    expect(view.leads.map(({ status }) => status)).toContain('declined');
    await inbox(addresses).mail('zakupy@narew.example', /interests/);
  });
});
