import {
  answerIntroduction,
  undoAnswer,
} from '../../../functions/answer-introduction/answer-introduction.ts';
import { confirmInterest } from '../../../functions/confirm-interest/confirm-interest.ts';
import { decideLead } from '../../../functions/decide-lead/decide-lead.ts';
import { submitInterest } from '../../../functions/submit-interest/submit-interest.ts';
import { unsubscribe } from '../../../functions/unsubscribe/unsubscribe.ts';
import { withdrawInterest } from '../../../functions/withdraw-interest/withdraw-interest.ts';
import { recordOf } from '../../../shared/contracts/items.ts';
import type { InterestId } from '../../../shared/domain/ids.ts';
import type { InterestForm } from '../../../shared/domain/interest.ts';
import type { SimulatedMail, SimulatedPorts } from './ports.ts';
import { uuid7 } from './ports.ts';
import type { Acceptance } from './provider.ts';
import type { SimulatedPuente } from './puente.ts';
import type { Random } from './random.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** What people do, each a share of all of their kind, 0 to 1; the rest does nothing. */
export interface Habits {
  readonly confirms: number;
  /** Presses a button twice, or a program sends a form twice. */
  readonly twice: number;
  /** Sends a form without an idempotency key, as a plain page does. */
  readonly withoutKey: number;
  readonly withdraws: number;
  readonly approves: number;
  readonly accepts: number;
  readonly declines: number;
  readonly defers: number;
  /** Two people of one firm press different buttons in the same moment. */
  readonly contradicts: number;
  /** Takes an acceptance back, and declines then. */
  readonly undoes: number;
  readonly stops: number;
}

/** Everybody does what leads to a connection. */
export const willing: Habits = {
  ...{ confirms: 1, twice: 0, withoutKey: 0, withdraws: 0, approves: 1, accepts: 1 },
  ...{ declines: 0, defers: 0, contradicts: 0, undoes: 0, stops: 0 },
};

export const various: Habits = {
  ...{ confirms: 0.92, twice: 0.1, withoutKey: 0.3, withdraws: 0.06, approves: 0.8, accepts: 0.45 },
  ...{ declines: 0.15, defers: 0.08, contradicts: 0.08, undoes: 0.08, stops: 0.02 },
};

/** How often somebody who got no answer tries again, and how long after. */
const maxTries = 8;
const betweenTriesMs = [20 * secondMs, 5 * minuteMs] as const;

/** Submitters, coordinators and recipients: they know what their mails say, and act through the functions. */
export class People {
  /** Forms that were answered with 202. */
  readonly acknowledged = new Set<InterestId>();
  readonly #puente: SimulatedPuente;
  readonly #habits: Habits;
  readonly #random: Random;
  /** A mail that comes twice is answered once. */
  readonly #read = new Set<string>();

  constructor(puente: SimulatedPuente, habits: Habits) {
    this.#puente = puente;
    this.#habits = habits;
    this.#random = puente.random.fork('people');
    puente.onMail.push((acceptance) => this.#open(acceptance));
    puente.onWritten.push(({ before, after }) => {
      if (after.kind === 'LEAD' && before === undefined) this.#coordinate(recordOf('LEAD', after).id);
    });
  }

  /** Sends a form after `delayMs`; whoever gets no answer sends it again, under the same key or with the same words. */
  submit(form: InterestForm, delayMs: number): void {
    const key = uuid7(this.#puente.timeline.nowMs, this.#random);
    const byWords = { key: `content.${key}`, bodyHash: 'ab'.repeat(32), renewable: true };
    const byKey = { key, bodyHash: 'ab'.repeat(32) };
    const idempotency = this.#random.chance(this.#habits.withoutKey) ? byWords : byKey;
    const send = () =>
      this.#insist('submit-interest', delayMs, async (ports) => {
        const result = await submitInterest(ports, { form, idempotency });
        return () => {
          if (result.outcome === 'accepted') this.acknowledged.add(result.id);
        };
      });
    send();
    if (this.#random.chance(this.#habits.twice)) send();
  }

  #open({ outboxId, raw }: Acceptance): void {
    if (this.#read.has(outboxId)) return;
    this.#read.add(outboxId);
    const { content, links }: SimulatedMail = JSON.parse(Buffer.from(raw).toString());
    if (links.template === 'confirmation' && content.template === 'confirmation')
      this.#confirm(content.interestId, keyIn(links.statusUrl));
    if (links.template === 'introduction' && content.template === 'introduction')
      this.#answer(content.leadId, lastPart(links.answerUrl), lastPart(links.oneClickUrl));
  }

  #confirm(id: InterestId, key: string): void {
    const { confirms, twice, withdraws } = this.#habits;
    const delayMs = this.#random.between(5 * secondMs, 30 * minuteMs);
    const confirm = () =>
      this.#insist('confirm-interest', delayMs, (ports) => confirmInterest(ports, id, key));
    if (this.#random.chance(confirms)) confirm();
    if (this.#random.chance(twice)) confirm();
    if (!this.#random.chance(withdraws)) return;
    const withdrawalMs = this.#random.between(secondMs, 5 * 60 * minuteMs);
    this.#insist('withdraw-interest', withdrawalMs, (ports) => withdrawInterest(ports, id, key));
  }

  #coordinate(leadId: string): void {
    const approves = this.#random.chance(this.#habits.approves);
    const by = { subject: 'coordinator', clusters: ['klaster-obrobki-metali'] };
    const body = approves
      ? ({ decision: 'approve' } as const)
      : ({ decision: 'reject', reasonCode: 'notSuitable' } as const);
    const delayMs = this.#random.between(minuteMs, 60 * minuteMs);
    this.#insist('decide-lead', delayMs, (ports) => decideLead(ports, { leadId, body, by }));
  }

  #answer(leadId: string, token: string, stopToken: string): void {
    const { accepts, declines, defers, contradicts, undoes, stops } = this.#habits;
    const delayMs = this.#random.between(minuteMs, 3 * 60 * minuteMs);
    const say = (answer: 'accept' | 'decline' | 'defer', afterMs: number) =>
      this.#insist('answer-introduction', afterMs, async (ports) => {
        const { outcome } = await answerIntroduction(ports, token, { answer });
        return () => {
          if (outcome === 'answered') this.#puente.oracle.told(leadId, answer);
        };
      });
    const acts: readonly (readonly [number, () => void])[] = [
      [accepts, () => say('accept', delayMs)],
      [declines, () => say('decline', delayMs)],
      [defers, () => say('defer', delayMs)],
      [contradicts, () => (['accept', 'decline'] as const).forEach((answer) => void say(answer, delayMs))],
      [undoes, () => this.#takeBack(token, delayMs, say)],
      [stops, () => this.#insist('unsubscribe', delayMs, (ports) => unsubscribe(ports, stopToken))],
    ];
    let drawn = this.#random.next();
    for (const [share, act] of acts) {
      if (drawn < share) {
        act();
        return;
      }
      drawn -= share;
    }
  }

  #takeBack(
    token: string,
    delayMs: number,
    say: (answer: 'accept' | 'decline', afterMs: number) => void,
  ): void {
    say('accept', delayMs);
    const undoMs = delayMs + this.#random.between(secondMs, 11 * minuteMs);
    this.#insist('answer-introduction', undoMs, (ports) => undoAnswer(ports, token));
    say('decline', undoMs + this.#random.between(secondMs, 10 * minuteMs));
  }

  /** Calls a function, and again for as long as no answer comes; what the answer tells is run once it is there. */
  #insist(
    functionName: string,
    delayMs: number,
    act: (ports: SimulatedPorts) => Promise<unknown>,
    tries = 1,
  ): void {
    this.#puente.timeline.after(delayMs, async () => {
      const { ending } = await this.#puente.invoke(functionName, act);
      if (ending.how === 'answered') {
        if (typeof ending.value === 'function') ending.value();
        return;
      }
      if (tries < maxTries)
        this.#insist(functionName, this.#random.between(...betweenTriesMs), act, tries + 1);
      else this.#puente.count(`gave up ${functionName}`);
    });
  }
}

function keyIn(url: string): string {
  return new URL(url).searchParams.get('key') ?? '';
}

function lastPart(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}
