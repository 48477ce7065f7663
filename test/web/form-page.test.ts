import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault } from '../../shared/contracts/faults.ts';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import { checkInterestForm } from '../../shared/contracts/http/interest-form.ts';
import { intents } from '../../shared/domain/intent.ts';
import { languages } from '../../shared/domain/language.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { consentTexts, consentVersion, disclosureTexts } from '../../web/texts/consent.ts';
import { formTexts } from '../../web/texts/form.ts';
import { faultyForm } from './all-pages.ts';
import { description, filledForm } from './fixtures.ts';
import { rawTextOf, shapeOf, tagsOf, textOf, theTag, valuesOf } from './markup.ts';

const controls = (html: string) =>
  tagsOf(html).filter(({ name }) => ['input', 'select', 'textarea'].includes(name));

describe.each(languages)('the form in %s', (language) => {
  const html = renderFormPage({ language });

  it('asks for exactly what the API takes', () => {
    const names = new Set(controls(html).map(({ attributes }) => attributes.get('name')));
    expect(names).toEqual(new Set(filledForm().keys()));
  });

  it('posts a plain form that needs no script', () => {
    expect(theTag(html, { id: 'form' }).attributes.get('action')).toBe('/api/interests');
    expect(theTag(html, { name: 'language' }).attributes.get('value')).toBe(language);
    expect(theTag(html, { name: 'consent.version' }).attributes.get('value')).toBe(consentVersion);
  });

  it('shows every intent and both consents in full, none of them given beforehand', () => {
    const text = textOf(html).toLowerCase();
    for (const intent of intents) expect(text).toContain(intentNames[language][intent]);
    expect(text).toContain(consentTexts[language].contactByEmail.toLowerCase());
    expect(text).toContain(consentTexts[language].shareOnAcceptance.toLowerCase());
    expect(theTag(html, { name: 'consent.contactByEmail' }).attributes.has('checked')).toBe(false);
    expect(theTag(html, { name: 'consent.shareOnAcceptance' }).attributes.has('checked')).toBe(false);
  });

  it('gives every visible control a label', () => {
    const labelled = new Set(valuesOf(html, 'for'));
    for (const { attributes } of controls(html)) {
      const type = attributes.get('type');
      // A box or a circle stands inside its label.
      if (type === 'hidden' || type === 'radio' || type === 'checkbox') continue;
      expect(labelled).toContain(attributes.get('id'));
    }
  });

  it('explains each question and ties the explanation to it', () => {
    for (const [name, { hint }] of Object.entries(formTexts[language].questions)) {
      if (hint === '') continue;
      expect(textOf(html)).toContain(hint);
      expect(valuesOf(html, 'aria-describedby')).toContain(`${name}.hint`);
    }
  });

  it('lets the server name every fault, and not the browser the first', () => {
    expect(theTag(html, { id: 'form' }).attributes.has('novalidate')).toBe(true);
    expect(theTag(html, { name: 'company.name' }).attributes.has('required')).toBe(true);
  });

  it('says who sees what, and leads to the privacy notice, before it is sent', () => {
    const [before = ''] = html.split('type="submit"');
    expect(before).toContain('id="sight-heading"');
    expect(before.split('id="section.consent"')[1]).toContain(`href="/${language}/privacy" target="_blank"`);
  });

  it('takes a web address without its scheme', () => {
    const { attributes } = theTag(html, { name: 'company.website' });
    expect([attributes.get('type'), attributes.get('inputmode')]).toEqual(['text', 'url']);
  });

  it('offers the other languages, but not once something was typed', () => {
    expect(valuesOf(html, 'hreflang', 'a')).toHaveLength(3);
    expect(valuesOf(renderFormPage({ language, ...faultyForm(language) }), 'hreflang', 'a')).toEqual([]);
  });
});

describe('what was typed', () => {
  const html = renderFormPage({ language: 'es', values: filledForm() });

  it('comes back in every field, and is the body of a valid interest', () => {
    const again = new URLSearchParams();
    for (const { name, attributes } of controls(html)) {
      const type = attributes.get('type');
      if (name !== 'input' || ((type === 'radio' || type === 'checkbox') && !attributes.has('checked')))
        continue;
      again.append(attributes.get('name') ?? '', attributes.get('value') ?? '');
    }
    again.set('sought.description', /<textarea[^>]*>([^<]*)/.exec(html)?.[1] ?? '');
    const [companyScheme = '', soughtScheme = ''] = tagsOf(html)
      .filter(({ name, attributes }) => name === 'option' && attributes.has('selected'))
      .map(({ attributes }) => attributes.get('value'));
    again.set('company.sectors.scheme', companyScheme);
    again.set('sought.sectors.scheme', soughtScheme);
    expect(bodyOfForm(again)).toEqual(bodyOfForm(filledForm()));

    const checked = checkInterestForm(bodyOfForm(again), 'es');
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    expect(checked.value).toMatchObject({
      language: 'es',
      company: { name: 'Talleres Misti SAC', sectors: [{ scheme: 'ciiu4', code: '2822' }, { code: '2821' }] },
      intent: 'buy',
      sought: { description, certificates: ['ISO 9001', 'HACCP'], languages: ['es', 'en'] },
      consent: { version: consentVersion, contactByEmail: true, shareOnAcceptance: true },
      targetRegion: 'Podlaskie',
    });
    expect(checked.value.contact.email.reveal()).toBe('compras@misti.example');
  });

  it('opens what is folded away when something is in it', () => {
    expect(
      tagsOf(html).filter(({ name, attributes }) => name === 'details' && attributes.has('open')),
    ).toHaveLength(2);
    const fresh = tagsOf(renderFormPage({ language: 'es' }));
    expect(fresh.filter(({ name, attributes }) => name === 'details' && attributes.has('open'))).toEqual([]);
  });
});

describe.each(languages)('faults in %s', (language) => {
  const { values, faults } = faultyForm(language);
  const html = renderFormPage({ language, values, faults });

  it('are counted in the title and listed with links to their fields', () => {
    expect(html).toContain(`<title>${formTexts[language].faultsTitle(4)} – `);
    const links = valuesOf(html, 'href', 'a').filter((href) => href.startsWith('#') && href !== '#main');
    expect(links).toEqual(['#company.sectors', '#intent', '#contact.email', '#consent.shareOnAcceptance']);
  });

  it('are named as the questions are, each with one sign at its end', () => {
    expect(html).not.toContain('?:');
    expect(html).toContain(`<strong>${formTexts[language].questions.intent.label}</strong>`);
  });

  it('stand in a page whose headings leave out no level', () => {
    const levels = tagsOf(html).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels.slice(0, 3)).toEqual([1, 2, 2]);
    expect(levels.every((level, position) => level <= (levels[position - 1] ?? 0) + 1)).toBe(true);
  });

  it('stand at their fields too', () => {
    for (const [field, position] of [
      ['company.sectors', 0],
      ['intent', 1],
      ['contact.email', 2],
    ] as const) {
      const { message = '' } = faults[position] ?? {};
      const note = new RegExp(`id="${field}.fault">([^<]*)`).exec(html)?.[1] ?? '';
      expect(textOf(note)).toContain(message);
    }
    const email = theTag(html, { id: 'contact.email' }).attributes;
    expect(email.get('aria-invalid')).toBe('true');
    expect(email.get('aria-describedby')).toBe('contact.email.hint contact.email.fault');
    expect(email.get('value')).toBe('compras@');
    expect(theTag(html, { id: 'contact.name' }).attributes.has('aria-invalid')).toBe(false);
  });

  it('say which of several codes is meant', () => {
    expect(/id="company.sectors.fault">([^<]*)/.exec(html)?.[1]).toMatch(/^.9999.: /);
  });
});

describe('faults of an empty form', () => {
  const values = new URLSearchParams({ language: 'en' });
  const checked = checkInterestForm(bodyOfForm(values), 'en');
  const html = renderFormPage({ language: 'en', values, faults: checked.ok ? [] : checked.faults });

  it('reach every required question, also where a whole part is missing', () => {
    expect(valuesOf(html, 'aria-invalid').length).toBeGreaterThan(0);
    const marked = new Set(
      controls(html).flatMap(({ attributes }) =>
        attributes.has('aria-invalid') ? [attributes.get('name')?.replace(/\.code$/, '')] : [],
      ),
    );
    expect(marked).toEqual(
      new Set([
        'company.name',
        'company.country',
        'intent',
        'sought.description',
        'contact.name',
        'contact.email',
        'consent.contactByEmail',
        'consent.shareOnAcceptance',
      ]),
    );
  });

  it('are told without a link where no question is at fault', () => {
    const page = renderFormPage({
      language: 'en',
      values,
      faults: [fault('language', 'unsupportedValue', 'en')],
    });
    expect(textOf(/<div class="faults".*?<\/div>/s.exec(page)?.[0] ?? '')).toContain('not supported');
    expect(valuesOf(page, 'href', 'a')).not.toContain('#language');
  });
});

describe('hostile values', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', ' ', 's', '\n', '`', ';'),
    }),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      '</textarea><img src=x onerror=alert(1)>',
      "' autofocus onfocus='alert(1)",
      '<!--',
      ']]>',
      '</title><script>',
      '&lt;script&gt;',
    ),
  );
  const fields = [...new Set(filledForm().keys())].filter((name) => !/scheme|language|consent/.test(name));

  it('change nothing of the markup, and come back as they were typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), hostile, hostile, (language, typed, message) => {
        const faults = [{ path: 'contact.email', code: 'invalidEmail' as const, message: `x${message}` }];
        const page = (value: string, faultText: string) =>
          renderFormPage({
            language,
            values: new URLSearchParams(fields.map((name) => [name, value])),
            faults: faults.map((one) => ({ ...one, message: faultText })),
          });
        const values = new URLSearchParams([['value', `x${typed}`]]);
        const sent = values.get('value') ?? '';
        const html = page(sent, `x${message}`);
        expect(shapeOf(html)).toEqual(shapeOf(page('x', 'x')));
        expect(rawTextOf(html)).not.toContain('<');
        expect(theTag(html, { id: 'company.name' }).attributes.get('value')).toBe(sent);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the consents', () => {
  it('keep their version only as long as they keep their words', () => {
    const company = 'X';
    const texts = languages.map((language) => [
      consentTexts[language],
      disclosureTexts[language].PE(company),
      disclosureTexts[language].PL(company),
    ]);
    const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
    expect({ [consentVersion]: hash }).toEqual({ '2026-11-24': 'df4bf1c745dd1a04' });
  });
});
