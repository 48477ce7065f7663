import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { interestIdSchema, leadIdOf } from '../../../shared/domain/ids.ts';
import { newOutboxEntry, type OutboxEntry } from '../../../shared/domain/outbox.ts';
import { later, memberIdOf, monday } from '../../builders/ids.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { breachesAtRest } from './at-rest.ts';
import { count } from './exhaustive.ts';
import { atRandom } from './faults.ts';
import { drain, standBy } from './operator.ts';
import { uuid7 } from './ports.ts';
import { SimulatedPuente, type Tamper } from './puente.ts';
import type { Random } from './random.ts';

/** What became of the entries of one or more storms. */
export interface StormTally {
  entries: number;
  deliveries: number;
  acceptances: number;
  /** Entries that the provider accepted more than once. */
  acceptedTwice: number;
  /** Doubtful entries whose mail had been accepted, and that were left alone all the same. */
  doubtedAccepted: number;
  readonly breaches: string[];
  readonly struck: Map<string, number>;
  readonly ends: Map<string, number>;
}

export function newStormTally(): StormTally {
  return {
    ...{ entries: 0, deliveries: 0, acceptances: 0, acceptedTwice: 0, doubtedAccepted: 0 },
    ...{ breaches: [], struck: new Map(), ends: new Map() },
  };
}

export interface Storm {
  readonly seed: number;
  readonly entries: number;
  /** How often each entry's message is put on the queue. */
  readonly redeliveries: number;
  readonly workers: number;
  readonly tamper?: Tamper;
}

/** Each of these befalls one call of twenty, after the mail was accepted. */
const mail = { resetAfter: 0.05, noAnswerAfter: 0.05, status500After: 0.05 };
/** Of every other call so many are struck. */
const share = 0.02;
const stormyMs = 6 * 3_600_000;

/** Half of them first mails to submitters, half introductions to members; in the end all messages come once more. */
export async function sendInStorm(storm: Storm, tally: StormTally): Promise<void> {
  const { seed, workers, tamper } = storm;
  const puente = new SimulatedPuente({ seed, workers, ...(tamper === undefined ? {} : { tamper }) });
  standBy(puente);
  const calmAtMs = puente.timeline.nowMs + stormyMs;
  puente.plan = atRandom(puente.random.fork('faults'), { share, calmAtMs, mail });
  puente.mail.weather = { lost: 0, duplicated: 0.1, delayMs: 2_000 };
  const random = puente.random.fork('entries');
  const entries = Array.from({ length: storm.entries }, (_, index) => entryOf(puente, random, index));
  const messages = entries.flatMap(({ id }) => Array<string>(storm.redeliveries).fill(id));
  for (const outboxId of random.shuffled(messages)) puente.mail.send(JSON.stringify({ outboxId }));
  await drain(puente);
  await redeliverAll(puente);
  tally.entries += entries.length;
  tally.deliveries += puente.mail.sent.length;
  tally.breaches.push(...breachesAtRest(puente).map((breach) => `seed ${seed}: ${breach}`));
  for (const { id } of entries) {
    const accepted = puente.oracle.acceptances.get(id)?.length ?? 0;
    const status = (await puente.table.store.outboxEntry(id))?.status ?? 'lost';
    tally.acceptances += accepted;
    if (accepted > 1) tally.acceptedTwice += 1;
    if (status === 'unknown' && accepted > 0) tally.doubtedAccepted += 1;
    count(tally.ends, status);
  }
  for (const [name, times] of puente.cloud.struck) count(tally.struck, name, times);
}

/** Every message that there ever was comes once more, whatever became of its entry. */
async function redeliverAll(puente: SimulatedPuente): Promise<void> {
  for (const body of new Set(puente.mail.sent)) puente.mail.send(body);
  await drain(puente);
}

function entryOf(puente: SimulatedPuente, random: Random, index: number): OutboxEntry {
  const id = interestIdSchema.parse(uuid7(Date.parse(monday), random));
  const email = new EmailAddress(`compras@firma${index}.example`);
  const form = interestForm({ contact: { name: 'Lucía Quispe', email } });
  const entry = index % 2 === 0 ? confirmation() : introduction();
  puente.table.put('OUTBOX', entry);
  return entry;

  function confirmation(): OutboxEntry {
    const interest = interestIn('submitted', { id, form, confirmBy: later(12 * 3600) });
    puente.table.put('INTEREST', interest);
    return newOutboxEntry(
      {
        ...{ cause: id, side: 'submitter', step: 'confirmation', to: email },
        need: { of: 'submitter', interestId: id, open: true },
        content: {
          template: 'confirmation',
          language: 'es',
          interestId: id,
          confirmBy: interest.confirmBy,
        },
      },
      monday,
      later(300),
    );
  }

  function introduction(): OutboxEntry {
    const endsAt = later(12 * 3600);
    const interest = interestIn('matched', { id, form, endsAt });
    const lead = leadIn('approved', { id: leadIdOf(id, memberIdOf('samasz')) }, { interest });
    puente.table.put('INTEREST', interest);
    puente.table.put('LEAD', lead);
    // Each to an address of its own: one address gets only so many a day.
    return outboxEntryIn('queued', { to: new EmailAddress(`eksport@firma${index}.example`) }, lead);
  }
}
