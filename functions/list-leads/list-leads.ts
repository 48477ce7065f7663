import { type LeadPage, leadView } from '../../shared/contracts/http/lead-view.ts';
import type { ClusterId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { LeadStatus } from '../../shared/domain/lead.ts';
import { BadCursor, type BrokenItem, type Store } from '../../shared/domain/ports.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';

export interface ListLeadsDeps {
  readonly store: Store;
  readonly names: SectorNames;
  /** Told of a lead that cannot be read, and so cannot be shown. */
  readonly onBroken: (item: BrokenItem) => void;
}

export interface LeadsWanted {
  /** The clusters of the person who asks: nothing outside them is ever seen. */
  readonly ownClusters: readonly ClusterId[];
  readonly cluster?: ClusterId | undefined;
  readonly statuses: readonly LeadStatus[];
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly language: Language;
}

export type ListLeadsOutcome =
  | { readonly outcome: 'page'; readonly page: LeadPage }
  | { readonly outcome: 'badCursor' };

/** A page of leads of one's own clusters, nearest deadline first. A foreign cluster looks like an empty one. */
export async function listLeads(deps: ListLeadsDeps, wanted: LeadsWanted): Promise<ListLeadsOutcome> {
  const { ownClusters, cluster, statuses, limit, cursor, language } = wanted;
  const clusters = cluster === undefined ? ownClusters : ownClusters.filter((own) => own === cluster);
  if (clusters.length === 0) return { outcome: 'page', page: { items: [] } };
  try {
    const page = await deps.store.leads({
      clusters,
      statuses,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    page.broken.forEach(deps.onBroken);
    const items = page.items.map((lead) => leadView(lead, language, deps.names));
    return { outcome: 'page', page: { items, cursor: page.cursor } };
  } catch (error) {
    if (error instanceof BadCursor) return { outcome: 'badCursor' };
    throw error;
  }
}
