import type { AuditRecord } from './audit.ts';
import type { Counter, HourCount, HourlyCounter } from './counter.ts';
import type { TraitKind } from './duplicates/traits.ts';
import type {
  AddressHash,
  AttemptId,
  ClusterId,
  Instant,
  InterestId,
  LeadId,
  MemberId,
  OutboxId,
} from './ids.ts';
import type { Interest } from './interest.ts';
import type { Lead, LeadStatus } from './lead.ts';
import type { MemberIndex } from './matching/open-index.ts';
import type { Cluster, Member } from './member.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Country } from './region.ts';
import type { StuckEntry } from './send-again.ts';
import type { EventOf } from './transitions.ts';

/** The time, as the use cases see it. */
export interface Clock {
  now(): Instant;
}

/** New identifiers, time-sortable (UUID version 7). */
export interface Ids {
  interestId(): InterestId;
  attemptId(): AttemptId;
}

/** The answer given to a form, kept for at least a year under the client's key, or under what the form says. */
export interface IdempotencyRecord {
  readonly key: string;
  /** SHA-256 of the body in lower-case hexadecimal. */
  readonly bodyHash: string;
  readonly interestId: InterestId;
  readonly createdAt: Instant;
}

/** A mark that an address must never be written to again, and what led to it. */
export interface Suppression {
  readonly addressHash: AddressHash;
  readonly because: 'unsubscribed' | 'bounced' | 'complained' | 'erased';
  readonly at: Instant;
}

/** That the company of an interest has a trait by which it is found again. */
export interface Trait {
  readonly by: TraitKind;
  /** Keyed hash of the trait; of a name, of how it begins. */
  readonly hash: AddressHash;
  readonly interestId: InterestId;
  /** The normalised name, where the trait is one. */
  readonly name?: string | undefined;
}

/** Sending as a whole: open means that nothing is sent until an operator closes it. */
export interface Breaker {
  readonly state: 'open' | 'closed';
  readonly because: string;
  readonly at: Instant;
}

/** That one address was written to on behalf of another: whose interest, and to whom it was introduced. */
export interface Pair {
  readonly from: AddressHash;
  readonly to: AddressHash;
  readonly leadId: LeadId;
  readonly at: Instant;
}

/** What is written down, by kind. */
export type Creation =
  | { readonly create: 'INTEREST'; readonly record: Interest }
  | { readonly create: 'LEAD'; readonly record: Lead }
  | { readonly create: 'OUTBOX'; readonly record: OutboxEntry }
  | { readonly create: 'IDEMPOTENCY'; readonly record: IdempotencyRecord }
  | { readonly create: 'TRAIT'; readonly record: Trait }
  | { readonly create: 'AUDIT'; readonly record: AuditRecord };

/** A record moved along its machine: refused unless it is stored in a state the event may leave, one revision back. */
export type Advance =
  | { readonly advance: 'INTEREST'; readonly event: EventOf<'INTEREST'>; readonly record: Interest }
  | { readonly advance: 'LEAD'; readonly event: EventOf<'LEAD'>; readonly record: Lead }
  | { readonly advance: 'OUTBOX'; readonly event: EventOf<'OUTBOX'>; readonly record: OutboxEntry };

/** Something that must hold in the moment of writing. */
export type Requirement =
  | { readonly require: 'notSuppressed'; readonly addressHash: AddressHash }
  | { readonly require: 'breakerClosed' }
  | { readonly require: 'memberConsents'; readonly memberId: MemberId }
  | { readonly require: 'leadApproved'; readonly leadId: LeadId }
  | { readonly require: 'leadProposed'; readonly leadId: LeadId }
  | { readonly require: 'leadIntroduced'; readonly leadId: LeadId }
  /** Nobody has begun to send this entry, or its refusal was certain: the recipient cannot have the mail. */
  | { readonly require: 'entryUnclaimed'; readonly outboxId: OutboxId }
  | { readonly require: 'interestHeld'; readonly interestId: InterestId }
  | { readonly require: 'interestOpen'; readonly interestId: InterestId };

/** A mark that replaces an earlier one of the same key, without asking unless it says so. */
export type Mark =
  /** A member as it is from now on; members are not edited while they are in use, so nothing can be lost. */
  | { readonly mark: 'MEMBER'; readonly record: Member }
  | { readonly mark: 'SUPPRESSION'; readonly record: Suppression }
  /** `over`: only in the place of this one; refused when it was opened or closed since. */
  | { readonly mark: 'BREAKER'; readonly record: Breaker; readonly over?: Breaker };

/** Raises a counter by one, together with everybody else who does; refused when it has reached `atMost`. */
export interface Tally {
  readonly tally: Counter;
  /** 1 or more; absent: no limit. */
  readonly atMost?: number | undefined;
}

/** Takes a pair for a lead; refused when another lead has taken it at or after `freeBefore`. */
export interface Take {
  readonly take: 'PAIR';
  readonly record: Pair;
  readonly freeBefore: Instant;
}

export type Change = Creation | Advance | Requirement | Mark | Tally | Take;

/** `refused` holds the positions of the changes whose condition did not hold; nothing at all was written then. */
export type CommitResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: readonly number[] };

/** What was found, and apart from it what lies there but cannot be read: that must not hide the rest. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly broken: readonly BrokenItem[];
}

export interface Page<T> extends Found<T> {
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

export interface LeadQuery {
  readonly clusters: readonly ClusterId[];
  readonly statuses: readonly LeadStatus[];
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

/** A list that grows at one end, page by page. */
export interface PageQuery {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

/** The mails that only a person can move on. */
export interface MailQuery extends PageQuery {
  readonly status: StuckEntry['status'];
}

export interface AuditQuery extends PageQuery {
  /** The id of one record; absent: of all. */
  readonly subject?: string;
}

/** What the sweeper looks through. */
export type DueKind = 'INTEREST' | 'LEAD' | 'OUTBOX';
export interface DueRecords {
  INTEREST: Interest;
  LEAD: Lead;
  OUTBOX: OutboxEntry;
}

/**
 * Everything Puente remembers. Methods throw for faults of the storage, and `BrokenItem` when what they must answer
 * with cannot be read.
 */
export interface Store {
  /** All changes or none; at most 100 (AWS quota of one DynamoDB transaction). */
  commit(changes: readonly Change[]): Promise<CommitResult>;
  interest(id: InterestId): Promise<Interest | undefined>;
  lead(id: LeadId): Promise<Lead | undefined>;
  leadsOf(interestId: InterestId): Promise<readonly Lead[]>;
  /** Nearest deadline first; leads without one last. Throws `BadCursor` for a cursor it did not make. */
  leads(query: LeadQuery): Promise<Page<Lead>>;
  outboxEntry(id: OutboxId): Promise<OutboxEntry | undefined>;
  /** Doubtful mails, longest in doubt first; failed ones, newest first. Throws `BadCursor` like `leads`. */
  mails(query: MailQuery): Promise<Page<OutboxEntry>>;
  /** What people did, newest first. Throws `BadCursor` like `leads`. */
  audit(query: AuditQuery): Promise<Page<AuditRecord>>;
  /** Undefined as long as nothing ever opened it. */
  breaker(): Promise<Breaker | undefined>;
  idempotency(key: string): Promise<IdempotencyRecord | undefined>;
  /** Every interest that has this trait, newest first, at most the newest 100. */
  traits(by: TraitKind, hash: AddressHash): Promise<readonly Trait[]>;
  member(id: MemberId): Promise<Member | undefined>;
  cluster(id: ClusterId): Promise<Cluster | undefined>;
  membersIn(country: Country): Promise<Found<Member>>;
  /** Every interest whose form was acknowledged on a day (UTC), in the order of that. */
  acceptedOn(day: string): Promise<Found<Interest>>;
  /** What a counter reached in each hour of a day (UTC) that has any, in order. */
  counted(of: HourlyCounter, day: string): Promise<readonly HourCount[]>;
  /** Records whose due time is at or before `until`, oldest first, read as they are asked for. */
  due<K extends DueKind>(kind: K, until: Instant): AsyncIterable<DueRecords[K] | BrokenItem>;
}

/** An item that is not what its kind says. Names the item and its faulty fields, never a value. */
export class BrokenItem extends Error {
  override name = 'BrokenItem';
}

/** Thrown for a page cursor that is broken, foreign or of another query. */
export class BadCursor extends Error {
  override name = 'BadCursor';
}

/** Queues between functions: each message names a record or a country, the table says the rest. */
export interface WorkQueues {
  mail(outboxId: OutboxId): Promise<void>;
  match(interestId: InterestId): Promise<void>;
  /** Asks for a new index of the members of `country`. */
  index(country: Country): Promise<void>;
}

/** The indexes that matching works on, one a country. Each is made of the table, and can be made again at any time. */
export interface MemberIndexes {
  /**
   * The index in force; the same object as before while it is unchanged, with all that `countLead` noted in it. Undefined
   * when there is none that can be used. Never throws: a match can do without, at the price of reading every member.
   */
  latest(country: Country): Promise<MemberIndex | undefined>;
  /** Names what is stored, whether or not it can be used; undefined for nothing. No name is ever given twice. */
  version(country: Country): Promise<string | undefined>;
  /**
   * Puts `bytes` in the place of the version `over`, whole or not at all; `overtaken` when that is not what is stored any
   * more. Whoever asks for the version before reading the members therefore never replaces a newer index by an older.
   */
  publish(country: Country, bytes: Uint8Array, over: string | undefined): Promise<'published' | 'overtaken'>;
}

/** What a link allows its holder to do. */
export type Capability =
  | { readonly purpose: 'interest'; readonly interestId: InterestId }
  | { readonly purpose: 'introduction'; readonly leadId: LeadId; readonly expiresAt: Instant }
  | { readonly purpose: 'stop'; readonly leadId: LeadId; readonly expiresAt: Instant };

export type CapabilityOf<P extends Capability['purpose']> = Extract<Capability, { purpose: P }>;

/** Signed links. `read` gives undefined for anything that was not signed here for that purpose; expiry is the caller's to check. */
export interface Capabilities {
  sign(capability: Capability): Promise<string>;
  read<P extends Capability['purpose']>(purpose: P, token: string): Promise<CapabilityOf<P> | undefined>;
}

/** Keyed hashes of addresses, and of what else companies are found by. */
export interface AddressHasher {
  hash(canonicalAddress: string): Promise<AddressHash>;
}

/** The rate at which SES lets this account send, shared by everybody who sends. */
export interface SendingRate {
  /**
   * Resolves when it is the caller's turn, within seconds: true. False at once when so many wait already that no turn
   * is near enough; then none was taken.
   */
  turn(): Promise<boolean>;
}

/** A finished message, ready for SES. */
export interface OutgoingMail {
  /** RFC 5322 message. */
  readonly raw: Uint8Array;
  /** Exactly one strict address. */
  readonly to: string;
  readonly outboxId: OutboxId;
  readonly attemptId: AttemptId;
}

/** What became of the one call to the mail provider. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  /** Not accepted, and may be tried again later. */
  | { readonly outcome: 'notNow'; readonly because: 'throttled' | 'unreachable' | 'misconfigured' }
  /** Not accepted, and never will be. */
  | { readonly outcome: 'rejected' }
  /** The account may not send at present. */
  | { readonly outcome: 'paused' }
  /** Nobody can say whether it was accepted. */
  | { readonly outcome: 'doubtful' };

export interface MailProvider {
  /** Calls the provider exactly once, and waits at most `limitMs` milliseconds for its answer. */
  send(mail: OutgoingMail, limitMs: number): Promise<SendOutcome>;
}
