import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface QueueRules {
  readonly name: string;
  readonly visibilityMs: number;
  readonly maxReceives: number;
  readonly batchSize: number;
  /** How long a message waits for its batch to fill. */
  readonly windowMs: number;
  /** Invocations at once. */
  readonly concurrency: number;
}

/** What may go wrong with messages, each a share of 1. SQS promises to deliver at least once, in no order. */
export interface QueueWeather {
  /** A message is gone without a trace. */
  readonly lost: number;
  /** A message that was deleted is delivered once more. */
  readonly duplicated: number;
  /** Longest wait before a message can be received. */
  readonly delayMs: number;
}

const calmQueue: QueueWeather = { lost: 0, duplicated: 0, delayMs: 0 };

interface Message {
  readonly body: string;
  receives: number;
  visibleAtMs: number;
  deleted: boolean;
}

/** Says for each message whether it is done; undefined when the invocation died with all of them. */
export type Consumer = (bodies: readonly string[]) => Promise<readonly boolean[] | undefined>;

/** A queue with its consumer and its dead letters, as Lambda works it off. */
export class SimulatedQueue {
  readonly rules: QueueRules;
  weather: QueueWeather = calmQueue;
  /** Bodies that were received too often. */
  deadLetters: string[] = [];
  /** Bodies that were ever sent. */
  readonly sent: string[] = [];
  /** How many messages were ever set aside. */
  setAside = 0;
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #consume: Consumer;
  #messages: Message[] = [];
  #running = 0;

  constructor(rules: QueueRules, timeline: Timeline, random: Random, consume: Consumer) {
    this.rules = rules;
    this.#timeline = timeline;
    this.#random = random;
    this.#consume = consume;
  }

  send(body: string): void {
    this.sent.push(body);
    if (this.#random.chance(this.weather.lost)) return;
    const delayMs = this.#random.between(1, 1 + this.weather.delayMs);
    const visibleAtMs = this.#timeline.nowMs + this.rules.windowMs + delayMs;
    this.#messages.push({ body, receives: 0, visibleAtMs, deleted: false });
    this.#timeline.at(visibleAtMs, () => this.#pump());
  }

  /** Every dead letter goes back on the queue, as an operator has it redriven. */
  redrive(): void {
    const letters = this.deadLetters;
    this.deadLetters = [];
    for (const body of letters) this.send(body);
  }

  #pump(): void {
    while (this.#running < this.rules.concurrency) {
      const batch = this.#receive();
      if (batch.length === 0) return;
      void this.#deliver(batch);
    }
  }

  #receive(): Message[] {
    const { nowMs } = this.#timeline;
    const visible = this.#messages.filter(({ visibleAtMs }) => visibleAtMs <= nowMs);
    const worn = visible.filter(({ receives }) => receives >= this.rules.maxReceives);
    for (const message of worn) this.#setAside(message);
    const fresh = visible.filter(({ receives }) => receives < this.rules.maxReceives);
    const count = this.#random.between(1, this.rules.batchSize);
    const batch = this.#random.shuffled(fresh).slice(0, count);
    for (const message of batch) {
      message.receives += 1;
      message.visibleAtMs = nowMs + this.rules.visibilityMs;
      this.#timeline.at(message.visibleAtMs, () => this.#pump());
    }
    return batch;
  }

  async #deliver(batch: readonly Message[]): Promise<void> {
    this.#running += 1;
    const done = await this.#consume(batch.map(({ body }) => body));
    this.#running -= 1;
    batch.forEach((message, index) => {
      if (done?.[index] === true) this.#delete(message);
    });
    this.#timeline.after(0, () => this.#pump());
  }

  #delete(message: Message): void {
    if (!message.deleted && this.#random.chance(this.weather.duplicated)) {
      message.deleted = true;
      message.visibleAtMs = this.#timeline.nowMs + this.#random.between(1, 60_000);
      this.#timeline.at(message.visibleAtMs, () => this.#pump());
      return;
    }
    this.#messages = this.#messages.filter((other) => other !== message);
  }

  #setAside(message: Message): void {
    this.#messages = this.#messages.filter((other) => other !== message);
    this.deadLetters.push(message.body);
    this.setAside += 1;
  }
}
