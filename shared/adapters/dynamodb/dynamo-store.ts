import { foundIn, hourCounts, readItem, recordOf } from '../../contracts/items.ts';
import * as keys from '../../contracts/keys.ts';
import type { HourlyCounter } from '../../domain/counter.ts';
import { maxTraits, type TraitKind } from '../../domain/duplicates/traits.ts';
import type { AddressHash, Instant, InterestId } from '../../domain/ids.ts';
import type { BrokenItem, DueKind, DueRecords, Store } from '../../domain/ports.ts';
import { committer, jitterMs } from './commit.ts';
import { listAudit, listMails } from './list-by-time.ts';
import { listLeads } from './list-leads.ts';
import { type Table, type TableReader, tableReader } from './table.ts';

interface Options extends Table {
  /** Milliseconds to wait after failed attempt 1, 2, … of a commit that met another one. */
  readonly backoffMs?: (attempt: number) => number;
}

/** Few enough to be dealt with before they are old, and enough that a round of an ordinary minute reads once. */
const duePageItems = 100;

/** The store on one DynamoDB table. Retries of single calls are the client's own; see `docs/access-patterns.md`. */
export function dynamoStore({ backoffMs = jitterMs, ...table }: Options): Store {
  const reader = tableReader(table);

  async function leadsOf(interestId: InterestId) {
    const items = await reader.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': keys.interestKey(interestId).pk, ':prefix': keys.leadPrefix },
      ConsistentRead: true,
    });
    return items.map((item) => recordOf('LEAD', item));
  }

  function inIndex(partition: string) {
    return reader.query({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
    });
  }

  async function* due<K extends DueKind>(
    kind: K,
    until: Instant,
  ): AsyncGenerator<DueRecords[K] | BrokenItem> {
    const pages = reader.pages({
      IndexName: 'gsi2',
      KeyConditionExpression: 'gsi2pk = :partition AND gsi2sk <= :until',
      ExpressionAttributeValues: { ':partition': keys.duePartition(kind), ':until': keys.dueUntil(until) },
      Limit: duePageItems,
    });
    for await (const items of pages)
      for (const item of items) yield readItem(kind, item) as DueRecords[K] | BrokenItem;
  }

  return {
    commit: committer(table, backoffMs),
    interest: (id) => reader.get('INTEREST', keys.interestKey(id)),
    lead: (id) => reader.get('LEAD', keys.leadKey(id)),
    leadsOf,
    leads: (query) => listLeads(reader, query),
    outboxEntry: (id) => reader.get('OUTBOX', keys.outboxKey(id)),
    mails: (query) => listMails(reader, query),
    audit: (query) => listAudit(reader, query),
    breaker: () => reader.get('BREAKER', keys.breakerKey),
    idempotency: (key) => reader.get('IDEMPOTENCY', keys.idempotencyKey(key)),
    traits: (by, hash) => traitsIn(reader, by, hash),
    member: (id) => reader.get('MEMBER', keys.memberKey(id)),
    cluster: (id) => reader.get('CLUSTER', keys.clusterKey(id)),
    membersIn: async (country) => foundIn('MEMBER', await inIndex(keys.membersPartition(country))),
    acceptedOn: async (day) => foundIn('INTEREST', await inIndex(keys.acceptedPartition(day))),
    counted: (of, day) => countedIn(reader, of, day),
    due,
  };
}

async function traitsIn(reader: TableReader, by: TraitKind, hash: AddressHash) {
  const items = await reader.query(
    {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.traitPartition(by, hash) },
      ConsistentRead: true,
      ScanIndexForward: false,
    },
    maxTraits,
  );
  return items.map((item) => recordOf('TRAIT', item));
}

async function countedIn(reader: TableReader, of: HourlyCounter, day: string) {
  const items = await reader.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keys.hoursPartition(of, day) },
    ConsistentRead: true,
  });
  return hourCounts(items.map((item) => recordOf('COUNTER', item)));
}
