import type { AuthorizerPlan, FunctionPlan, RoutePlan } from './plan.ts';
import type { Properties } from './properties.ts';
import { functionNameOf } from './read-functions.ts';
import type { ResourcesOf } from './read-plan.ts';
import { TemplateError } from './stack-template.ts';

/** API Gateway's longest wait for an integration (AWS quota for HTTP APIs). */
const MAXIMUM_INTEGRATION_TIMEOUT_MS = 30_000;

interface Integration {
  readonly functionName: string;
  readonly timeoutMs: number;
}

/** Reads the one HTTP API with its routes; whatever would answer differently from AWS is refused. */
export function readRoutes(
  of: ResourcesOf,
  functions: readonly FunctionPlan[],
): { readonly apiId: string; readonly routes: readonly RoutePlan[] } {
  const [api, ...others] = of('AWS::ApiGatewayV2::Api');
  if (api === undefined || others.length > 0)
    throw new TemplateError(
      `The local runner serves exactly one HTTP API; the template has ${others.length + (api ? 1 : 0)}`,
    );
  if (api.text('ProtocolType') !== 'HTTP') throw api.unsupported(`ProtocolType ${api.text('ProtocolType')}`);
  if (api.get('CorsConfiguration') !== undefined) throw api.unsupported('CorsConfiguration');
  for (const stage of of('AWS::ApiGatewayV2::Stage'))
    if (stage.text('StageName') !== '$default') throw stage.unsupported(`stage ${stage.text('StageName')}`);
  const integrations = new Map(
    of('AWS::ApiGatewayV2::Integration').map((properties) => [
      properties.attribute('Ref'),
      readIntegration(properties, functions),
    ]),
  );
  const authorizers = new Map(
    of('AWS::ApiGatewayV2::Authorizer').map((properties) => [
      properties.attribute('Ref'),
      readAuthorizer(properties),
    ]),
  );
  const routes = of('AWS::ApiGatewayV2::Route').map((properties) =>
    readRoute(properties, integrations, authorizers),
  );
  return { apiId: api.attribute('Ref'), routes };
}

function readIntegration(properties: Properties, functions: readonly FunctionPlan[]): Integration {
  if (properties.text('IntegrationType') !== 'AWS_PROXY')
    throw properties.unsupported(`IntegrationType ${properties.text('IntegrationType')}`);
  if (properties.text('PayloadFormatVersion') !== '2.0')
    throw properties.unsupported(`PayloadFormatVersion ${properties.text('PayloadFormatVersion')}`);
  return {
    functionName: functionNameOf(properties.requiredText('IntegrationUri'), functions, properties),
    timeoutMs: properties.number(MAXIMUM_INTEGRATION_TIMEOUT_MS, 'TimeoutInMillis'),
  };
}

function readAuthorizer(properties: Properties): AuthorizerPlan {
  if (properties.text('AuthorizerType') !== 'JWT')
    throw properties.unsupported(`AuthorizerType ${properties.text('AuthorizerType')}`);
  const [source, ...others] = properties.texts('IdentitySource');
  const header = /^\$request\.header\.([\w-]+)$/.exec(source ?? '')?.[1];
  if (header === undefined || others.length > 0) throw properties.unsupported(`IdentitySource ${source}`);
  return {
    issuer: properties.requiredText('JwtConfiguration', 'Issuer'),
    audience: properties.texts('JwtConfiguration', 'Audience'),
    headerName: header.toLowerCase(),
  };
}

function readRoute(
  properties: Properties,
  integrations: ReadonlyMap<string, Integration>,
  authorizers: ReadonlyMap<string, AuthorizerPlan>,
): RoutePlan {
  const integration = integrations.get(properties.requiredText('Target').replace(/^integrations\//, ''));
  if (integration === undefined) throw properties.fault(['Target'], 'an integration of these stacks');
  const authorization = properties.text('AuthorizationType') ?? 'NONE';
  if (authorization !== 'NONE' && authorization !== 'JWT')
    throw properties.unsupported(`AuthorizationType ${authorization}`);
  const authorizer =
    authorization === 'JWT' ? authorizers.get(properties.requiredText('AuthorizerId')) : undefined;
  if (authorization === 'JWT' && authorizer === undefined)
    throw properties.fault(['AuthorizerId'], 'an authorizer of these stacks');
  return {
    routeKey: properties.requiredText('RouteKey'),
    ...integration,
    authorizer,
    scopes: properties.texts('AuthorizationScopes'),
  };
}
