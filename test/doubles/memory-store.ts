import { assertCommittable, keyOfChange, openInterestStatuses } from '../../shared/contracts/changes.ts';
import {
  foundIn,
  hourCounts,
  type Item,
  type ItemKind,
  itemOf,
  keyOf,
  type Records,
  readItem,
  recordOf,
} from '../../shared/contracts/items.ts';
import * as keys from '../../shared/contracts/keys.ts';
import { cursorPosition, leadCursor } from '../../shared/contracts/lead-cursor.ts';
import { pageCursor, positionAfter } from '../../shared/contracts/page-cursor.ts';
import type { HourlyCounter } from '../../shared/domain/counter.ts';
import { maxTraits, type TraitKind } from '../../shared/domain/duplicates/traits.ts';
import type {
  AddressHash,
  ClusterId,
  Instant,
  InterestId,
  LeadId,
  MemberId,
  OutboxId,
} from '../../shared/domain/ids.ts';
import type { Cluster, Member } from '../../shared/domain/member.ts';
import { isUnclaimed } from '../../shared/domain/outbox.ts';
import type {
  AuditQuery,
  BrokenItem,
  Change,
  CommitResult,
  DueKind,
  DueRecords,
  LeadQuery,
  MailQuery,
  Page,
  PageQuery,
  Store,
} from '../../shared/domain/ports.ts';
import type { Country } from '../../shared/domain/region.ts';
import { allows } from '../../shared/domain/transitions.ts';

/** A store in memory that keeps to the same contract as the one on DynamoDB, and fails when it is told to. */
export class MemoryStore implements Store {
  readonly #items = new Map<string, Item>();
  readonly #faults: { moment: 'before' | 'after'; left: number }[] = [];

  constructor(
    directory: { readonly clusters?: readonly Cluster[]; readonly members?: readonly Member[] } = {},
  ) {
    for (const cluster of directory.clusters ?? []) this.put('CLUSTER', cluster);
    for (const member of directory.members ?? []) this.put('MEMBER', member);
  }

  /** Stores `record` as it is, whatever was there. */
  put<K extends ItemKind>(kind: K, record: Records[K]): void {
    // Through JSON, as on the wire: a copy of its own, without absent fields.
    const item: Item = JSON.parse(JSON.stringify(itemOf(kind, record)));
    this.#items.set(nameOf(item), item);
  }

  /** Stores an item that no schema has seen. */
  putRaw(item: keys.ItemKey & Readonly<Record<string, unknown>>): void {
    this.#items.set(nameOf(item), item as Item);
  }

  /** Takes a record away, as an erasure does. */
  remove<K extends ItemKind>(kind: K, record: Records[K]): void {
    this.#items.delete(nameOf(keyOf(kind, record)));
  }

  /** Every record of a kind, in key order. */
  all<K extends ItemKind>(kind: K): Records[K][] {
    return this.#read(kind, () => true);
  }

  /** The `nth` commit from now (1: the next) throws: before anything is written, or after all of it is. */
  failOnce(moment: 'before' | 'after', nth = 1): void {
    this.#faults.push({ moment, left: nth });
  }

  async commit(changes: readonly Change[]): Promise<CommitResult> {
    assertCommittable(changes);
    const fault = this.#nextFault();
    if (fault === 'before') throw new Error('injected fault before a commit');
    const refused = changes.flatMap((change, position) => (this.#holds(change) ? [] : [position]));
    if (refused.length > 0) return { ok: false, refused };
    for (const change of changes) this.#write(change);
    if (fault === 'after') throw new Error('injected fault after a commit');
    return { ok: true };
  }

  async interest(id: InterestId) {
    return this.#get('INTEREST', keys.interestKey(id));
  }

  async lead(id: LeadId) {
    return this.#get('LEAD', keys.leadKey(id));
  }

  async leadsOf(interestId: InterestId) {
    const { pk } = keys.interestKey(interestId);
    return this.#read('LEAD', (item) => item.pk === pk);
  }

  async leads(query: LeadQuery) {
    const after = cursorPosition(query) ?? '';
    const partitions = new Set(
      query.clusters.flatMap((cluster) =>
        query.statuses.map((status) => keys.leadsPartition(cluster, status)),
      ),
    );
    // Sorted as items and parsed as a page, because parsing is what takes time.
    const rest = [...this.#items.values()]
      .filter(
        ({ kind, gsi1pk = '', gsi1sk = '' }) => kind === 'LEAD' && partitions.has(gsi1pk) && gsi1sk > after,
      )
      .sort(by(({ gsi1sk = '' }) => gsi1sk));
    const page = rest.slice(0, query.limit);
    const found = foundIn('LEAD', page);
    if (rest.length === page.length) return found;
    return { ...found, cursor: leadCursor(query, page.at(-1)?.gsi1sk ?? '') };
  }

  async outboxEntry(id: OutboxId) {
    return this.#get('OUTBOX', keys.outboxKey(id));
  }

  async mails(query: MailQuery) {
    const partition = keys.mailsPartition(query.status);
    return this.#page('OUTBOX', partition, 'gsi1', query.status === 'failed', query);
  }

  async audit(query: AuditQuery) {
    return query.subject === undefined
      ? this.#page('AUDIT', keys.allAudit, 'gsi1', true, query)
      : this.#page('AUDIT', keys.auditPartition(query.subject), '', true, query);
  }

  async breaker() {
    return this.#get('BREAKER', keys.breakerKey);
  }

  async idempotency(key: string) {
    return this.#get('IDEMPOTENCY', keys.idempotencyKey(key));
  }

  async traits(by: TraitKind, hash: AddressHash) {
    const partition = keys.traitPartition(by, hash);
    const own = this.#read('TRAIT', ({ pk }) => pk === partition);
    return own.reverse().slice(0, maxTraits);
  }

  async member(id: MemberId) {
    return this.#get('MEMBER', keys.memberKey(id));
  }

  async cluster(id: ClusterId) {
    return this.#get('CLUSTER', keys.clusterKey(id));
  }

  async membersIn(country: Country) {
    return foundIn('MEMBER', this.#inIndex(keys.membersPartition(country)));
  }

  async acceptedOn(day: string) {
    return foundIn('INTEREST', this.#inIndex(keys.acceptedPartition(day)));
  }

  async counted(of: HourlyCounter, day: string) {
    return hourCounts(this.#read('COUNTER', ({ pk }) => pk === keys.hoursPartition(of, day)));
  }

  async *due<K extends DueKind>(kind: K, until: Instant): AsyncGenerator<DueRecords[K] | BrokenItem> {
    const [partition, last] = [keys.duePartition(kind), keys.dueUntil(until)];
    const due = this.#sorted('gsi2sk', ({ gsi2pk, gsi2sk = '' }) => gsi2pk === partition && gsi2sk <= last);
    for (const item of due) yield readItem(kind, item) as DueRecords[K] | BrokenItem;
  }

  #inIndex(partition: string): Item[] {
    return this.#sorted('gsi1sk', ({ gsi1pk }) => gsi1pk === partition);
  }

  #page<K extends ItemKind>(
    kind: K,
    partition: string,
    index: 'gsi1' | '',
    newestFirst: boolean,
    query: PageQuery,
  ): Page<Records[K]> {
    const after = positionAfter(partition, query);
    const positionOf = (item: Item) => item[`${index}sk`] ?? '';
    const all = [...this.#items.values()]
      .filter((item) => item[`${index}pk`] === partition)
      .sort(by(positionOf));
    const ordered = newestFirst ? all.reverse() : all;
    const rest = ordered.filter(
      (item) => after === undefined || (newestFirst ? positionOf(item) < after : positionOf(item) > after),
    );
    const page = rest.slice(0, query.limit);
    const last = page.at(-1);
    return {
      ...foundIn(kind, page),
      ...(rest.length > page.length && last && { cursor: pageCursor(partition, positionOf(last)) }),
    };
  }

  /** The records of the items of a kind that `isMeant`, in key order; no other item is parsed, because that takes time. */
  #read<K extends ItemKind>(kind: K, isMeant: (item: Item) => boolean): Records[K][] {
    const items = [...this.#items.values()].filter((item) => item.kind === kind && isMeant(item));
    return items.sort(by((item) => nameOf(item))).map((item) => recordOf(kind, item));
  }

  #sorted(key: 'gsi1sk' | 'gsi2sk', isMeant: (item: Item) => boolean): Item[] {
    return [...this.#items.values()].filter(isMeant).sort(by((item) => item[key] ?? ''));
  }

  #get<K extends ItemKind>(kind: K, key: keys.ItemKey): Records[K] | undefined {
    const item = this.#items.get(nameOf(key));
    return item === undefined ? undefined : recordOf(kind, item);
  }

  #holds(change: Change): boolean {
    const stored = this.#items.get(nameOf(keyOfChange(change)));
    if ('create' in change) return stored === undefined;
    if ('tally' in change)
      return (
        change.atMost === undefined ||
        stored === undefined ||
        recordOf('COUNTER', stored).count < change.atMost
      );
    if ('take' in change) {
      const taken = stored === undefined ? undefined : recordOf('PAIR', stored);
      return taken === undefined || taken.leadId === change.record.leadId || taken.at < change.freeBefore;
    }
    if ('mark' in change) {
      if (change.mark !== 'BREAKER' || change.over === undefined) return true;
      return stored?.['state'] === change.over.state && stored['at'] === change.over.at;
    }
    if ('require' in change) return requirementHolds(change.require, stored);
    if (stored === undefined) return false;
    const { status, revision } = recordOf(change.advance, stored);
    return allows(change.advance, change.event, status) && revision === change.record.revision - 1;
  }

  #write(change: Change): void {
    if ('create' in change) this.put(change.create, change.record);
    if ('advance' in change) this.put(change.advance, change.record);
    if ('mark' in change) this.put(change.mark, change.record);
    if ('take' in change) this.put(change.take, change.record);
    if ('tally' in change) {
      const stored = this.#get('COUNTER', keys.counterKey(change.tally));
      this.put('COUNTER', { ...change.tally, count: (stored?.count ?? 0) + 1 });
    }
  }

  #nextFault(): 'before' | 'after' | undefined {
    for (const fault of this.#faults) fault.left -= 1;
    const position = this.#faults.findIndex(({ left }) => left === 0);
    return position < 0 ? undefined : this.#faults.splice(position, 1)[0]?.moment;
  }
}

function requirementHolds(
  name: Extract<Change, { require: string }>['require'],
  stored: Item | undefined,
): boolean {
  switch (name) {
    case 'notSuppressed':
      return stored === undefined;
    case 'breakerClosed':
      return stored === undefined || recordOf('BREAKER', stored).state === 'closed';
    case 'memberConsents':
      return stored !== undefined && recordOf('MEMBER', stored).consent?.contactByEmail === true;
    case 'leadApproved':
      return stored !== undefined && recordOf('LEAD', stored).status === 'approved';
    case 'leadProposed':
      return stored !== undefined && recordOf('LEAD', stored).status === 'proposed';
    case 'leadIntroduced':
      return stored !== undefined && recordOf('LEAD', stored).status === 'introduced';
    case 'entryUnclaimed':
      return stored === undefined || isUnclaimed(recordOf('OUTBOX', stored));
    case 'interestHeld':
      return stored !== undefined && recordOf('INTEREST', stored).status !== 'erased';
    case 'interestOpen':
      return stored !== undefined && openInterestStatuses.includes(recordOf('INTEREST', stored).status);
  }
}

function nameOf({ pk, sk }: keys.ItemKey): string {
  return `${pk} ${sk}`;
}

/** Orders by the text that `textOf` gives, code unit by code unit, as DynamoDB does with keys. */
function by<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [textOf(a), textOf(b)];
    return left === right ? 0 : left < right ? -1 : 1;
  };
}
