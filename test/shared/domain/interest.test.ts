import { describe, expect, it } from 'vitest';
import { carried, interestDueAt, interestSchema } from '../../../shared/domain/interest.ts';
import { transitionOf } from '../../../shared/domain/transitions.ts';
import { later } from '../../builders/ids.ts';
import { interestIn, interestStatuses } from '../../builders/interest.ts';

const now = later(1_000_000);

describe('an interest', () => {
  it('is due exactly in the states that a clock leaves', () => {
    const due = interestStatuses.filter((status) => interestDueAt(interestIn(status)) !== undefined);
    const byClock = ['rematch', 'close', 'expire'].flatMap((event) => transitionOf('INTEREST', event).from);
    expect(new Set(due)).toEqual(new Set(byClock));
    expect(interestDueAt(interestIn('submitted', { confirmBy: now }))).toBe(now);
    expect(interestDueAt(interestIn('confirmed', { matchBy: now }))).toBe(now);
    expect(interestDueAt(interestIn('matched', { endsAt: now }))).toBe(now);
  });

  it('carries its identity and form into the next state, one revision on', () => {
    const interest = interestIn('matched', { revision: 4 });
    const next = interestSchema.decode(
      interestSchema.encode({ ...carried(interest, now), status: 'withdrawn', withdrawnAt: now }),
    );
    const { id, createdAt, form } = interest;
    expect(next).toMatchObject({ id, createdAt, revision: 5, updatedAt: now, status: 'withdrawn' });
    expect(JSON.stringify(next)).toContain(form.company.name);
    expect(Object.keys(carried(interest, now))).not.toContain('endsAt');
  });
});
