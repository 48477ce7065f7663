import type { AuditPage } from '../../shared/contracts/http/audit-view.ts';
import { type AuditQuery, BadCursor, type BrokenItem, type Store } from '../../shared/domain/ports.ts';

export interface ListAuditDeps {
  readonly store: Pick<Store, 'audit'>;
  /** Told of an act that cannot be read, and so cannot be shown. */
  readonly onBroken: (item: BrokenItem) => void;
}

export type ListAuditOutcome =
  | { readonly outcome: 'page'; readonly page: AuditPage }
  | { readonly outcome: 'badCursor' };

/** A page of what people did, newest first. */
export async function listAudit(deps: ListAuditDeps, query: AuditQuery): Promise<ListAuditOutcome> {
  try {
    const { items, broken, cursor } = await deps.store.audit(query);
    broken.forEach(deps.onBroken);
    return { outcome: 'page', page: { items: [...items], cursor } };
  } catch (error) {
    if (error instanceof BadCursor) return { outcome: 'badCursor' };
    throw error;
  }
}
