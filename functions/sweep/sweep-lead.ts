import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { HeldInterest } from '../../shared/domain/interest.ts';
import type { Lead, LeadIn } from '../../shared/domain/lead.ts';
import type { MailOf } from '../../shared/domain/mail-content.ts';
import type { Member } from '../../shared/domain/member.ts';
import { closingNews, newsOfLead } from '../../shared/domain/news.ts';
import { newOutboxEntry, type RecipientSide } from '../../shared/domain/outbox.ts';
import type { Change, Requirement } from '../../shared/domain/ports.ts';
import { declinedByStop } from '../../shared/domain/stop.ts';
import { withdrawalOf } from '../../shared/domain/withdraw.ts';
import { alertCoordinators } from './alert-coordinators.ts';
import { remind } from './remind.ts';
import type { SweepDeps } from './sweep.ts';

/** A lead whose time has come: connected when its undo window is over, expired when nobody answered; or a word is due. */
export async function sweepLead(deps: SweepDeps, lead: Lead): Promise<string> {
  if (lead.status === 'accepted') return connect(deps, lead);
  if (lead.status === 'introduced')
    return lead.answerBy <= deps.clock.now() ? expire(deps, lead) : remind(deps, lead);
  if (lead.status === 'proposed') return alertCoordinators(deps, lead);
  return 'movedMeanwhile';
}

async function partiesOf({ store }: SweepDeps, lead: LeadIn<'accepted' | 'introduced'>) {
  const [interest, member] = await Promise.all([
    store.interest(lead.interest.id),
    store.member(lead.member.id),
  ]);
  return { interest: interest?.status === 'erased' ? undefined : interest, member };
}

/** Contact data is disclosed here and nowhere else: both mails are written with the new state, or nothing is. */
async function connect(deps: SweepDeps, lead: LeadIn<'accepted'>): Promise<string> {
  const { interest, member } = await partiesOf(deps, lead);
  if (interest === undefined || member === undefined) throw new Error('An accepted lead has both parties');
  const now = deps.clock.now();
  const { discloseAt: _discloseAt, ...answered } = lead;
  const connected: LeadIn<'connected'> = {
    ...answered,
    revision: lead.revision + 1,
    updatedAt: now,
    status: 'connected',
    connectedAt: now,
  };
  const guards = await guardsOf(deps, interest, member);
  const result = await deps.store.commit([
    ...guards.all,
    { advance: 'LEAD', event: 'connect', record: connected },
    connectionMail(deps, connected, 'submitter', interest, member),
    connectionMail(deps, connected, 'member', interest, member),
  ]);
  if (result.ok) return 'connected';
  const refused = result.refused.map((position) => guards.all[position]);
  if (guards.ofMember.some((guard) => refused.includes(guard)))
    return declineForStopped(deps, lead, interest);
  if (guards.ofSubmitter.some((guard) => refused.includes(guard))) return withdrawForStopped(deps, lead);
  return 'movedMeanwhile';
}

/** What must hold in the moment of disclosure: that both sides get the mail that tells them of the other. */
async function guardsOf({ addresses }: SweepDeps, interest: HeldInterest, member: Member) {
  const hashOf = ({ email }: Member['contact']) => addresses.hash(email.canonical());
  const [toMember, toSubmitter] = await Promise.all([hashOf(member.contact), hashOf(interest.form.contact)]);
  const ofMember: Requirement[] = [
    { require: 'memberConsents', memberId: member.id },
    { require: 'notSuppressed', addressHash: toMember },
  ];
  // One person on both sides is asked about once.
  const ofSubmitter: Requirement[] =
    toSubmitter === toMember ? [] : [{ require: 'notSuppressed', addressHash: toSubmitter }];
  const held: Requirement = { require: 'interestHeld', interestId: interest.id };
  return { ofMember, ofSubmitter, all: [...ofMember, ...ofSubmitter, held] };
}

/** The same for a submitter that gets no mail any more: the member is told that the request is withdrawn. */
async function withdrawForStopped(deps: SweepDeps, lead: LeadIn<'accepted'>): Promise<string> {
  const at = { now: deps.clock.now(), clocks: deps.clocks };
  const { ok } = await deps.store.commit(await withdrawalOf(deps.store, lead, 'withdrawn', at));
  return ok ? 'withdrawnForStopped' : 'movedMeanwhile';
}

/** A member that has stopped all mail since it accepted: nobody's contact data is disclosed to only one side. */
async function declineForStopped(
  deps: SweepDeps,
  lead: LeadIn<'accepted'>,
  interest: HeldInterest,
): Promise<string> {
  const at = { now: deps.clock.now(), clocks: deps.clocks };
  const { ok } = await deps.store.commit(declinedByStop(lead, interest, lead.answeredAt, at));
  return ok ? 'declinedForStopped' : 'movedMeanwhile';
}

function connectionMail(
  { clocks }: SweepDeps,
  lead: LeadIn<'connected'>,
  side: RecipientSide,
  { id, form }: HeldInterest,
  member: Member,
): Change {
  const forSubmitter = side === 'submitter';
  const own = forSubmitter ? form : member;
  const other = forSubmitter ? member : form;
  const { name, country, region, website, sectors } = other.company;
  const content: MailOf<'connection'> = {
    template: 'connection',
    language: own.language,
    leadId: lead.id,
    reader: {
      companyName: own.company.name,
      contactName: own.contact.name,
      languages: languagesOf(own),
    },
    side,
    other: {
      company: { name, country, region, website, sectors },
      contact: other.contact,
      languages: languagesOf(other),
    },
    intent: form.intent,
    submitterLanguage: form.language,
    sought: { description: form.sought.description },
  };
  const record = newOutboxEntry(
    {
      cause: lead.id,
      side,
      step: 'connection',
      to: own.contact.email,
      need: forSubmitter ? { of: 'submitter', interestId: id } : { of: 'member', memberId: member.id },
      content,
    },
    lead.connectedAt,
    plusSeconds(lead.connectedAt, clocks.requeue),
  );
  return { create: 'OUTBOX', record };
}

/** What a side says that it works in, beside its own language. */
function languagesOf(side: HeldInterest['form'] | Member): string[] | undefined {
  return 'sought' in side ? side.sought.languages : side.offers.languages;
}

async function expire(deps: SweepDeps, lead: LeadIn<'introduced'>): Promise<string> {
  const { interest, member } = await partiesOf(deps, lead);
  const now = deps.clock.now();
  const at = { now, clocks: deps.clocks };
  const expired: LeadIn<'expired'> = {
    ...lead,
    revision: lead.revision + 1,
    updatedAt: now,
    status: 'expired',
    expiredAt: now,
  };
  const news = [
    ...(interest === undefined ? [] : [newsOfLead(interest, lead, { to: 'expired', what: 'lead' }, at)]),
    ...(member === undefined ? [] : [closingNews(lead, member, 'expired', at)]),
  ];
  const { ok } = await deps.store.commit([{ advance: 'LEAD', event: 'expire', record: expired }, ...news]);
  return ok ? 'leadExpired' : 'movedMeanwhile';
}
