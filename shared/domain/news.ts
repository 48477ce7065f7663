import { type Clocks, plusSeconds } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { HeldInterest } from './interest.ts';
import type { HeldLead } from './lead.ts';
import type { MailOf } from './mail-content.ts';
import type { Member } from './member.ts';
import { newOutboxEntry } from './outbox.ts';
import type { Creation } from './ports.ts';

type StatusChange = MailOf<'status-changed'>['change'];

/** News that is none any more once the interest has ended. */
const ofOpenInterest: ReadonlySet<StatusChange['to']> = new Set(['matched', 'noMatch', 'nothingLeft']);

/** When and under which clocks a piece of news is written. */
export interface NewsTime {
  readonly now: Instant;
  readonly clocks: Clocks;
}

/** News of the interest itself, for its submitter. */
export function newsOfInterest(interest: HeldInterest, change: StatusChange, at: NewsTime): Creation {
  return newsForSubmitter(interest, interest.id, change, at);
}

/** News of one of its leads, for the submitter; the member is not named. */
export function newsOfLead(
  interest: HeldInterest,
  lead: HeldLead,
  change: StatusChange,
  at: NewsTime,
): Creation {
  return newsForSubmitter(interest, lead.id, change, at);
}

function newsForSubmitter(
  { id, form }: HeldInterest,
  cause: string,
  change: StatusChange,
  { now, clocks }: NewsTime,
): Creation {
  const record = newOutboxEntry(
    {
      cause,
      side: 'submitter',
      step: change.to.toLowerCase(),
      to: form.contact.email,
      need: { of: 'submitter', interestId: id, ...(ofOpenInterest.has(change.to) ? { open: true } : {}) },
      content: { template: 'status-changed', language: form.language, interestId: id, change },
    },
    now,
    plusSeconds(now, clocks.requeue),
  );
  return { create: 'OUTBOX', record };
}

/** Tells a member that was introduced that the interest is no longer open. */
export function closingNews(
  lead: HeldLead,
  member: Member,
  cause: MailOf<'introduction-closed'>['cause'],
  { now, clocks }: NewsTime,
): Creation {
  const { name, country, region } = lead.interest.company;
  const record = newOutboxEntry(
    {
      cause: lead.id,
      side: 'member',
      step: cause,
      to: member.contact.email,
      need: { of: 'member', memberId: member.id },
      content: {
        template: 'introduction-closed',
        language: member.language,
        leadId: lead.id,
        member: { companyName: member.company.name, contactName: member.contact.name },
        submitter: { name, country, region },
        cause,
      },
    },
    now,
    plusSeconds(now, clocks.requeue),
  );
  return { create: 'OUTBOX', record };
}
