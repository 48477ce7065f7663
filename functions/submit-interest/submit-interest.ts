import { paths } from '../../shared/contracts/links.ts';
import { type Clocks, plusSeconds } from '../../shared/domain/clocks.ts';
import { hourly } from '../../shared/domain/counter.ts';
import type { InterestId } from '../../shared/domain/ids.ts';
import type { InterestForm, InterestIn } from '../../shared/domain/interest.ts';
import { newOutboxEntry } from '../../shared/domain/outbox.ts';
import type { Capabilities, Change, Clock, Ids, Store } from '../../shared/domain/ports.ts';
import { allows } from '../../shared/domain/transitions.ts';

export interface SubmitDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly capabilities: Capabilities;
  readonly clocks: Clocks;
  readonly baseUrl: string;
}

export interface Submission {
  readonly form: InterestForm;
  /** The client's key and the hash of the body it came with; absent when the client gave no key. */
  readonly idempotency?:
    | { readonly key: string; readonly bodyHash: string; readonly renewable?: boolean }
    | undefined;
}

export type SubmitOutcome =
  | {
      readonly outcome: 'accepted';
      readonly id: InterestId;
      readonly key: string;
      readonly statusUrl: string;
    }
  /** The same key came before with another body. */
  | { readonly outcome: 'keyReused' };

/**
 * Takes a form: interest, confirmation mail and idempotency record are written in one transaction, so that an
 * acknowledged form cannot be lost and a repeated one cannot be doubled.
 */
export async function submitInterest(deps: SubmitDeps, given: Submission): Promise<SubmitOutcome> {
  const submission = await renewed(deps, given);
  const earlier = await earlierAnswer(deps, submission);
  if (earlier !== undefined) return earlier;

  const interest = newInterest(deps, submission.form);
  const { ok } = await deps.store.commit(changesFor(deps, interest, submission));
  if (ok) return accepted(deps, interest.id, submission.form);

  const faster = await earlierAnswer(deps, submission);
  if (faster === undefined) throw new Error('A new interest was refused though its key was free');
  return faster;
}

/** Under a key of its own when what the same form made before has ended: it is sent anew, and not by a slip. */
async function renewed({ store }: SubmitDeps, submission: Submission): Promise<Submission> {
  let { idempotency } = submission;
  while (idempotency?.renewable === true) {
    const record = await store.idempotency(idempotency.key);
    const interest = record === undefined ? undefined : await store.interest(record.interestId);
    if (interest === undefined || allows('INTEREST', 'withdraw', interest.status)) break;
    idempotency = { ...idempotency, key: `after.${interest.id}` };
  }
  return { ...submission, idempotency };
}

async function earlierAnswer(
  deps: SubmitDeps,
  { idempotency, form }: Submission,
): Promise<SubmitOutcome | undefined> {
  if (idempotency === undefined) return undefined;
  const record = await deps.store.idempotency(idempotency.key);
  if (record === undefined) return undefined;
  return record.bodyHash === idempotency.bodyHash
    ? accepted(deps, record.interestId, form)
    : { outcome: 'keyReused' };
}

function newInterest(deps: SubmitDeps, form: InterestForm): InterestIn<'submitted'> {
  const now = deps.clock.now();
  return {
    id: deps.ids.interestId(),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    form,
    consentSource: 'form',
    status: 'submitted',
    confirmBy: plusSeconds(now, deps.clocks.confirm),
  };
}

function changesFor(
  deps: SubmitDeps,
  interest: InterestIn<'submitted'>,
  { idempotency }: Submission,
): Change[] {
  const { id, createdAt, confirmBy, form } = interest;
  const entry = newOutboxEntry(
    {
      cause: id,
      side: 'submitter',
      step: 'confirmation',
      to: form.contact.email,
      need: { of: 'submitter', interestId: id, open: true },
      content: { template: 'confirmation', language: form.language, interestId: id, confirmBy },
    },
    createdAt,
    plusSeconds(createdAt, deps.clocks.requeue),
  );
  const changes: Change[] = [
    { create: 'INTEREST', record: interest },
    { create: 'OUTBOX', record: entry },
    { tally: hourly('forms', createdAt, id) },
  ];
  if (idempotency !== undefined) {
    const { key, bodyHash } = idempotency;
    changes.push({ create: 'IDEMPOTENCY', record: { key, bodyHash, interestId: id, createdAt } });
  }
  return changes;
}

async function accepted(deps: SubmitDeps, id: InterestId, form: InterestForm): Promise<SubmitOutcome> {
  const key = await deps.capabilities.sign({ purpose: 'interest', interestId: id });
  return {
    outcome: 'accepted',
    id,
    key,
    statusUrl: `${deps.baseUrl}${paths.status(form.language, id, key)}`,
  };
}
