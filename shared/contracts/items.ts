import * as z from 'zod';
import { type AuditRecord, auditRecordSchema } from '../domain/audit.ts';
import { type Counter, counterSchema, dayOf, type HourCount } from '../domain/counter.ts';
import { traitKinds } from '../domain/duplicates/traits.ts';
import {
  addressHashSchema,
  type Instant,
  instantSchema,
  interestIdSchema,
  leadIdSchema,
} from '../domain/ids.ts';
import { type Interest, interestDueAt, interestSchema } from '../domain/interest.ts';
import { type Lead, leadDueAt, leadSchema } from '../domain/lead.ts';
import { type Cluster, clusterSchema, type Member, memberSchema } from '../domain/member.ts';
import { type OutboxEntry, outboxDueAt, outboxEntrySchema } from '../domain/outbox.ts';
import {
  type Breaker,
  BrokenItem,
  type Found,
  type IdempotencyRecord,
  type Pair,
  type Suppression,
  type Trait,
} from '../domain/ports.ts';
import * as keys from './keys.ts';

/** What the table holds, by the kind that each item carries. */
export interface Records {
  INTEREST: Interest;
  LEAD: Lead;
  MEMBER: Member;
  CLUSTER: Cluster;
  OUTBOX: OutboxEntry;
  IDEMPOTENCY: IdempotencyRecord;
  SUPPRESSION: Suppression;
  TRAIT: Trait;
  BREAKER: Breaker;
  COUNTER: Count;
  PAIR: Pair;
  AUDIT: AuditRecord;
}
export type ItemKind = keyof Records;

/** A counter and what it has reached. */
export type Count = Counter & { readonly count: number };

/** An item as it lies in the table: keys, kind, version, and the fields of its record beside them. */
export interface Item extends keys.ItemKey, keys.IndexKeys {
  readonly kind: ItemKind;
  readonly schemaVersion: number;
  readonly [attribute: string]: unknown;
}

/** The form of the items written today; an item of any other form is not read. */
const schemaVersion = 1;

/** Longer than any interest stays open by default: 7 days to be confirmed, 180 of search, 10 for the last answer. */
const idempotencyRetentionSeconds = 365 * 86_400;

const idempotencySchema = z.object({
  key: z.string().min(1).max(200),
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
  interestId: interestIdSchema,
  createdAt: instantSchema,
});

const suppressionSchema = z.object({
  addressHash: addressHashSchema,
  because: z.enum(['unsubscribed', 'bounced', 'complained', 'erased']),
  at: instantSchema,
});

const traitSchema = z.object({
  by: z.enum(traitKinds),
  hash: addressHashSchema,
  interestId: interestIdSchema,
  name: z.string().min(1).max(400).optional(),
});

const countSchema = z.intersection(counterSchema, z.object({ count: z.number().int().min(0) }));

const pairSchema = z.object({
  from: addressHashSchema,
  to: addressHashSchema,
  leadId: leadIdSchema,
  at: instantSchema,
});

const breakerSchema = z.object({ state: z.enum(['open', 'closed']), because: z.string(), at: instantSchema });

interface Definition<R> {
  readonly schema: z.ZodType<R>;
  readonly key: (record: R) => keys.ItemKey;
  /** Attributes beside the record's own: index keys and the time to live. */
  readonly extra?: (record: R) => keys.IndexKeys & { readonly ttl?: number };
}

const definitions: { readonly [K in ItemKind]: Definition<Records[K]> } = {
  INTEREST: {
    schema: interestSchema,
    key: ({ id }) => keys.interestKey(id),
    extra: (interest) => ({
      gsi1pk: keys.acceptedPartition(dayOf(interest.createdAt)),
      gsi1sk: interest.id,
      ...keys.dueKeys('INTEREST', interest.id, interestDueAt(interest)),
    }),
  },
  LEAD: {
    schema: leadSchema,
    key: ({ id }) => keys.leadKey(id),
    extra: (lead) => ({
      gsi1pk: keys.leadsPartition(lead.clusterId, lead.status),
      gsi1sk: keys.leadPosition(lead),
      ...keys.dueKeys('LEAD', lead.id, leadDueAt(lead)),
    }),
  },
  MEMBER: {
    schema: memberSchema,
    key: ({ id }) => keys.memberKey(id),
    extra: ({ id, company }) => ({ gsi1pk: keys.membersPartition(company.country), gsi1sk: id }),
  },
  CLUSTER: { schema: clusterSchema, key: ({ id }) => keys.clusterKey(id) },
  OUTBOX: {
    schema: outboxEntrySchema,
    key: ({ id }) => keys.outboxKey(id),
    extra: (entry) => ({
      ...keys.mailKeys(entry),
      ...keys.dueKeys('OUTBOX', entry.id, outboxDueAt(entry)),
    }),
  },
  IDEMPOTENCY: {
    schema: idempotencySchema,
    key: ({ key }) => keys.idempotencyKey(key),
    extra: ({ createdAt }) => ({ ttl: idempotencyTtlSeconds(createdAt) }),
  },
  SUPPRESSION: { schema: suppressionSchema, key: ({ addressHash }) => keys.suppressionKey(addressHash) },
  TRAIT: {
    schema: traitSchema,
    key: ({ by, hash, interestId }) => keys.traitKey(by, hash, interestId),
  },
  BREAKER: { schema: breakerSchema, key: () => keys.breakerKey },
  COUNTER: {
    schema: countSchema,
    key: (counter) => keys.counterKey(counter),
    extra: (counter) => ({ ttl: counterTtlSeconds(counter) }),
  },
  PAIR: { schema: pairSchema, key: (pair) => keys.pairKey(pair) },
  AUDIT: { schema: auditRecordSchema, key: keys.auditKey, extra: keys.auditKeys },
};

/** The primary key under which a record of `kind` is stored. */
export function keyOf<K extends ItemKind>(kind: K, record: Records[K]): keys.ItemKey {
  return definitions[kind].key(record);
}

/** The item that stores `record`. Throws `BrokenItem` for a record that its schema does not allow. */
export function itemOf<K extends ItemKind>(kind: K, record: Records[K]): Item {
  const { schema, key, extra }: Definition<Records[K]> = definitions[kind];
  const encoded = z.safeEncode(schema, record);
  if (!encoded.success) throw brokenItem(kind, key(record), encoded.error);
  const fields = encoded.data as Readonly<Record<string, unknown>>;
  return { ...fields, ...extra?.(record), ...key(record), kind, schemaVersion };
}

/** What every item of a kind has beside its record; made once, because making a schema costs more than parsing with it. */
const envelopeSchemas = new Map(
  Object.keys(definitions).map((kind) => [
    kind,
    z.object({
      pk: z.string(),
      sk: z.string(),
      kind: z.literal(kind),
      schemaVersion: z.literal(schemaVersion),
    }),
  ]),
);

/** The record that `item` stores. Throws `BrokenItem` for another kind or version and for a record that does not parse. */
export function recordOf<K extends ItemKind>(kind: K, item: Readonly<Record<string, unknown>>): Records[K] {
  const { schema }: Definition<Records[K]> = definitions[kind];
  const envelope = envelopeSchemas.get(kind)?.safeParse(item);
  if (envelope === undefined) throw new Error(`${kind} is no kind of item`);
  if (!envelope.success) throw brokenItem(kind, item, envelope.error);
  const record = schema.safeDecode(item);
  if (!record.success) throw brokenItem(kind, envelope.data, record.error);
  return record.data;
}

/** What each hour has counted, from the counts of its shards, in order. */
export function hourCounts(counts: readonly Count[]): readonly HourCount[] {
  const hours = new Map<string, number>();
  for (const counter of counts) {
    if (counter.of !== 'mailsTo') hours.set(counter.hour, (hours.get(counter.hour) ?? 0) + counter.count);
  }
  return [...hours].map(([hour, count]) => ({ hour, count }));
}

/** The record that `item` stores, or why it cannot be read. */
export function readItem<K extends ItemKind>(
  kind: K,
  item: Readonly<Record<string, unknown>>,
): Records[K] | BrokenItem {
  try {
    return recordOf(kind, item);
  } catch (error) {
    if (error instanceof BrokenItem) return error;
    throw error;
  }
}

/** The records that `items` store, and apart from them what cannot be read. */
export function foundIn<K extends ItemKind>(
  kind: K,
  items: readonly Readonly<Record<string, unknown>>[],
): Found<Records[K]> {
  const found = { items: [] as Records[K][], broken: [] as BrokenItem[] };
  for (const item of items) {
    const record = readItem(kind, item);
    if (record instanceof BrokenItem) found.broken.push(record);
    else found.items.push(record);
  }
  return found;
}

/**
 * When DynamoDB may drop an idempotency record, in seconds since 1970: a year after its making. Nothing rests on
 * its being dropped.
 */
function idempotencyTtlSeconds(createdAt: Instant): number {
  return Math.ceil(Date.parse(createdAt) / 1000) + idempotencyRetentionSeconds;
}

/** A counter is looked at for a week; the mails of a day only on that day. Nothing rests on its being dropped. */
function counterTtlSeconds(counter: Counter): number {
  const [from, days] = counter.of === 'mailsTo' ? [counter.day, 2] : [`${counter.hour}:00Z`, 40];
  return Date.parse(from) / 1000 + days * 86_400;
}

function brokenItem(
  kind: ItemKind,
  { pk, sk }: { pk?: unknown; sk?: unknown },
  error: z.core.$ZodError,
): BrokenItem {
  const faults = error.issues.map(({ path, code }) => `${path.join('.')} ${code}`.trim());
  return new BrokenItem(`${kind} ${String(pk)} ${String(sk)}: ${faults.join(', ')}`);
}
