import type { RequestListener } from 'node:http';
import type { DataDir } from '../data-dir.ts';
import type { LocalFunctions } from '../functions/local-functions.ts';
import { IDENTITY_PATH } from '../identity/path.ts';
import type { Person } from '../identity/people.ts';
import { createIdentity } from '../identity/provider.ts';
import type { LocalPlan } from '../template/plan.ts';
import { createApi } from './api-server.ts';

interface FrontDoorOptions {
  readonly plan: LocalPlan;
  readonly functions: LocalFunctions;
  readonly issuerUrl: string;
  readonly people: readonly Person[];
  readonly dataDir: DataDir;
  readonly onFault: (functionName: string, error: unknown) => void;
}

/** Everything on the public port: the sign-in provider below its path, the HTTP API for the rest. */
export async function createFrontDoor(options: FrontDoorOptions): Promise<RequestListener> {
  const api = createApi(options);
  const identity = await createIdentity({
    issuerUrl: options.issuerUrl,
    clients: options.plan.identity.clients,
    people: options.people,
    keyPath: options.dataDir.file('identity-key.json'),
  });
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path === IDENTITY_PATH || path.startsWith(`${IDENTITY_PATH}/`)) identity(request, response);
    else api(request, response);
  };
}
