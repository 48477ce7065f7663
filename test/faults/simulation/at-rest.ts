import type { ItemKind } from '../../../shared/contracts/items.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import type { People } from './people.ts';
import type { SimulatedPuente } from './puente.ts';

const kinds = [
  'INTEREST',
  'LEAD',
  'MEMBER',
  'CLUSTER',
  'OUTBOX',
  'IDEMPOTENCY',
  'SUPPRESSION',
  'TRAIT',
  'BREAKER',
] as const satisfies readonly ItemKind[];

const finalInterests: ReadonlySet<string> = new Set(['closed', 'expired', 'withdrawn', 'erased']);
/** A deferred lead waits for a person; every other open one has a clock, and none is left when its interest has ended. */
const openLeads: ReadonlySet<string> = new Set(['proposed', 'approved', 'introduced', 'accepted']);

/** What must hold when nothing is left to happen, beside what was watched on the way; names every breach. */
export function breachesAtRest(puente: SimulatedPuente, people?: Pick<People, 'acknowledged'>): string[] {
  return [
    ...puente.oracle.violations,
    ...unreadable(puente),
    ...(people === undefined ? [] : lostForms(puente, people)),
    ...openRecords(puente),
    ...puente.table.store.all('OUTBOX').flatMap((entry) => untrueEntry(puente, entry)),
    ...silentlyDropped(puente),
    ...strangeMails(puente),
  ];
}

function unreadable({ table }: SimulatedPuente): string[] {
  return kinds.flatMap((kind) => {
    try {
      table.store.all(kind);
      return [];
    } catch (error) {
      return [`not to be read: ${String(error)}`];
    }
  });
}

function lostForms({ table }: SimulatedPuente, { acknowledged }: Pick<People, 'acknowledged'>): string[] {
  const stored = new Set(table.store.all('INTEREST').map(({ id }) => id));
  return [...acknowledged].filter((id) => !stored.has(id)).map((id) => `acknowledged and lost: ${id}`);
}

function openRecords({ table }: SimulatedPuente): string[] {
  const paused = table.store.all('BREAKER').filter(({ state }) => state === 'open');
  const interests = table.store.all('INTEREST').filter(({ status }) => !finalInterests.has(status));
  const leads = table.store.all('LEAD').filter(({ status }) => openLeads.has(status));
  const open = [...interests, ...leads].map(({ id, status }) => `still ${status}: ${id}`);
  return [...open, ...paused.map(({ because }) => `sending is still paused: ${because}`)];
}

/** What an entry says of its mail must be what the provider knows. */
function untrueEntry({ oracle }: SimulatedPuente, entry: OutboxEntry): string[] {
  const accepted = oracle.acceptances.get(entry.id) ?? [];
  switch (entry.status) {
    case 'sent': {
      const same = accepted.some(
        ({ attemptId, messageId }) => attemptId === entry.attemptId && messageId === entry.messageId,
      );
      return same ? [] : [`sent, and never accepted: ${entry.id}`];
    }
    case 'failed':
      return accepted.length === 0 ? [] : [`failed, and accepted: ${entry.id}`];
    case 'unknown':
      return [];
    default:
      return [`still ${entry.status}: ${entry.id}`];
  }
}

/**
 * A first mail or a disclosure that nobody sent, that no alarm tells of, and that is no longer wanted only because it
 * took too long. While an operator kept all mail paused, an alarm did tell.
 */
function silentlyDropped({ table, steps }: SimulatedPuente): string[] {
  if (steps.has('operator let mail go again')) return [];
  return table.store.all('OUTBOX').flatMap((entry) => {
    const owed = entry.content.template === 'confirmation' || entry.content.template === 'connection';
    const dropped = entry.status === 'failed' && entry.failure === 'superseded';
    return owed && dropped ? [`never went out, and nobody was told: ${entry.id}`] : [];
  });
}

function strangeMails({ oracle, table }: SimulatedPuente): string[] {
  const entries = new Set(table.store.all('OUTBOX').map(({ id }) => id));
  return [...oracle.acceptances.keys()].filter((id) => !entries.has(id)).map((id) => `no entry: ${id}`);
}
