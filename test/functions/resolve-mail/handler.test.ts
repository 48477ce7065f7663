import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/resolve-mail/handler.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { eventOf, others, subject } from '../signed-in.ts';

function opened() {
  const deps = world();
  const lead = leadIn('approved');
  const entry = outboxEntryIn('unknown', {}, lead);
  deps.store.put('LEAD', lead);
  deps.store.put('OUTBOX', entry);
  const { logger, lines } = watchedLogger();
  const handler = createHandler(deps, logger);
  const post = (body: unknown, groups: string | undefined = '[admin]', id: string = entry.id) =>
    handler(
      eventOf(groups, {
        pathParameters: { id },
        headers: { 'content-type': 'application/json', 'accept-language': 'es' },
        body: JSON.stringify(body),
      }),
      lambdaContext,
    );
  return { deps, entry, post, lines };
}

const body = { as: 'sent', note: 'Zadzwonili: przyszło. jan@firma.example' };

describe('POST /api/mails/{id}/resolution', () => {
  it('resolves for an administrator, who is known by a subject and no address', async () => {
    const { deps, entry, post, lines } = opened();
    const reply = await post(body);
    expect([reply.statusCode, JSON.parse(reply.body ?? '')]).toEqual([200, { id: entry.id, status: 'sent' }]);
    expect((await post(body)).statusCode).toBe(200);
    expect(deps.store.all('AUDIT')).toMatchObject([{ by: subject, note: body.note }]);
    expect(lines.join()).toContain('mail resolved by a person');
    expect(lines.join()).not.toContain('@');
  });

  it.each(others)('as %s is refused with %i', async (groups, status) => {
    const deps = opened();
    const event = eventOf(groups, { pathParameters: { id: deps.entry.id }, body: JSON.stringify(body) });
    const reply = await createHandler(deps.deps, watchedLogger().logger)(event, lambdaContext);
    expect(reply.statusCode).toBe(status);
    expect(await deps.deps.store.outboxEntry(deps.entry.id)).toMatchObject({ status: 'unknown' });
  });

  it.each([
    [{}, ['as: required', 'note: required']],
    [{ as: 'sent', note: ' ' }, ['note: required']],
    [{ as: 'sent', note: 'x'.repeat(501) }, ['note: tooLong']],
    [{ as: 'sent', note: 7 }, ['note: invalidType']],
    [{ as: 'failed', note: 'x' }, ['as: unsupportedValue']],
    [{ as: 'sent', note: 'x', revision: 0 }, ['revision: outOfRange']],
    ['x', [': invalidType']],
  ])('with %j names each fault', async (sent, faults) => {
    const reply = await opened().post(sent);
    expect(reply.statusCode).toBe(422);
    const { errors } = JSON.parse(reply.body ?? '') as { errors: { path: string; code: string }[] };
    expect(errors.map(({ path, code }) => `${path}: ${code}`)).toEqual(faults);
  });

  it('is a conflict that tells the state, and a 404 for what is not there', async () => {
    const { deps, entry, post } = opened();
    deps.store.put('OUTBOX', { ...outboxEntryIn('sending'), id: entry.id });
    const moved = await post({ as: 'again', note: 'x' });
    expect([moved.statusCode, JSON.parse(moved.body ?? '').state]).toEqual([409, 'sending']);
    expect((await post(body, '[admin]', '%23')).statusCode).toBe(404);
  });

  it('says in the reader’s language that a no is never overruled', async () => {
    const { deps, entry, post } = opened();
    deps.store.put('OUTBOX', { ...outboxEntryIn('failed', { failure: 'noConsent' }), id: entry.id });
    const reply = await post({ as: 'again', note: 'x' });
    expect(reply.statusCode).toBe(409);
    expect(JSON.parse(reply.body ?? '')).toMatchObject({
      state: 'failed',
      errors: [{ path: 'as', code: 'neverAgain', message: expect.stringContaining('objeción') }],
    });
  });
});
