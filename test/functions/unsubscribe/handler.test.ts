import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/unsubscribe/handler.ts';
import { unsubscribeTexts } from '../../../web/texts/unsubscribe.ts';
import { member } from '../../builders/directory.ts';
import { later } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { formPost, pageView } from '../../support/browser-event.ts';

async function withLead() {
  const deps = world();
  const lead = leadIn('introduced');
  deps.store.put('LEAD', lead);
  const token = await deps.capabilities.sign({ purpose: 'stop', leadId: lead.id, expiresAt: later(86_400) });
  const handle = createHandler(deps, watchedLogger().logger);
  const look = () =>
    handle(
      pageView({ path: `/pl/unsubscribe/${token}`, parameters: { language: 'pl', token } }),
      lambdaContext,
    );
  const press = () =>
    handle(
      formPost({ path: `/api/unsubscribe/${token}`, parameters: { token } }, { language: 'pl' }),
      lambdaContext,
    );
  return { deps, lead, look, press };
}

const { ask, done } = unsubscribeTexts.pl;

describe('the page of a stop link', () => {
  it('asks, however often it is only looked at', async () => {
    const { deps, lead, look } = await withLead();
    for (let views = 0; views < 2; views += 1) expect((await look()).body).toContain(ask.heading);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
  });

  it('says that it is done after the press, and whenever it is opened again', async () => {
    const { look, press } = await withLead();
    expect((await press()).body).toContain(done.heading);
    const again = await look();
    expect(again).toMatchObject({ statusCode: 200 });
    expect(again.body).toContain(done.heading);
    expect(again.body).not.toContain('<form');
  });

  it('asks again of a member that has consented anew', async () => {
    const { deps, look, press } = await withLead();
    await press();
    await deps.store.commit([{ mark: 'MEMBER', record: member() }]);
    expect((await look()).body).toContain(ask.heading);
  });
});
