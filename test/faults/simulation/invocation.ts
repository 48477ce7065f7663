import { type Call, type Fault, type FaultPlan, isSending } from './faults.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** How an invocation ended: with an answer, with an error, or with its process. */
export type Ending<T> =
  | { readonly how: 'answered'; readonly value: T }
  | { readonly how: 'threw'; readonly error: unknown }
  | { readonly how: 'killed' }
  | { readonly how: 'timedOut' };

/** A fault that was injected, as the SDK would throw it. */
export class InjectedFault extends Error {
  override name = 'InjectedFault';
}

/** Where calls are made, struck and counted. */
export interface Cloud {
  readonly timeline: Timeline;
  readonly random: Random;
  plan: FaultPlan;
  /** Every call in order, as `function port.method`. */
  readonly calls: string[];
  /** How often each fault struck each call: `fault function port.method`. */
  readonly struck: Map<string, number>;
}

const quickMs = [2, 40] as const;
/** A throttled call comes back only after the SDK's own tries. */
const throttledMs = 1_500;

/** One run of a function: dies at its time limit or when it is killed, and does nothing from then on. */
export class Invocation {
  readonly functionName: string;
  readonly deadlineMs: number;
  /** Milliseconds by which this machine's clock is wrong. */
  readonly skewMs: number;
  /** Runs the version that was deployed before. */
  readonly isOld: boolean;
  /** At least one of its calls was struck. */
  wasStruck = false;
  readonly #cloud: Cloud;
  #dead = false;
  #die: (ending: Ending<never>) => void = () => undefined;

  constructor(
    cloud: Cloud,
    functionName: string,
    given: { readonly timeoutMs: number; readonly skewMs: number; readonly isOld: boolean },
  ) {
    this.#cloud = cloud;
    this.functionName = functionName;
    this.deadlineMs = cloud.timeline.nowMs + given.timeoutMs;
    this.skewMs = given.skewMs;
    this.isOld = given.isOld;
  }

  /** Runs `body` to its end, or until this invocation dies. Never rejects. */
  async run<T>(body: () => Promise<T>): Promise<Ending<T>> {
    const death = new Promise<Ending<never>>((resolve) => {
      this.#die = (ending) => {
        this.#dead = true;
        resolve(ending);
      };
    });
    const cancel = this.#cloud.timeline.at(this.deadlineMs, () => this.#die({ how: 'timedOut' }));
    const ending = await Promise.race([
      death,
      body().then(
        (value): Ending<T> => ({ how: 'answered', value }),
        (error: unknown): Ending<T> => ({ how: 'threw', error }),
      ),
    ]);
    cancel();
    this.#dead = true;
    return ending;
  }

  remainingMs(): number {
    return Math.max(0, this.deadlineMs - this.#cloud.timeline.nowMs);
  }

  /**
   * One call of AWS: takes a moment of its own, in which others act, and meets what the plan has for it. `again` is how
   * the SDK's own second try is answered, when it is another one than the first.
   */
  async call<T>(name: string, act: () => Promise<T>, again = (_first: T) => act()): Promise<T> {
    const fault = this.#strike(name);
    await this.#pass(this.#cloud.random.between(...quickMs));
    if (fault === undefined || isSendingOnly(fault)) return this.#done(await act());
    switch (fault) {
      case 'throttle':
        await this.#pass(throttledMs);
        throw new InjectedFault('throttled');
      case 'failBefore':
        throw new InjectedFault('not done');
      case 'hangBefore':
        return never();
      case 'killBefore':
        return this.#kill();
    }
    const first = await act();
    await this.#pass(this.#cloud.random.between(...quickMs));
    switch (fault) {
      case 'repeat': {
        const second = await again(first);
        return this.#done(second);
      }
      case 'failAfter':
        throw new InjectedFault('done, and nobody knows');
      case 'hangAfter':
        return never();
      default:
        return this.#kill();
    }
  }

  /** The call that sends: `act` is told what the provider does with it. */
  async send<T>(act: (fault: Fault | undefined) => Promise<T>): Promise<T> {
    let struck: Fault | undefined;
    this.#onStrike = (fault) => {
      struck = fault;
    };
    return this.call('provider.send', () => act(struck));
  }

  #onStrike: (fault: Fault | undefined) => void = () => undefined;

  #strike(name: string): Fault | undefined {
    if (this.#dead) return undefined;
    const { calls, struck, plan, timeline } = this.#cloud;
    const call: Call = {
      functionName: this.functionName,
      name,
      position: calls.length,
      nowMs: timeline.nowMs,
    };
    calls.push(`${this.functionName} ${name}`);
    const fault = plan(call);
    if (isSending(name)) this.#onStrike(fault);
    if (fault === undefined) return undefined;
    this.wasStruck = true;
    const key = `${fault} ${this.functionName} ${name}`;
    struck.set(key, (struck.get(key) ?? 0) + 1);
    return fault;
  }

  /** Lets time pass; whoever dies meanwhile does not come back from it. */
  async #pass(durationMs: number): Promise<void> {
    if (this.#dead) return never();
    await this.#cloud.timeline.sleep(durationMs);
    if (this.#dead) return never();
  }

  async #done<T>(value: T): Promise<T> {
    return this.#dead ? never() : value;
  }

  #kill(): Promise<never> {
    this.#die({ how: 'killed' });
    return never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** What only the provider's answer is made of; the call itself goes on. */
function isSendingOnly(fault: Fault): boolean {
  return !/^(fail|hang|kill)|^throttle$|^repeat$/.test(fault);
}
