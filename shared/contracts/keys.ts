import type { AuditRecord } from '../domain/audit.ts';
import type { Counter, HourlyCounter } from '../domain/counter.ts';
import type { TraitKind } from '../domain/duplicates/traits.ts';
import type {
  AddressHash,
  ClusterId,
  Instant,
  InterestId,
  LeadId,
  MemberId,
  OutboxId,
} from '../domain/ids.ts';
import { partsOf } from '../domain/ids.ts';
import type { Lead, LeadStatus } from '../domain/lead.ts';
import { leadDeadline } from '../domain/lead.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { DueKind, Pair } from '../domain/ports.ts';
import type { Country } from '../domain/region.ts';
import { isStuck, type StuckEntry } from '../domain/send-again.ts';

/** The primary key of an item. No key ever holds an address or anything else that a person wrote. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** The keys of an item in an index; an item without them is not in that index. */
export interface IndexKeys {
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
}

/** Sorts after every digit, letter, hyphen, dot and `#`, of which all sort keys consist. */
const last = '~';

export const leadPrefix = 'LEAD#';

export function interestKey(id: InterestId): ItemKey {
  return { pk: `INTEREST#${id}`, sk: 'INTEREST' };
}

/** A lead lies beside its interest, so that one query reads all leads of an interest. */
export function leadKey(id: LeadId): ItemKey {
  const { interestId, memberId } = partsOf(id);
  return { pk: interestKey(interestId).pk, sk: `${leadPrefix}${memberId}` };
}

export function memberKey(id: MemberId): ItemKey {
  return { pk: `MEMBER#${id}`, sk: 'MEMBER' };
}

export function clusterKey(id: ClusterId): ItemKey {
  return { pk: `CLUSTER#${id}`, sk: 'CLUSTER' };
}

export function outboxKey(id: OutboxId): ItemKey {
  return { pk: `OUTBOX#${id}`, sk: 'OUTBOX' };
}

export function idempotencyKey(key: string): ItemKey {
  return { pk: `IDEMPOTENCY#${key}`, sk: 'IDEMPOTENCY' };
}

export function suppressionKey(addressHash: AddressHash): ItemKey {
  return { pk: `SUPPRESSION#${addressHash}`, sk: 'SUPPRESSION' };
}

/** One partition for each trait, in which the interests that have it follow one another in the order of their making. */
export function traitKey(by: TraitKind, hash: AddressHash, interestId: InterestId): ItemKey {
  return { pk: traitPartition(by, hash), sk: interestId };
}

export function traitPartition(by: TraitKind, hash: AddressHash): string {
  return `TRAIT#${by}#${hash}`;
}

/** A counter of hours lies with its other hours and shards of the day, so that one query reads a day. */
export function counterKey(counter: Counter): ItemKey {
  return counter.of === 'mailsTo'
    ? { pk: `COUNTER#mailsTo#${counter.addressHash}`, sk: counter.day }
    : { pk: hoursPartition(counter.of, counter.hour.slice(0, 10)), sk: `${counter.hour}#${counter.shard}` };
}

export function hoursPartition(of: HourlyCounter, day: string): string {
  return `COUNTER#${of}#${day}`;
}

export function pairKey({ from, to }: Pick<Pair, 'from' | 'to'>): ItemKey {
  return { pk: `PAIR#${from}#${to}`, sk: 'PAIR' };
}

/** There is one rate for all mail. Its item is no record: it holds a time, and is nothing by itself. */
export const sendingRateKey: ItemKey = { pk: 'SENDING-RATE', sk: 'SENDING-RATE' };

/** There is one breaker for all mail. */
export const breakerKey: ItemKey = { pk: 'BREAKER', sk: 'BREAKER' };

/** One partition for each record that people acted on, in the order of the acts. */
export function auditKey({ subject, at, act }: AuditRecord): ItemKey {
  return { pk: auditPartition(subject), sk: `${at}#${act}` };
}

export function auditPartition(subject: string): string {
  return `AUDIT#${subject}`;
}

/** Index 1, audit: every act in one partition; people act rarely. */
export const allAudit = 'AUDIT';

export function auditKeys({ subject, at, act }: AuditRecord): IndexKeys {
  return { gsi1pk: allAudit, gsi1sk: `${at}#${subject}#${act}` };
}

/** Index 1, mails that only a person can move on: one partition for each status, by the time since when. */
export function mailsPartition(status: StuckEntry['status']): string {
  return `MAILS#${status}`;
}

export function mailKeys(entry: OutboxEntry): IndexKeys {
  if (!isStuck(entry)) return {};
  const since = entry.status === 'unknown' ? entry.since : entry.failedAt;
  return { gsi1pk: mailsPartition(entry.status), gsi1sk: `${since}#${entry.id}` };
}

/** Index 1, leads: one partition for each cluster and status. */
export function leadsPartition(clusterId: ClusterId, status: LeadStatus): string {
  return `LEADS#${clusterId}#${status}`;
}

/** Index 1, leads: nearest deadline first; those without one last, longest unchanged first. Unique for each lead. */
export function leadPosition(lead: Lead): string {
  return `${leadDeadline(lead) ?? `${last}${lead.updatedAt}`}#${lead.id}`;
}

/** Index 1, members: one partition for each country. */
export function membersPartition(country: Country): string {
  return `MEMBERS#${country}`;
}

/** Index 1, interests: one partition for each day (UTC) on which forms were acknowledged. */
export function acceptedPartition(day: string): string {
  return `INTERESTS#${day}`;
}

/** Index 2: what is due, one partition for each kind. */
export function duePartition(kind: DueKind): string {
  return `DUE#${kind}`;
}

/** The greatest sort key in index 2 of anything due at or before `until`. */
export function dueUntil(until: Instant): string {
  return `${until}#${last}`;
}

/** The index 2 keys of a record, or none when nothing is due. */
export function dueKeys(kind: DueKind, id: string, dueAt: Instant | undefined): IndexKeys {
  return dueAt === undefined ? {} : { gsi2pk: duePartition(kind), gsi2sk: `${dueAt}#${id}` };
}
