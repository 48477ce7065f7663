import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/list-audit/handler.ts';
import { listAudit } from '../../../functions/list-audit/list-audit.ts';
import { itemOf } from '../../../shared/contracts/items.ts';
import { later } from '../../builders/ids.ts';
import { auditRecord } from '../../builders/marks.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { eventOf, others } from '../signed-in.ts';

function written() {
  const deps = world();
  const [first, second, other] = [
    auditRecord({ subject: 'a', at: later(1) }),
    auditRecord({ subject: 'a', at: later(2) }),
    auditRecord({ subject: 'b', at: later(3) }),
  ];
  for (const record of [first, second, other]) deps.store.put('AUDIT', record);
  const ask = async (groups: string | undefined, query: Record<string, string>) => {
    const event = eventOf(groups, { method: 'GET', queryStringParameters: query });
    const reply = await createHandler(deps, watchedLogger().logger)(event, lambdaContext);
    return { status: reply.statusCode, body: JSON.parse(reply.body ?? '') };
  };
  return { deps, first, second, other, ask };
}

describe('GET /api/audit', () => {
  it('tells an administrator what was done to one record, or to all, newest first', async () => {
    const { ask, first, second, other } = written();
    expect(await ask('[admin]', { subject: 'a' })).toEqual({ status: 200, body: { items: [second, first] } });
    const page = await ask('[admin]', { limit: '2' });
    expect(page.body.items).toEqual([other, second]);
    expect((await ask('[admin]', { cursor: page.body.cursor })).body).toEqual({ items: [first] });
  });

  it.each(others)('as %s is refused with %i', async (groups, status) => {
    expect((await written().ask(groups, {})).status).toBe(status);
  });

  it.each([{ subject: 'a b' }, { subject: 'a@b.example' }, { limit: '0' }, { cursor: 'AAAA' }])(
    'with %j is refused',
    async (query) => {
      expect((await written().ask('[admin]', query)).status).toBe(422);
    },
  );

  it('hides nothing behind an act that cannot be read, and tells of it', async () => {
    const { deps, second } = written();
    deps.store.putRaw({ ...itemOf('AUDIT', auditRecord({ subject: 'a', at: later(9) })), schemaVersion: 2 });
    expect(await listAudit(deps, { subject: 'a', limit: 1 })).toMatchObject({ page: { items: [] } });
    expect(deps.broken).toHaveLength(1);
    const whole = await listAudit(deps, { subject: 'a', limit: 9 });
    expect(whole.outcome === 'page' && whole.page.items[0]).toEqual(second);
  });
});
