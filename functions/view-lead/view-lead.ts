import { type LeadView, leadView } from '../../shared/contracts/http/lead-view.ts';
import { leadIdSchema } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Store } from '../../shared/domain/ports.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';

export interface ViewLeadDeps {
  readonly store: Store;
  readonly names: SectorNames;
}

/** One lead of one's own clusters; undefined for a foreign one as for one that does not exist. */
export async function viewLead(
  deps: ViewLeadDeps,
  id: string,
  ownClusters: readonly string[],
  language: Language,
): Promise<LeadView | undefined> {
  const parsed = leadIdSchema.safeParse(id);
  const lead = parsed.success ? await deps.store.lead(parsed.data) : undefined;
  if (lead === undefined || !ownClusters.includes(lead.clusterId)) return undefined;
  return leadView(lead, language, deps.names);
}
