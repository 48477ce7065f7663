import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { localConfig } from '../../infra/config.ts';
import type { Bindings } from '../../infra/constructs/puente-function.ts';
import { webPages } from '../../infra/constructs/web-pages.ts';
import { routes } from '../../infra/routes.ts';
import { defaultClocks } from '../../shared/domain/clocks.ts';
import { configOf, Synthesised, temporaryFolder } from './synthesised.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const prod = new Synthesised(configOf('prod'));
const functions = prod
  .all('AWS::Lambda::Function')
  .map(([id, resource]) => [prod.functionName(id), resource.Properties] as const);

function variablesOf(properties: Record<string, unknown>): Record<string, unknown> {
  return (properties['Environment'] as { Variables: Record<string, unknown> }).Variables;
}

describe('functions', () => {
  test('are the folders of functions/, no more and no fewer', () => {
    const folders = readdirSync(join(projectRoot, 'functions'));
    expect(functions.map(([name]) => name).toSorted()).toEqual(folders.toSorted());
  });

  test.each(functions)('%s runs on Node 24 on arm64, traced', (name, properties) => {
    expect(properties).toMatchObject({
      FunctionName: `puente-prod-${name}`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
    });
    const { LogGroup } = properties['LoggingConfig'] as { LogGroup: unknown };
    const logGroup = prod.pipeline.Resources[prod.text(LogGroup)];
    expect(logGroup?.Properties).toEqual({ LogGroupName: `/puente/prod/${name}`, RetentionInDays: 90 });
  });

  test.each(functions)(
    '%s gets what its env.ts parses, and nothing it does not know',
    async (name, properties) => {
      const { envSchema } = (await import(`../../functions/${name}/env.ts`)) as { envSchema: z.ZodObject };
      const variables = variablesOf(properties);
      expect(Object.keys(variables).toSorted()).toEqual(
        ['POWERTOOLS_SERVICE_NAME', ...Object.keys(envSchema.shape)].toSorted(),
      );
      expect(variables['POWERTOOLS_SERVICE_NAME']).toBe(name);
    },
  );

  test('that answer HTTP do so before API Gateway gives up', () => {
    const timeouts = functions
      .filter(([name]) => routes.some((route) => route.function === name))
      .map(([, properties]) => Number(properties['Timeout']));
    expect(timeouts).toHaveLength(17);
    expect(Math.max(...timeouts)).toBeLessThan(30);
  });

  test('get the clocks and addresses of their stage', () => {
    const local = new Synthesised(localConfig({ PORT: '8080', PUENTE_UNDO_SECONDS: '5' }));
    const sendMail = local.pipeline.Resources[local.functionId('send-mail')];
    const variables = variablesOf(sendMail?.Properties ?? {});
    expect(JSON.parse(String(variables['CLOCKS']))).toEqual({ ...defaultClocks, requeue: 30, undo: 5 });
    expect(variables['BASE_URL']).toBe('http://localhost:8080');
    expect(variables['MAIL_FROM']).toBe('puente@local.puente.example');
  });

  test('the page that asks where to sign in is told the issuer that tokens are checked against', () => {
    const showPage = functions.find(([name]) => name === 'show-page')?.[1] ?? {};
    const jwt = prod.one('AWS::ApiGatewayV2::Authorizer').Properties['JwtConfiguration'] as Record<
      string,
      unknown
    >;
    expect(variablesOf(showPage)).toMatchObject({
      ISSUER: jwt['Issuer'],
      CLIENT_ID: (jwt['Audience'] as unknown[])[0],
      WEB_ROOT: 'web/dist',
    });
    const [[domainId = ''] = []] = prod.all('AWS::Cognito::UserPoolDomain');
    const signInUrl = JSON.stringify(variablesOf(showPage)['SIGN_IN_URL']);
    expect(domainId).not.toBe('');
    expect(signInUrl).toContain(`{"Ref":"${domainId}"}`);
    expect(signInUrl).toContain('.amazoncognito.com');
  });

  test('cannot be declared without each of their variables', () => {
    const complete: Bindings<'view-interest'> = {
      TABLE_NAME: 'table',
      LINK_SECRET_ARN: 'arn',
    };
    const { LINK_SECRET_ARN: _left, ...rest } = complete;
    // @ts-expect-error LINK_SECRET_ARN is missing: the compiler fails this test when it is not noticed
    const incomplete: Bindings<'view-interest'> = rest;
    // @ts-expect-error view-lead has no clocks: the compiler fails this test when it is not noticed
    const excessive: Bindings<'view-lead'> = { TABLE_NAME: 'table', CLOCKS: '{}' };
    expect([Object.keys(incomplete), Object.keys(excessive)]).toEqual([
      ['TABLE_NAME'],
      ['TABLE_NAME', 'CLOCKS'],
    ]);
  });
});

describe('the pages in the bundle', () => {
  const run = (commands: string[]) => spawnSync('bash', ['-c', commands.join(' && ')], { encoding: 'utf8' });

  test('are a clear error while they are not built', () => {
    const result = run(webPages.bundlingHooks.beforeBundling(temporaryFolder(), temporaryFolder()));
    expect(result.status).not.toBe(0);
    expect(result.stderr).toContain('web/dist is missing');
  });

  test('lie where WEB_ROOT says', () => {
    const [project, bundle] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(project, 'web/dist/es'), { recursive: true });
    writeFileSync(join(project, 'web/dist/es/index.html'), '<p>hola</p>');
    const { bundlingHooks } = webPages;
    const result = run([
      ...bundlingHooks.beforeBundling(project, bundle),
      ...bundlingHooks.afterBundling(project, bundle),
    ]);
    expect(result.status).toBe(0);
    expect(readFileSync(join(bundle, webPages.root, 'es/index.html'), 'utf8')).toBe('<p>hola</p>');
    expect(existsSync(join(bundle, 'web/dist/dist'))).toBe(false);
  });
});
