import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfForm } from '../../../../shared/contracts/http/form-fields.ts';
import { checkInterestForm } from '../../../../shared/contracts/http/interest-form.ts';
import { contractForm } from './form-cases.ts';

/** The form of the contract as a browser posts it. */
function postedForm(): URLSearchParams {
  return new URLSearchParams({
    language: 'es',
    'company.name': 'Talleres Misti SAC',
    'company.country': 'PE',
    'company.region': 'Arequipa',
    'company.taxId': '20999990003',
    'company.website': 'https://example.pe',
    'company.sectors.scheme': 'ciiu4',
    'company.sectors.code': '2822',
    'contact.name': 'Lucía Quispe',
    'contact.email': 'compras@misti.example',
    'contact.phone': '+51 54 000000',
    intent: 'buy',
    'sought.description': 'Buscamos fabricante de segadoras.\r\nPara alfalfa.',
    'sought.sectors.scheme': 'nace21',
    'sought.sectors.code': '28.30',
    'sought.certificates': 'ISO 9001',
    'sought.languages': 'es, en',
    'consent.version': '2026-11',
    'consent.contactByEmail': 'true',
    'consent.shareOnAcceptance': 'on',
    targetRegion: 'Podlaskie',
  });
}

function posted(changes: Readonly<Record<string, string>>): URLSearchParams {
  const fields = postedForm();
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  return fields;
}

function bodyOf(...pairs: [string, string][]) {
  return bodyOfForm(new URLSearchParams(pairs));
}

function faultsOf(fields: URLSearchParams): string[] {
  const checked = checkInterestForm(bodyOfForm(fields), 'en');
  return checked.ok ? [] : checked.faults.map(({ path, code }) => `${path}: ${code}`);
}

describe('a posted form', () => {
  it('is the same interest as the same form in JSON', () => {
    const fromForm = checkInterestForm(bodyOfForm(postedForm()), 'en');
    const fromJson = checkInterestForm(contractForm(), 'en');
    expect(fromForm.ok).toBe(true);
    expect(fromForm).toEqual(fromJson);
    if (!fromForm.ok || !fromJson.ok) return;
    expect(fromForm.value.contact.email.reveal()).toBe(fromJson.value.contact.email.reveal());
  });

  it('leaves out what was not filled in', () => {
    const empty = posted({
      'company.region': '',
      'company.taxId': '  ',
      'company.website': '',
      'company.sectors.code': ' , ',
      'contact.phone': '',
      'sought.certificates': ' ',
      'sought.languages': ',',
      targetRegion: '\r\n',
    });
    const checked = checkInterestForm(bodyOfForm(empty), 'en');
    expect(checked).toMatchObject({
      ok: true,
      value: { company: { name: 'Talleres Misti SAC', country: 'PE' } },
    });
    if (!checked.ok) return;
    expect(Object.keys(checked.value.company)).toEqual(['name', 'country']);
    expect(Object.keys(checked.value.sought)).toEqual(['description', 'sectors']);
    expect(checked.value).not.toHaveProperty('targetRegion');
  });

  it('asks for everything at once when nothing was filled in', () => {
    expect(faultsOf(new URLSearchParams())).toEqual([
      'language: required',
      'company.name: required',
      'company.country: required',
      'contact.name: required',
      'contact.email: required',
      'intent: required',
      'sought.description: required',
      'consent.version: required',
      'consent.contactByEmail: consentRequired',
      'consent.shareOnAcceptance: consentRequired',
    ]);
    expect(faultsOf(new URLSearchParams())).toEqual(
      faultsOf(posted(Object.fromEntries([...postedForm().keys()].map((name) => [name, ' '])))),
    );
  });

  it.each(['false', '0', 'off', 'no', 'TRUE ', 'true,true'])(
    'takes no consent from the value %j',
    (value) => {
      expect(faultsOf(posted({ 'consent.shareOnAcceptance': value }))).toEqual([
        'consent.shareOnAcceptance: consentRequired',
      ]);
    },
  );

  it('takes no consent from a box that was not ticked', () => {
    const fields = postedForm();
    fields.delete('consent.contactByEmail');
    expect(faultsOf(fields)).toEqual(['consent.contactByEmail: consentRequired']);
  });

  it('reads several codes of one scheme, and places the fault of one', () => {
    const body = bodyOf(
      ['sought.sectors.scheme', 'nace21'],
      ['sought.sectors.code', ' 28.30, 28.24;\n10.39 '],
    );
    expect(body).toMatchObject({
      sought: { sectors: ['28.30', '28.24', '10.39'].map((code) => ({ scheme: 'nace21', code })) },
    });
    expect(faultsOf(posted({ 'sought.sectors.code': '28.30, 99.99' }))).toEqual([
      'sought.sectors.1.code: unknownSector',
    ]);
    expect(faultsOf(posted({ 'sought.sectors.scheme': '' }))).toEqual([
      'sought.sectors.0.scheme: unsupportedValue',
    ]);
  });

  it('gathers lists from several fields of one name', () => {
    expect(
      bodyOf(['sought.languages', 'es'], ['sought.languages', 'en, pl'], ['sought.languages', '']),
    ).toMatchObject({
      sought: { languages: ['es', 'en', 'pl'] },
    });
  });
});

describe('hostile fields', () => {
  it('take the first of two values', () => {
    expect(
      bodyOf(['contact.email', 'a@b.co'], ['contact.email', 'c@d.co'], ['intent', ' '], ['intent', 'buy']),
    ).toMatchObject({
      contact: { email: 'a@b.co' },
      intent: 'buy',
    });
  });

  it.each([
    '__proto__',
    '__proto__.polluted',
    'constructor',
    'constructor.prototype',
    'constructor.prototype.polluted',
    'company.__proto__',
    'company.__proto__.polluted',
    'toString',
    'hasOwnProperty.call',
    'company.hasOwnProperty',
  ])('reach no prototype by the name %s', (name) => {
    const fields = postedForm();
    fields.append(name, 'polluted');
    expect(checkInterestForm(bodyOfForm(fields), 'en')).toEqual(checkInterestForm(contractForm(), 'en'));
    expect(
      JSON.stringify([{}.toString(), Object.keys(Object.prototype), Object.keys(Function.prototype)]),
    ).not.toContain('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['contact.email.x', 'contact.email.', 'company.name.first', 'consent.contactByEmail.x'])(
    'do not overwrite what a shorter name holds: %s',
    (name) => {
      const fields = postedForm();
      fields.append(name, 'overwritten');
      expect(checkInterestForm(bodyOfForm(fields), 'en')).toEqual(checkInterestForm(contractForm(), 'en'));
    },
  );

  it('are faults and nothing worse where a part is given as a text', () => {
    const fields = new URLSearchParams([
      ['company', 'x'],
      ...postedForm(),
      ['contact', 'x'],
      ['consent', 'true'],
    ]);
    expect(faultsOf(fields)).toEqual(['contact: invalidType', 'consent: invalidType']);
  });

  it('never throw, whatever they are called', () => {
    const names = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc
        .array(fc.constantFrom('company', 'sought', 'sectors', 'code', 'consent', '', '__proto__', '0'), {
          maxLength: 4,
        })
        .map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ maxLength: 6 })), { maxLength: 12 }), (pairs) => {
        const checked = checkInterestForm(bodyOfForm(new URLSearchParams(pairs)), 'en');
        expect(checked.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('take time in proportion to their number, not to its square', () => {
    // At most 13,000 names fit into 64 kB; by the square these would run into the time limit of the test.
    const fields = new URLSearchParams(
      Array.from({ length: 100_000 }, (_, i) => [`x${i.toString(36)}`, '1']),
    );
    expect(Object.keys(bodyOfForm(fields))).toHaveLength(100_000);
  });
});

describe('the address of a web page', () => {
  const websiteOf = (website: string) => bodyOf(['company.website', website])['company'];

  it.each([
    ['misti.pe', 'https://misti.pe'],
    [' www.misti.pe/es?a=1 ', 'https://www.misti.pe/es?a=1'],
    ['misti.pe:8080', 'https://misti.pe:8080'],
    ['http://misti.pe', 'http://misti.pe'],
    ['HTTPS://misti.pe', 'HTTPS://misti.pe'],
  ])('%j may be written without its scheme', (typed, website) => {
    expect(websiteOf(typed)).toEqual({ website });
    expect(faultsOf(posted({ 'company.website': typed }))).toEqual([]);
  });

  it.each([
    'misti',
    'javascript:alert(1)',
    'mailto:a@misti.pe',
    'a@misti.pe',
    'known.pe@misti.pe',
    '//misti.pe',
  ])('%j is left as it is, and refused', (typed) => {
    expect(websiteOf(typed)).toEqual({ website: typed });
    expect(faultsOf(posted({ 'company.website': typed }))).toEqual(['company.website: invalidUrl']);
  });
});
