import type { Store } from '../../shared/domain/ports.ts';

export interface HealthDeps {
  readonly store: Pick<Store, 'idempotency'>;
}

/** Reads one key that never exists: throws when the table cannot be read. */
export async function checkHealth({ store }: HealthDeps): Promise<{ status: 'ok' }> {
  await store.idempotency('health');
  return { status: 'ok' };
}
