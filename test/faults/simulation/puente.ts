import { buildIndex } from '../../../functions/build-index/build-index.ts';
import { dispatchOutbox } from '../../../functions/dispatch-outbox/dispatch-outbox.ts';
import { matchInterest } from '../../../functions/match-interest/match-interest.ts';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { sweep } from '../../../functions/sweep/sweep.ts';
import { dispatcherFilters } from '../../../infra/constructs/dispatcher-filters.ts';
import { parsePattern } from '../../../local/events/filter.ts';
import type { StreamRecord } from '../../../local/events/stream-reader.ts';
import {
  indexMessageSchema,
  mailMessageSchema,
  matchMessageSchema,
  parseMessage,
} from '../../../shared/contracts/messages.ts';
import { streamRecordSchema } from '../../../shared/contracts/stream.ts';
import { type Clocks, clocksSchema } from '../../../shared/domain/clocks.ts';
import type { Member } from '../../../shared/domain/member.ts';
import type { WorkQueues } from '../../../shared/domain/ports.ts';
import { cluster, member } from '../../builders/directory.ts';
import { monday } from '../../builders/ids.ts';
import { MemoryIndexes } from '../../doubles/memory-indexes.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';
import {
  batchSize,
  indexRules,
  maxReceives,
  otherTimeoutSeconds,
  streamRules,
  timeoutSeconds,
  visibilityPerTimeout,
} from './as-deployed.ts';
import { type FaultPlan, faultless } from './faults.ts';
import { type Cloud, type Ending, Invocation } from './invocation.ts';
import { Oracle } from './oracle.ts';
import { type Behind, portsOf, type SimulatedPorts } from './ports.ts';
import { type Acceptance, SimulatedProvider } from './provider.ts';
import { SimulatedQueue } from './queue.ts';
import { Random } from './random.ts';
import { SimulatedStream, type Written } from './stream.ts';
import { SimulatedTable } from './table.ts';
import { Timeline } from './timeline.ts';

const minuteMs = 60_000;

/** Short enough for a life to end within a day, in the proportions of the real ones. */
export const shortClocks: Clocks = clocksSchema.parse({
  confirm: 4 * 3600,
  decide: 3600,
  answer: 4 * 3600,
  interest: 8 * 3600,
  pairAgain: 3600,
});

/** Changes what a function is given: a test takes a guard away and sees the oracle say so. */
export type Tamper = (ports: SimulatedPorts, functionName: string) => SimulatedPorts;

export interface Setting {
  readonly seed: number;
  readonly members?: readonly Member[];
  readonly clocks?: Clocks;
  /** Clocks of the version that was deployed before, and of which every other invocation still is. */
  readonly clocksBefore?: Clocks;
  /** Clocks of machines are wrong by up to so much, in milliseconds. */
  readonly skewMs?: number;
  readonly workers?: number;
  readonly tamper?: Tamper;
}

/** What a function does with one message. */
type Act = (ports: SimulatedPorts, body: string, run: Invocation) => Promise<unknown>;

/** All of Puente on simulated parts: the real use cases, woken by what wakes them when deployed. */
export class SimulatedPuente {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly table: SimulatedTable;
  readonly oracle: Oracle;
  readonly stream: SimulatedStream;
  readonly mail: SimulatedQueue;
  readonly matching: SimulatedQueue;
  readonly indexing: SimulatedQueue;
  readonly clocks: Clocks;
  readonly cloud: Cloud;
  /** What became of every send attempt and every record that the sweep looked at. */
  readonly steps = new Map<string, number>();
  /** Told of each new state of a record, and of each mail that reaches its addressee. */
  readonly onWritten: ((written: Written) => void)[] = [];
  readonly onMail: ((acceptance: Acceptance) => void)[] = [];
  /** Whether the clock of the sweep runs; a test stops it to see what rests on it. */
  sweeps = true;
  readonly #setting: Setting;
  readonly #behind: Behind;
  #nextRoundMs: number | undefined;

  constructor(setting: Setting) {
    const seeds = new Random(setting.seed);
    this.random = seeds.fork('world');
    this.#setting = setting;
    this.clocks = setting.clocks ?? shortClocks;
    this.timeline = new Timeline(Date.parse(monday), seeds.fork('timeline'));
    const nowMs = () => this.timeline.nowMs;
    const directory = { clusters: [cluster()], members: setting.members ?? [member()] };
    this.table = new SimulatedTable(new MemoryStore(), nowMs, (changes, written) => {
      this.oracle.committed(changes, written);
      for (const each of written) this.#written(each);
    });
    for (const each of directory.clusters) this.table.put('CLUSTER', each);
    for (const each of directory.members) this.table.put('MEMBER', each);
    this.oracle = new Oracle(nowMs, () => this.table);
    this.oracle.clocks = this.clocks;
    this.oracle.toleranceMs = setting.skewMs ?? 0;
    this.cloud = {
      timeline: this.timeline,
      random: seeds.fork('cloud'),
      plan: faultless,
      calls: [],
      struck: new Map(),
    };
    const provider = new SimulatedProvider(this.timeline, (acceptance) => {
      this.oracle.accepted(acceptance);
      for (const listen of this.onMail) listen(acceptance);
    });
    const queueOf = (name: string, consumer: string, act: Act) =>
      this.#queue(name, consumer, seeds.fork(name), act);
    this.mail = queueOf('mail', 'send-mail', (ports, body, run) => this.#send(ports, body, run));
    this.matching = queueOf('match', 'match-interest', (ports, body) =>
      matchInterest(ports, parseMessage(matchMessageSchema, body).interestId),
    );
    this.indexing = queueOf('index', 'build-index', (ports, body) =>
      buildIndex(ports, parseMessage(indexMessageSchema, body).country),
    );
    const filters = dispatcherFilters.map(parsePattern);
    this.stream = new SimulatedStream(
      { rules: streamRules, filters },
      this.timeline,
      seeds.fork('stream'),
      (records) => this.#dispatch(records),
    );
    this.#behind = {
      timeline: this.timeline,
      random: seeds.fork('ids'),
      table: this.table,
      provider,
      queues: this.#workQueues(),
      indexes: new MemoryIndexes(),
      clocks: this.clocks,
      clocksBefore: setting.clocksBefore,
    };
  }

  set plan(plan: FaultPlan) {
    this.cloud.plan = plan;
  }

  get queues(): readonly SimulatedQueue[] {
    return [this.mail, this.matching, this.indexing];
  }

  /** Runs `act` as the function of that name would, on ports of its own. */
  async invoke<T>(functionName: string, act: (ports: SimulatedPorts, run: Invocation) => Promise<T>) {
    const { skewMs = 0, clocksBefore, tamper = (ports) => ports } = this.#setting;
    const invocation = new Invocation(this.cloud, functionName, {
      timeoutMs: (timeoutSeconds[functionName] ?? otherTimeoutSeconds) * 1000,
      skewMs: skewMs === 0 ? 0 : this.random.between(-skewMs, skewMs),
      isOld: clocksBefore !== undefined && this.random.chance(0.5),
    });
    const ports = tamper(portsOf(this.#behind, invocation), functionName);
    const ending: Ending<T> = await invocation.run(() => act(ports, invocation));
    return { ending, wasStruck: invocation.wasStruck };
  }

  /** Lets everything come to its end. */
  async run(untilMs = this.timeline.nowMs + 30 * 86_400_000): Promise<void> {
    this.#wakeSweep();
    await this.timeline.run(untilMs);
  }

  count(step: string): void {
    this.steps.set(step, (this.steps.get(step) ?? 0) + 1);
  }

  #workQueues(): WorkQueues {
    return {
      mail: async (outboxId) => this.mail.send(JSON.stringify({ outboxId })),
      match: async (interestId) => this.matching.send(JSON.stringify({ interestId })),
      index: async (country) => this.indexing.send(JSON.stringify({ country })),
    };
  }

  /**
   * As `queueHandler` does: a message that throws comes again, the others of its batch do not. Messages that ask for the
   * same index share it.
   */
  #queue(name: string, consumer: string, random: Random, act: Act): SimulatedQueue {
    const timeoutMs = (timeoutSeconds[consumer] ?? otherTimeoutSeconds) * 1000;
    const rules = {
      ...{ name, maxReceives, batchSize, windowMs: 0, concurrency: this.#setting.workers ?? 5 },
      visibilityMs: timeoutMs * visibilityPerTimeout,
      ...(name === 'index' ? indexRules : {}),
    };
    return new SimulatedQueue(rules, this.timeline, random, async (bodies) => {
      const { ending } = await this.invoke(consumer, (ports, run) => {
        const shared = new Map<string, Promise<boolean>>();
        return Promise.all(
          bodies.map((body) => {
            const done = shared.get(body) ?? settled(() => act(ports, body, run));
            if (name === 'index') shared.set(body, done);
            return done;
          }),
        );
      });
      return ending.how === 'answered' ? ending.value : undefined;
    });
  }

  async #send(ports: SimulatedPorts, body: string, run: Invocation): Promise<void> {
    const { outboxId } = parseMessage(mailMessageSchema, body);
    const report = await sendMail(ports, outboxId, {
      remainingMs: () => run.remainingMs(),
      onAnswer: ({ outcome }) => this.count(`attempt ${outcome}`),
    });
    if (report.outcome === 'notMine' || report.outcome === 'held') this.count(`attempt ${report.outcome}`);
  }

  /** As `streamHandler` does: reading goes on from the first record that throws. */
  async #dispatch(records: readonly StreamRecord[]): Promise<unknown> {
    const { ending } = await this.invoke('dispatch-outbox', (ports) =>
      Promise.all(
        records.map((record) => settled(() => dispatchOutbox(ports, streamRecordSchema.parse(record)))),
      ),
    );
    if (ending.how !== 'answered') throw new Error('the dispatcher died');
    const failed = records.filter((_, index) => ending.value[index] === false);
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
    };
  }

  #written(written: Written): void {
    this.stream.write(written);
    for (const listen of this.onWritten) listen(written);
    if (written.after.gsi2sk !== undefined) this.#wakeSweep();
  }

  /** A round each minute, but for those that would find nothing due: they change nothing. */
  #wakeSweep(): void {
    const dueMs = this.table.nextDueMs();
    if (dueMs === undefined || !this.sweeps) return;
    const { nowMs } = this.timeline;
    const earliestMs = Math.max(nowMs + 1, dueMs - (this.#setting.skewMs ?? 0));
    const roundMs = Math.ceil(earliestMs / minuteMs) * minuteMs;
    if (this.#nextRoundMs !== undefined && this.#nextRoundMs <= roundMs) return;
    this.#nextRoundMs = roundMs;
    this.timeline.at(roundMs, () => {
      if (this.#nextRoundMs !== roundMs) return;
      this.#nextRoundMs = undefined;
      void this.#sweep();
      // A schedule, too, may call more than once.
      if (this.random.chance(0.02)) void this.#sweep();
      this.#wakeSweep();
    });
  }

  async #sweep(): Promise<void> {
    const round = { startedMs: this.timeline.nowMs, spoilt: true };
    this.oracle.rounds.push(round);
    const { ending, wasStruck } = await this.invoke('sweep', (ports, invocation) =>
      sweep(ports, {
        remainingMs: () => invocation.remainingMs(),
        onStep: (_kind, _id, step) => this.count(`sweep ${step}`),
        onMail: () => undefined,
        onFault: () => this.count('sweep fault'),
      }),
    );
    round.spoilt = wasStruck || ending.how !== 'answered';
  }
}

async function settled(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
