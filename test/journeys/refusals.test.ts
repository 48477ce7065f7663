import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { caller, eventually, faultsOf, inbox, submitTo, tokenOf, workshopForm } from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-refusals-'));
let puente: LocalPuente;

beforeAll(async () => {
  puente = await startLocal({ dataDir, demo: true, environment: {} });
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const submit = (body: unknown, headers?: Record<string, string>) => submitTo(puente, body, headers);

describe('a form with faults', () => {
  it('is told every fault at once, in the sender’s language', async () => {
    const form = workshopForm({
      language: 'pl',
      company: {
        name: 'Zakład\r\nBcc: victim@else.example',
        country: 'PE',
        taxId: '20999990004',
        sectors: [{ scheme: 'ciiu4', code: '9999' }],
      },
      contact: { name: 'x', email: 'nobody' },
      intent: 'steal',
      sought: { description: ' ' },
      consent: { version: '1', contactByEmail: false, shareOnAcceptance: true },
    });
    const { answer, problem } = await submit(form);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(faultsOf(problem)).toEqual([
      'company.name: controlCharacters',
      'company.sectors.0.code: unknownSector',
      'company.taxId: invalidTaxId',
      'consent.contactByEmail: consentRequired',
      'contact.email: invalidEmail',
      'intent: unsupportedValue',
      'sought.description: required',
    ]);
    expect(problem?.errors?.find(({ path }) => path === 'contact.email')?.message).toBe(
      'To nie jest poprawny adres e-mail.',
    );
  });

  it.each([
    ['nothing at all', {}, 422],
    ['a list', [], 422],
    ['null', 'null', 422],
    ['half a JSON', '{"language":', 400],
    ['wrong types', { language: 1, company: 'x', contact: [], intent: null, sought: 7, consent: 'yes' }, 422],
  ])('%s is refused without a 500', async (_name, body, status) => {
    const { answer, problem } = await submit(body);
    expect(answer.status).toBe(status);
    expect(problem).toMatchObject({ status });
  });

  it('is refused in another encoding than UTF-8, and taken with a byte order mark', async () => {
    const post = (body: Uint8Array<ArrayBuffer>) =>
      fetch(new URL('/api/interests', puente.baseUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const form = JSON.stringify(workshopForm());
    expect((await post(Uint8Array.from(Buffer.from(form, 'latin1')))).status).toBe(400);
    expect((await post(Uint8Array.from(Buffer.from(`\ufeff${form}`)))).status).toBe(202);
  });

  it('that is empty is asked for every field, not for groups of fields', async () => {
    const { problem } = await submit({});
    expect(faultsOf(problem)).toContain('contact.email: required');
    expect(faultsOf(problem)).toContain('company.name: required');
    expect(faultsOf(problem)).toContain('sought.description: required');
    expect(faultsOf(problem)).toContain('consent.contactByEmail: consentRequired');
  });

  it('takes 64 kB and not a byte more', async () => {
    const padded = (sizeBytes: number) => {
      const form = JSON.stringify({ ...workshopForm(), padding: '' });
      return form.replace('"padding":""', `"padding":"${'x'.repeat(sizeBytes - Buffer.byteLength(form))}"`);
    };
    expect((await submit(padded(64 * 1024))).answer.status).toBe(202);
    expect((await submit(padded(64 * 1024 + 1))).answer.status).toBe(413);
  });

  it('is refused when it is neither JSON nor a form', async () => {
    const { answer } = await submit('<form/>', { 'content-type': 'text/xml' });
    expect(answer.status).toBe(415);
  });

  it('comes back to a browser with what was typed, and with the faults', async () => {
    const fields = new URLSearchParams({
      language: 'es',
      'company.name': 'Talleres <b>Misti</b>',
      'company.country': 'PE',
      'contact.email': 'compras@misti',
    });
    const { answer } = await submit(fields, { accept: 'text/html' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Talleres &lt;b>Misti&lt;/b>');
    expect(answer.text).not.toContain('<b>Misti');
    expect(answer.text).toContain('No es una dirección de correo válida.');
  });

  it('stores nothing and writes nobody', async () => {
    const [refused, taken] = ['refused@misti.example', 'taken@misti.example'];
    const of = (email: string) => workshopForm({ contact: { name: 'Lucía Quispe', email } });
    expect((await submit({ ...of(refused), intent: 'steal' })).answer.status).toBe(422);
    expect((await submit(of(taken))).answer.status).toBe(202);
    await inbox(puente).mail(taken, /confirm=1/);
    expect(filesWith(taken)).not.toEqual([]);
    expect(filesWith(refused)).toEqual([]);
  });
});

/** The files of the data directory that hold `text`. */
function filesWith(text: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

describe('the same form twice', () => {
  it('with one key is one interest and one mail; with another body it is a conflict', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const form = workshopForm({ contact: { name: 'Ana', email: 'ana@doble.example' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(form, key)));
    const ids = answers.map(({ answer }) => answer.json<{ id: string }>().id);
    expect(new Set(ids).size).toBe(1);
    expect((await submit({ ...form, intent: 'learn' }, key)).answer.status).toBe(409);
    await inbox(puente).mail('ana@doble.example', /confirm=1/);
    expect(await inbox(puente).to('ana@doble.example')).toHaveLength(1);
  });

  it('needs a real UUID as its key', async () => {
    const { answer, problem } = await submit(workshopForm(), { 'idempotency-key': 'mine' });
    expect(answer.status).toBe(422);
    expect(faultsOf(problem)).toEqual(['Idempotency-Key: invalidUuid']);
  });

  it('posted by a double click, without JavaScript, is one interest', async () => {
    const fields = new URLSearchParams({
      language: 'es',
      'company.name': 'Doble Clic SAC',
      'company.country': 'PE',
      'contact.name': 'Rosa',
      'contact.email': 'rosa@doble.example',
      intent: 'buy',
      'sought.description': 'Buscamos segadoras.',
      'sought.sectors.scheme': 'nace21',
      'sought.sectors.code': '28.30',
      'consent.version': '2026-11',
      'consent.contactByEmail': 'on',
      'consent.shareOnAcceptance': 'on',
    });
    const browser = { accept: 'text/html' };
    const [first, second] = await Promise.all([submit(fields, browser), submit(fields, browser)]);
    expect(first.answer.status).toBe(303);
    expect(second.answer.headers.get('location')).toBe(first.answer.headers.get('location'));
    const program = await submit(fields);
    expect(program.answer.status).toBe(202);
    const { statusUrl } = program.answer.json<{ statusUrl: string }>();
    expect(statusUrl.endsWith(first.answer.headers.get('location') ?? 'nowhere')).toBe(true);
  });
});

describe('keys and links that do not fit', () => {
  it('a wrong key is the same 404 as a wrong id', async () => {
    const { answer } = await submit(workshopForm());
    const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
    const key = new URL(statusUrl).searchParams.get('key') ?? '';
    const person = caller(puente);
    const refusals = await Promise.all([
      person.get(`/api/interests/${id}?key=wrong`),
      person.get(`/api/interests/${id}`),
      person.get(`/api/interests/${randomUUID()}?key=${key}`),
      person.post(`/api/interests/${id}/confirm`, { key: 'wrong' }),
      person.post(`/api/interests/${randomUUID()}/withdraw`, { key }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(refusals.map(({ text }) => text)).size).toBe(1);
  });

  it('a page in a language that Puente does not speak is not there', async () => {
    const { answer } = await submit(workshopForm());
    const { statusUrl } = answer.json<{ statusUrl: string }>();
    const person = caller(puente);
    expect((await person.get(statusUrl)).status).toBe(200);
    expect((await person.get(statusUrl.replace('/es/', '/qu/'))).status).toBe(404);
  });

  it.each(['introductions', 'unsubscribe'])('a made-up link of /%s/ opens nothing', async (kind) => {
    const person = caller(puente);
    const page = await person.get(`/pl/${kind}/made.up`, { accept: 'text/html' });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    const answer =
      kind === 'introductions' ? '/api/introductions/made.up/answer' : '/api/unsubscribe/made.up';
    expect((await person.post(answer, { answer: 'accept' })).status).toBe(404);
  });

  it.each(['status=nonsense', 'limit=0', 'limit=1000', 'cursor=AAAA', 'cluster=%00'])(
    'a list with %s is refused',
    async (query) => {
      const token = await tokenOf(puente, 'k@klaster.example', [
        'coordinator',
        'cluster:klaster-obrobki-metali',
      ]);
      const desk = caller(puente, { authorization: `Bearer ${token}` });
      expect((await desk.get(`/api/leads?${query}`)).status).toBe(422);
    },
  );

  it.each([['admin'], ['office'], ['cluster:klaster-obrobki-metali']])(
    '%s alone may not see leads',
    async (group) => {
      const token = await tokenOf(puente, 'somebody@else.example', [group]);
      expect((await caller(puente, { authorization: `Bearer ${token}` }).get('/api/leads')).status).toBe(403);
    },
  );
});

describe('somebody who changes his mind', () => {
  it('withdraws; confirming afterwards is a conflict that tells the state', async () => {
    const { answer } = await submit(workshopForm({ contact: { name: 'Eva', email: 'eva@retiro.example' } }));
    const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
    const key = new URL(statusUrl).searchParams.get('key');
    const person = caller(puente);
    expect((await person.post(`/api/interests/${id}/withdraw`, { key })).status).toBe(200);
    expect((await person.post(`/api/interests/${id}/withdraw`, { key })).status).toBe(200);
    const late = await person.post(`/api/interests/${id}/confirm`, { key });
    expect(late.status).toBe(409);
    expect(late.json()).toMatchObject({ state: 'withdrawn' });
  });

  it('stops all mail with one click of the mail client, and is not written to again', async () => {
    const desk = caller(puente, {
      authorization: `Bearer ${await tokenOf(puente, 'k@k.example', ['coordinator', 'cluster:klaster-obrobki-metali'])}`,
    });
    const form = (email: string) =>
      workshopForm({
        contact: { name: 'Eva', email },
        sought: { description: 'Implantes', sectors: [{ scheme: 'pkd2025', code: '32.50.B' }] },
      });
    const introduce = async (email: string) => {
      const { answer } = await submit(form(email));
      const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
      const key = new URL(statusUrl).searchParams.get('key');
      await caller(puente).post(`/api/interests/${id}/confirm`, { key });
      const lead = await eventually('a proposed lead', async () => {
        const page = await desk.get('/api/leads?status=proposed&limit=100');
        const { items } = page.json<{ items: { id: string; interest: { id: string } }[] }>();
        return items.find(({ interest }) => interest.id === id);
      });
      expect((await desk.post(`/api/leads/${lead.id}/decision`, { decision: 'approve' })).status).toBe(200);
      return lead.id;
    };
    await introduce('eva-1@implantes.example');
    const mail = await inbox(puente).mail('eksport@chm.example', /introductions/);
    const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const address = header.replace(/[<>]/g, '');
    expect((await caller(puente).post(address, oneClick)).status).toBe(200);
    expect((await caller(puente).post(address, oneClick)).status).toBe(200);

    const { answer } = await submit(form('eva-2@implantes.example'));
    const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
    const key = new URL(statusUrl).searchParams.get('key');
    await caller(puente).post(`/api/interests/${id}/confirm`, { key });
    await eventually('the match', async () => {
      const view = (await caller(puente).get(`/api/interests/${id}?key=${key}`)).json<{ status: string }>();
      return view.status === 'matched' ? true : undefined;
    });
    expect((await desk.get(`/api/leads/${id}.chm`)).status).toBe(404);
    expect(await inbox(puente).to('eksport@chm.example')).toHaveLength(1);
  });
});

describe('the log', () => {
  it('holds no address and no name of anybody', () => {
    const log = readFileSync(join(dataDir, 'puente.log'), 'utf8');
    expect(log).toContain('interest submitted');
    for (const personal of ['@', 'Lucía', 'Quispe', 'Misti', 'segadoras'])
      expect(log).not.toContain(personal);
  });
});
