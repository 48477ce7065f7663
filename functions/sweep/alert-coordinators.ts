import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { Alert, AlertStep } from '../../shared/domain/decision-clock.ts';
import type { Instant, OutboxId } from '../../shared/domain/ids.ts';
import type { LeadIn } from '../../shared/domain/lead.ts';
import { type MailOf, maxListed } from '../../shared/domain/mail-content.ts';
import type { Cluster, Coordinator } from '../../shared/domain/member.ts';
import { newOutboxEntry, outboxIdOf } from '../../shared/domain/outbox.ts';
import type { Change, Store } from '../../shared/domain/ports.ts';
import {
  endOfDay,
  localDay,
  plusWorkingSeconds,
  type WorkCalendar,
} from '../../shared/domain/work-calendar.ts';
import type { SweepDeps } from './sweep.ts';

type Proposed = LeadIn<'proposed'>;
type Waiting = MailOf<'decisions-waiting'>['waiting'][number];

/** When a word is said that came too late for the mail of its day, in seconds of the next working day. */
const morningSeconds = 8 * 3600;

/** Waiting leads that are looked through for one mail: as many as one page of the store holds. */
const maxLooked = 100;

/** Whose day it is: the cluster's. */
interface Day {
  readonly now: Instant;
  readonly cluster: Cluster;
  readonly calendar: WorkCalendar;
}

/**
 * A proposed lead whose decision has waited long. A coordinator gets at most one such mail a day, written for the first
 * lead of that day; it lists all whose time comes on that day. A lead that it does not list is told of on the next
 * working day.
 */
export async function alertCoordinators(deps: SweepDeps, lead: Proposed): Promise<string> {
  const [alert, ...rest] = lead.alerts ?? [];
  const cluster = alert === undefined ? undefined : await deps.store.cluster(lead.clusterId);
  if (alert === undefined) return 'movedMeanwhile';
  const now = deps.clock.now();
  const coordinator = coordinatorFor(alert.step, cluster);
  if (cluster === undefined || coordinator === undefined) {
    const { ok } = await deps.store.commit([alerted(lead, rest)]);
    return ok ? 'nobodyToAlert' : 'movedMeanwhile';
  }
  const day: Day = { now, cluster, calendar: deps.calendars[cluster.country] };
  const id = mailOfDay(day, alert.step);
  const written = await deps.store.outboxEntry(id);
  if (written === undefined) {
    const mail = await waitingMail(deps, day, lead, alert.step, coordinator);
    const { ok } = await deps.store.commit([alerted(lead, rest), mail]);
    return ok ? stepNames[alert.step] : 'movedMeanwhile';
  }
  const { content } = written;
  const listed =
    content.template === 'decisions-waiting' && content.waiting.some(({ leadId }) => leadId === lead.id);
  const change = alerted(lead, listed ? rest : [tomorrow(day, alert), ...rest]);
  const { ok } = await deps.store.commit([change]);
  return ok ? 'alertedToday' : 'movedMeanwhile';
}

const stepNames = { warning: 'coordinatorWarned', escalation: 'decisionEscalated' } as const;

/** The first coordinator is warned; the second, or else the first, is told of what is late. */
function coordinatorFor(step: AlertStep, cluster: Cluster | undefined): Coordinator | undefined {
  const [first, second] = cluster?.coordinators ?? [];
  return step === 'warning' ? first : (second ?? first);
}

function mailOfDay({ cluster, calendar, now }: Day, step: AlertStep): OutboxId {
  return outboxIdOf(cluster.id, 'coordinator', `${step}-${localDay(now, calendar)}`);
}

function tomorrow({ now, calendar }: Day, { step }: Alert): Alert {
  const midnight = plusWorkingSeconds(endOfDay(now, calendar), 0, calendar);
  return { step, at: plusSeconds(midnight, morningSeconds) };
}

/** The lead with these words still to come; its `updatedAt` stays, for what pages show of it has not changed. */
function alerted(lead: Proposed, alerts: readonly Alert[]): Change {
  const inOrder = [...alerts].sort((a, b) => (a.at < b.at ? -1 : 1));
  const record: Proposed = { ...lead, revision: lead.revision + 1, alerts: inOrder };
  return { advance: 'LEAD', event: 'alert', record };
}

async function waitingMail(
  { store, clocks }: SweepDeps,
  day: Day,
  lead: Proposed,
  step: AlertStep,
  coordinator: Coordinator,
): Promise<Change> {
  const { now, cluster } = day;
  const leads = await waitingToday(store, day, lead, step);
  const content: MailOf<'decisions-waiting'> = {
    template: 'decisions-waiting',
    language: coordinator.language,
    clusterId: cluster.id,
    clusterName: cluster.name,
    coordinatorName: coordinator.name,
    step,
    waiting: leads.slice(0, maxListed).map((each) => waitingOf(each, now)),
    more: Math.max(0, leads.length - maxListed),
  };
  const record = newOutboxEntry(
    {
      cause: cluster.id,
      side: 'coordinator',
      step: `${step}-${localDay(now, day.calendar)}`,
      to: coordinator.email,
      need: { of: 'coordinator', clusterId: cluster.id },
      content,
    },
    now,
    plusSeconds(now, clocks.requeue),
  );
  return { create: 'OUTBOX', record };
}

/** The lead itself first, which an index may not show yet; then the others whose time for this word comes today. */
async function waitingToday(
  store: Store,
  { now, cluster, calendar }: Day,
  lead: Proposed,
  step: AlertStep,
): Promise<Proposed[]> {
  const midnight = endOfDay(now, calendar);
  const page = await store.leads({ clusters: [cluster.id], statuses: ['proposed'], limit: maxLooked });
  const others = page.items.filter(
    (each): each is Proposed => each.status === 'proposed' && each.id !== lead.id,
  );
  const due = others.filter(
    ({ alerts = [] }) => !alerts.some((own) => own.step === step && own.at >= midnight),
  );
  return [lead, ...due];
}

function waitingOf({ id, member, interest, decideBy }: Proposed, now: Instant): Waiting {
  const { name, country, region } = interest.company;
  return {
    leadId: id,
    memberName: member.name,
    submitter: { name, country, region },
    decideBy,
    overdue: decideBy <= now,
  };
}
