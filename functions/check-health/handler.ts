import { httpHandler, json } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { checkHealth, type HealthDeps } from './check-health.ts';

/** `GET /health`. */
export function createHandler(deps: HealthDeps, logger: Logger) {
  return httpHandler({ logger }, async () => json(await checkHealth(deps)));
}
