import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { listenOnLoopback } from '../http/listen.ts';
import type { SecretStore } from './secrets.ts';
import type { SesEndpoint } from './ses.ts';

/** One address for SES, Secrets Manager, and the refusal of every other AWS service. */
export interface AwsEndpoint {
  readonly url: string;
  /** Sets what answers; before that every call is told to come back. */
  serve(services: { readonly ses: SesEndpoint; readonly secrets: SecretStore }): void;
  stop(): Promise<void>;
}

/** Longest request: SES's largest message in base64, percent-encoded. */
const MAXIMUM_REQUEST_BYTES = 48 * 1024 * 1024;

interface Services {
  readonly ses: SesEndpoint;
  readonly secrets: SecretStore;
}

/** Starts the endpoint on a free port. */
export async function startAwsEndpoint(): Promise<AwsEndpoint> {
  let services: Services | undefined;
  const listening = await listenOnLoopback(0, 'PORT', (request, response) => {
    answer(request, response, services).catch((error: unknown) => {
      sendJson(response, 500, { __type: 'InternalFailure', message: String(error) });
    });
  });
  return {
    url: `http://127.0.0.1:${listening.port}`,
    serve: (given) => {
      services = given;
    },
    stop: () => listening.close(500),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: Services | undefined,
): Promise<void> {
  const body = await readBody(request, MAXIMUM_REQUEST_BYTES);
  if (services === undefined || body === undefined) {
    sendJson(response, 503, { __type: 'ServiceUnavailable', message: 'Not ready' });
    return;
  }
  const target = request.headers['x-amz-target'];
  if (target === 'secretsmanager.GetSecretValue') {
    answerSecret(response, JSON.parse(body.toString('utf8')) as Record<string, unknown>, services.secrets);
    return;
  }
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    const { status, body: xml } = await services.ses.handle(new URLSearchParams(body.toString('utf8')));
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
    return;
  }
  const what = String(target ?? `${request.method} ${request.url}`);
  sendJson(response, 400, {
    __type: 'UnknownOperationException',
    message: `${what} is not served by the local runner`,
  });
}

function answerSecret(response: ServerResponse, input: Record<string, unknown>, secrets: SecretStore): void {
  const stage = String(input['VersionStage'] ?? 'AWSCURRENT');
  const value = secrets.find(String(input['SecretId']), stage);
  if (value !== undefined) sendJson(response, 200, value);
  else
    sendJson(response, 400, {
      __type: 'ResourceNotFoundException',
      message: `Secrets Manager can't find the specified secret value for staging label: ${stage}`,
    });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
