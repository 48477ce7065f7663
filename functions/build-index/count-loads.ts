import type { ClusterId, MemberId } from '../../shared/domain/ids.ts';
import type { Lead, LeadStatus } from '../../shared/domain/lead.ts';
import type { BrokenItem, LeadQuery, Page, Store } from '../../shared/domain/ports.ts';

interface CountDeps {
  readonly store: Pick<Store, 'leads'>;
  /** Told of a lead that cannot be counted. */
  readonly onBroken: (item: BrokenItem) => void;
}

/** A lead in these states still asks something of its member, or will. */
const openStatuses: readonly LeadStatus[] = ['proposed', 'approved', 'introduced', 'accepted'];

/** The most that one page of leads holds. */
const pageLeads = 100;

/** How many open leads each member has, among the leads of these clusters; a member without any is not in it. */
export async function countLoads(
  deps: CountDeps,
  clusters: readonly ClusterId[],
): Promise<ReadonlyMap<MemberId, number>> {
  const loads = new Map<MemberId, number>();
  // One partition of the index after the other: of several at once each page would read more than it answers with.
  for (const cluster of clusters) {
    for (const status of openStatuses) {
      for await (const { member } of leadsIn(deps, cluster, status)) {
        loads.set(member.id, (loads.get(member.id) ?? 0) + 1);
      }
    }
  }
  return loads;
}

async function* leadsIn({ store, onBroken }: CountDeps, cluster: ClusterId, status: LeadStatus) {
  const query: LeadQuery = { clusters: [cluster], statuses: [status], limit: pageLeads };
  let next: LeadQuery | undefined = query;
  while (next !== undefined) {
    const page: Page<Lead> = await store.leads(next);
    page.broken.forEach(onBroken);
    yield* page.items;
    next = page.cursor === undefined ? undefined : { ...query, cursor: page.cursor };
  }
}
