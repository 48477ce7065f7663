import { type ClockName, clockVariable, defaultClocks } from '../shared/domain/clocks.ts';
import { type Actor, type EventOf, type MachineKind, machines } from '../shared/domain/transitions.ts';

interface Machine<K extends MachineKind> {
  readonly title: string;
  readonly about: string;
  readonly first: (typeof machines)[K][number]['from'][number];
  /** When each event happens; an event without a sentence does not compile. */
  readonly when: Readonly<Record<EventOf<K>, string>>;
}

const interest: Machine<'INTEREST'> = {
  title: 'Interest',
  about: 'One submitted form.',
  first: 'submitted',
  when: {
    confirm:
      'The submitter presses the button that the confirmation mail leads to, before `confirm` runs out.',
    rematch: 'Nothing came of the request for matching within `requeue`: the sweeper asks again.',
    match:
      'Matching has looked through the members of the other side; its leads, none to ten, are written with it.',
    review:
      'While anything is open, each `review`: the sweeper looks whether something still is. When nothing is and nothing was connected, the submitter is told once.',
    extend:
      '`interest` has run out while a member that was introduced can still answer, or its acceptance be undone: the end waits for that, so that the submitter can withdraw until data is disclosed.',
    close:
      '`interest` has run out and at least one lead was connected; what no coordinator has sent on is withdrawn.',
    expire:
      'Unconfirmed: `confirm` has run out, and nobody is told. Matched: `interest` has run out without a connection, and the submitter is told.',
    withdraw: 'The submitter takes the request back; its open leads are withdrawn in the same transaction.',
    erase: 'The submitter has its data erased; only identity and times remain.',
  },
};

const lead: Machine<'LEAD'> = {
  title: 'Lead',
  about: 'One interest paired with one member; written `proposed` by matching.',
  first: 'proposed',
  when: {
    alert:
      '`decideWarn` has run out: the first coordinator of the cluster is told; or `decide`: the second. One mail a day to each at most, which lists every lead whose time comes that day.',
    approve: 'A coordinator of the cluster approves; the introduction is written into the outbox with it.',
    reject: 'A coordinator of the cluster rejects, with a reason.',
    introduce:
      'The introduction was accepted for delivery; or the recipient answers it before that was written down. `answer` begins.',
    fail: 'The introduction can never go out: its address is suppressed, consent is missing, the two firms were introduced to each other lately, or it was refused. Or it went out, nobody has answered, and the mail provider reports that it came back for good.',
    resend:
      'A person has an introduction sent again that the provider had refused, while its interest is still open. Never after an objection or without consent.',
    remind:
      '`reminderFirst` or `reminderSecond` has run out without an answer: a reminder is written, unless the next one or the end is near.',
    accept: 'The recipient accepts; `undo` begins, and nothing is disclosed yet.',
    undo: 'The recipient takes the acceptance back before `undo` runs out.',
    connect: '`undo` has run out: both sides get the contact data of the other, in mails written with it.',
    decline: 'The recipient declines, or stops all mail while the lead is open to an answer.',
    defer: 'The recipient says “not now”.',
    expire: '`answer` has run out without an answer; both sides are told.',
    withdraw:
      'The submitter withdraws the interest, and a member that was, or may have been, written to is told; or the interest ends before a coordinator has sent the lead on.',
    erase: 'The submitter has its data erased; only identity and times remain.',
  },
};

const outbox: Machine<'OUTBOX'> = {
  title: 'Outbox entry',
  about: 'One mail to one recipient; written `queued` in the transaction that causes it.',
  first: 'queued',
  when: {
    requeue: 'It waited for `requeue`, or until its retry was due: the sweeper puts it on the queue again.',
    claim:
      'The sender takes it for one attempt: not suppressed, breaker closed, and what it rests on still holds.',
    send: 'The mail provider accepted the mail; its answer may come after the attempt was called doubtful. Any report of the provider about this attempt says the same.',
    postpone:
      'Sending is paused, or the provider refused for a reason that may pass (throttled, unreachable, misconfigured).',
    fail: 'It must not or cannot be sent: suppressed, without consent, superseded, introduced lately, rejected, or refused too often.',
    doubt:
      '`doubt` has run out and nobody knows whether the mail was accepted. It is never sent again by itself.',
    report:
      'The mail provider reports more of the mail than was known: delayed, delivered, bounced for good, called spam.',
    prove:
      'A mail that a person had sent again, and that nobody has claimed since: the mail provider reports that it did accept the attempt that was in doubt.',
    attest:
      'A person found out that a doubtful mail did arrive, and says so with a note; an introduction makes its lead `introduced`.',
    resend:
      'A person has it sent again, with a note: a doubtful mail, which may then arrive twice, or one that was rejected or refused too often. What was suppressed, without consent or superseded stays `failed`.',
  },
};

const actors: Readonly<Record<Actor, string>> = {
  submitter: 'the company that filled in the form',
  coordinator: 'a person of the cluster',
  recipient: 'the contact of the member',
  matching: 'the function `match-interest`',
  sender: 'the function `send-mail`',
  provider: 'the mail provider, through the function `record-delivery-event`',
  clock: 'the function `sweep`, when a time has come',
  operator: 'a person with the role `admin`, through the function `resolve-mail`; each act is in the audit',
};

const clocks: Readonly<Record<ClockName, string>> = {
  confirm: 'the submitter has to confirm',
  decide:
    'the coordinator has to decide, and the second is told; on working days of the cluster’s country only, in its time',
  decideWarn: 'the first coordinator is told what waits; on working days only, likewise',
  answer: 'the recipient has to answer an introduction',
  reminderFirst: 'a recipient that has not answered is reminded',
  reminderSecond:
    'a recipient that has not answered is reminded again; never in the last day before `answer` runs out',
  undo: 'an acceptance can be taken back, before contact data is disclosed',
  interest: 'an interest stands after its confirmation; longer while a member can still answer',
  review: 'between two looks at whether anything of a matched interest is still open',
  requeue: 'work may lie untouched before it is put on its queue again',
  doubt: 'a send attempt may be without an outcome before it is called doubtful',
  pairAgain:
    'a company that was introduced to a member is not introduced to it again; moves nothing by itself',
};

const ownClocks = [
  'A cluster can have its own `decide`, `decideWarn`, `answer`, `reminderFirst` and `reminderSecond`.',
  'A deadline is set once, by the setting of the moment in which its clock is decided on: with the proposal, the approval',
  '(the introduction says how long there is to answer) or the acceptance. A changed setting holds for what comes after it',
  'and moves no deadline that somebody was told ([decision 21](decisions/021-working-days-and-changed-clocks.md)).',
].join(' ');

interface Row {
  readonly event: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: Actor;
}

/** The text of `docs/lifecycle.md`: each machine drawn and listed from the transition table, and the clocks. */
export function lifecycleDocument(): string {
  return [
    '# The lifecycle',
    'Made by `local/commands/lifecycle.ts` from `shared/domain/transitions.ts` and `shared/domain/clocks.ts`; a test fails when it is not what the command makes. Change those, then run the command. No transition is possible but those listed here: conditions of the table are made from the same rows.',
    section(interest, machines.INTEREST),
    section(lead, machines.LEAD),
    section(outbox, machines.OUTBOX),
    `## Who acts\n\n${table(['actor', 'is'], actorRows())}`,
    `## Clocks\n\nEach can be shortened for a trial by its variable, a whole number of seconds. ${ownClocks}\n\n${table(['clock', 'default', 'seconds', 'variable', 'how long'], clockRows())}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function section<K extends MachineKind>(
  { title, about, first, when }: Machine<K>,
  rows: readonly Row[],
): string {
  const statuses = new Set(rows.flatMap(({ from, to }) => [...from, to]));
  const leavesAll = ({ from }: Row) => from.length === statuses.size - 1;
  const undrawn = rows.filter(leavesAll).map(({ event }) => `\`${event}\``);
  const note =
    undrawn.length === 0 ? [] : [`Not drawn, since it leaves every other status: ${undrawn.join(', ')}.`];
  const listed = rows.map(({ event, from, to, by }) => [
    `\`${event}\``,
    leavesAll({ event, from, to, by }) ? 'every other status' : from.join(', '),
    to,
    by,
    when[event as EventOf<K>],
  ]);
  return [
    `## ${title}`,
    about,
    drawing(
      first,
      rows.filter((row) => !leavesAll(row)),
    ),
    ...note,
    table(['event', 'from', 'to', 'by', 'when'], listed),
  ].join('\n\n');
}

/** A Mermaid state diagram; a status that nothing leaves leads to the end. */
function drawing(first: string, rows: readonly Row[]): string {
  const left = new Set(rows.flatMap(({ from, to }) => from.filter((status) => status !== to)));
  const ends = [...new Set(rows.map(({ to }) => to))].filter((status) => !left.has(status));
  const arrows = rows.flatMap(({ event, from, to }) => from.map((status) => `${status} --> ${to}: ${event}`));
  const lines = [`[*] --> ${first}`, ...arrows, ...ends.map((status) => `${status} --> [*]`)];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

function actorRows(): string[][] {
  const acting = new Set<Actor>(Object.values(machines).flatMap((rows) => rows.map(({ by }) => by)));
  return [...acting].map((actor) => [actor, actors[actor]]);
}

function clockRows(): string[][] {
  return Object.entries(clocks).map(([key, meaning]) => {
    const name = key as ClockName;
    const defaultSeconds = defaultClocks[name];
    return [
      `\`${name}\``,
      inWords(defaultSeconds),
      String(defaultSeconds),
      `\`${clockVariable(name)}\``,
      meaning,
    ];
  });
}

/** In the largest unit that leaves a whole number. */
function inWords(seconds: number): string {
  const units = [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
  ] as const;
  const [unit, length] = units.find(([, unitSeconds]) => seconds % unitSeconds === 0) ?? ['seconds', 1];
  return `${seconds / length} ${unit}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}
