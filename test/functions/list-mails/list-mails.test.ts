import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/list-mails/handler.ts';
import { listMails } from '../../../functions/list-mails/list-mails.ts';
import { itemOf } from '../../../shared/contracts/items.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { eventOf, others } from '../signed-in.ts';

/** A confirmation mail to the submitter of a new interest. */
function confirmation(deps: ReturnType<typeof world>, overrides: Partial<OutboxEntry> = {}) {
  const interest = interestIn('submitted');
  deps.store.put('INTEREST', interest);
  return outboxEntryIn('unknown', {
    id: `${interest.id}#submitter#confirmation` as OutboxEntry['id'],
    need: { of: 'submitter', interestId: interest.id },
    content: {
      template: 'confirmation',
      language: 'es',
      interestId: interest.id,
      confirmBy: interest.confirmBy,
    },
    ...(overrides as object),
  });
}

describe('listMails', () => {
  it('tells what is known of a doubtful introduction, and no address', async () => {
    const deps = world();
    const lead = leadIn('approved');
    const entry = outboxEntryIn('unknown', { retries: 2 }, lead);
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', entry);
    const result = await listMails(deps, { status: 'unknown', limit: 20 });
    expect(result).toMatchObject({ outcome: 'page' });
    const [view] = result.outcome === 'page' ? result.page.items : [];
    expect(view).toEqual({
      id: entry.id,
      revision: 1,
      status: 'unknown',
      template: 'introduction',
      createdAt: entry.createdAt,
      since: entry.since,
      recipient: { side: 'member', companyName: 'SaMASZ' },
      interestId: lead.interest.id,
      leadId: lead.id,
      leadStatus: 'approved',
      clusterId: lead.clusterId,
      attempt: { id: entry.attemptId, at: entry.claimedAt },
      earlierDoubts: 0,
      failure: undefined,
      retries: 2,
      allowed: ['sent', 'again'],
    });
    expect(JSON.stringify(result)).not.toMatch(/@|\[address\]/);
  });

  it('names the company that submitted, until it is erased', async () => {
    const deps = world();
    const entry = confirmation(deps);
    deps.store.put('OUTBOX', entry);
    const first = await listMails(deps, { status: 'unknown', limit: 20 });
    expect(first).toMatchObject({
      page: { items: [{ recipient: { side: 'submitter', companyName: 'Talleres Misti SAC' } }] },
    });
    const [{ interestId } = { interestId: undefined }] = first.outcome === 'page' ? first.page.items : [];
    deps.store.put('INTEREST', interestIn('erased', { id: interestId as never }));
    expect(await listMails(deps, { status: 'unknown', limit: 20 })).toMatchObject({
      page: { items: [{ recipient: { companyName: null } }] },
    });
  });

  it.each([
    ['rejected', ['again']],
    ['tooManyRetries', ['again']],
    ['suppressed', []],
    ['noConsent', []],
    ['superseded', []],
  ] as const)('offers for the failure %s: %j', async (failure, allowed) => {
    const deps = world();
    deps.store.put('OUTBOX', outboxEntryIn('failed', { failure }));
    const result = await listMails(deps, { status: 'failed', limit: 20 });
    expect(result).toMatchObject({ page: { items: [{ failure, allowed, since: later(3) }] } });
  });

  it('shows a mail whose lead cannot be read, and tells of the lead', async () => {
    const deps = world();
    const lead = leadIn('approved');
    deps.store.put('OUTBOX', outboxEntryIn('unknown', {}, lead));
    deps.store.putRaw({ ...itemOf('LEAD', lead), schemaVersion: 2 });
    const result = await listMails(deps, { status: 'unknown', limit: 20 });
    expect(result).toMatchObject({ page: { items: [{ recipient: { companyName: null } }] } });
    expect(deps.broken).toHaveLength(1);
  });
});

describe('GET /api/mails', () => {
  const ask = (deps: ReturnType<typeof world>, groups: string | undefined, query: Record<string, string>) =>
    createHandler(deps, watchedLogger().logger)(
      eventOf(groups, { method: 'GET', queryStringParameters: query }),
      lambdaContext,
    );

  it('pages for an administrator, doubtful ones by default', async () => {
    const deps = world();
    for (const seconds of [1, 2, 3])
      deps.store.put('OUTBOX', outboxEntryIn('unknown', { since: later(seconds) }));
    const first = await ask(deps, '[admin]', { limit: '2' });
    const page = JSON.parse(first.body ?? '');
    expect([first.statusCode, page.items.length]).toEqual([200, 2]);
    const second = JSON.parse((await ask(deps, '[admin]', { cursor: page.cursor })).body ?? '');
    expect(second.items).toMatchObject([{ since: later(3) }]);
    expect(second).not.toHaveProperty('cursor');
  });

  it.each(others)('as %s is refused with %i', async (groups, status) => {
    expect((await ask(world(), groups, {})).statusCode).toBe(status);
  });

  it.each([{ status: 'sent' }, { limit: '0' }, { limit: '101' }, { cursor: 'AAAA' }])(
    'with %j is refused',
    async (query) => {
      expect((await ask(world(), '[admin]', query)).statusCode).toBe(422);
    },
  );
});
