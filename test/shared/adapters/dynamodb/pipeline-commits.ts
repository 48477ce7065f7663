import { type Item, itemOf } from '../../../../shared/contracts/items.ts';
import { defaultClocks } from '../../../../shared/domain/clocks.ts';
import { dayOf, hourly } from '../../../../shared/domain/counter.ts';
import { traitKinds } from '../../../../shared/domain/duplicates/traits.ts';
import type { Change } from '../../../../shared/domain/ports.ts';
import { remindersFrom } from '../../../../shared/domain/reminders.ts';
import { member } from '../../../builders/directory.ts';
import { later, memberIdOf, newAddressHash } from '../../../builders/ids.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import {
  auditRecord,
  breaker,
  idempotencyRecord,
  pair,
  suppression,
  trait,
} from '../../../builders/marks.ts';
import { outboxEntryIn } from '../../../builders/outbox.ts';

/** Words to coordinators and reminders, as a new lead and a new introduction have them. */
export const alerts = () => [
  { step: 'warning' as const, at: later(86_400) },
  { step: 'escalation' as const, at: later(2 * 86_400) },
];
export const reminders = () => remindersFrom(later(3 * 3600), defaultClocks);

interface Commit {
  readonly stored: readonly Item[];
  readonly changes: readonly Change[];
}

/** The commits of the pipeline, as the functions make them. */
export function commits(): Readonly<Record<string, Commit>> {
  const submitted = interestIn('submitted');
  const { id } = submitted;
  const confirmed = interestIn('confirmed', { id, revision: 2 });
  const reviewAt = later(86_400);
  const matched = interestIn('matched', { id, revision: 3, reviewAt });
  const second = member({ id: memberIdOf('promotech') });
  const pairs = [{ interest: submitted }, { interest: submitted, member: second }];
  const [proposed, other] = pairs.map((pair) => leadIn('proposed', { alerts: alerts() }, pair));
  if (proposed === undefined || other === undefined) throw new Error('two leads');
  const again = leadIn('proposed', { alerts: alerts() });
  const { id: leadId } = proposed;
  const approved = leadIn('approved', { id: leadId, revision: 2 });
  const introduced = leadIn('introduced', { id: leadId, revision: 3, reminders: reminders() });
  const otherIntroduced = leadIn('introduced', { id: other.id, revision: 3, reminders: reminders() });
  const accepted = leadIn('accepted', { id: leadId, revision: 4, reminders: reminders() });
  const connected = leadIn('connected', { id: leadId, revision: 5 });
  const queued = outboxEntryIn('queued');
  const sending = outboxEntryIn('sending', { id: queued.id, revision: 2 });
  const sent = outboxEntryIn('sent', { id: queued.id, revision: 3 });
  const reported = (rank: 'delivered' | 'bounced') => ({
    ...sent,
    revision: 4,
    delivery: { rank, at: later(60) },
  });
  const [doubtful, refused] = [outboxEntryIn('unknown'), outboxEntryIn('failed', { failure: 'rejected' })];
  const undeliverable = leadIn('undeliverable', { id: other.id, revision: 3, cause: 'refused' });
  const news = (): Change => ({ create: 'OUTBOX', record: newsEntry() });
  return {
    'submit an interest': {
      stored: [],
      changes: [
        { create: 'INTEREST', record: submitted },
        news(),
        { create: 'IDEMPOTENCY', record: idempotencyRecord() },
        { tally: hourly('forms', later(0), id) },
      ],
    },
    'confirm an interest (5 traits)': {
      stored: [itemOf('INTEREST', submitted)],
      changes: [
        { advance: 'INTEREST', event: 'confirm', record: confirmed },
        ...traitKinds.map((by): Change => ({ create: 'TRAIT', record: trait({ by, interestId: id }) })),
      ],
    },
    'match an interest (2 leads)': {
      stored: [itemOf('INTEREST', confirmed), itemOf('MEMBER', member()), itemOf('MEMBER', second)],
      changes: [
        { advance: 'INTEREST', event: 'match', record: matched },
        { require: 'memberConsents', memberId: member().id },
        { require: 'memberConsents', memberId: second.id },
        { create: 'LEAD', record: proposed },
        { create: 'LEAD', record: other },
        news(),
      ],
    },
    'approve a lead': {
      stored: [itemOf('LEAD', proposed), itemOf('INTEREST', matched)],
      changes: [
        { require: 'interestOpen', interestId: id },
        { advance: 'LEAD', event: 'approve', record: approved },
        { create: 'OUTBOX', record: queued },
      ],
    },
    'approve a lead (1 more of the pair)': {
      stored: [itemOf('LEAD', proposed), itemOf('INTEREST', matched), itemOf('LEAD', again)],
      changes: [
        { require: 'interestOpen', interestId: id },
        { advance: 'LEAD', event: 'approve', record: approved },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
        { require: 'leadProposed', leadId: again.id },
      ],
    },
    'claim an introduction': {
      stored: [itemOf('OUTBOX', queued), itemOf('LEAD', approved), itemOf('MEMBER', member())],
      changes: [
        { advance: 'OUTBOX', event: 'claim', record: sending },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'breakerClosed' },
        { require: 'memberConsents', memberId: member().id },
        { require: 'leadApproved', leadId },
        { tally: { of: 'mailsTo', addressHash: newAddressHash(), day: dayOf(later(0)) }, atMost: 3 },
        { take: 'PAIR', record: pair({ leadId }), freeBefore: later(-90 * 86_400) },
      ],
    },
    'record a sent introduction': {
      stored: [itemOf('OUTBOX', sending), itemOf('LEAD', approved)],
      changes: [
        { advance: 'OUTBOX', event: 'send', record: sent },
        { tally: hourly('accepted', later(0), queued.id) },
        { advance: 'LEAD', event: 'introduce', record: introduced },
      ],
    },
    'alert a coordinator': {
      stored: [itemOf('LEAD', proposed)],
      changes: [
        {
          advance: 'LEAD',
          event: 'alert',
          record: { ...proposed, revision: 2, alerts: alerts().slice(1) },
        },
        news(),
      ],
    },
    'remind of an introduction': {
      stored: [itemOf('LEAD', introduced)],
      changes: [
        {
          advance: 'LEAD',
          event: 'remind',
          record: { ...introduced, revision: 4, reminders: reminders().slice(1) },
        },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
      ],
    },
    'claim a reminder': {
      stored: [itemOf('OUTBOX', queued), itemOf('LEAD', introduced), itemOf('MEMBER', member())],
      changes: [
        { advance: 'OUTBOX', event: 'claim', record: sending },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'breakerClosed' },
        { require: 'memberConsents', memberId: member().id },
        { require: 'leadIntroduced', leadId },
      ],
    },
    'look at a matched interest': {
      stored: [itemOf('INTEREST', matched)],
      changes: [
        {
          advance: 'INTEREST',
          event: 'review',
          record: { ...matched, revision: 4, reviewAt: later(2 * 86_400) },
        },
      ],
    },
    'record that an introduction was delivered': {
      stored: [itemOf('OUTBOX', sent)],
      changes: [{ advance: 'OUTBOX', event: 'report', record: reported('delivered') }],
    },
    'record that an introduction bounced': {
      stored: [itemOf('OUTBOX', sent), itemOf('LEAD', introduced)],
      changes: [
        { advance: 'OUTBOX', event: 'report', record: reported('bounced') },
        { mark: 'SUPPRESSION', record: suppression({ because: 'bounced' }) },
        { tally: hourly('bounced', later(0), queued.id) },
        {
          advance: 'LEAD',
          event: 'fail',
          record: leadIn('undeliverable', { id: leadId, revision: 4, cause: 'bounced' }),
        },
      ],
    },
    'accept an introduction': {
      stored: [itemOf('LEAD', introduced)],
      changes: [{ advance: 'LEAD', event: 'accept', record: accepted }],
    },
    'connect a lead': {
      stored: [itemOf('LEAD', accepted), itemOf('INTEREST', matched), itemOf('MEMBER', member())],
      changes: [
        { require: 'memberConsents', memberId: member().id },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'interestHeld', interestId: id },
        { advance: 'LEAD', event: 'connect', record: connected },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
      ],
    },
    'withdraw an interest (1 approved lead, 1 introduced)': {
      stored: [
        itemOf('INTEREST', matched),
        itemOf('LEAD', approved),
        itemOf('LEAD', otherIntroduced),
        itemOf('OUTBOX', queued),
      ],
      changes: [
        {
          advance: 'INTEREST',
          event: 'withdraw',
          record: interestIn('withdrawn', { id, revision: matched.revision + 1 }),
        },
        { advance: 'LEAD', event: 'withdraw', record: leadIn('withdrawn', { id: leadId, revision: 3 }) },
        { require: 'entryUnclaimed', outboxId: queued.id },
        { advance: 'LEAD', event: 'withdraw', record: leadIn('withdrawn', { id: other.id, revision: 4 }) },
        news(),
        news(),
      ],
    },
    'suppress an address': {
      stored: [itemOf('MEMBER', member())],
      changes: [
        { mark: 'SUPPRESSION', record: suppression() },
        { mark: 'MEMBER', record: member() },
      ],
    },
    'note that a doubtful introduction arrived': {
      stored: [itemOf('OUTBOX', doubtful), itemOf('LEAD', approved)],
      changes: [
        {
          advance: 'OUTBOX',
          event: 'attest',
          record: outboxEntryIn('sent', { id: doubtful.id, revision: 2 }),
        },
        { create: 'AUDIT', record: auditRecord({ act: 'sentAttested' }) },
        { advance: 'LEAD', event: 'introduce', record: introduced },
      ],
    },
    'send a refused introduction again': {
      stored: [itemOf('OUTBOX', refused), itemOf('LEAD', undeliverable), itemOf('INTEREST', matched)],
      changes: [
        {
          advance: 'OUTBOX',
          event: 'resend',
          record: outboxEntryIn('queued', { id: refused.id, revision: 2 }),
        },
        { create: 'AUDIT', record: auditRecord({ before: 'failed' }) },
        { require: 'interestOpen', interestId: id },
        { advance: 'LEAD', event: 'resend', record: leadIn('approved', { id: other.id, revision: 4 }) },
      ],
    },
    'close the breaker': {
      stored: [itemOf('BREAKER', breaker())],
      changes: [
        { mark: 'BREAKER', record: breaker({ state: 'closed', at: later(90) }), over: breaker() },
        {
          create: 'AUDIT',
          record: auditRecord({ subject: 'BREAKER', act: 'breakerClosed', before: 'open' }),
        },
      ],
    },
    'put an outbox entry on the queue again': {
      stored: [itemOf('OUTBOX', queued)],
      changes: [
        {
          advance: 'OUTBOX',
          event: 'requeue',
          record: outboxEntryIn('queued', { id: queued.id, revision: 2, dueAt: later(600) }),
        },
      ],
    },
  };
}

/** A mail of a few fixed words: a confirmation, or news of an interest. */
function newsEntry() {
  const interest = interestIn('submitted');
  return outboxEntryIn('queued', {
    content: {
      template: 'confirmation',
      language: 'es',
      interestId: interest.id,
      confirmBy: interest.confirmBy,
    },
    need: { of: 'submitter', interestId: interest.id },
  });
}
