import { describe, expect, it } from 'vitest';
import { answerIntroduction } from '../../functions/answer-introduction/answer-introduction.ts';
import { decideLead } from '../../functions/decide-lead/decide-lead.ts';
import { matchInterest } from '../../functions/match-interest/match-interest.ts';
import { sendMail } from '../../functions/send-mail/send-mail.ts';
import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { Cluster } from '../../shared/domain/member.ts';
import { introductionIdOf } from '../../shared/domain/outbox.ts';
import { cluster, member } from '../builders/directory.ts';
import { clusterIdOf, later, memberIdOf, monday } from '../builders/ids.ts';
import { interestForm, interestIn } from '../builders/interest.ts';
import { invocation, world } from '../doubles/world.ts';

const daySeconds = 86_400;
const by = { subject: 'coordinator-1', clusters: [cluster().id] };

/** Lives one lead up to its introduction; `change` is done to the cluster before that step. */
async function live(
  own: Partial<Cluster>,
  changes: { before: 'approval' | 'sending'; to: Partial<Cluster> },
) {
  const deps = world({ clusters: [cluster(own)], members: [member()] });
  const interest = interestIn('confirmed');
  deps.store.put('INTEREST', interest);
  await matchInterest(deps, interest.id);
  const [lead] = deps.store.all('LEAD');
  if (lead === undefined) throw new Error('a lead');
  if (changes.before === 'approval') deps.store.put('CLUSTER', cluster(changes.to));
  await decideLead(deps, { leadId: lead.id, body: { decision: 'approve' }, by });
  if (changes.before === 'sending') deps.store.put('CLUSTER', cluster(changes.to));
  await sendMail(deps, introductionIdOf(lead.id), invocation);
  const entry = await deps.store.outboxEntry(introductionIdOf(lead.id));
  return { deps, proposed: lead, introduced: await deps.store.lead(lead.id), content: entry?.content };
}

describe('the clocks of a cluster', () => {
  it('hold for its leads, and the deployment’s for what it leaves out', async () => {
    const own = { clocks: { decide: daySeconds, answer: 20 * daySeconds, reminderFirst: 5 * daySeconds } };
    const { proposed, introduced, content } = await live(own, { before: 'approval', to: own });
    expect(proposed).toMatchObject({
      decideBy: later(daySeconds),
      alerts: [{ step: 'escalation', at: later(daySeconds) }],
    });
    expect(content).toMatchObject({ answerDays: 20 });
    expect(introduced).toMatchObject({
      answerBy: later(20 * daySeconds),
      reminders: [
        { step: 1, at: later(5 * daySeconds) },
        { step: 2, at: later(7 * daySeconds) },
      ],
    });
  });

  it('that are changed hold for what begins afterwards', async () => {
    const to = { clocks: { decide: 9 * daySeconds, answer: 20 * daySeconds } };
    const { proposed, introduced, content } = await live({}, { before: 'approval', to });
    expect(proposed).toMatchObject({ decideBy: later(2 * daySeconds) });
    expect(content).toMatchObject({ answerDays: 20 });
    expect(introduced).toMatchObject({ answerBy: later(20 * daySeconds) });
  });

  it('move nothing that was promised, not even before it was sent', async () => {
    const to = { clocks: { answer: daySeconds, reminderFirst: 60 } };
    const { introduced, content } = await live({}, { before: 'sending', to });
    expect(content).toMatchObject({ answerDays: 10 });
    expect(introduced).toMatchObject({
      answerBy: later(10 * daySeconds),
      reminders: [{ at: later(3 * daySeconds) }, { at: later(7 * daySeconds) }],
    });
  });

  it('of the deployment move nothing that was promised either', async () => {
    const deps = world();
    const interest = interestIn('confirmed');
    deps.store.put('INTEREST', interest);
    await matchInterest(deps, interest.id);
    const [lead] = deps.store.all('LEAD');
    if (lead === undefined) throw new Error('a lead');
    await decideLead(deps, { leadId: lead.id, body: { decision: 'approve' }, by });
    const token = await deps.capabilities.sign({
      purpose: 'introduction',
      leadId: lead.id,
      expiresAt: later(400 * daySeconds),
    });
    const changed = { ...deps, clocks: { ...deps.clocks, answer: 60 } };
    // Answered before its sending was noted: the introduction is noted first.
    await answerIntroduction(changed, token, { answer: 'accept' });
    expect(await deps.store.lead(lead.id)).toMatchObject({
      status: 'accepted',
      answerBy: later(10 * daySeconds),
    });
  });

  it('run on the working days of its own country', async () => {
    const exporters = clusterIdOf('conglomerado-ficticio-arequipa');
    const exporter = member({
      id: memberIdOf('paprika'),
      language: 'es',
      company: {
        name: 'Páprika Ficticia',
        country: 'PE',
        region: 'Arequipa',
        sectors: [{ scheme: 'ciiu4', code: '0128' }],
      },
      offers: { description: 'Páprika seca.', sectors: [{ scheme: 'ciiu4', code: '0128' }] },
      welcomes: ['buy'],
      clusters: [exporters],
    });
    const deps = world({
      clusters: [cluster({ id: exporters, country: 'PE', region: 'Arequipa' })],
      members: [exporter],
    });
    const base = interestForm();
    const company = { name: 'Przetwórnia Narew', country: 'PL', region: 'Podlaskie' } as const;
    const sought = {
      description: 'Szukamy suszonej papryki.',
      sectors: [{ scheme: 'pkd2025', code: '01.28.Z' }],
    } as const;
    const interest = interestIn('confirmed', {
      form: { ...base, language: 'pl', company, sought: { ...sought, sectors: [...sought.sectors] } },
    });
    deps.store.put('INTEREST', interest);
    // From Monday to Monday 7 December; the 8th and 9th are days off in Peru.
    deps.clock.pass(14 * daySeconds);
    await matchInterest(deps, interest.id);
    expect(deps.store.all('LEAD')).toMatchObject([{ decideBy: plusSeconds(monday, 18 * daySeconds) }]);
  });
});
