import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { LeadIn } from '../../shared/domain/lead.ts';
import type { Member } from '../../shared/domain/member.ts';
import { newOutboxEntry } from '../../shared/domain/outbox.ts';
import type { Change } from '../../shared/domain/ports.ts';
import { type Reminder, reminderDue, remindersAfter } from '../../shared/domain/reminders.ts';
import type { SweepDeps } from './sweep.ts';

/** The reminder whose time has come is written down, or passed over because a later one or the end is near. */
export async function remind(deps: SweepDeps, lead: LeadIn<'introduced'>): Promise<string> {
  const now = deps.clock.now();
  const due = reminderDue(now, lead.reminders);
  const member = due === undefined ? undefined : await deps.store.member(lead.member.id);
  const record: LeadIn<'introduced'> = {
    ...lead,
    // Not `updatedAt`: pages show it as the last change of the lead, and nothing of that has changed.
    revision: lead.revision + 1,
    reminders: remindersAfter(now, lead.reminders),
  };
  const mail = due === undefined || member === undefined ? [] : [reminderMail(deps, lead, member, due, now)];
  const { ok } = await deps.store.commit([{ advance: 'LEAD', event: 'remind', record }, ...mail]);
  if (!ok) return 'movedMeanwhile';
  return mail.length > 0 ? 'reminded' : 'reminderPassedOver';
}

function reminderMail(
  { clocks }: SweepDeps,
  { id, interest, answerBy, decidedAt }: LeadIn<'introduced'>,
  member: Member,
  { step, until }: Reminder,
  now: Instant,
): Change {
  const { name, country, region } = interest.company;
  const record = newOutboxEntry(
    {
      cause: id,
      side: 'member',
      step: `reminder-${step}`,
      to: member.contact.email,
      need: { of: 'reminder', memberId: member.id, introducedLead: id, until },
      content: {
        template: 'reminder',
        language: member.language,
        leadId: id,
        step,
        member: { companyName: member.company.name, contactName: member.contact.name },
        submitter: { name, country, region },
        submitterLanguage: interest.language,
        intent: interest.intent,
        sought: { description: interest.sought.description },
        answerBy,
        introductionWrittenAt: decidedAt,
      },
    },
    now,
    plusSeconds(now, clocks.requeue),
  );
  return { create: 'OUTBOX', record };
}
