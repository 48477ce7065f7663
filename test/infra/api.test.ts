import { describe, expect, test } from 'vitest';
import { configOf, Synthesised } from './synthesised.ts';

const prod = new Synthesised(configOf('prod'));

/** Route → function and who may call it, as the contract has them. */
const contract: Record<string, string> = {
  'GET /health': 'check-health, public',
  'HEAD /health': 'check-health, public',
  'GET /': 'show-page, public',
  $default: 'show-page, public',
  'GET /api/sign-in': 'show-page, public',
  'POST /api/interests': 'submit-interest, public',
  'GET /api/interests/{id}': 'view-interest, public',
  'HEAD /api/interests/{id}': 'view-interest, public',
  'GET /{language}/interests/{id}': 'view-interest, public',
  'HEAD /{language}/interests/{id}': 'view-interest, public',
  'POST /api/interests/{id}/confirm': 'confirm-interest, public',
  'POST /api/interests/{id}/withdraw': 'withdraw-interest, public',
  'GET /api/leads': 'list-leads, signed in',
  'GET /api/leads/{id}': 'view-lead, signed in',
  'POST /api/leads/{id}/decision': 'decide-lead, signed in',
  'GET /api/mails': 'list-mails, signed in',
  'POST /api/mails/{id}/resolution': 'resolve-mail, signed in',
  'GET /api/sending': 'control-sending, signed in',
  'POST /api/sending': 'control-sending, signed in',
  'GET /api/audit': 'list-audit, signed in',
  'GET /api/introductions/{token}': 'view-introduction, public',
  'HEAD /api/introductions/{token}': 'view-introduction, public',
  'GET /{language}/introductions/{token}': 'view-introduction, public',
  'HEAD /{language}/introductions/{token}': 'view-introduction, public',
  'POST /api/introductions/{token}/answer': 'answer-introduction, public',
  'POST /api/introductions/{token}/undo': 'answer-introduction, public',
  'POST /api/unsubscribe/{token}': 'unsubscribe, public',
  'GET /{language}/unsubscribe/{token}': 'unsubscribe, public',
  'HEAD /{language}/unsubscribe/{token}': 'unsubscribe, public',
  'GET /api/sectors': 'list-sectors, public',
  'GET /api/sectors/{scheme}/{code}': 'list-sectors, public',
};

function functionBehind(target: unknown): string {
  const integrationId = prod.text(target).replace('integrations/', '');
  const uri = prod.text(prod.pipeline.Resources[integrationId]?.Properties['IntegrationUri']);
  return prod.functionName(uri.replace('.Arn', ''));
}

describe('the API', () => {
  test('has exactly the routes of the contract, each with its function and its door', () => {
    const authorizers = prod.all('AWS::ApiGatewayV2::Authorizer').map(([id]) => id);
    expect(authorizers).toHaveLength(1);
    const routes = prod.all('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const guarded =
        Properties['AuthorizationType'] === 'JWT' && prod.text(Properties['AuthorizerId']) === authorizers[0];
      const open = Properties['AuthorizationType'] === 'NONE' && Properties['AuthorizerId'] === undefined;
      const door = guarded ? 'signed in' : open ? 'public' : 'unclear';
      return [Properties['RouteKey'], `${functionBehind(Properties['Target'])}, ${door}`];
    });
    expect(Object.fromEntries(routes)).toEqual(contract);
    expect(routes).toHaveLength(Object.keys(contract).length);
  });

  test('may call every function that stands behind a route, on that route alone', () => {
    const allowed = prod
      .all('AWS::Lambda::Permission')
      .filter(([, { Properties }]) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(([, { Properties }]) => {
        const name = prod.functionName(prod.text(Properties['FunctionName']).replace('.Arn', ''));
        return `${name} ${prod.text(Properties['SourceArn']).split('/').slice(3).join('/')}`;
      });
    const expected = Object.entries(contract).map(([key, value]) => {
      const path = key === '$default' ? '' : (key.split(' /')[1] ?? '');
      return `${value.split(',')[0]} ${path}`;
    });
    expect(allowed.toSorted()).toEqual(expected.toSorted());
  });

  test('trusts tokens of its own user pool for its own client alone', () => {
    const { Properties } = prod.one('AWS::ApiGatewayV2::Authorizer');
    const poolId = prod.all('AWS::Cognito::UserPool')[0]?.[0];
    const clientId = prod.all('AWS::Cognito::UserPoolClient')[0]?.[0];
    expect(Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: { 'Fn::GetAtt': [poolId, 'ProviderURL'] },
        Audience: [{ Ref: clientId }],
      },
    });
  });

  test('is throttled and logs no path, address or claim', () => {
    const { Properties } = prod.one('AWS::ApiGatewayV2::Stage');
    expect(Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
    const log = Properties['AccessLogSettings'] as { Format: string; DestinationArn: unknown };
    expect(prod.plainName(log.DestinationArn)).toBe(
      'arn:aws:logs:eu-central-1:AWS::AccountId:log-group:ApiAccessLog',
    );
    expect(Object.values<string>(JSON.parse(log.Format))).toEqual([
      '$context.requestId',
      '$context.requestTime',
      '$context.routeKey',
      '$context.status',
      '$context.responseLength',
      '$context.responseLatency',
      '$context.integrationStatus',
      '$context.integrationLatency',
      '$context.error.responseType',
    ]);
  });
});

describe('sign-in', () => {
  test('is by invitation, with a strong password and a second factor', () => {
    expect(prod.one('AWS::Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      MfaConfiguration: 'ON',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
        },
      },
      UsernameAttributes: ['email'],
    });
    expect(
      new Synthesised(configOf('test')).one('AWS::Cognito::UserPool').Properties['MfaConfiguration'],
    ).toBe('OPTIONAL');
  });

  test('gives the console a code and no secret, and leads back to the console only', () => {
    const { Properties } = prod.one('AWS::Cognito::UserPoolClient');
    expect(Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
    const callbacks = Properties['CallbackURLs'] as unknown[];
    expect(callbacks.map((url) => prod.plainName(url))).toEqual(['ApiHttp17514DA7.ApiEndpoint/console/']);
    const own = new Synthesised({ ...configOf('prod'), baseUrl: 'https://puente.example.org' });
    expect(own.one('AWS::Cognito::UserPoolClient').Properties['CallbackURLs']).toEqual([
      'https://puente.example.org/console/',
    ]);
  });

  test('knows the three roles', () => {
    const groups = prod
      .all('AWS::Cognito::UserPoolGroup')
      .map(([, { Properties }]) => Properties['GroupName']);
    expect(groups.toSorted()).toEqual(['admin', 'coordinator', 'office']);
  });
});

test('the outputs name what a person or a script asks for', () => {
  const { Outputs } = prod.pipeline;
  expect(
    Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, prod.plainName(Value)])),
  ).toEqual({
    ApiUrl: 'ApiHttp17514DA7.ApiEndpoint',
    UserPoolId: 'IdentityUsers',
    ClientId: 'IdentityConsole',
    TableName: 'Table',
    MailSender: 'puente@mail.example.org',
    ConfigurationSet: 'MailSettings',
    MailEventsTopicArn: 'MailEventTopic',
  });
});
