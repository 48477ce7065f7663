import { describe, expect, it } from 'vitest';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { interestView, interestViewSchema } from '../../../../shared/contracts/http/interest-view.ts';
import {
  introductionView,
  introductionViewSchema,
} from '../../../../shared/contracts/http/introduction-view.ts';
import { leadView, leadViewSchema } from '../../../../shared/contracts/http/lead-view.ts';
import { EmailAddress } from '../../../../shared/domain/email-address.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { leadDeadline } from '../../../../shared/domain/lead.ts';
import { member } from '../../../builders/directory.ts';
import { later } from '../../../builders/ids.ts';
import { interestIn, interestStatuses } from '../../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../../builders/lead.ts';

const interest = interestIn('matched');
const recipient = member();
const leads = leadStatuses.map((status) => leadIn(status, {}, { interest, member: recipient }));
const heldLeads = leads.filter((lead) => lead.status !== 'erased');

/** By which the two parties can be reached; none of it belongs into any view. */
const contactData = [interest.form.contact, recipient.contact].flatMap(({ name, email, phone }) => [
  name,
  email.reveal(),
  email.reveal().split('@')[1] ?? '',
  phone ?? '',
]);

function expectNoContactData(view: unknown): void {
  const text = JSON.stringify(view);
  for (const part of [...contactData, '[address]', '@']) expect(text).not.toContain(part);
}

/** What a program receives. */
function sent<T>(view: T): T {
  return JSON.parse(JSON.stringify(view));
}

describe('what a submitter sees', () => {
  it.each(interestStatuses)('of a %s interest passes its schema, without contact data', (status) => {
    const view = sent(interestView(interestIn(status), leads));
    expect(interestViewSchema.parse(view)).toEqual(view);
    // The masked address of an unconfirmed interest has a test of its own.
    expectNoContactData({ ...view, sentTo: undefined });
    expect(view.leads.map((lead) => lead.status)).toEqual(leadStatuses);
  });

  it('names a member only once they are connected', () => {
    const view = sent(interestView(interest, leads));
    const named = view.leads.filter((lead) => lead.member !== undefined);
    expect(named).toEqual([expect.objectContaining({ status: 'connected', member: { name: 'SaMASZ' } })]);
    const others = JSON.stringify(view.leads.filter((lead) => lead.status !== 'connected'));
    expect(others).not.toContain('SaMASZ');
    expect(others.toLowerCase()).not.toContain(recipient.id);
    expect(others).not.toContain('klaster');
  });

  it('never sees what coordinator and recipient wrote', () => {
    const text = JSON.stringify(interestView(interest, leads));
    for (const lead of heldLeads) {
      if ('message' in lead && lead.message) expect(text).not.toContain(lead.message);
      if ('answerMessage' in lead && lead.answerMessage) expect(text).not.toContain(lead.answerMessage);
    }
  });

  it('sees the clocks that run', () => {
    const submitted = interestIn('submitted');
    expect(sent(interestView(submitted, [])).clocks).toEqual({ confirmBy: submitted.confirmBy });
    expect(sent(interestView(interest, [])).clocks).toEqual({ endsAt: interest.endsAt });
    expect(sent(interestView(interestIn('closed'), [])).clocks).toEqual({});
    const view = interestView(interest, leads);
    expect(view.leads.map(({ deadlineAt }) => deadlineAt)).toEqual(leads.map(leadDeadline));
  });

  it.each([
    ['compras@misti.example', 'c•••s@misti.example'],
    ['ana@misti.example', 'a•••a@misti.example'],
    ['ab@misti.example', 'a•••@misti.example'],
    ['a@misti.example', 'a•••@misti.example'],
  ])('sees of %s where the confirmation went: %s', (address, shown) => {
    const submitted = interestIn('submitted');
    const contact = { ...submitted.form.contact, email: new EmailAddress(address) };
    const form = { ...submitted.form, contact };
    expect(interestView({ ...submitted, form }, []).sentTo).toBe(shown);
    expect(sent(interestView({ ...interestIn('confirmed'), form }, []))).not.toHaveProperty('sentTo');
  });

  it('sees nothing of the request after its erasure', () => {
    const view = sent(interestView(interestIn('erased'), []));
    expect(view).not.toHaveProperty('request');
    expect(view.status).toBe('erased');
  });
});

describe.each(languages)('what a coordinator sees in %s', (language) => {
  it.each(leads)('of a $status lead passes its schema, without contact data', (lead) => {
    const view = sent(leadView(lead, language, sectorNames));
    expect(leadViewSchema.parse(view)).toEqual(view);
    expectNoContactData(view);
    expect(view).toMatchObject({
      id: lead.id,
      status: lead.status,
      clusterId: lead.clusterId,
      deadlineAt: leadDeadline(lead) ?? null,
      member: { id: recipient.id, name: 'SaMASZ' },
    });
    expect(view.reasons.every(({ text }) => text.length > 10)).toBe(true);
  });
});

describe('what a coordinator sees', () => {
  it('keeps of an erased lead nothing but its identity', () => {
    const view = sent(leadView(leadIn('erased'), 'en', sectorNames));
    expect(view).toMatchObject({ score: null, reasons: [], interest: null, deadlineAt: null });
    expect(view).not.toHaveProperty('decision');
    expect(view).not.toHaveProperty('answer');
  });

  it('tells what was decided and answered, once it was', () => {
    const rejected = leadIn('rejected');
    expect(leadView(rejected, 'en', sectorNames).decision).toEqual({
      at: rejected.decidedAt,
      reasonCode: 'alreadyInContact',
      message: rejected.message,
    });
    const declined = leadIn('declined');
    expect(leadView(declined, 'en', sectorNames).answer).toMatchObject({ at: declined.answeredAt });
    expect(sent(leadView(leadIn('proposed'), 'en', sectorNames))).not.toHaveProperty('decision');
    expect(sent(leadView(leadIn('introduced'), 'en', sectorNames))).not.toHaveProperty('answer');
  });

  it('tells of earlier requests of the same company, and what holds an introduction back', () => {
    const { id: interestId, createdAt: submittedAt } = interestIn('closed');
    const duplicates = [
      { interestId, submittedAt, companyName: 'Misti', evidence: [{ by: 'taxId' as const }] },
    ];
    const { id: leadId, introducedAt } = leadIn('introduced');
    const heldBack = { leadId, introducedAt, until: later(90 * 86_400) };
    const view = sent(leadView(leadIn('proposed', { duplicates, heldBack }), 'en', sectorNames));
    expect(leadViewSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({ duplicates, heldBack });
    const none = sent(leadView(leadIn('proposed'), 'en', sectorNames));
    expect(none).not.toHaveProperty('duplicates');
    expect(none).not.toHaveProperty('heldBack');
  });

  it('does not tell who decided', () => {
    const lead = leadIn('approved');
    expect(JSON.stringify(leadView(lead, 'en', sectorNames))).not.toContain(lead.decidedBy);
  });
});

describe.each(languages)('what a recipient sees in %s', (language) => {
  it.each(heldLeads)('of a $status lead passes its schema, without contact data', (lead) => {
    const view = sent(introductionView(lead, language, sectorNames));
    expect(introductionViewSchema.parse(view)).toEqual(view);
    expectNoContactData(view);
    expect(view.reasons).toHaveLength(lead.reasons.length);
    expect(view.interest).not.toHaveProperty('id');
    expect(JSON.stringify(view)).not.toContain(interest.id);
  });
});

describe('what a recipient can do', () => {
  const stateOf = (lead: (typeof heldLeads)[number]) => introductionView(lead, 'en', sectorNames).state;

  it.each([
    ['proposed', 'closed'],
    ['approved', 'open'],
    ['introduced', 'open'],
    ['accepted', 'accepted'],
    ['connected', 'connected'],
    ['declined', 'declined'],
    ['deferred', 'deferred'],
    ['rejected', 'closed'],
    ['expired', 'closed'],
    ['undeliverable', 'closed'],
    ['withdrawn', 'closed'],
  ] as const)('with a %s lead: it is %s', (status, expected) => {
    expect(stateOf(leadIn(status))).toBe(expected);
  });

  it('is shown the clock that runs, and only that', () => {
    for (const lead of heldLeads) {
      const view = sent(introductionView(lead, 'en', sectorNames));
      expect(view.answerBy).toBe(lead.status === 'introduced' ? lead.answerBy : undefined);
      expect(view.undoUntil).toBe(lead.status === 'accepted' ? lead.discloseAt : undefined);
    }
  });

  it('is not shown what the cluster wrote inside', () => {
    const lead = leadIn('introduced');
    expect(JSON.stringify(introductionView(lead, 'en', sectorNames))).not.toContain(lead.decidedBy);
  });
});
