import { describe, expect, it } from 'vitest';
import { decideLead } from '../../../functions/decide-lead/decide-lead.ts';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { workCalendars } from '../../../shared/adapters/holidays/holidays.ts';
import { defaultClocks, plusSeconds } from '../../../shared/domain/clocks.ts';
import { decisionClock } from '../../../shared/domain/decision-clock.ts';
import type { Cluster } from '../../../shared/domain/member.ts';
import { cluster, member } from '../../builders/directory.ts';
import { memberIdOf, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { suppression } from '../../builders/marks.ts';
import { invocation, type World } from '../../doubles/world.ts';
import { daySeconds, swept } from './swept.ts';

const hour = 3600;

/** `names` are members to each of whom a lead was proposed that many hours after Monday 15:00 in Warsaw. */
function proposed(leads: Readonly<Record<string, number>>, own: Partial<Cluster> = {}) {
  const { deps, round } = swept();
  deps.store.put('CLUSTER', cluster(own));
  const interest = interestIn('matched');
  deps.store.put('INTEREST', interest);
  const ids = Object.entries(leads).map(([name, hours]) => {
    const at = plusSeconds(monday, hours * hour);
    const pair = { interest, member: member({ id: memberIdOf(name) }) };
    const lead = leadIn('proposed', decisionClock(at, defaultClocks, workCalendars.PL), pair);
    deps.store.put('LEAD', lead);
    return lead.id;
  });
  return { deps, round, ids };
}

/** To whom, which mail, and the members it lists. */
function alerts(deps: World): string[] {
  return deps.store.all('OUTBOX').flatMap(({ id, to, content }) => {
    if (content.template !== 'decisions-waiting') return [];
    const members = content.waiting.map(({ leadId }) => leadId.split('.')[1]);
    return [`${to.reveal()} ${id.split('#').at(-1)} ${members.sort().join(' ')}`];
  });
}

/** A round each hour. */
async function hours(deps: World, round: (deps: World) => Promise<unknown>, count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    deps.clock.pass(hour);
    for (let minute = 0; minute < 3; minute += 1) await round(deps);
  }
}

describe('sweep: what waits for a coordinator', () => {
  it('warns the first after one working day and tells the second after two', async () => {
    const { deps, round } = proposed({ samasz: 0 });
    await hours(deps, round, 23);
    expect(alerts(deps)).toEqual([]);
    await hours(deps, round, 1);
    expect(alerts(deps)).toEqual(['koordynator@klaster.example warning-2026-11-24 samasz']);
    await hours(deps, round, 24 * 20);
    expect(alerts(deps)).toEqual([
      'zastepca@klaster.example escalation-2026-11-25 samasz',
      'koordynator@klaster.example warning-2026-11-24 samasz',
    ]);
  });

  it('writes one mail for all that come due on a day, late ones told from those that still have time', async () => {
    const { deps, round } = proposed({ samasz: 0, chm: 0, agwo: 5 });
    await hours(deps, round, 24 * 5);
    expect(alerts(deps)).toEqual([
      'zastepca@klaster.example escalation-2026-11-25 agwo chm samasz',
      'koordynator@klaster.example warning-2026-11-24 agwo chm samasz',
    ]);
    const [escalation] = deps.store.all('OUTBOX');
    if (escalation?.content.template !== 'decisions-waiting') throw new Error('an escalation');
    const late = escalation.content.waiting.map(({ leadId, overdue }) => [leadId.split('.')[1], overdue]);
    expect(Object.fromEntries(late)).toEqual({ samasz: true, chm: true, agwo: false });
    expect(escalation.content.language).toBe('en');
  });

  it('does not wake anybody for what was proposed after the mail of the day was written', async () => {
    const { deps, round } = proposed({ samasz: 0 });
    await hours(deps, round, 24);
    const late = leadIn(
      'proposed',
      { alerts: [{ step: 'warning', at: plusSeconds(monday, 25 * hour) }] },
      { interest: interestIn('matched'), member: member({ id: memberIdOf('chm') }) },
    );
    deps.store.put('LEAD', late);
    await hours(deps, round, 1);
    expect(alerts(deps)).toHaveLength(1);
    // 8 in the morning in Warsaw.
    expect(await deps.store.lead(late.id)).toHaveProperty('alerts.0.at', '2026-11-25T07:00:00.000Z');
    await hours(deps, round, 24);
    expect(alerts(deps)).toContain('koordynator@klaster.example warning-2026-11-25 chm samasz');
  });

  it('says nothing of what is decided in time', async () => {
    const { deps, round, ids } = proposed({ samasz: 0, chm: 0 });
    deps.clock.pass(23 * hour);
    const by = { subject: 'coordinator-1', clusters: ['klaster-obrobki-metali'] };
    const body = { decision: 'reject', reasonCode: 'notSuitable' } as const;
    for (const leadId of ids) await decideLead(deps, { leadId, body, by });
    await hours(deps, round, 24 * 5);
    expect(alerts(deps)).toEqual([]);
  });

  it('tells both when it was not there for two days', async () => {
    const { deps, round } = proposed({ samasz: 0 });
    deps.clock.pass(10 * daySeconds);
    expect(await round(deps)).toEqual({ coordinatorWarned: 1 });
    expect(await round(deps)).toEqual({ decisionEscalated: 1 });
    expect(await round(deps)).toEqual({});
  });

  it('escalates to the first where there is no second, and says so where there is nobody', async () => {
    const alone = proposed({ samasz: 0 }, { coordinators: (cluster().coordinators ?? []).slice(0, 1) });
    await hours(alone.deps, alone.round, 24 * 3);
    expect(alerts(alone.deps)).toEqual([
      'koordynator@klaster.example escalation-2026-11-25 samasz',
      'koordynator@klaster.example warning-2026-11-24 samasz',
    ]);
    const nobody = proposed({ samasz: 0 }, { coordinators: [] });
    nobody.deps.clock.pass(daySeconds);
    expect(await nobody.round(nobody.deps)).toEqual({ nobodyToAlert: 1 });
    expect(await nobody.round(nobody.deps)).toEqual({});
  });

  it('lists twenty and counts the rest', async () => {
    const names = Array.from({ length: 23 }, (_, index) => [`member-${index}`, 0] as const);
    const { deps, round } = proposed(Object.fromEntries(names));
    deps.clock.pass(daySeconds);
    await round(deps);
    const [warning] = deps.store.all('OUTBOX');
    expect(warning?.content).toMatchObject({ more: 3 });
    expect(warning?.content).toHaveProperty('waiting.length', 20);
  });

  it('keeps the deadline of the decision, and whose turn it is in the list', async () => {
    const { deps, round, ids } = proposed({ samasz: 0 });
    const [id] = ids;
    if (id === undefined) throw new Error('a lead');
    const before = await deps.store.lead(id);
    await hours(deps, round, 24 * 5);
    const after = await deps.store.lead(id);
    expect(after).toMatchObject({ status: 'proposed', alerts: [], updatedAt: before?.updatedAt });
    expect(after).toHaveProperty('decideBy', before?.status === 'proposed' ? before.decideBy : '');
  });

  it('is sent without a consent, and not to a suppressed address', async () => {
    const { deps, round } = proposed({ samasz: 0 });
    const addressHash = await deps.addresses.hash('zastepca@klaster.example');
    await deps.store.commit([{ mark: 'SUPPRESSION', record: suppression({ addressHash }) }]);
    await hours(deps, round, 48);
    for (const { id } of deps.store.all('OUTBOX')) await sendMail(deps, id, invocation);
    expect(deps.provider.calls.map(({ to }) => to)).toEqual(['koordynator@klaster.example']);
  });

  it('is written once by however many rounds run at the same time', async () => {
    const { deps, round } = proposed({ samasz: 0, chm: 0 });
    deps.clock.pass(daySeconds);
    await Promise.all(Array.from({ length: 8 }, () => round(deps)));
    await round(deps);
    expect(alerts(deps)).toHaveLength(1);
  });
});
