import { describe, expect, it } from 'vitest';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import { introduced } from '../../../shared/domain/introduce.ts';
import { type Lead, leadDeadline, leadDueAt, leadSchema } from '../../../shared/domain/lead.ts';
import { transitionOf } from '../../../shared/domain/transitions.ts';
import { later } from '../../builders/ids.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';

const now = later(1_000_000);

describe('when the sweeper looks at a lead', () => {
  it.each([
    ['proposed', { alerts: [{ step: 'warning', at: later(5) }] }, later(5)],
    ['proposed', { alerts: [] }, undefined],
    ['proposed', {}, undefined],
    ['introduced', { answerBy: later(9) }, later(9)],
    ['introduced', { answerBy: later(9), reminders: [{ step: 2, at: later(3), until: later(4) }] }, later(3)],
    ['introduced', { answerBy: later(2), reminders: [{ step: 2, at: later(3), until: later(4) }] }, later(2)],
    ['accepted', { discloseAt: later(9), reminders: [{ step: 2, at: later(3), until: later(4) }] }, later(9)],
    ['rejected', {}, undefined],
  ] as const)('%s, %o', (status, fields, dueAt) => {
    expect(leadDueAt({ ...leadIn(status), ...fields } as Lead)).toBe(dueAt);
  });
});

describe('a lead', () => {
  it('has a deadline wherever somebody must act, and is due where a clock moves it', () => {
    const withDeadline = leadStatuses.filter((status) => leadDeadline(leadIn(status)) !== undefined);
    expect(withDeadline).toEqual(['proposed', 'introduced', 'accepted']);
    const due = leadStatuses.filter((status) => leadDueAt(leadIn(status)) !== undefined);
    const byClock = ['connect', 'expire'].flatMap((event) => transitionOf('LEAD', event).from);
    expect(new Set(due)).toEqual(new Set(byClock));
  });

  it('runs the clock of its recipient from its introduction', () => {
    const approved = leadIn('approved', { revision: 2 });
    const lead = introduced(approved, now, { ...defaultClocks, answer: 60 });
    expect(lead).toEqual({
      ...approved,
      status: 'introduced',
      reminders: [],
      revision: 3,
      updatedAt: now,
      introducedAt: now,
      answerBy: later(1_000_060),
    });
    expect(leadSchema.safeParse(lead).success).toBe(true);
  });
});
