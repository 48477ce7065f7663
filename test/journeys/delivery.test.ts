import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../local/start-local.ts';
import { storeIn } from '../../shared/adapters/clients.ts';
import { EmailAddress } from '../../shared/domain/email-address.ts';
import { type InterestId, leadIdSchema, memberIdSchema } from '../../shared/domain/ids.ts';
import type { OutboxEntry } from '../../shared/domain/outbox.ts';
import { introductionIdOf, outboxIdOf } from '../../shared/domain/outbox.ts';
import type { Store } from '../../shared/domain/ports.ts';
import { caller, eventually, inbox, submitTo, tokenOf, workshopForm } from './puente.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-delivery-'));
let puente: LocalPuente;

beforeAll(async () => {
  puente = await startLocal({ dataDir, demo: true, environment: {} });
}, 30_000);

afterAll(async () => {
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What lies in the table: no page shows it. */
function table(): Store {
  return storeIn(puente.plan.tables[0]?.name ?? '');
}

async function desk() {
  const groups = ['coordinator', 'cluster:klaster-obrobki-metali'];
  const token = await tokenOf(puente, 'koordynator@klaster.example', groups);
  return caller(puente, { authorization: `Bearer ${token}` });
}

async function submitFrom(email: string) {
  // With a key of its own: the same form without one is the same interest.
  const form = workshopForm({ contact: { name: 'Lucía Quispe', email } });
  const { answer } = await submitTo(puente, form, { 'idempotency-key': randomUUID() });
  expect(answer.status).toBe(202);
  const { id, statusUrl } = answer.json<{ id: InterestId; statusUrl: string }>();
  return { id, key: new URL(statusUrl).searchParams.get('key') };
}

/** The confirmation mail of an interest, once `isThere` holds for it. */
function confirmation(id: InterestId, isThere: (entry: OutboxEntry) => boolean): Promise<OutboxEntry> {
  return eventually(`the confirmation mail of ${id}`, async () => {
    const entry = await table().outboxEntry(outboxIdOf(id, 'submitter', 'confirmation'));
    return entry !== undefined && isThere(entry) ? entry : undefined;
  });
}

const isSettled = ({ status }: OutboxEntry) => status === 'sent' || status === 'failed';
const rankOf = (entry: OutboxEntry | undefined) =>
  entry?.status === 'sent' ? entry.delivery?.rank : undefined;

/** Has a member's mail go to an address of the mailbox simulator. */
async function move(memberName: string, email: string): Promise<void> {
  const member = await table().member(memberIdSchema.parse(memberName));
  if (member === undefined) throw new Error(`no member ${memberName}`);
  const contact = { ...member.contact, email: new EmailAddress(email) };
  expect(await table().commit([{ mark: 'MEMBER', record: { ...member, contact } }])).toEqual({ ok: true });
}

/** Introduces a new interest to SaMASZ; gives the lead's id, and the interest with its key. */
async function introduce(submitter: string) {
  const { id, key } = await submitFrom(submitter);
  await caller(puente).post(`/api/interests/${id}/confirm`, { key });
  const leadId = `${id}.samasz`;
  const coordinator = await desk();
  await eventually('the proposed lead', async () =>
    (await coordinator.get(`/api/leads/${leadId}`)).status === 200 ? true : undefined,
  );
  expect((await coordinator.post(`/api/leads/${leadId}/decision`, { decision: 'approve' })).status).toBe(200);
  const introductionId = introductionIdOf(leadIdSchema.parse(leadId));
  const withRank = (rank: string) =>
    eventually(`an introduction that is ${rank}`, async () => {
      const entry = await table().outboxEntry(introductionId);
      return rankOf(entry) === rank ? entry : undefined;
    });
  const lead = async () =>
    (await coordinator.get(`/api/leads/${leadId}`)).json<{ status: string; cause?: string }>();
  return { id, key, withRank, lead };
}

describe('what becomes of a mail', () => {
  it('is known once it is delivered', async () => {
    const { id } = await submitFrom('compras@misti.example');
    expect(rankOf(await confirmation(id, (entry) => rankOf(entry) !== undefined))).toBe('delivered');
  });

  it('closes an address that nobody has: a second mail to it is not sent', async () => {
    const address = 'bounce+misti@simulator.amazonses.com';
    const first = await submitFrom(address);
    const bounced = await confirmation(first.id, (entry) => rankOf(entry) === 'bounced');
    expect(bounced).toMatchObject({ status: 'sent', delivery: { rank: 'bounced' } });

    const second = await submitFrom(address);
    const held = await confirmation(second.id, isSettled);
    expect(held).toMatchObject({ status: 'failed', failure: 'suppressed' });
    const accepted = puente.acceptedMails().filter(({ destinations }) => destinations.includes(address));
    expect(accepted).toHaveLength(1);
    expect(await inbox(puente).to(address)).toEqual([]);
  });

  it('is no reason to close an address when an automatic answer comes', async () => {
    const address = 'ooto+misti@simulator.amazonses.com';
    const first = await submitFrom(address);
    await confirmation(first.id, (entry) => rankOf(entry) === 'delivered');
    expect(await confirmation((await submitFrom(address)).id, isSettled)).toMatchObject({ status: 'sent' });
    expect((await inbox(puente).to(address)).length).toBeGreaterThan(0);
  });

  it('ends a lead whose introduction came back, and tells both who look at it', async () => {
    await move('samasz', 'bounce+samasz@simulator.amazonses.com');
    const { id, key, withRank, lead } = await introduce('ventas@bounced.example');
    await withRank('bounced');
    expect(await lead()).toMatchObject({ status: 'undeliverable', cause: 'bounced' });
    const view = (await caller(puente).get(`/api/interests/${id}?key=${key}`)).json<{ leads: unknown[] }>();
    expect(view.leads).toContainEqual(expect.objectContaining({ status: 'undeliverable' }));
  });

  it('leaves a lead to a recipient who called its introduction spam, and can still answer', async () => {
    const address = 'complaint+samasz@simulator.amazonses.com';
    await move('samasz', address);
    const { withRank, lead } = await introduce('ventas@complained.example');
    await withRank('complained');
    expect(await lead()).toMatchObject({ status: 'introduced' });
    const mail = await inbox(puente).mail(address, /introductions/);
    const token = /\/introductions\/(\S+)/.exec(mail.text ?? '')?.[1];
    const answer = await caller(puente).post(`/api/introductions/${token}/answer`, { answer: 'accept' });
    expect(answer.status).toBe(200);
    expect(await lead()).toMatchObject({ status: 'accepted' });
  });

  it('is logged without anybody’s address', () => {
    const log = readFileSync(join(dataDir, 'puente.log'), 'utf8');
    expect(log).toContain('delivery event');
    expect(log).not.toContain('@');
  });
});
