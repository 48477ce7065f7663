import { assertCommittable, keyOfChange, openInterestStatuses } from '../../shared/contracts/changes.ts';
import {
  foundIn,
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
import { unclaimedStatuses } from '../../shared/domain/outbox.ts';
import type {
  BrokenItem,
  Change,
  CommitResult,
  DueKind,
  DueRecords,
  LeadQuery,
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
    const items = [...this.#items.values()].filter((item) => item.kind === kind);
    return items.sort(by((item) => nameOf(item))).map((item) => recordOf(kind, item));
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
    return this.all('LEAD').filter(({ id }) => keys.leadKey(id).pk === keys.interestKey(interestId).pk);
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

  async idempotency(key: string) {
    return this.#get('IDEMPOTENCY', keys.idempotencyKey(key));
  }

  async traits(by: TraitKind, hash: AddressHash) {
    const own = this.all('TRAIT').filter((trait) => trait.by === by && trait.hash === hash);
    return own.reverse().slice(0, maxTraits);
  }

  async member(id: MemberId) {
    return this.#get('MEMBER', keys.memberKey(id));
  }

  async cluster(id: ClusterId) {
    return this.#get('CLUSTER', keys.clusterKey(id));
  }

  async membersIn(country: Country) {
    const partition = keys.membersPartition(country);
    return foundIn(
      'MEMBER',
      this.#sorted('gsi1sk').filter(({ gsi1pk }) => gsi1pk === partition),
    );
  }

  async *due<K extends DueKind>(kind: K, until: Instant): AsyncGenerator<DueRecords[K] | BrokenItem> {
    const [partition, last] = [keys.duePartition(kind), keys.dueUntil(until)];
    const due = this.#sorted('gsi2sk').filter(
      ({ gsi2pk, gsi2sk = '' }) => gsi2pk === partition && gsi2sk <= last,
    );
    for (const item of due) yield readItem(kind, item) as DueRecords[K] | BrokenItem;
  }

  #sorted(key: 'gsi1sk' | 'gsi2sk'): Item[] {
    return [...this.#items.values()].sort(by((item) => item[key] ?? ''));
  }

  #get<K extends ItemKind>(kind: K, key: keys.ItemKey): Records[K] | undefined {
    const item = this.#items.get(nameOf(key));
    return item === undefined ? undefined : recordOf(kind, item);
  }

  #holds(change: Change): boolean {
    const stored = this.#items.get(nameOf(keyOfChange(change)));
    if ('create' in change) return stored === undefined;
    if ('mark' in change) return true;
    if ('require' in change) return requirementHolds(change.require, stored);
    if (stored === undefined) return false;
    const { status, revision } = recordOf(change.advance, stored);
    return allows(change.advance, change.event, status) && revision === change.record.revision - 1;
  }

  #write(change: Change): void {
    if ('create' in change) this.put(change.create, change.record);
    if ('advance' in change) this.put(change.advance, change.record);
    if ('mark' in change) this.put(change.mark, change.record);
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
      return stored === undefined || unclaimedStatuses.includes(recordOf('OUTBOX', stored).status);
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
