import { describe, expect, it } from 'vitest';
import { closeBreaker, viewSending } from '../../../functions/control-sending/control-sending.ts';
import { createHandler } from '../../../functions/control-sending/handler.ts';
import { later } from '../../builders/ids.ts';
import { breaker } from '../../builders/marks.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { eventOf, others, subject } from '../signed-in.ts';

const closing = { by: 'subject-1', note: 'AWS cerró el caso.' };
const open = breaker({ state: 'open', because: 'accountPaused', at: later(60) });

describe('the breaker', () => {
  it('is shown with why and since when, and as closed while nothing ever opened it', async () => {
    const deps = world();
    expect(await viewSending(deps)).toEqual({ breaker: 'closed' });
    deps.store.put('BREAKER', open);
    expect(await viewSending(deps)).toEqual({ breaker: 'open', because: 'accountPaused', since: later(60) });
  });

  it('is closed by a person, which is written down with the reason that it was open for', async () => {
    const deps = world();
    deps.store.put('BREAKER', open);
    deps.clock.pass(100);
    const at = deps.clock.now();
    const view = { breaker: 'closed', because: 'closedByOperator', since: at };
    expect(await closeBreaker(deps, closing)).toEqual({ outcome: 'closed', view });
    expect(await viewSending(deps)).toEqual(view);
    const record = { subject: 'BREAKER', at, act: 'breakerClosed', ...closing, before: 'open accountPaused' };
    expect(deps.store.all('AUDIT')).toEqual([record]);
    deps.clock.pass(5);
    expect(await closeBreaker(deps, closing)).toEqual({ outcome: 'closed', view });
    expect(deps.store.all('AUDIT')).toEqual([record]);
  });

  it('stays open when it was opened anew since it was looked at', async () => {
    const deps = world();
    deps.store.put('BREAKER', open);
    const anew = breaker({ because: 'complaints', at: later(90) });
    const read = deps.store.breaker.bind(deps.store);
    deps.store.breaker = async () => {
      deps.store.breaker = read;
      const found = await read();
      deps.store.put('BREAKER', anew);
      return found;
    };
    expect(await closeBreaker(deps, closing)).toEqual({ outcome: 'openedAgain' });
    expect(await deps.store.breaker()).toEqual(anew);
    expect(deps.store.all('AUDIT')).toEqual([]);
  });

  it('can be closed whatever it was opened for', async () => {
    for (const because of ['', 'x'.repeat(500)]) {
      const deps = world();
      deps.store.put('BREAKER', breaker({ because }));
      expect(await closeBreaker(deps, closing)).toMatchObject({ outcome: 'closed' });
    }
  });
});

describe('/api/sending', () => {
  const call = (deps: ReturnType<typeof world>, groups: string | undefined, body?: unknown) =>
    createHandler(deps, watchedLogger().logger)(
      eventOf(
        groups,
        body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) },
      ),
      lambdaContext,
    );

  it('shows and closes for an administrator', async () => {
    const deps = world();
    deps.store.put('BREAKER', open);
    const shown = await call(deps, '[admin]');
    expect(JSON.parse(shown.body ?? '')).toMatchObject({ breaker: 'open' });
    const closed = await call(deps, '[admin]', { close: true, note: 'x' });
    expect([closed.statusCode, JSON.parse(closed.body ?? '')]).toMatchObject([200, { breaker: 'closed' }]);
    expect(deps.store.all('AUDIT')).toMatchObject([{ by: subject }]);
  });

  it.each(others)('as %s is refused with %i', async (groups, status) => {
    const deps = world();
    deps.store.put('BREAKER', open);
    expect((await call(deps, groups)).statusCode).toBe(status);
    expect((await call(deps, groups, { close: true, note: 'x' })).statusCode).toBe(status);
    expect(await deps.store.breaker()).toEqual(open);
  });

  it.each([{}, { close: false, note: 'x' }, { close: true }, { close: true, note: '' }])(
    'with %j is refused and stays open',
    async (body) => {
      const deps = world();
      deps.store.put('BREAKER', open);
      expect((await call(deps, '[admin]', body)).statusCode).toBe(422);
      expect(await deps.store.breaker()).toEqual(open);
    },
  );

  it('is a conflict while it is opened anew', async () => {
    const deps = world();
    deps.store.put('BREAKER', open);
    deps.store.commit = async () => {
      deps.store.put('BREAKER', breaker({ at: later(99) }));
      return { ok: false, refused: [0] };
    };
    const reply = await call(deps, '[admin]', { close: true, note: 'x' });
    expect([reply.statusCode, JSON.parse(reply.body ?? '').state]).toEqual([409, 'open']);
  });
});
