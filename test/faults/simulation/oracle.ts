import { createHmac } from 'node:crypto';
import * as keys from '../../../shared/contracts/keys.ts';
import { type Clocks, defaultClocks } from '../../../shared/domain/clocks.ts';
import type { AttemptId, OutboxId } from '../../../shared/domain/ids.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import type { Advance, Change } from '../../../shared/domain/ports.ts';
import { transitionOf } from '../../../shared/domain/transitions.ts';
import { addressKey } from './ports.ts';
import type { Acceptance } from './provider.ts';
import type { Written } from './stream.ts';
import type { SimulatedTable } from './table.ts';

interface Claim {
  readonly outboxId: OutboxId;
  readonly atMs: number;
}

/** A round of the sweep, as far as its promise rests on it: spoilt until it has ended well. */
interface Round {
  readonly startedMs: number;
  readonly spoilt: boolean;
}

/** How long after a claim a mail may still be accepted: the provider's answer is waited for, and a call takes a moment. */
const inFlightMs = 10_000;
/** How long a round of the sweep may take until it reaches the last entry that is due. */
const roundMs = 15_000;

/**
 * Watches every transaction and every acceptance as they happen, and names what must never be. It sees the truth: the
 * true time, the items as they lie in the table, and what the provider has accepted whatever anybody was told.
 */
export class Oracle {
  readonly violations: string[] = [];
  readonly acceptances = new Map<OutboxId, Acceptance[]>();
  readonly rounds: Round[] = [];
  /** By how much clocks are wrong at most; what a clock decides can be early by it, and no more. */
  toleranceMs = 0;
  clocks: Clocks = defaultClocks;
  readonly #claims = new Map<AttemptId, Claim>();
  readonly #suppressedAtMs = new Map<string, number>();
  /** When each lead was accepted last. */
  readonly #acceptedAtMs = new Map<string, number>();
  /** Leads whose acceptance ended by an undo or by a stop, whether or not anybody was told. */
  readonly #takenBack = new Set<string>();
  readonly #told = new Map<string, Set<string>>();
  readonly #nowMs: () => number;
  readonly #table: () => SimulatedTable;

  constructor(nowMs: () => number, table: () => SimulatedTable) {
    this.#nowMs = nowMs;
    this.#table = table;
  }

  violate(what: string): void {
    this.violations.push(`${new Date(this.#nowMs()).toISOString()} ${what}`);
  }

  /** A transaction that was done. */
  committed(changes: readonly Change[], written: readonly Written[]): void {
    const writes = changes.filter((change) => !('require' in change));
    writes.forEach((change, index) => {
      const { before } = written[index] ?? {};
      if ('create' in change) this.#created(change, before);
      if ('advance' in change) this.#advanced(change, before);
      if ('mark' in change && change.mark === 'SUPPRESSION') {
        const { addressHash } = change.record;
        if (!this.#suppressedAtMs.has(addressHash)) this.#suppressedAtMs.set(addressHash, this.#nowMs());
      }
    });
  }

  /** A mail that the provider accepted. */
  accepted(acceptance: Acceptance): void {
    const { outboxId, attemptId, to, atMs } = acceptance;
    const earlier = this.acceptances.get(outboxId) ?? [];
    this.acceptances.set(outboxId, [...earlier, acceptance]);
    if (earlier.length > 0) this.violate(`accepted twice: ${outboxId}`);
    const claim = this.#claims.get(attemptId);
    if (claim?.outboxId !== outboxId) this.violate(`accepted without a claim: ${outboxId}`);
    const suppressedAtMs = this.#suppressedAtMs.get(hashOf(to));
    if (suppressedAtMs !== undefined && atMs > suppressedAtMs + inFlightMs)
      this.violate(`accepted for a suppressed address: ${outboxId}`);
    const { content } = JSON.parse(Buffer.from(acceptance.raw).toString()) as {
      content: { template: string; leadId: string };
    };
    if (content.template === 'connection') this.#disclosed(content.leadId);
  }

  /** What a person was told about an answer: two answers can both stand only if the first was really taken back. */
  told(leadId: string, answer: 'accept' | 'decline' | 'defer'): void {
    const told = this.#told.get(leadId) ?? new Set();
    this.#told.set(leadId, told.add(answer));
    const answers = ['accept', 'decline', 'defer'].filter((each) => told.has(each));
    if (answers.length > 1 && !this.#takenBack.has(leadId))
      this.violate(`told both ${answers.join(' and ')}: ${leadId}`);
  }

  #created(change: Extract<Change, { create: string }>, before: unknown): void {
    if (before !== undefined) this.violate(`${change.create} created over another`);
    const { status } = change.record as { readonly status?: string };
    const first: Readonly<Record<string, string>> = {
      INTEREST: 'submitted',
      LEAD: 'proposed',
      OUTBOX: 'queued',
    };
    if (status !== first[change.create]) this.violate(`${change.create} begins as ${status}`);
  }

  #advanced(change: Advance, before: Written['before']): void {
    const { advance, event, record } = change;
    const row = transitionOf(advance, event);
    const name = `${advance} ${record.id}`;
    const status = String(before?.['status']);
    if (!row.from.includes(status) || record.status !== row.to)
      this.violate(`${name}: ${event} from ${status} to ${record.status}`);
    if (before?.['revision'] !== record.revision - 1) this.violate(`${name}: ${event} skips a revision`);
    if (advance === 'OUTBOX' && event === 'claim') this.#claimed(record as OutboxEntry);
    if (advance === 'OUTBOX' && event === 'doubt') this.#doubted(record.id, String(before?.['dueAt']));
    if (advance !== 'LEAD') return;
    if (event === 'accept') this.#acceptedAtMs.set(record.id, this.#nowMs());
    if (event === 'connect') this.#disclosed(record.id);
    const reason = (record as { readonly reasonCode?: string }).reasonCode;
    if (event === 'undo' || reason === 'stop') this.#takenBack.add(record.id);
    if (event === 'decline' && status === 'accepted' && reason !== 'stop')
      this.violate(`${name}: declined after its acceptance`);
  }

  /** What must hold when an entry is claimed, read from the table itself and not from what the claim asked for. */
  #claimed(entry: OutboxEntry): void {
    if (entry.status !== 'sending') return;
    this.#claims.set(entry.attemptId, { outboxId: entry.id, atMs: this.#nowMs() });
    if (this.acceptances.has(entry.id)) this.violate(`claimed again after its acceptance: ${entry.id}`);
    if (this.#suppressedAtMs.has(hashOf(entry.to.canonical())))
      this.violate(`claimed for a suppressed address: ${entry.id}`);
    if (this.#table().item(keys.breakerKey)?.['state'] === 'open')
      this.violate(`claimed while sending is paused: ${entry.id}`);
    const { need } = entry;
    if (need.of !== 'member') return;
    const member = this.#table().item(keys.memberKey(need.memberId));
    const { contactByEmail } = (member?.['consent'] ?? {}) as { readonly contactByEmail?: boolean };
    if (contactByEmail !== true) this.violate(`claimed without consent: ${entry.id}`);
  }

  /** A doubt is called one by the first round of the sweep that nothing spoils. */
  #doubted(id: string, dueAt: string): void {
    const dueMs = Date.parse(dueAt);
    const spoilt = this.rounds.filter(({ startedMs, spoilt: was }) => was && startedMs >= dueMs - 60_000);
    const allowedMs = 60_000 * Math.max(1, spoilt.length) + roundMs + 2 * this.toleranceMs;
    const lateMs = this.#nowMs() - dueMs;
    if (lateMs > allowedMs) this.violate(`called doubtful ${Math.round(lateMs / 1000)} s late: ${id}`);
  }

  #disclosed(leadId: string): void {
    const acceptedAtMs = this.#acceptedAtMs.get(leadId);
    const earliestMs =
      (acceptedAtMs ?? Number.POSITIVE_INFINITY) + this.clocks.undo * 1000 - 2 * this.toleranceMs - 200;
    if (this.#nowMs() < earliestMs) this.violate(`disclosed before the undo window was over: ${leadId}`);
  }
}

function hashOf(address: string): string {
  return createHmac('sha256', addressKey).update(address.toLowerCase()).digest('hex');
}
