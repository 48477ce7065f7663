import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Random } from '../simulation/random.ts';
import { faultyProxy, type ProxyFault, proxyFaults } from './faulty-proxy.ts';

interface Site {
  readonly dynamoDb: string;
  readonly other: string;
  readonly tableName: string;
}

/** Shares of the calls to each service that are struck, 0 to 1. */
type Shares = Readonly<Record<'dynamodb' | 'ses' | 'other', number>>;

/** Processes that send, each behind a proxy of its own. */
export class Workers {
  /** How often each fault struck, as `service fault`. */
  readonly struck = new Map<string, number>();
  kills = 0;
  readonly #site: Site;
  readonly #random: Random;
  readonly #turns = new Map<keyof Shares, number>();

  constructor(site: Site, seed: number) {
    this.#site = site;
    this.#random = new Random(seed);
  }

  /**
   * Has `count` workers at once bring every message to its end: what a worker that died had in hand, and what it could
   * not do, is delivered again, up to five times.
   */
  async workOff(ids: readonly string[], count: number, shares: Shares): Promise<void> {
    const waiting = this.#random.shuffled(ids).map((id) => ({ id, receipts: 0 }));
    const next = () => {
      const batch = waiting.splice(0, 5);
      for (const message of batch) message.receipts += 1;
      return batch;
    };
    const again = (batch: ReturnType<typeof next>) =>
      waiting.push(...batch.filter(({ receipts }) => receipts < 5));
    await Promise.all(Array.from({ length: count }, () => this.#work(next, again, shares)));
  }

  async #work(
    next: () => { id: string; receipts: number }[],
    again: (batch: { id: string; receipts: number }[]) => void,
    shares: Shares,
  ): Promise<void> {
    let child: ChildProcess | undefined;
    const proxy = await faultyProxy({
      ...this.#site,
      plan: (service) => this.#fault(service, shares[service]),
      kill: () => void child?.kill('SIGKILL'),
    });
    try {
      for (let batch = next(); batch.length > 0; batch = next()) {
        child ??= await this.#start(proxy.url);
        const done = await deliver(
          child,
          batch.map(({ id }) => id),
        );
        if (done === undefined) {
          this.kills += 1;
          child = undefined;
        }
        again(batch.filter((_, index) => done?.[index] !== true));
      }
    } finally {
      child?.kill('SIGKILL');
      await proxy.close();
      for (const [name, times] of proxy.struck) this.struck.set(name, (this.struck.get(name) ?? 0) + times);
    }
  }

  /** One fault after the other, so that each service meets each of them. */
  #fault(service: keyof Shares, share: number): ProxyFault | undefined {
    if (!this.#random.chance(share)) return undefined;
    const turn = this.#turns.get(service) ?? 0;
    this.#turns.set(service, turn + 1);
    return proxyFaults[turn % proxyFaults.length];
  }

  async #start(url: string): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        TABLE_NAME: this.#site.tableName,
        AWS_ENDPOINT_URL: url,
        AWS_ENDPOINT_URL_DYNAMODB: url,
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  }
}

/** What the worker says of each entry; undefined when it died over them. */
function deliver(child: ChildProcess, ids: readonly string[]): Promise<readonly boolean[] | undefined> {
  return new Promise((resolve) => {
    const onExit = () => resolve(undefined);
    child.once('exit', onExit);
    child.once('message', (done) => {
      child.off('exit', onExit);
      resolve(done as readonly boolean[]);
    });
    child.send(ids, () => undefined);
  });
}
