import { describe, expect, it } from 'vitest';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import { closingNews, newsOfInterest, newsOfLead } from '../../../shared/domain/news.ts';
import { outboxEntrySchema } from '../../../shared/domain/outbox.ts';
import type { Creation } from '../../../shared/domain/ports.ts';
import { member } from '../../builders/directory.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';

const now = later(1_000_000);
const at = { now, clocks: defaultClocks };

describe('news', () => {
  const interest = interestIn('matched');
  const lead = leadIn('introduced', {}, { interest });

  function entryOf(creation: Creation) {
    if (creation.create !== 'OUTBOX') throw new Error(creation.create);
    expect(outboxEntrySchema.safeEncode(creation.record).success).toBe(true);
    return creation.record;
  }

  it('of an interest goes to its submitter, in its language, once for each kind', () => {
    const entry = entryOf(newsOfInterest(interest, { to: 'noMatch' }, at));
    expect(entry.id).toBe(`${interest.id}#submitter#nomatch`);
    expect(entry.to).toBe(interest.form.contact.email);
    expect(entry.need).toEqual({ of: 'submitter', interestId: interest.id, open: true });
    expect(entry).toMatchObject({ status: 'queued', dueAt: later(1_000_300), content: { language: 'es' } });
  });

  it('of a lead is known by the lead and does not name the member', () => {
    const entry = entryOf(newsOfLead(interest, lead, { to: 'declined', sectors: [] }, at));
    expect(entry.id).toBe(`${lead.id}#submitter#declined`);
    expect(entry.to).toBe(interest.form.contact.email);
    expect(JSON.stringify(entry.content)).not.toContain(lead.member.name);
    expect(JSON.stringify(entry.content)).not.toContain(lead.member.id);
  });

  it('of a closed introduction goes to the member, without any contact data of the submitter', () => {
    const recipient = member();
    const entry = entryOf(closingNews(lead, recipient, 'withdrawn', at));
    expect(entry.id).toBe(`${lead.id}#member#withdrawn`);
    expect(entry.to).toBe(recipient.contact.email);
    expect(entry.need).toEqual({ of: 'member', memberId: recipient.id });
    const shown = JSON.stringify(entry.content);
    for (const part of [interest.form.contact.name, interest.form.contact.email.reveal(), 'misti.example']) {
      expect(shown).not.toContain(part);
    }
  });
});
