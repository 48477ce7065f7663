import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/decide-lead/handler.ts';
import { traitRecords } from '../../../shared/domain/duplicates/same-company.ts';
import { monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { world } from '../../doubles/world.ts';
import { httpEvent, lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

describe('approving the same pair again', () => {
  it.each([
    ['es', '21 de febrero de 2027'],
    ['pl', '21 lutego 2027'],
    ['en', '21 February 2027'],
  ])('is a problem in %s that says from when on it works', async (language, day) => {
    const deps = world();
    const [earlier, own] = [interestIn('matched'), interestIn('matched')];
    for (const interest of [earlier, own]) {
      deps.store.put('INTEREST', interest);
      for (const trait of await traitRecords(deps.addresses, interest)) deps.store.put('TRAIT', trait);
    }
    deps.store.put('LEAD', leadIn('introduced', { introducedAt: monday }, { interest: earlier }));
    const lead = leadIn('proposed', {}, { interest: own });
    deps.store.put('LEAD', lead);

    const claims = {
      sub: 'k',
      token_use: 'access',
      'cognito:groups': '[coordinator cluster:klaster-obrobki-metali]',
    };
    const event = httpEvent({
      rawPath: `/api/leads/${lead.id}/decision`,
      pathParameters: { id: lead.id },
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ decision: 'approve' }),
      authorizer: { jwt: { claims, scopes: null } },
    });
    const reply = await createHandler(deps, watchedLogger().logger)(event, lambdaContext);
    expect(reply.statusCode).toBe(409);
    expect(reply.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(JSON.parse(reply.body ?? '')).toMatchObject({
      type: 'urn:puente:problem:heldBack',
      status: 409,
      until: '2027-02-21T14:00:00.000Z',
      errors: [{ path: 'decision', code: 'heldBack', message: expect.stringContaining(day) }],
    });
  });
});
