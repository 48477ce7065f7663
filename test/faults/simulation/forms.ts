import { EmailAddress } from '../../../shared/domain/email-address.ts';
import type { InterestForm } from '../../../shared/domain/interest.ts';
import type { Member } from '../../../shared/domain/member.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { interestForm } from '../../builders/interest.ts';
import { breachesAtRest } from './at-rest.ts';
import { count } from './exhaustive.ts';
import { atRandom } from './faults.ts';
import { endsOf } from './life.ts';
import { drain, standBy } from './operator.ts';
import { People, various } from './people.ts';
import { type Setting, SimulatedPuente, shortClocks } from './puente.ts';
import { Random } from './random.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a world has to bear beside faults of single calls. */
export const troubles = [
  'nothing more',
  'a table that refuses most calls for ten minutes',
  'a stream that is dead for ten minutes and loses a fifth',
  'a stream that loses everything',
  'clocks that are wrong by up to twenty minutes',
  'two versions at once, with other clocks and without the newest fields',
  'messages and stream records that nobody can read',
] as const;
export type Trouble = (typeof troubles)[number];

/** What became of the forms of one or more worlds. */
export interface Tally {
  forms: number;
  acknowledged: number;
  mails: number;
  calls: number;
  setAside: number;
  readonly breaches: string[];
  /** `fault function port.method`. */
  readonly struck: Map<string, number>;
  readonly ends: Map<string, number>;
  readonly steps: Map<string, number>;
  readonly worlds: Map<Trouble, number>;
}

export function newTally(): Tally {
  return {
    ...{ forms: 0, acknowledged: 0, mails: 0, calls: 0, setAside: 0, breaches: [] },
    ...{ struck: new Map(), ends: new Map(), steps: new Map(), worlds: new Map() },
  };
}

/** Faults strike for this long; every interest begins, and most end, while they do. */
const stormyMs = 10 * hourMs;
/** Share of calls that are struck. */
const share = 0.03;

/** `forms` forms of as many companies, with people of all kinds, in one world of its own seed and trouble. */
export async function liveTogether(seed: number, forms: number, tally: Tally): Promise<void> {
  const trouble = troubles[seed % troubles.length] ?? 'nothing more';
  const puente = new SimulatedPuente(settingOf(seed, trouble));
  const people = new People(puente, various);
  standBy(puente);
  const startMs = puente.timeline.nowMs;
  bring(puente, trouble, startMs);
  const random = new Random(seed).fork('forms');
  for (let index = 0; index < forms; index += 1) people.submit(formOf(index), random.between(0, 2 * hourMs));
  try {
    await drain(puente);
    const breaches = breachesAtRest(puente, people);
    tally.breaches.push(...breaches.map((breach) => `seed ${seed} (${trouble}): ${breach}`));
  } catch (error) {
    tally.breaches.push(`seed ${seed} (${trouble}): ${String(error)}`);
  }
  tally.forms += forms;
  tally.acknowledged += people.acknowledged.size;
  tally.mails += [...puente.oracle.acceptances.values()].flat().length;
  tally.calls += puente.cloud.calls.length;
  tally.setAside += puente.stream.discarded.length;
  for (const queue of puente.queues) tally.setAside += queue.setAside;
  count(tally.worlds as Map<string, number>, trouble);
  for (const end of endsOf(puente)) count(tally.ends, end);
  for (const [name, times] of puente.cloud.struck) count(tally.struck, name, times);
  for (const [name, times] of puente.steps) count(tally.steps, name, times);
}

function settingOf(seed: number, trouble: Trouble): Setting {
  const setting: Setting = { seed, members: directory, workers: 25 };
  if (trouble.startsWith('clocks')) return { ...setting, skewMs: 20 * minuteMs };
  if (trouble.startsWith('two versions'))
    return { ...setting, clocksBefore: { ...shortClocks, requeue: 120, doubt: 1_200, undo: 900 } };
  return setting;
}

function bring(puente: SimulatedPuente, trouble: Trouble, startMs: number): void {
  const at = (minutes: number) => startMs + minutes * minuteMs;
  const mail = { resetAfter: 0.02, noAnswerAfter: 0.02, status500After: 0.02, throttled: 0.03 };
  const tenMinutes = [at(40), at(50)] as const;
  const throttled = trouble.startsWith('a table') ? { throttled: tenMinutes } : {};
  puente.plan = atRandom(puente.random.fork('faults'), {
    ...{ share, mail, calmAtMs: startMs + stormyMs },
    ...throttled,
  });
  for (const queue of puente.queues) queue.weather = { lost: 0.01, duplicated: 0.05, delayMs: 5_000 };
  puente.stream.weather = { lost: 0.01, duplicated: 0.05 };
  if (trouble.startsWith('a stream that is dead'))
    puente.stream.weather = { lost: 0.2, duplicated: 0.05, dead: tenMinutes };
  if (trouble === 'a stream that loses everything') puente.stream.weather = { lost: 1, duplicated: 0 };
  if (trouble.startsWith('messages')) poison(puente, at);
}

/** What no function can read: on both queues, and on the stream in the midst of what can be. */
function poison(puente: SimulatedPuente, at: (minutes: number) => number): void {
  for (const minutes of [1, 20, 45, 90]) {
    puente.timeline.at(at(minutes), () => {
      puente.mail.send('not JSON');
      puente.mail.send('{"outboxId":"of no entry"}');
      puente.matching.send('{}');
      const NewImage = { kind: { S: 'OUTBOX' }, id: { S: 'of no entry' } };
      puente.stream.put({ eventName: 'INSERT', dynamodb: { SequenceNumber: '', NewImage } });
    });
  }
}

/** Four members of one cluster; the last has never consented. */
const directory: readonly Member[] = ['samasz', 'pronar', 'rolmasz', 'metalfach'].map((name, index) => {
  const { consent, ...rest } = member({
    id: memberIdOf(name),
    contact: { name: 'Anna Żukowska', email: new EmailAddress(`eksport@${name}.example`) },
  });
  return index === 3 || consent === undefined ? rest : { ...rest, consent };
});

/** Each form is of a company of its own, so that none is taken for another. */
function formOf(index: number): InterestForm {
  const { company, contact } = interestForm();
  const { taxId: _taxId, ...firm } = company;
  const name = Array.from(String(index), (digit) => names[Number(digit)]).join(' ');
  return interestForm({
    company: { ...firm, name: `${name} ${index}`, website: `https://firma${index}.example` },
    contact: { name: contact.name, email: new EmailAddress(`compras@firma${index}.example`) },
  });
}

const names = ['Andes', 'Brisa', 'Colca', 'Dunas', 'Espiga', 'Faro', 'Grano', 'Huerta', 'Islay', 'Junco'];
