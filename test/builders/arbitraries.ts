import fc from 'fast-check';
import type * as z from 'zod';
import type { Delivery } from '../../shared/domain/delivery.ts';
import { EmailAddress, emailAddressSchema } from '../../shared/domain/email-address.ts';
import { intents } from '../../shared/domain/intent.ts';
import type { Interest, InterestForm } from '../../shared/domain/interest.ts';
import { languages } from '../../shared/domain/language.ts';
import type { Lead } from '../../shared/domain/lead.ts';
import type { Member } from '../../shared/domain/member.ts';
import type { OutboxEntry } from '../../shared/domain/outbox.ts';
import type { Company, Contact, Ware } from '../../shared/domain/profile.ts';
import { countries } from '../../shared/domain/region.ts';
import { type DeclaredSector, declaredSectorSchema } from '../../shared/domain/sectors/declared-sector.ts';
import { line, paragraph } from '../../shared/domain/text.ts';
import { member } from './directory.ts';
import { later } from './ids.ts';
import { interestForm, interestIn, interestStatuses } from './interest.ts';
import { leadIn, leadStatuses } from './lead.ts';
import { outboxEntryIn, outboxStatuses } from './outbox.ts';

/** Any text that `schema` accepts, as it comes out of it: all of Unicode, short. */
function textOf(schema: z.ZodType<string>): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 15 })
    .filter((text) => schema.safeParse(text).success)
    .map((text) => schema.parse(text));
}

const sectors: fc.Arbitrary<DeclaredSector[]> = fc.array(
  fc
    .constantFrom(
      ['ciiu4', '2822'],
      ['pkd2007', '28.30.Z'],
      ['pkd2025', '01.11.Z'],
      ['nace2', '10.39'],
      ['nace21', 'C2830'],
    )
    .map(([scheme, code]) => declaredSectorSchema.parse({ scheme, code })),
  { maxLength: 3 },
);

const workingLanguages = fc.array(fc.constantFrom('es', 'pl', 'en', 'qu'), { maxLength: 3 });

const company: fc.Arbitrary<Company> = fc.record(
  {
    name: textOf(line(200)),
    country: fc.constantFrom(...countries),
    region: textOf(line(80)),
    taxId: textOf(line(20)),
    website: fc.constantFrom('https://misti.example/a?b=c#d', 'http://xn--d-uga.example'),
    sectors,
  },
  { requiredKeys: ['name', 'country'] },
);

const email = fc
  .emailAddress()
  .filter((text) => emailAddressSchema.safeParse(text).success)
  .map((text) => new EmailAddress(text));

const contact: fc.Arbitrary<Contact> = fc.record(
  { name: textOf(line(120)), email, phone: fc.constantFrom('+51 54 000000', '85 000 00 00') },
  { requiredKeys: ['name', 'email'] },
);

const ware: fc.Arbitrary<Ware> = fc.record(
  {
    description: textOf(paragraph(4000)),
    sectors,
    certificates: fc.array(textOf(line(80)), { maxLength: 2 }),
    languages: workingLanguages,
  },
  { requiredKeys: ['description'] },
);

const form: fc.Arbitrary<InterestForm> = fc.record(
  {
    language: fc.constantFrom(...languages),
    company,
    contact,
    intent: fc.constantFrom(...intents),
    sought: ware,
    consent: fc.constant(interestForm().consent),
    targetRegion: textOf(line(80)),
  },
  { requiredKeys: ['language', 'company', 'contact', 'intent', 'sought', 'consent'] },
);

/** An interest in any state with any form. */
export const anyInterest: fc.Arbitrary<Interest> = fc
  .tuple(fc.constantFrom(...interestStatuses), form)
  .map(([status, arbitraryForm]) => {
    const interest = interestIn(status);
    return interest.status === 'erased' ? interest : { ...interest, form: arbitraryForm };
  });

/** A lead in any state, of any interest. */
export const anyLead: fc.Arbitrary<Lead> = fc
  .tuple(fc.constantFrom(...leadStatuses), form, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([status, arbitraryForm, score]) => {
    const interest = interestIn('matched', { form: arbitraryForm });
    const lead = leadIn(status, {}, { interest });
    if (lead.status === 'erased') return lead;
    const { id: interestId, createdAt: submittedAt } = interest;
    const { name: companyName } = arbitraryForm.company;
    const evidence = [{ by: 'taxId' as const }, { by: 'name' as const, likeness: score }];
    return { ...lead, score, duplicates: [{ interestId, submittedAt, companyName, evidence }] };
  });

const delivery: fc.Arbitrary<Delivery | undefined> = fc.option(
  fc.record({
    rank: fc.constantFrom('delayed', 'delivered', 'bounced', 'complained'),
    at: fc.constant(later(9)),
  }),
  { nil: undefined },
);

/** An outbox entry in any state, to any address. */
export const anyOutboxEntry: fc.Arbitrary<OutboxEntry> = fc
  .tuple(fc.constantFrom(...outboxStatuses), form, email, delivery)
  .map(([status, arbitraryForm, to, known]) => {
    const interest = interestIn('matched', { form: arbitraryForm });
    const entry = { ...outboxEntryIn(status, {}, leadIn('approved', {}, { interest })), to };
    return entry.status === 'sent' && known !== undefined ? { ...entry, delivery: known } : entry;
  });

/** A member with any profile, with or without consent. */
export const anyMember: fc.Arbitrary<Member> = fc
  .tuple(company, contact, ware, fc.boolean())
  .map(([arbitraryCompany, arbitraryContact, offers, consents]) => {
    const { consent, ...rest } = member({ company: arbitraryCompany, contact: arbitraryContact, offers });
    return consents && consent !== undefined ? { ...rest, consent } : rest;
  });
