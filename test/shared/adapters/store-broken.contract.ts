import { expect, it } from 'vitest';
import { itemOf } from '../../../shared/contracts/items.ts';
import { BrokenItem } from '../../../shared/domain/ports.ts';
import { member } from '../../builders/directory.ts';
import { later, memberIdOf } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { metal, putLead } from './store-leads.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

/** Stored items of another version, as a deployment that is newer or a slip of a hand would leave them. */
const newer = { schemaVersion: 2 };

export function describeBroken(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('hides nothing behind what is due and cannot be read', async () => {
    const [first, third] = [later(1), later(3)].map((dueAt) => outboxEntryIn('queued', { dueAt }));
    if (first === undefined || third === undefined) throw new Error('two entries');
    await subject.put('OUTBOX', first);
    await subject.put('OUTBOX', third);
    await subject.putRaw({ ...itemOf('OUTBOX', outboxEntryIn('queued', { dueAt: later(2) })), ...newer });
    const found = await Array.fromAsync(subject.store.due('OUTBOX', later(4)));
    expect(found.map((each) => (each instanceof BrokenItem ? 'broken' : each.id))).toEqual([
      first.id,
      'broken',
      third.id,
    ]);
  });

  it('hides no member and no lead behind one that cannot be read', async () => {
    await subject.put('MEMBER', member());
    const chm = member({ id: memberIdOf('chm') });
    await subject.putRaw({ ...itemOf('MEMBER', chm), ...newer });
    const members = await subject.store.membersIn('PL');
    expect(members.items.map(({ id }) => id)).toEqual([member().id]);
    expect(members.broken.map(({ message }) => message)).toEqual([
      'MEMBER MEMBER#chm MEMBER: schemaVersion invalid_value',
    ]);

    const shown = await putLead(subject, 'proposed', metal, { decideBy: later(2) });
    const hidden = leadIn('proposed', { decideBy: later(1) }, { clusterId: metal });
    await subject.putRaw({ ...itemOf('LEAD', hidden), ...newer });
    const query = { clusters: [metal], statuses: ['proposed'] as const, limit: 1 };
    const first = await subject.store.leads(query);
    expect([first.items.length, first.broken.length]).toEqual([0, 1]);
    const second = await subject.store.leads({ ...query, cursor: first.cursor ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([shown]);
  });
}
