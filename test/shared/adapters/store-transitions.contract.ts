import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Advance, CommitResult, Store } from '../../../shared/domain/ports.ts';
import {
  interestTransitions,
  leadTransitions,
  outboxTransitions,
} from '../../../shared/domain/transitions.ts';
import { newInterestId } from '../../builders/ids.ts';
import { interestIn, interestStatuses } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { outboxEntryIn, outboxStatuses } from '../../builders/outbox.ts';
import type { OpenSubject, Subject } from './store-subject.ts';

const revision = 4;

interface Attempt {
  readonly allowed: boolean;
  readonly result: CommitResult;
  readonly before: string;
  readonly expected: string;
  readonly stored: { readonly status: string; readonly revision: number } | undefined;
}

/** Done when the table allows it, refused and without a trace when not. */
function expectOutcome({ allowed, result, before, expected, stored }: Attempt): void {
  expect(result, `from ${before}`).toEqual(allowed ? { ok: true } : { ok: false, refused: [0] });
  expect(stored, `from ${before}`).toMatchObject(
    allowed ? { status: expected, revision: revision + 1 } : { status: before, revision },
  );
}

export function describeTransitions(open: OpenSubject): void {
  let subject: Subject;
  let store: Store;
  beforeAll(async () => {
    subject = await open();
    store = subject.store;
  });
  afterAll(() => subject.close());

  it.each(interestTransitions)('interest: $event from $from and from no other state', async (row) => {
    for (const before of interestStatuses) {
      const { id } = await stored('INTEREST', interestIn(before, { revision }));
      const record = interestIn(row.to, { id, revision: revision + 1 });
      const result = await store.commit([{ advance: 'INTEREST', event: row.event, record }]);
      const allowed = (row.from as readonly string[]).includes(before);
      expectOutcome({ allowed, result, before, expected: row.to, stored: await store.interest(id) });
    }
  });

  it.each(leadTransitions)('lead: $event from $from and from no other state', async (row) => {
    for (const before of leadStatuses) {
      const { id } = await stored('LEAD', leadIn(before, { revision }));
      const record = leadIn(row.to, { id, revision: revision + 1 });
      const result = await store.commit([{ advance: 'LEAD', event: row.event, record }]);
      const allowed = (row.from as readonly string[]).includes(before);
      expectOutcome({ allowed, result, before, expected: row.to, stored: await store.lead(id) });
    }
  });

  it.each(outboxTransitions)('outbox entry: $event from $from and from no other state', async (row) => {
    for (const before of outboxStatuses) {
      const { id } = await stored('OUTBOX', outboxEntryIn(before, { revision }));
      const record = outboxEntryIn(row.to, { id, revision: revision + 1 });
      const result = await store.commit([{ advance: 'OUTBOX', event: row.event, record }]);
      const allowed = (row.from as readonly string[]).includes(before);
      expectOutcome({ allowed, result, before, expected: row.to, stored: await store.outboxEntry(id) });
    }
  });

  describe('an allowed event is refused', () => {
    it.each([-1, 0, 2, 3])('when the record is %i revisions ahead of the stored one', async (ahead) => {
      const { id } = await stored('INTEREST', interestIn('submitted', { revision }));
      const record = interestIn('confirmed', { id, revision: revision + ahead });
      const result = await store.commit([{ advance: 'INTEREST', event: 'confirm', record }]);
      expect(result).toEqual({ ok: false, refused: [0] });
      expect(await store.interest(id)).toMatchObject({ status: 'submitted', revision });
    });

    it('when nothing is stored', async () => {
      const record = interestIn('confirmed', { id: newInterestId(), revision: 1 });
      const change: Advance = { advance: 'INTEREST', event: 'confirm', record };
      expect(await store.commit([change])).toEqual({ ok: false, refused: [0] });
      expect(await store.interest(record.id)).toBeUndefined();
    });
  });

  async function stored<K extends 'INTEREST' | 'LEAD' | 'OUTBOX'>(
    kind: K,
    record: Parameters<typeof subject.put<K>>[1],
  ): Promise<typeof record> {
    await subject.put(kind, record);
    return record;
  }
}
