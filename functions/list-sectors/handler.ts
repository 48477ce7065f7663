import { httpHandler, json, Problem, queryAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import {
  type Deps,
  listSectors,
  sectorViewSchema,
  suggestionQuerySchema,
  suggestionsSchema,
  viewSector,
} from './list-sectors.ts';

/** `GET /api/sectors?text=&language=&limit=` and `GET /api/sectors/{scheme}/{code}`. */
export function createHandler(deps: Deps, logger: Logger) {
  return httpHandler({ logger }, async (request) => {
    const scheme = request.path('scheme');
    if (scheme === '')
      return json(suggestionsSchema.parse(listSectors(deps, queryAs(suggestionQuerySchema, request))));
    const found = viewSector(deps, { scheme, code: request.path('code') });
    if (found.outcome === 'unknown') throw new Problem('notFound');
    return json(sectorViewSchema.parse(found.sector));
  });
}
