import { describe, expect, it } from 'vitest';
import { leadSchema } from '../../../shared/domain/lead.ts';
import { isUnclaimed, outboxEntrySchema } from '../../../shared/domain/outbox.ts';
import {
  approvedAgain,
  attested,
  isStuck,
  maySendAgain,
  queuedAgain,
} from '../../../shared/domain/send-again.ts';
import { later } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn, outboxStatuses } from '../../builders/outbox.ts';

const now = later(9_000);

describe('what a person may move on', () => {
  it('is doubtful or failed', () => {
    const stuck = outboxStatuses.filter((status) => isStuck(outboxEntryIn(status)));
    expect(stuck).toEqual(['failed', 'unknown']);
  });

  it.each([
    ['rejected', true],
    ['tooManyRetries', true],
    ['suppressed', false],
    ['noConsent', false],
    ['superseded', false],
  ] as const)('after the failure %s is sent again: %s', (failure, may) => {
    expect(maySendAgain(outboxEntryIn('failed', { failure }))).toBe(may);
  });

  it('is any doubtful mail', () => {
    expect(maySendAgain(outboxEntryIn('unknown'))).toBe(true);
  });
});

describe('a mail that is sent again', () => {
  it('is due at once with all its retries, and says as it did', () => {
    const entry = outboxEntryIn('failed', { failure: 'tooManyRetries', retries: 60, revision: 64 });
    const { to, content, need, id, createdAt } = entry;
    expect(queuedAgain(entry, now)).toEqual({
      ...{ to, content, need, id, createdAt, updatedAt: now },
      ...{ status: 'queued', revision: 65, retries: 0, dueAt: now },
    });
    expect(isUnclaimed(queuedAgain(entry, now))).toBe(true);
  });

  it('remembers each attempt in doubt: the recipient may have that mail', () => {
    const first = outboxEntryIn('unknown');
    const again = queuedAgain(first, now);
    const second = outboxEntryIn('unknown', { id: first.id, doubts: again.doubts });
    const doubts = [first, second].map(({ attemptId, claimedAt }) => ({ attemptId, claimedAt }));
    expect(queuedAgain(second, now).doubts).toEqual(doubts);
    expect(isUnclaimed(again)).toBe(false);
    expect(outboxEntrySchema.safeEncode(queuedAgain(second, now)).success).toBe(true);
  });

  it('has its lead approved as it was before', () => {
    const lead = leadIn('undeliverable', { revision: 3, cause: 'refused' });
    const again = approvedAgain(lead, now);
    expect(again).toEqual({
      ...leadIn('approved', { id: lead.id, interest: lead.interest }),
      revision: 4,
      updatedAt: now,
    });
    expect(leadSchema.safeParse(again)).toMatchObject({ success: true });
  });
});

describe('a mail that a person found to have arrived', () => {
  it('is sent, by the word of that person, without an id of the provider', () => {
    const entry = outboxEntryIn('unknown');
    const sent = attested(entry, now, 'subject-1');
    expect(sent).toMatchObject({
      status: 'sent',
      sentAt: now,
      attestedBy: 'subject-1',
      attemptId: entry.attemptId,
      revision: entry.revision + 1,
    });
    expect(sent.messageId).toBeUndefined();
    expect(outboxEntrySchema.safeEncode(sent).success).toBe(true);
  });
});
