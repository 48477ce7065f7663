import { v7 } from 'uuid';
import { workCalendars } from '../../shared/adapters/holidays/holidays.ts';
import { keyedAddressHasher } from '../../shared/adapters/secrets/address-hasher.ts';
import { signedCapabilities } from '../../shared/adapters/secrets/capabilities.ts';
import { sectorModel } from '../../shared/adapters/sector-model/sector-model.ts';
import { sectorNames } from '../../shared/adapters/sector-names/sector-names.ts';
import { defaultClocks, plusSeconds } from '../../shared/domain/clocks.ts';
import type { InterestId, OutboxId } from '../../shared/domain/ids.ts';
import { attemptIdSchema, interestIdSchema } from '../../shared/domain/ids.ts';
import type {
  BrokenItem,
  Ids,
  MailProvider,
  OutgoingMail,
  SendOutcome,
  WorkQueues,
} from '../../shared/domain/ports.ts';
import type { Country } from '../../shared/domain/region.ts';
import { textReader } from '../../shared/domain/sectors/read-text.ts';
import { composeMail } from '../../shared/mail/compose-mail.ts';
import { cluster, member } from '../builders/directory.ts';
import { monday } from '../builders/ids.ts';
import { MemoryIndexes } from './memory-indexes.ts';
import { MemoryStore } from './memory-store.ts';
import { secretOf } from './secret.ts';

/** A clock that stands still until it is told to move. */
class HandClock {
  #now = monday;

  now() {
    return this.#now;
  }

  pass(durationSeconds: number): void {
    this.#now = plusSeconds(this.#now, durationSeconds);
  }
}

/** Queues that remember what was put on them. */
export class ListedQueues implements WorkQueues {
  readonly mails: OutboxId[] = [];
  readonly matches: InterestId[] = [];
  readonly indexes: Country[] = [];

  async mail(outboxId: OutboxId) {
    this.mails.push(outboxId);
  }

  async match(interestId: InterestId) {
    this.matches.push(interestId);
  }

  async index(country: Country) {
    this.indexes.push(country);
  }
}

/** A provider that remembers each call and answers as it is told, by default with acceptance. */
class ListedProvider implements MailProvider {
  readonly calls: OutgoingMail[] = [];
  readonly limitsMs: number[] = [];
  answer: (mail: OutgoingMail) => SendOutcome | Promise<SendOutcome> = () => ({
    outcome: 'accepted',
    messageId: `message-${this.calls.length}`,
  });

  async send(mail: OutgoingMail, limitMs: number) {
    this.calls.push(mail);
    this.limitsMs.push(limitMs);
    return this.answer(mail);
  }
}

const ids: Ids = {
  interestId: () => interestIdSchema.parse(v7()),
  attemptId: () => attemptIdSchema.parse(v7()),
};

/** Everything that use cases depend on, on doubles; the directory holds one cluster with one member. */
export function world(directory = { clusters: [cluster()], members: [member()] }) {
  const clock = new HandClock();
  const provider = new ListedProvider();
  const queues = new ListedQueues();
  const broken: BrokenItem[] = [];
  const unasked: unknown[] = [];
  return {
    store: new MemoryStore(directory),
    indexes: new MemoryIndexes(),
    clock,
    ids,
    clocks: defaultClocks,
    calendars: workCalendars,
    capabilities: signedCapabilities(secretOf('a key for links, of no use anywhere else')),
    addresses: keyedAddressHasher(secretOf('a key for addresses, of no use elsewhere')),
    provider,
    /** Everybody's turn comes at once. */
    rate: { turn: async () => true },
    mailsADay: 3,
    queues,
    /** Items that could not be read, as use cases told of them. */
    broken,
    onBroken: (item: BrokenItem) => void broken.push(item),
    /** Why indexes could not be asked for. */
    unasked,
    onUnasked: (error: unknown) => void unasked.push(error),
    baseUrl: 'https://puente.example',
    names: sectorNames,
    read: textReader(sectorModel),
    compose: (
      content: Parameters<typeof composeMail>[0]['content'],
      links: Parameters<typeof composeMail>[0]['links'],
      to: Parameters<typeof composeMail>[0]['to'],
      date: string,
    ) => composeMail({ content, links, to, date, from: 'Puente <puente@puente.example>' }, sectorNames),
  };
}

export type World = ReturnType<typeof world>;

/** An invocation that has all the time it may have, and that nobody listens to. */
export const invocation = {
  remainingMs: () => 60_000,
  onAnswer: () => undefined,
};
