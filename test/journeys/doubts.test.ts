import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { storeIn } from '../../shared/adapters/clients.ts';
import type { AuditPage } from '../../shared/contracts/http/audit-view.ts';
import type { MailPage } from '../../shared/contracts/http/mail-view.ts';
import { EmailAddress } from '../../shared/domain/email-address.ts';
import type { Change, Store } from '../../shared/domain/ports.ts';
import { memberIdOf } from '../builders/ids.ts';
import { interestForm, interestIn } from '../builders/interest.ts';
import { leadIn } from '../builders/lead.ts';
import { breaker } from '../builders/marks.ts';
import { outboxEntryIn } from '../builders/outbox.ts';
import { caller, eventually, inbox, tokenOf } from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-doubts-'));
let puente: LocalPuente;
let store: Store;
let token: string;

beforeAll(async () => {
  puente = await startLocal({ dataDir, demo: true, environment: { PUENTE_SWEEP_SECONDS: '0.2' } });
  store = storeIn(puente.plan.tables[0]?.name ?? '');
  token = await tokenOf(puente, 'admin@puente.example', ['admin']);
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const desk = () => caller(puente, { authorization: `Bearer ${token}` });

let submitters = 0;

/** An introduction to SaMASZ whose attempt broke off, with its lead and interest, as a crash leaves them. */
async function stuck(status: 'unknown' | 'failed') {
  submitters += 1;
  // Of another submitter each time: the same two are introduced to each other once in 90 days.
  const email = new EmailAddress(`compras-${submitters}@misti.example`);
  const interest = interestIn('matched', {
    form: interestForm({ contact: { name: 'Lucía Quispe', email } }),
  });
  const approved = leadIn('approved', {}, { interest });
  const undeliverable = leadIn('undeliverable', { cause: 'refused' }, { interest });
  const entry =
    status === 'unknown'
      ? outboxEntryIn('unknown', {}, approved)
      : outboxEntryIn('failed', { failure: 'rejected' }, approved);
  const changes: Change[] = [
    { create: 'INTEREST', record: interest },
    { create: 'LEAD', record: status === 'unknown' ? approved : undeliverable },
    { create: 'OUTBOX', record: entry },
  ];
  expect(await store.commit(changes)).toEqual({ ok: true });
  return { entry, leadId: approved.id };
}

const listed = async (status: string) =>
  (await desk().get(`/api/mails?status=${status}&limit=100`)).json<MailPage>().items;
const listedOnce = (id: string, status: string) =>
  eventually(`${id} in the list`, async () => (await listed(status)).find((mail) => mail.id === id));
const resolution = (id: string) => `/api/mails/${encodeURIComponent(id)}/resolution`;
const mailsToSamasz = async () => (await inbox(puente).to('eksport@samasz.example')).length;
const leadStatus = (leadId: Parameters<Store['lead']>[0], status: string) =>
  eventually(`a lead that is ${status}`, async () => {
    const lead = await store.lead(leadId);
    return lead?.status === status ? lead : undefined;
  });

const operate = (...parameters: string[]) => run('operate', parameters);

async function run(command: 'operate' | 'redrive', parameters: string[], own: Record<string, string> = {}) {
  const module = fileURLToPath(new URL(`../../local/commands/${command}.ts`, import.meta.url));
  const settings = { PUENTE_URL: puente.baseUrl, PUENTE_TOKEN: token, PUENTE_DATA: dataDir, ...own };
  const child = spawn(process.execPath, ['--import', 'tsx', module, ...parameters], {
    env: { ...process.env, ...settings },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'close');
  const [stdout, stderr] = await output;
  return { status, stdout, stderr };
}

describe('what an operator sees and decides', () => {
  it.each([['coordinator', 'cluster:klaster-obrobki-metali'], ['office'], ['cluster:admin']])(
    'is closed to %s, and to whoever is not signed in',
    async (...groups) => {
      const other = await tokenOf(puente, 'somebody@else.example', groups);
      const { entry } = await stuck('unknown');
      const statusesOf = async (person: ReturnType<typeof caller>) => {
        const answers = await Promise.all([
          person.get('/api/mails'),
          person.post(resolution(entry.id), { as: 'again', note: 'x' }),
          person.get('/api/sending'),
          person.post('/api/sending', { close: true, note: 'x' }),
          person.get('/api/audit'),
        ]);
        return answers.map(({ status }) => status);
      };
      expect(await statusesOf(caller(puente, { authorization: `Bearer ${other}` }))).toEqual(
        Array(5).fill(403),
      );
      expect(await statusesOf(caller(puente))).toEqual(Array(5).fill(401));
      expect(await store.outboxEntry(entry.id)).toMatchObject({ status: 'unknown' });
    },
  );

  it('a doubtful mail that did arrive introduces its lead, and is sent to nobody', async () => {
    const { entry, leadId } = await stuck('unknown');
    const before = await mailsToSamasz();
    const shown = await listedOnce(entry.id, 'unknown');
    expect(shown).toMatchObject({ recipient: { companyName: 'SaMASZ' }, allowed: ['sent', 'again'] });
    expect(JSON.stringify(shown)).not.toContain('@');
    const body = { as: 'sent', note: 'Zadzwonili, że przyszło.', revision: shown.revision };
    for (const _time of ['first', 'second'])
      expect((await desk().post(resolution(entry.id), body)).json()).toEqual({
        id: entry.id,
        status: 'sent',
      });
    await leadStatus(leadId, 'introduced');
    const audit = await desk().get(`/api/audit?subject=${encodeURIComponent(entry.id)}`);
    expect(audit.json<AuditPage>().items).toMatchObject([{ act: 'sentAttested', note: body.note }]);
    const other = await desk().post(resolution(entry.id), { as: 'again', note: 'x' });
    expect([other.status, other.json<{ state: string }>().state]).toEqual([409, 'sent']);
    expect(await mailsToSamasz()).toBe(before);
  });

  it.each(['unknown', 'failed'] as const)('a mail that is %s goes out again, once', async (status) => {
    const { entry, leadId } = await stuck(status);
    const before = await mailsToSamasz();
    await listedOnce(entry.id, status);
    const answer = await operate('again', entry.id, '--note', 'They called: nothing came.');
    expect(answer).toMatchObject({ status: 0, stdout: `${entry.id} is now queued.\n` });
    await leadStatus(leadId, 'introduced');
    expect(await mailsToSamasz()).toBe(before + 1);
    expect(await store.outboxEntry(entry.id)).toMatchObject({
      status: 'sent',
      messageId: expect.any(String),
    });
  });

  it('a member that takes its consent back is not written to, whatever an operator wants', async () => {
    const samasz = await store.member(memberIdOf('samasz'));
    if (samasz?.consent === undefined) throw new Error('the demo member consents');
    const { entry } = await stuck('unknown');
    const silent = { ...samasz, consent: { ...samasz.consent, contactByEmail: false } };
    await store.commit([{ mark: 'MEMBER', record: silent }]);
    const before = await mailsToSamasz();
    expect((await desk().post(resolution(entry.id), { as: 'again', note: 'x' })).status).toBe(200);
    const shown = await listedOnce(entry.id, 'failed');
    expect(shown).toMatchObject({ failure: 'noConsent', allowed: [], leadStatus: 'undeliverable' });
    await store.commit([{ mark: 'MEMBER', record: samasz }]);
    const forced = await desk().post(resolution(entry.id), { as: 'again', note: 'now he does' });
    expect([forced.status, forced.text]).toEqual([409, expect.stringContaining('neverAgain')]);
    expect(await mailsToSamasz()).toBe(before);
  });
});

describe('npm run operate', () => {
  it('lists what waits for a person, and what people did', async () => {
    const { entry } = await stuck('unknown');
    await listedOnce(entry.id, 'unknown');
    const doubts = await operate('doubts');
    expect(doubts.stdout).toContain(`${entry.id}\n  introduction to SaMASZ (member); lead approved; cluster`);
    expect(doubts.stdout).toContain(`attempt ${entry.status === 'unknown' ? entry.attemptId : ''} at`);
    expect(doubts.stdout).not.toContain('@');
    expect(await operate('sent', entry.id, '--note', 'It is there.')).toMatchObject({ status: 0 });
    expect((await operate('audit', entry.id)).stdout).toMatch(
      /sentAttested.*\n.*was unknown.*\n {2}It is there/,
    );
    expect((await operate('failed')).stdout).toContain('never sent again');
  });

  it('shows why sending is paused, and closes the breaker', async () => {
    await store.commit([{ mark: 'BREAKER', record: breaker({ because: 'accountPaused' }) }]);
    expect((await operate('sending')).stdout).toMatch(/^Sending is paused since \S+ \(accountPaused\)\.\n$/);
    expect((await operate('close', '--note', 'AWS closed the case.')).stdout).toMatch(/^Mail is sent since/);
    expect((await operate('audit', 'BREAKER')).stdout).toContain('was open accountPaused');
  });

  it('says in words what is wrong', async () => {
    const ghost = outboxEntryIn('unknown').id;
    expect(await operate('again', ghost, '--note', 'x')).toMatchObject({
      status: 1,
      stderr: 'There is no such mail.\n',
    });
    expect(await operate('again', ghost)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--note says why'),
    });
    expect(await operate('again', ghost, '--note', 'x'.repeat(501))).toMatchObject({
      status: 1,
      stderr: 'Puente refuses this:\n  note: This is too long: 500 characters at most.\n',
    });
    const refused = (own: Record<string, string>) => run('operate', ['doubts'], own);
    expect((await refused({ PUENTE_TOKEN: '' })).stderr).toContain('PUENTE_TOKEN is not set');
    expect((await refused({ PUENTE_TOKEN: 'old' })).stderr).toContain('has run out');
    const office = await tokenOf(puente, 'office@else.example', ['office']);
    expect((await refused({ PUENTE_TOKEN: office })).stderr).toContain('it takes the role admin');
    expect((await refused({ PUENTE_URL: 'http://127.0.0.1:9/' })).stderr).toContain('Nothing answers at');
    expect((await refused({ PUENTE_URL: puente.mailUrl })).stderr).toMatch(/is no Puente|no such mail/);
    expect(await operate('forget')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });
});

it('npm run redrive finds the queues of a Puente that runs', async () => {
  for (const queue of ['mail', 'match', 'index'])
    expect(await run('redrive', [queue])).toMatchObject({
      status: 0,
      stdout: `puente-local-${queue}: 0 set aside, 0 moved back\n`,
    });
});

it('the log names no address, no company and no note', () => {
  const log = readFileSync(join(dataDir, 'puente.log'), 'utf8');
  expect(log).toContain('mail resolved by a person');
  for (const personal of ['@', 'SaMASZ', 'przyszło', 'nothing came']) expect(log).not.toContain(personal);
});
