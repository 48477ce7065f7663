import { expect, it } from 'vitest';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import type { LeadId } from '../../../shared/domain/ids.ts';
import {
  BrokenItem,
  type DueKind,
  type DueRecords,
  type LeadQuery,
  type Store,
} from '../../../shared/domain/ports.ts';
import { member } from '../../builders/directory.ts';
import { clusterIdOf, later, memberIdOf, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { food, metal, putLead } from './store-leads.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

export function describeMembers(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('gives every member of one country, also when they fill more than one page of 1 MB', async () => {
    const description = 'ł'.repeat(4000);
    const ids = Array.from({ length: 150 }, (_, index) =>
      memberIdOf(`firm-${String(index).padStart(3, '0')}`),
    );
    await Promise.all(ids.map((id) => subject.put('MEMBER', member({ id, offers: { description } }))));
    const peruvian = member({
      id: memberIdOf('misti'),
      company: { name: 'Talleres Misti SAC', country: 'PE' },
    });
    await subject.put('MEMBER', peruvian);
    expect((await subject.store.membersIn('PL')).items.map(({ id }) => id).sort()).toEqual(ids);
    expect((await subject.store.membersIn('PE')).items.map(({ id }) => id)).toEqual([peruvian.id]);
  });
}

export function describeLeads(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('are given by interest: its own and no others', async () => {
    const interest = interestIn('matched');
    const members = ['chm', 'promotech', 'samasz'].map((id) => member({ id: memberIdOf(id) }));
    const leads = members.map((each) => leadIn('proposed', {}, { interest, member: each }));
    await subject.put('INTEREST', interest);
    for (const lead of [...leads, leadIn('proposed')]) await subject.put('LEAD', lead);
    expect((await subject.store.leadsOf(interest.id)).map(({ id }) => id)).toEqual(leads.map(({ id }) => id));
  });

  it('puts the nearest deadline first across clusters and statuses, those without one last', async () => {
    const third = await putLead(subject, 'proposed', metal, { decideBy: later(300) });
    const first = await putLead(subject, 'introduced', food, { answerBy: later(100) });
    const fifth = await putLead(subject, 'approved', metal, { updatedAt: later(9) });
    const second = await putLead(subject, 'accepted', metal, { discloseAt: later(200) });
    const fourth = await putLead(subject, 'rejected', food, { updatedAt: later(8) });
    await putLead(subject, 'proposed', clusterIdOf('klaster-obcy'), { decideBy: later(1) });
    await putLead(subject, 'connected', metal, { updatedAt: later(1) });
    const statuses = ['proposed', 'introduced', 'accepted', 'approved', 'rejected'] as const;
    const query = { clusters: [metal, food], statuses, limit: 100 };
    expect(await idsOf(subject.store, query)).toEqual([first, second, third, fourth, fifth]);
    expect(await subject.store.leads(query)).not.toHaveProperty('cursor');
    expect(await idsOf(subject.store, { ...query, clusters: [food, metal, food] })).toHaveLength(5);
  });

  it('gives nothing for no cluster, no status, or a cluster without leads', async () => {
    await putLead(subject, 'proposed', metal);
    const nothing = { items: [], broken: [] };
    const { store } = subject;
    expect(await store.leads({ clusters: [], statuses: ['proposed'], limit: 5 })).toEqual(nothing);
    expect(await store.leads({ clusters: [metal], statuses: [], limit: 5 })).toEqual(nothing);
    expect(await store.leads({ clusters: [food], statuses: ['proposed'], limit: 5 })).toEqual(nothing);
  });

  it('gives a cursor only when more is to come', async () => {
    for (const seconds of [1, 2, 3]) await putLead(subject, 'proposed', metal, { decideBy: later(seconds) });
    const query = { clusters: [metal], statuses: ['proposed'] as const, limit: 3 };
    expect(await subject.store.leads(query)).not.toHaveProperty('cursor');
    expect(await subject.store.leads({ ...query, limit: 2 })).toHaveProperty('cursor');
  });

  it.each([0, -1, 1.5, 101, Number.NaN])('throws for a limit of %d', async (limit) => {
    await expect(subject.store.leads({ clusters: [metal], statuses: ['proposed'], limit })).rejects.toThrow(
      RangeError,
    );
  });
}

export function describeDue(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('gives what is due, the limit included, oldest first and of one kind', async () => {
    const at = [5, 3, 4, 6, 1, 2].map((seconds) => later(seconds));
    for (const dueAt of at) await subject.put('OUTBOX', outboxEntryIn('queued', { dueAt }));
    await subject.put('OUTBOX', outboxEntryIn('waiting', { dueAt: later(0) }));
    await subject.put('OUTBOX', outboxEntryIn('sent'));
    await putLead(subject, 'introduced', metal, { answerBy: later(0) });
    const entries = await dueIn(subject.store, 'OUTBOX', later(4));
    const dueAts = entries.map((entry) => 'dueAt' in entry && entry.dueAt);
    expect(dueAts).toEqual([0, 1, 2, 3, 4].map((seconds) => later(seconds)));
    expect(await dueIn(subject.store, 'OUTBOX', plusSeconds(monday, -1))).toEqual([]);
  });

  it('looks at the interests that wait for a confirmation, a match or their end', async () => {
    const interests = [
      interestIn('submitted', { confirmBy: later(1) }),
      interestIn('confirmed', { matchBy: later(2) }),
      interestIn('matched', { endsAt: later(3) }),
    ];
    const others = (['closed', 'expired', 'withdrawn', 'erased'] as const).map((status) =>
      interestIn(status),
    );
    for (const interest of [...others, ...interests]) await subject.put('INTEREST', interest);
    const due = await dueIn(subject.store, 'INTEREST', later(3));
    expect(due.map(({ id }) => id)).toEqual(interests.map(({ id }) => id));
  });

  it('looks at introduced and accepted leads, not at proposed ones, and forgets them once they moved on', async () => {
    const accepted = await putLead(subject, 'accepted', metal, { discloseAt: later(1) });
    const introduced = await putLead(subject, 'introduced', metal, { answerBy: later(2) });
    await putLead(subject, 'proposed', metal, { decideBy: later(1) });
    expect((await dueIn(subject.store, 'LEAD', later(3))).map(({ id }) => id)).toEqual([
      accepted,
      introduced,
    ]);
    const record = leadIn('connected', { id: accepted, revision: 2 });
    expect(await subject.store.commit([{ advance: 'LEAD', event: 'connect', record }])).toEqual({ ok: true });
    expect((await dueIn(subject.store, 'LEAD', later(3))).map(({ id }) => id)).toEqual([introduced]);
  });
}

/** Everything that is due; throws for what cannot be read. */
async function dueIn<K extends DueKind>(store: Store, kind: K, until: string): Promise<DueRecords[K][]> {
  const records: DueRecords[K][] = [];
  for await (const found of store.due(kind, until)) {
    if (found instanceof BrokenItem) throw found;
    records.push(found);
  }
  return records;
}

async function idsOf(store: Store, query: LeadQuery): Promise<LeadId[]> {
  return (await store.leads(query)).items.map(({ id }) => id);
}
