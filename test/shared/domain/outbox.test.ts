import { describe, expect, it } from 'vitest';
import {
  causeOf,
  entryCore,
  newOutboxEntry,
  outboxDueAt,
  outboxEntrySchema,
  outboxIdOf,
} from '../../../shared/domain/outbox.ts';
import { transitionOf } from '../../../shared/domain/transitions.ts';
import { later } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn, outboxStatuses } from '../../builders/outbox.ts';

const now = later(1_000_000);

describe('an outbox entry', () => {
  it('is due exactly in the states that the sweeper leaves', () => {
    const due = outboxStatuses.filter((status) => outboxDueAt(outboxEntryIn(status)) !== undefined);
    const byClock = ['requeue', 'doubt'].flatMap((event) => transitionOf('OUTBOX', event).from);
    expect(new Set(due)).toEqual(new Set(byClock));
  });

  it('begins queued, never tried, to be put on the queue again should it be lost', () => {
    const { to, content, need, id } = outboxEntryIn('queued');
    const [cause = '', , step = ''] = id.split('#');
    const entry = newOutboxEntry({ to, content, need, cause, side: 'member', step }, now, later(1_000_300));
    expect(entry).toEqual({
      id,
      to,
      content,
      need,
      status: 'queued',
      revision: 1,
      retries: 0,
      createdAt: now,
      updatedAt: now,
      dueAt: later(1_000_300),
    });
  });

  it('keeps recipient, content and need as they were frozen, through every state', () => {
    for (const status of outboxStatuses) {
      const entry = outboxEntryIn(status, { retries: 3, revision: 7 });
      const { to, content, need, id, createdAt } = entry;
      expect(entryCore(entry, now)).toEqual({
        id,
        to,
        content,
        need,
        createdAt,
        retries: 3,
        revision: 8,
        updatedAt: now,
      });
    }
  });

  it('cannot be doubtful or sent without the attempt that is meant', () => {
    for (const status of ['sending', 'sent', 'unknown'] as const) {
      const { attemptId: _attemptId, ...without } = outboxEntryIn(status);
      expect(outboxEntrySchema.safeEncode(without as never).success).toBe(false);
    }
  });
});

describe('a mail that was sent', () => {
  it('is known so by the provider or by a person, by one of both and no other way', () => {
    const { messageId, ...bare } = outboxEntryIn('sent');
    const parses = (more: object) => outboxEntrySchema.safeEncode({ ...bare, ...more }).success;
    expect([{ messageId }, { attestedBy: 'subject-1' }].map(parses)).toEqual([true, true]);
    expect([{}, { messageId, attestedBy: 'subject-1' }].map(parses)).toEqual([false, false]);
  });
});

describe('the cause of an entry', () => {
  it('is the interest or the lead that its id begins with, and the side that it names', () => {
    const lead = leadIn('approved');
    const interestId = lead.interest.id;
    expect(causeOf(outboxIdOf(lead.id, 'member', 'introduction'))).toEqual({
      interestId,
      leadId: lead.id,
      side: 'member',
    });
    expect(causeOf(outboxIdOf(interestId, 'submitter', 'confirmation'))).toEqual({
      interestId,
      leadId: undefined,
      side: 'submitter',
    });
  });
});
