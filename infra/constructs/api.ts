import {
  CfnStage,
  HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { resourceName } from '../config.ts';
import type { FunctionName } from '../function-environments.ts';
import { routes } from '../routes.ts';
import { PuenteAlarm, type Watch } from './puente-alarm.ts';
import type { PuenteFunction } from './puente-function.ts';
import { PuenteLogGroup } from './puente-log-group.ts';

/**
 * What the access log says of a request. The route's key instead of the path, and no address, agent or claim:
 * paths carry capabilities, the rest is personal data.
 */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLengthBytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionStatus: '$context.integrationStatus',
  functionLatencyMs: '$context.integrationLatency',
  error: '$context.error.responseType',
});

/** One is enough: at some forms a day, a form that always fails would not reach more. */
const serverErrorsAlarm = 1;

/** The HTTP API with its one stage, throttled and logged. */
export class Api extends Construct {
  /** Address of the API, without a slash at the end. */
  readonly url: string;
  private readonly httpApi: HttpApi;

  constructor(scope: Construct, id: string, watch: Watch) {
    super(scope, id);
    const { config } = watch;
    this.httpApi = new HttpApi(this, 'Http', {
      apiName: resourceName(config, 'api'),
      createDefaultStage: false,
    });
    this.url = this.httpApi.apiEndpoint;
    const accessLog = new PuenteLogGroup(this, 'AccessLog', { config, name: 'access' });
    new CfnStage(this, 'Stage', {
      apiId: this.httpApi.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: Stack.of(this).formatArn({
          service: 'logs',
          resource: `log-group:${accessLog.logGroupName}`,
        }),
        format: accessLogFormat,
      },
      defaultRouteSettings: {
        throttlingRateLimit: config.throttle.requestsPerSecond,
        throttlingBurstLimit: config.throttle.burstRequests,
      },
    });
    new PuenteAlarm(this, 'ServerErrors', {
      watch,
      metric: this.httpApi.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: serverErrorsAlarm,
      impact: 'People see an error page or lose a form they have just filled in.',
      runbook: 'api-errors',
    });
  }

  /** Adds every route of `routes.ts`; `authorizer` stands before those for people who signed in. */
  serve(functions: Readonly<Record<FunctionName, PuenteFunction>>, authorizer: IHttpRouteAuthorizer): void {
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    for (const route of routes) {
      const integration =
        integrations.get(route.function) ??
        new HttpLambdaIntegration(route.function, functions[route.function].lambda);
      integrations.set(route.function, integration);
      const httpRoute = new HttpRoute(this, route.key, {
        httpApi: this.httpApi,
        routeKey: routeKeyOf(route.key),
        integration,
        ...(route.access === 'signedIn' ? { authorizer } : {}),
      });
      if (route.access === 'public') acknowledgeOpen(httpRoute);
    }
  }
}

function acknowledgeOpen(route: HttpRoute): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Submitters and recipients have no account: the route is open, or its handler checks a signed capability.',
  });
}

function routeKeyOf(key: string): HttpRouteKey {
  const [method, path] = key.split(' ');
  return path === undefined ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, method as HttpMethod);
}
