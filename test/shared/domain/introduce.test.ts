import { describe, expect, it } from 'vitest';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import { introductionOf, undeliverableOf } from '../../../shared/domain/introduce.ts';
import { leadSchema } from '../../../shared/domain/lead.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';

const lead = leadIn('approved');
const introduction = outboxEntryIn('sent', {}, lead);
const at = later(60);

function storeWith(status: (typeof leadStatuses)[number]) {
  const store = new MemoryStore();
  store.put('LEAD', leadIn(status, { id: lead.id, revision: 3 }));
  return store;
}

/** The states of a lead in which `changeOf` has something to say. */
async function statesIn(changeOf: (store: MemoryStore) => Promise<unknown>): Promise<string[]> {
  const states = [];
  for (const status of leadStatuses)
    if ((await changeOf(storeWith(status))) !== undefined) states.push(status);
  return states;
}

describe('an introduction that was accepted for delivery', () => {
  const changeOf = (store: MemoryStore, entry: Pick<OutboxEntry, 'need'> = introduction) =>
    introductionOf({ store, clocks: defaultClocks }, entry, at);

  it('introduces a lead that waits for it, and begins the clock of its answer', async () => {
    expect(await changeOf(storeWith('approved'))).toMatchObject({
      ...{ advance: 'LEAD', event: 'introduce' },
      record: { status: 'introduced', revision: 4, introducedAt: at, answerBy: later(60 + 10 * 86_400) },
    });
    expect(await statesIn(changeOf)).toEqual(['approved']);
  });

  it('does nothing for a lead that is gone, and for a mail that introduces nobody', async () => {
    expect(await changeOf(new MemoryStore())).toBeUndefined();
    const need = { of: 'submitter' as const, interestId: interestIn('matched').id };
    expect(await changeOf(storeWith('approved'), { need })).toBeUndefined();
    const ofMember = { of: 'member' as const, memberId: lead.member.id };
    expect(await changeOf(storeWith('approved'), { need: ofMember })).toBeUndefined();
  });
});

describe('an introduction that does not arrive', () => {
  const changeOf = (store: MemoryStore) => undeliverableOf(store, introduction, 'bounced', at);

  it('ends a lead that nobody has answered, and no other', async () => {
    expect(await statesIn(changeOf)).toEqual(['approved', 'introduced']);
  });

  it('leaves no trace of a clock that ran, and says why and since when', async () => {
    for (const status of ['approved', 'introduced'] as const) {
      const change = await changeOf(storeWith(status));
      const { record } = change as unknown as { record: Record<string, unknown> };
      expect(record).toMatchObject({ status: 'undeliverable', cause: 'bounced', failedAt: at, revision: 4 });
      expect(Object.keys(record)).not.toContain('answerBy');
      expect(leadSchema.safeEncode(record as never).success).toBe(true);
    }
  });
});
