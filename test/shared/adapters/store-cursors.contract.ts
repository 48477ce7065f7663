import { expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/ids.ts';
import type { Lead } from '../../../shared/domain/lead.ts';
import { BadCursor } from '../../../shared/domain/ports.ts';
import { clusterIdOf, later, monday } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { food, metal, putLead } from './store-leads.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

/** For a machine that is busy with other things. */
const longTestMs = 30_000;
const query = { clusters: [metal, food], statuses: ['proposed', 'introduced'], limit: 7 } as const;

export function describeCursors(open: OpenSubject): void {
  const subject = freshSubject(open);

  it(
    'walk 250 leads in pages of 7, each lead that stays where it is exactly once, while others move',
    async () => {
      const ids = await Promise.all(
        Array.from({ length: 250 }, (_, index) => {
          const deadline = later(Math.floor(index / 3));
          const cluster = index % 2 === 0 ? metal : food;
          return index % 5 === 0
            ? putLead(subject, 'introduced', cluster, { answerBy: deadline })
            : putLead(subject, 'proposed', cluster, { decideBy: deadline });
        }),
      );
      const left = new Set<LeadId>();
      const seen: LeadId[] = [];
      let cursor: string | undefined;
      do {
        const page = await subject.store.leads({ ...query, ...(cursor !== undefined && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(7);
        seen.push(...page.items.map(({ id }) => id));
        // One lead already seen and one still to come are rejected while the walk goes on.
        const waiting = ids.find((id, index) => index % 11 === 10 && !seen.includes(id) && !left.has(id));
        for (const id of [page.items[0]?.id, waiting]) {
          const lead = id && (await subject.store.lead(id));
          if (lead?.status !== 'proposed') continue;
          if (!seen.includes(lead.id)) left.add(lead.id);
          const record = leadIn('rejected', { ...restOf(lead), revision: lead.revision + 1 });
          expect(await subject.store.commit([{ advance: 'LEAD', event: 'reject', record }])).toEqual({
            ok: true,
          });
        }
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(left.size).toBeGreaterThan(5);
      expect(new Set(seen).size).toBe(seen.length);
      expect([...seen].sort()).toEqual(ids.filter((id) => !left.has(id)).sort());
    },
    longTestMs,
  );

  it('show a lead again, in its new state, when it moves to a place after the cursor', async () => {
    const moved = await putLead(subject, 'proposed', metal, { decideBy: later(1) });
    const other = await putLead(subject, 'proposed', metal, { decideBy: later(2) });
    const first = await subject.store.leads({ ...query, limit: 1 });
    expect(first.items).toMatchObject([{ id: moved, status: 'proposed' }]);
    await subject.put('LEAD', leadIn('introduced', { id: moved, answerBy: later(3) }, { clusterId: metal }));
    const rest = await subject.store.leads({ ...query, cursor: first.cursor ?? '' });
    expect(rest.items).toMatchObject([
      { id: other, status: 'proposed' },
      { id: moved, status: 'introduced' },
    ]);
  });

  it('allow another page size and another order of the same clusters and statuses', async () => {
    for (const seconds of [1, 2, 3]) await putLead(subject, 'proposed', metal, { decideBy: later(seconds) });
    const { cursor = '' } = await subject.store.leads({ ...query, limit: 1 });
    const turned = { clusters: [food, metal], statuses: ['introduced', 'proposed'] } as const;
    expect((await subject.store.leads({ ...turned, limit: 50, cursor })).items).toHaveLength(2);
  });

  it('are refused when broken, foreign or of another query', async () => {
    for (const seconds of [1, 2, 3]) await putLead(subject, 'proposed', metal, { decideBy: later(seconds) });
    const { cursor = '' } = await subject.store.leads({ ...query, limit: 1 });
    const { after: position, of } = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const faulty = [
      '',
      'x',
      cursor.slice(1),
      `${cursor}=`,
      `${cursor}!`,
      made(null),
      made([position, of]),
      made({ after: position }),
      made({ of, after: position, more: 1 }),
      made({ after: 'zzz', of }),
      made({ after: `${monday}#no-lead`, of }),
      made({ after: position, of: 'other' }),
    ];
    for (const each of faulty) {
      await expect(subject.store.leads({ ...query, cursor: each }), each).rejects.toThrow(BadCursor);
    }
    await expect(subject.store.leads({ ...query, clusters: [metal], cursor })).rejects.toThrow(BadCursor);
    await expect(
      subject.store.leads({ ...query, clusters: [metal, clusterIdOf('klaster-obcy')], cursor }),
    ).rejects.toThrow(BadCursor);
    await expect(subject.store.leads({ ...query, statuses: ['proposed'], cursor })).rejects.toThrow(
      BadCursor,
    );
  });
}

/** What a rejected lead keeps of a proposed one. */
function restOf({ id, clusterId, member: recipient }: Lead) {
  return { id, clusterId, member: recipient };
}
