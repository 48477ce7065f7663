import { workCalendars } from '../../../shared/adapters/holidays/holidays.ts';
import { keyedAddressHasher } from '../../../shared/adapters/secrets/address-hasher.ts';
import { signedCapabilities } from '../../../shared/adapters/secrets/capabilities.ts';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import type { MailLinks } from '../../../shared/contracts/mail-links.ts';
import type { Clocks } from '../../../shared/domain/clocks.ts';
import { attemptIdSchema, interestIdSchema } from '../../../shared/domain/ids.ts';
import type { MailContent } from '../../../shared/domain/mail-content.ts';
import type {
  Change,
  CommitResult,
  DueKind,
  MailProvider,
  MemberIndexes,
  Store,
  WorkQueues,
} from '../../../shared/domain/ports.ts';
import { readsNothing } from '../../doubles/member-index.ts';
import { secretOf } from '../../doubles/secret.ts';
import { InjectedFault, type Invocation } from './invocation.ts';
import type { SimulatedProvider } from './provider.ts';
import type { Random } from './random.ts';
import type { SimulatedTable } from './table.ts';
import type { Timeline } from './timeline.ts';

/** What stands behind the ports of every function. */
export interface Behind {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly table: SimulatedTable;
  readonly provider: SimulatedProvider;
  readonly queues: WorkQueues;
  readonly indexes: MemberIndexes;
  readonly clocks: Clocks;
  /** What the version that was deployed before runs with; absent: the same. */
  readonly clocksBefore?: Clocks | undefined;
}

export const addressKey = 'a key for addresses, of no use elsewhere';
const linkKey = 'a key for links, of no use anywhere else';
const baseUrl = 'https://puente.example';

/** What a mail of the simulation is: all that its reader can use. */
export interface SimulatedMail {
  readonly content: MailContent;
  readonly links: MailLinks;
}

/** Everything that use cases depend on, each call of AWS being one that can be struck. A new port is one more line. */
export function portsOf(behind: Behind, invocation: Invocation) {
  const { timeline, random, clocks, clocksBefore } = behind;
  const nowMs = () => timeline.nowMs + invocation.skewMs;
  const id = () => uuid7(nowMs(), random);
  return {
    store: struckStore(behind.table, invocation),
    provider: struckProvider(behind.provider, invocation),
    rate: struck(invocation, 'rate', { turn: async () => true }),
    mailsADay: 3,
    queues: struck(invocation, 'queues', behind.queues),
    indexes: struckIndexes(behind.indexes, invocation),
    capabilities: signedCapabilities(struck(invocation, 'linkSecret', secretOf(linkKey))),
    addresses: keyedAddressHasher(struck(invocation, 'addressSecret', secretOf(addressKey))),
    clock: { now: () => new Date(nowMs()).toISOString() },
    ids: {
      interestId: () => interestIdSchema.parse(id()),
      attemptId: () => attemptIdSchema.parse(id()),
    },
    clocks: invocation.isOld ? (clocksBefore ?? clocks) : clocks,
    read: readsNothing,
    calendars: workCalendars,
    names: sectorNames,
    baseUrl,
    onBroken: () => undefined,
    onUnasked: () => undefined,
    compose: async (content: MailContent, links: MailLinks) =>
      Buffer.from(JSON.stringify({ content, links } satisfies SimulatedMail)),
  };
}

export type SimulatedPorts = ReturnType<typeof portsOf>;

/** `port` with every method a call that can be struck. */
function struck<T extends object>(invocation: Invocation, name: string, port: T): T {
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) =>
        invocation.call(`${name}.${String(key)}`, async () => method.apply(target, given));
    },
  });
}

function struckStore(table: SimulatedTable, invocation: Invocation): Store {
  const reads = struck(invocation, 'store', table.store);
  const version = invocation.isOld ? asReadBefore : <T>(record: T) => record;
  return {
    commit: (changes) =>
      invocation.call(
        `store.commit(${titleOf(changes)})`,
        () => table.commit(changes),
        // The token: what was done is not done again; what was refused is looked at anew.
        async (first: CommitResult) => (first.ok ? first : table.commit(changes)),
      ),
    interest: (id) => reads.interest(id),
    lead: async (id) => version(await reads.lead(id)),
    leadsOf: async (id) => (await reads.leadsOf(id)).map(version),
    leads: (query) => reads.leads(query),
    outboxEntry: async (id) => version(await reads.outboxEntry(id)),
    idempotency: (key) => reads.idempotency(key),
    traits: (by, hash) => reads.traits(by, hash),
    member: (id) => reads.member(id),
    cluster: (id) => reads.cluster(id),
    membersIn: (country) => reads.membersIn(country),
    mails: (query) => reads.mails(query),
    audit: (query) => reads.audit(query),
    breaker: () => reads.breaker(),
    acceptedOn: (day) => reads.acceptedOn(day),
    counted: (of, day) => reads.counted(of, day),
    async *due<K extends DueKind>(kind: K, until: string) {
      const found = await invocation.call(`store.due(${kind})`, () => table.due(kind, until));
      yield* found.map(version);
    },
  };
}

/** What a commit is called in reports: by its first change that writes. */
function titleOf(changes: readonly Change[]): string {
  for (const change of changes) {
    if ('advance' in change) return `${change.event} ${change.advance}`;
    if ('create' in change) return `create ${change.create}`;
    if ('mark' in change) return `mark ${change.mark}`;
  }
  return 'nothing';
}

/** As the version reads that was deployed before: the newest optional fields are not in its schema, so zod drops them. */
function asReadBefore<T>(record: T): T {
  if (typeof record !== 'object' || record === null || record instanceof Error) return record;
  const { duplicates: _duplicates, ...rest } = record as T & { readonly duplicates?: unknown };
  const { content } = rest as { readonly content?: { readonly submitterLanguage?: unknown } };
  if (content === undefined || !('reader' in content)) return rest as T;
  const { submitterLanguage: _language, ...known } = content;
  return { ...rest, content: known } as T;
}

/** An index that cannot be read is none, as on S3: a match goes on without. */
function struckIndexes(indexes: MemberIndexes, invocation: Invocation): MemberIndexes {
  const calls = struck(invocation, 'indexes', indexes);
  return {
    latest: (country) =>
      calls.latest(country).catch((error: unknown) => {
        if (error instanceof InjectedFault) return undefined;
        throw error;
      }),
    version: (country) => calls.version(country),
    publish: (country, bytes, over) => calls.publish(country, bytes, over),
  };
}

function struckProvider(provider: SimulatedProvider, invocation: Invocation): MailProvider {
  return { send: (mail, limitMs) => invocation.send((fault) => provider.send(mail, limitMs, fault)) };
}

/** UUID version 7 (RFC 9562) of a time and chance. */
export function uuid7(nowMs: number, random: Random): string {
  const time = nowMs.toString(16).padStart(12, '0');
  const chance = random.hex(9);
  const variant = '89ab'[random.between(0, 3)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(3, 6)}-${chance.slice(6)}`;
}
