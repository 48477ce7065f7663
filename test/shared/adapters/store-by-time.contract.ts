import { expect, it } from 'vitest';
import { itemOf } from '../../../shared/contracts/items.ts';
import { pageCursor } from '../../../shared/contracts/page-cursor.ts';
import type { AuditQuery, MailQuery, Store } from '../../../shared/domain/ports.ts';
import { BadCursor } from '../../../shared/domain/ports.ts';
import { later } from '../../builders/ids.ts';
import { auditRecord, breaker } from '../../builders/marks.ts';
import { outboxEntryIn, outboxStatuses } from '../../builders/outbox.ts';
import { holds } from './store-probes.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

async function walk<T>(read: (cursor?: string) => Promise<{ items: readonly T[]; cursor?: string }>) {
  const pages: T[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    pages.push([...page.items]);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

const mailsOf = (store: Store, query: MailQuery) =>
  walk((cursor) => store.mails({ ...query, ...(cursor !== undefined && { cursor }) }));
const auditOf = (store: Store, query: AuditQuery) =>
  walk((cursor) => store.audit({ ...query, ...(cursor !== undefined && { cursor }) }));

export function describeMails(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('gives doubtful mails, longest in doubt first, and no mail in another state', async () => {
    for (const status of outboxStatuses) await subject.put('OUTBOX', outboxEntryIn(status));
    const at = [950, 905, 910].map((seconds) => later(seconds));
    for (const since of at) await subject.put('OUTBOX', outboxEntryIn('unknown', { since }));
    const pages = await mailsOf(subject.store, { status: 'unknown', limit: 3 });
    expect(pages.map((page) => page.map((entry) => 'since' in entry && entry.since))).toEqual([
      [later(902), later(905), later(910)],
      [later(950)],
    ]);
  });

  it('gives failed mails newest first, each once, also those of one moment', async () => {
    for (let index = 0; index < 7; index += 1)
      await subject.put('OUTBOX', outboxEntryIn('failed', { failedAt: later(Math.floor(index / 3)) }));
    const pages = await mailsOf(subject.store, { status: 'failed', limit: 2 });
    const entries = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(7);
    const times = entries.map((entry) => ('failedAt' in entry ? entry.failedAt : ''));
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('forgets one that a person has moved on', async () => {
    const entry = outboxEntryIn('unknown');
    await subject.put('OUTBOX', entry);
    const record = outboxEntryIn('queued', { id: entry.id, revision: 2 });
    expect(await subject.store.commit([{ advance: 'OUTBOX', event: 'resend', record }])).toEqual({
      ok: true,
    });
    expect(await mailsOf(subject.store, { status: 'unknown', limit: 5 })).toEqual([[]]);
  });

  it('hides nothing behind one that cannot be read', async () => {
    const shown = outboxEntryIn('unknown', { since: later(950) });
    await subject.put('OUTBOX', shown);
    await subject.putRaw({ ...itemOf('OUTBOX', outboxEntryIn('unknown')), schemaVersion: 2 });
    const page = await subject.store.mails({ status: 'unknown', limit: 5 });
    expect([page.items.map(({ id }) => id), page.broken.length]).toEqual([[shown.id], 1]);
  });

  it('takes neither a foreign cursor nor a limit outside 1 to 100', async () => {
    for (const limit of [0, 101, 1.5])
      await expect(subject.store.mails({ status: 'failed', limit })).rejects.toThrow(RangeError);
    const foreign = pageCursor('MAILS#unknown', `${later(1)}#x`);
    for (const cursor of ['', 'x', foreign, pageCursor('MAILS#failed', 'no time')])
      await expect(subject.store.mails({ status: 'failed', limit: 5, cursor })).rejects.toThrow(BadCursor);
  });

  it.each(outboxStatuses)('knows whether the recipient may have a mail that is %s', async (status) => {
    const entry = outboxEntryIn(status);
    await subject.put('OUTBOX', entry);
    const free = ['queued', 'waiting', 'failed'].includes(status);
    expect(await holds(subject.store, { require: 'entryUnclaimed', outboxId: entry.id })).toBe(free);
    const { attemptId, claimedAt } = outboxEntryIn('unknown');
    const doubted = outboxEntryIn(status, { doubts: [{ attemptId, claimedAt }] });
    await subject.put('OUTBOX', doubted);
    expect(await holds(subject.store, { require: 'entryUnclaimed', outboxId: doubted.id })).toBe(false);
  });
}

export function describeAudit(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('gives what was done to one record, or to all, newest first', async () => {
    const acts = [3, 1, 2].map((seconds) => auditRecord({ subject: 'a', at: later(seconds) }));
    const other = auditRecord({ subject: 'BREAKER', act: 'breakerClosed', at: later(9) });
    for (const record of [...acts, other])
      expect(await subject.store.commit([{ create: 'AUDIT', record }])).toEqual({ ok: true });
    const ofOne = await auditOf(subject.store, { subject: 'a', limit: 2 });
    expect(ofOne.map((page) => page.map(({ at }) => at))).toEqual([[later(3), later(2)], [later(1)]]);
    const ofAll = await auditOf(subject.store, { limit: 3 });
    expect(ofAll.flat()).toEqual([other, acts[0], acts[2], acts[1]]);
    expect(await subject.store.audit({ subject: 'nobody', limit: 3 })).toEqual({ items: [], broken: [] });
  });

  it('is never written over', async () => {
    const record = auditRecord();
    await subject.store.commit([{ create: 'AUDIT', record }]);
    const changed: typeof record = { ...record, note: 'something else' };
    expect(await subject.store.commit([{ create: 'AUDIT', record: changed }])).toEqual({
      ok: false,
      refused: [0],
    });
    expect((await subject.store.audit({ limit: 1 })).items).toEqual([record]);
  });

  it('takes no cursor of another list', async () => {
    const cursor = pageCursor('AUDIT#a', `${later(1)}#sentAgain`);
    await expect(subject.store.audit({ subject: 'b', limit: 5, cursor })).rejects.toThrow(BadCursor);
    await expect(subject.store.audit({ limit: 5, cursor })).rejects.toThrow(BadCursor);
  });
}

export function describeBreaker(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('is not there before it was opened, and is as it was marked last', async () => {
    expect(await subject.store.breaker()).toBeUndefined();
    const opened = breaker();
    await subject.store.commit([{ mark: 'BREAKER', record: opened }]);
    expect(await subject.store.breaker()).toEqual(opened);
  });

  it('is closed only as it was read: not over a later opening', async () => {
    const read = breaker({ at: later(60) });
    const since = breaker({ at: later(90) });
    const closed = breaker({ state: 'closed', at: later(91) });
    const close = { mark: 'BREAKER', record: closed, over: read } as const;
    expect(await subject.store.commit([close])).toEqual({ ok: false, refused: [0] });
    await subject.store.commit([{ mark: 'BREAKER', record: since }]);
    expect(await subject.store.commit([close])).toEqual({ ok: false, refused: [0] });
    expect(await subject.store.breaker()).toEqual(since);
    expect(await subject.store.commit([{ ...close, over: since }])).toEqual({ ok: true });
    expect(await subject.store.breaker()).toEqual(closed);
  });
}
