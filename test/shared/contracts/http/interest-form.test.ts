import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInterestForm, isTaxNumber } from '../../../../shared/contracts/http/interest-form.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { changed, contractForm } from './form-cases.ts';

function faultsOf(body: unknown): string[] {
  const checked = checkInterestForm(body, 'en');
  return checked.ok ? [] : checked.faults.map(({ path, code }) => `${path}: ${code}`);
}

const required = [
  'language',
  'company',
  'company.name',
  'company.country',
  'contact',
  'contact.name',
  'contact.email',
  'intent',
  'sought',
  'sought.description',
  'consent',
  'consent.version',
];

/** What is asked for when a whole group of fields is missing. */
const requiredWithin = {
  company: ['company.name: required', 'company.country: required'],
  contact: ['contact.name: required', 'contact.email: required'],
  sought: ['sought.description: required'],
  consent: [
    'consent.version: required',
    'consent.contactByEmail: consentRequired',
    'consent.shareOnAcceptance: consentRequired',
  ],
} as const;

function isGroup(path: string): path is keyof typeof requiredWithin {
  return Object.hasOwn(requiredWithin, path);
}

describe('the form of the contract', () => {
  it('parses, and keeps every field', () => {
    const checked = checkInterestForm(contractForm(), 'en');
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const { contact, ...rest } = checked.value;
    const { contact: sent, ...others } = contractForm();
    expect(rest).toEqual(others);
    expect({ ...contact, email: contact.email.reveal() }).toEqual(sent);
  });

  it('needs no more than the contract says', () => {
    const least = {
      language: 'pl',
      company: { name: 'Misti', country: 'PE' },
      contact: { name: 'Ana', email: 'a@misti.example' },
      intent: 'learn',
      sought: { description: 'x' },
      consent: { version: '1', contactByEmail: true, shareOnAcceptance: true },
    };
    expect(faultsOf(least)).toEqual([]);
  });

  it.each(required)('asks for %s where it is missing', (path) => {
    const faults = faultsOf(changed(contractForm(), path, undefined));
    if (isGroup(path)) expect(faults).toEqual(requiredWithin[path]);
    else expect(faults).toEqual([`${path}: required`]);
  });

  it.each(['contactByEmail', 'shareOnAcceptance'])('is not taken without the consent %s', (name) => {
    for (const value of [false, undefined, null, 'true', 'on', 1, {}, [true]]) {
      const body = changed(contractForm(), `consent.${name}`, value);
      expect(faultsOf(body)).toEqual([`consent.${name}: consentRequired`]);
    }
  });

  it.each<[string, unknown, string]>([
    ['language', 'de', 'language: unsupportedValue'],
    ['language', 'ES', 'language: unsupportedValue'],
    ['company.name', ' \r\n ', 'company.name: required'],
    ['company.name', 'x'.repeat(201), 'company.name: tooLong'],
    ['company.name', 'Misti\r\nBcc: a@b.co', 'company.name: controlCharacters'],
    ['company.name', ['Misti'], 'company.name: invalidType'],
    ['company.country', 'DE', 'company.country: unsupportedValue'],
    ['company.website', 'javascript:alert(1)', 'company.website: invalidUrl'],
    ['company.website', 'https://example.pe/\u202e', 'company.website: controlCharacters'],
    ['company.taxId', '20999990004', 'company.taxId: invalidTaxId'],
    ['company.taxId', 'x', 'company.taxId: invalidTaxId'],
    ['company.taxId', '1'.repeat(21), 'company.taxId: tooLong'],
    ['company.sectors', [{ scheme: 'ciiu4', code: '9999' }], 'company.sectors.0.code: unknownSector'],
    ['company.sectors', {}, 'company.sectors: invalidType'],
    ['contact.name', 'Lucía\u2028Quispe', 'contact.name: controlCharacters'],
    ['contact.email', 'Lucía <compras@misti.example>', 'contact.email: invalidEmail'],
    ['contact.email', 'compras@misti.example\r\nBcc: a@b.co', 'contact.email: invalidEmail'],
    ['contact.email', `${'a'.repeat(250)}@misti.example`, 'contact.email: tooLong'],
    ['contact.email', null, 'contact.email: invalidType'],
    ['contact.phone', 'llamar', 'contact.phone: invalidPhone'],
    ['intent', 'steal', 'intent: unsupportedValue'],
    ['intent', 5, 'intent: unsupportedValue'],
    ['sought.description', 'x'.repeat(4001), 'sought.description: tooLong'],
    ['sought.description', 'a\u0000b', 'sought.description: controlCharacters'],
    ['sought.sectors', [{ scheme: 'naics', code: '28.30' }], 'sought.sectors.0.scheme: unsupportedValue'],
    ['sought.sectors', [{ scheme: 'nace21', code: '' }], 'sought.sectors.0.code: unknownSector'],
    ['sought.sectors', Array(11).fill({ scheme: 'nace21', code: '28.30' }), 'sought.sectors: tooMany'],
    ['sought.certificates', ['ok', ''], 'sought.certificates.1: required'],
    ['sought.languages', ['es', 'spanish'], 'sought.languages.1: invalidLanguage'],
    ['consent', true, 'consent: invalidType'],
    ['targetRegion', 'x'.repeat(81), 'targetRegion: tooLong'],
  ])('%s %j: a fault at its place, once', (path, value, expected) => {
    expect(faultsOf(changed(contractForm(), path, value))).toEqual([expected]);
  });

  it('tells every fault at once, the tax number included', () => {
    let body = changed(contractForm(), 'company.taxId', '20999990004');
    body = changed(body, 'contact.email', 'nobody');
    body = changed(body, 'intent', undefined);
    body = changed(body, 'sought.sectors', [{ scheme: 'ciiu4', code: '9999' }]);
    body = changed(body, 'consent.shareOnAcceptance', false);
    expect(faultsOf(body).sort()).toEqual([
      'company.taxId: invalidTaxId',
      'consent.shareOnAcceptance: consentRequired',
      'contact.email: invalidEmail',
      'intent: required',
      'sought.sectors.0.code: unknownSector',
    ]);
  });

  it('speaks the language it is asked to', () => {
    const [es, pl, en] = languages.map((language) => {
      const checked = checkInterestForm(changed(contractForm(), 'company.taxId', '1'), language);
      return checked.ok ? '' : checked.faults[0]?.message;
    });
    expect(es).toContain('revise el número');
    expect(pl).toContain('prosimy sprawdzić numer');
    expect(en).toContain('please check the number');
  });

  it('writes sectors in the spelling of their scheme, and texts in NFC', () => {
    const body = changed(contractForm(), 'sought.sectors', [{ scheme: 'pkd2025', code: 'c 28 30 z' }]);
    const checked = checkInterestForm(changed(body, 'company.name', ' Ara\u0301ndano '), 'en');
    expect(checked).toMatchObject({
      ok: true,
      value: {
        company: { name: 'Ar\u00e1ndano' },
        sought: { sectors: [{ scheme: 'pkd2025', code: '28.30.Z' }] },
      },
    });
  });
});

describe('tax numbers', () => {
  it.each<['PE' | 'PL', string, boolean]>([
    ['PE', '20999990003', true],
    ['PE', '20999990004', false],
    ['PE', '2099999000', false],
    ['PE', '5260250995', false],
    ['PL', '5260250995', true],
    ['PL', '526-025-09-95', true],
    ['PL', 'PL5260250995', true],
    ['PL', '5260250996', false],
    ['PL', '20999990003', false],
    ['PL', '0000000000', false],
    ['PL', '', false],
  ])('%s %s', (country, taxId, expected) => {
    expect(isTaxNumber(country, taxId)).toBe(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PE' as const, 'PL' as const),
        fc.array(fc.nat(0xffff), { maxLength: 30 }),
        (country, units) => {
          expect(typeof isTaxNumber(country, String.fromCharCode(...units))).toBe('boolean');
        },
      ),
    );
  });
});

describe('what else may come', () => {
  it.each([null, undefined, 5, 'x', true, [], [contractForm()], () => 1])('refuses %j as a whole', (body) => {
    const checked = checkInterestForm(body, 'en');
    expect(checked.ok).toBe(false);
    expect(faultsOf(body)).toEqual([body === undefined ? ': required' : ': invalidType']);
  });

  it('ignores fields that it does not know, everywhere', () => {
    const checked = checkInterestForm(
      changed(changed({ ...contractForm(), admin: true }, 'contact.role', 'x'), 'company.id', 'x'),
      'en',
    );
    expect(checked).toEqual(checkInterestForm(contractForm(), 'en'));
  });

  it('takes no harm from the names of prototypes', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1,"language":"es"},"constructor":{"prototype":{"polluted":1}},' +
        '"company":{"__proto__":{"name":"x","country":"PE"}},"contact":{"__proto__":null}}',
    );
    expect(faultsOf(hostile)).toContain('language: required');
    expect(faultsOf(hostile)).toContain('company.name: required');
    expect({}).not.toHaveProperty('polluted');
    const accepted = checkInterestForm({ ...contractForm(), ...hostile, ...contractForm() }, 'en');
    expect(accepted.ok && Object.hasOwn(accepted.value, '__proto__')).toBe(false);
  });

  it('ends on the deepest nesting that a body can hold', () => {
    const depth = 10_000;
    const deep = JSON.parse(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`);
    expect(faultsOf(deep)).toEqual([': invalidType']);
    for (const path of ['company', 'company.sectors', 'sought.certificates', 'extra']) {
      expect(() => checkInterestForm(changed(contractForm(), path, deep), 'en')).not.toThrow();
    }
  });

  it('never throws on any JSON, and each fault has path, code and message', () => {
    const paths = [
      ...required,
      'company.taxId',
      'company.sectors',
      'sought.languages',
      'contact.phone',
      'consent.contactByEmail',
    ];
    const anywhere = fc
      .tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }))
      .map(([path, value]) => changed(contractForm(), path, value));
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anywhere), fc.constantFrom(...languages), (body, language) => {
        const checked = checkInterestForm(body, language);
        if (checked.ok) return;
        refused += 1;
        expect(checked.faults.length).toBeGreaterThan(0);
        for (const { path, code, message } of checked.faults) {
          expect(path === '' || /^[a-zA-Z]+(\.[a-zA-Z0-9]+)*$/.test(path)).toBe(true);
          expect(code).toMatch(/^[a-zA-Z]+$/);
          expect(message.length).toBeGreaterThan(10);
          expect(message).not.toContain('undefined');
        }
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1500);
  });
});
