import { expect, it } from 'vitest';
import { readPlan } from '../../../local/template/read-plan.ts';
import { synthesise } from '../../../local/template/synthesise.ts';
import { temporaryDirectory } from '../support.ts';

const addresses = {
  apiUrl: 'http://localhost:4711',
  issuerUrl: 'http://localhost:4711/identity',
  sqsUrl: 'http://127.0.0.1:4000',
};

it('the app of infra can be served: every resource, for the port that is asked for', async () => {
  const environment = { PORT: '4711', PUENTE_UNDO_SECONDS: '5' };
  const plan = readPlan(await synthesise({ environment, outdir: temporaryDirectory() }), addresses);
  const sendMail = plan.functions.find(({ entry }) => entry === 'functions/send-mail/index.ts');
  expect(sendMail?.environment['BASE_URL']).toBe(addresses.apiUrl);
  expect(JSON.parse(sendMail?.environment['CLOCKS'] ?? '{}')).toMatchObject({ undo: 5 });
  expect(plan.identity.clients.map(({ callbackUrls }) => callbackUrls)).toEqual([
    ['http://localhost:4711/console/'],
  ]);
  expect(
    plan.routes
      .filter(({ authorizer }) => authorizer?.issuer === addresses.issuerUrl)
      .map(({ routeKey }) => routeKey),
  ).toContain('GET /api/leads');
}, 60_000);

it('faults of the settings come through', async () => {
  await expect(synthesise({ environment: { PORT: 'abc' }, outdir: temporaryDirectory() })).rejects.toThrow(
    'PORT must be a port number',
  );
}, 60_000);
