import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { contactSchema } from '../../../shared/domain/profile.ts';
import { withheldFirm, withheldWare, withholdContactData } from '../../../shared/domain/withhold.ts';
import { interestForm } from '../../builders/interest.ts';

const { contact } = interestForm();

function withhold(text: string, overrides: Partial<typeof contact> = {}): string {
  return withholdContactData(text, { ...contact, ...overrides });
}

describe('withholdContactData', () => {
  it.each([
    ['the own address', 'a compras@misti.example hoy', 'a […] hoy'],
    ['it in capitals', 'a COMPRAS@MISTI.EXAMPLE hoy', 'a […] hoy'],
    ['a foreign address', 'o a ventas+pl@sub.otra-firma.example.', 'o a […].'],
    ['an address with letters of any script', 'do józef@żółw.example teraz', 'do […] teraz'],
    ['a link', 'vea https://misti.example/a?b=c#d hoy', 'vea […] hoy'],
    ['a link in capitals', 'vea HTTPS://MISTI.EXAMPLE hoy', 'vea […] hoy'],
    ['a domain alone', 'vea misti.com.pe o klaster.pl/kontakt hoy', 'vea […] o […] hoy'],
    ['a link without a scheme', 'vea www.misti.example hoy', 'vea […] hoy'],
    ['the own telephone', 'al +51 54 000000 hoy', 'al […] hoy'],
    ['it with other blanks', 'al 51\u00a054\u202f000\u2009000 hoy', 'al […] hoy'],
    ['it with dashes', 'al 51–54–000–000 o 51-54-000-000', 'al […] o […]'],
    ['a Polish telephone', 'tel. 85 123 45 67', 'tel. […]'],
    ['a telephone in brackets', 'al (054) 123456 hoy', 'al […] hoy'],
    [
      'the own telephone without the country',
      'al 54 000000 o al 54000000 o al 000-000',
      'al […] o al […] o al […]',
    ],
    ['a landline of Arequipa', 'al 54 234567 o 54-234567', 'al […] o […]'],
    ['a number after a word that announces it', 'tel. 234567, llame al 234 567', 'tel. […], llame al […]'],
    ['a telephone with other marks', '601/234/567 lub 601*234*567', '[…] lub […]'],
    ['full-width digits', 'tel ＋４８ ６０１ ２３４ ５６７', 'tel […]'],
    ['sub-domains', 'vea tienda.misti.com, sklep.zywnosc.pl', 'vea […], […]'],
    ['public bodies', 'misti.gob.pe y zywnosc.gov.pl', '[…] y […]'],
    ['short links', 'bit.ly/abc, t.me/misti, wa.me/51999000111', '[…], […], […]'],
    ['other ends of names', 'misti.lat, misti.tienda, misti.io, misti.co', '[…], […], […], […]'],
    ['an account', 'síganos en @talleresmisti hoy', 'síganos en […] hoy'],
    ['an address without a domain', 'ventas@misti (gmail)', '[…] (gmail)'],
    ['a spelled address', 'anna [at] zywnosc [dot] pl, anna(at)zywnosc.pl', '[…], […]'],
    ['one in Spanish', 'a compras arroba misti punto example', 'a […]'],
    ['one in Polish', 'na biuro małpa zywnosc kropka pl', 'na […]'],
    [
      'messengers',
      'skype: live:zywnosc.anna, telegram: misti_pe, fb/misti',
      'skype: […], telegram: […], fb/[…]',
    ],
    ['the own domain', 'somos misti.example en la web', 'somos […] en la web'],
    ['an address in words', 'ventas at misti dot pe', '[…]'],
    ['names with capitals', 'Visite TalleresMisti.cl o www TalleresMisti.es', 'Visite […] o www […]'],
    ['newer ends of names', 'misti.ai, misti.pro, misti.ec', '[…], […], […]'],
    [
      'accounts without a colon',
      'Skype live:ana, skype juan.perez, Instagram misti_textiles',
      'Skype […], skype […], Instagram […]',
    ],
    ['more marks between digits', '987·654·321, 987_654_321', '[…], […]'],
    [
      'a number introduced at length',
      'el teléfono es 234567, llamar al 234-567',
      'el teléfono es […], llamar al […]',
    ],
    ['a number with something invisible in it', 'al 987\u200d654\u00ad321', 'al […]'],
    ['the own name', 'Atte., Lucía Quispe, gerente', 'Atte., […], gerente'],
    ['the own name in another case and over a line end', 'LUCÍA\n  QUISPE', '[…]'],
  ])('takes away %s', (_what, text, expected) => {
    expect(withhold(text)).toBe(expected);
  });

  it.each([
    'desde 1998, unos 2026 clientes',
    'ISO 9001:2015, EN 1090-2, DIN 912',
    'tubos de 1200 x 800 x 3 mm',
    '1.500 toneladas, 10 000 piezas, 2,5 %',
    '2 500 000 piezas, 7-500-000 kg',
    'de 50 a 90 CV, 300 chacras, 48 horas',
    'CIIU 2822, NACE 28.30',
    'S355J2+N, 316L, M12x60',
    'Lucía o Quispe solas, y don Lucíano Quispez',
    '«misti» en minúsculas',
    'campañas 2019-2024, partida 8433.20.10, ISO 9001/14001',
    'marca No.1, S.A.C., e.g. unos 3.5 kg',
    'campañas 2018 2019 2020',
    'Cel: 10 000 kg, cel: 100 000 szt., Cel: 2027-2028',
    'Signal: 4-20 mA, signal/noise, WhatsApp/e-mail, LinkedIn/Facebook, Skype/Zoom',
    '220/380/440 V, 250/330/500 ml, wymiary 600/400/300, malla 100/200/325',
    'partida 8433.20.00.00, 0709.99.90.00',
    '15 000 – 20 000 kg, 10.000-15.000 kg, MOQ 10000-50000 szt, 12 000 - 15 000 USD',
    'del 28.10.2026 - 30.10.2026',
    'tallas 36-38-40-42-44, 1000 1500 2000 mm, 8-10-12-14-16 mm',
    '123 500 250 kg al año',
    'Incoterms FOB Callao, EXW Białystok, DAP 15-100',
    'look at our dot matrix printers, made at dot.',
    'acero 1.4301, AISI 304, PN-EN 10025-2:2019, RAL 9005, HS 9405.11.40',
    'calidad.De preferencia maquinaria.Es urgente.Me interesa',
    '12 500 000 piezas, 84332010, 54 234 piezas',
    'Telegram, Skype o WhatsApp; 5 kW @ 400 V',
    'made at our plant, look at dot matrix printers',
    'entrega en 48/72 h, 24/7, 1/2 pulgada, 100/120/140 mm',
    'motores 3.5 de 2.2 kW, normas PN-EN ISO 3834-2',
  ])('leaves %j as it is', (text) => {
    expect(withhold(text)).toBe(text);
  });

  it('takes a name away as a whole word only, and leaves one that tells nothing', () => {
    expect(withhold('Anatol i Mariana: ana prosi, Ana.', { name: 'Ana' })).toBe(
      'Anatol i Mariana: […] prosi, […].',
    );
    expect(withhold('El Al Li', { name: 'El' })).toBe('El Al Li');
    expect(withhold('a a a a', { name: 'a' })).toBe('a a a a');
  });

  it('takes names literally', () => {
    expect(withhold('J. (Pepe) [x] $& Díaz', { name: 'J. (Pepe) [x] $& Díaz' })).toBe('[…]');
    expect(withhold('Jx (Pepe)', { name: 'J. (Pepe)' })).toBe('Jx (Pepe)');
  });

  it('takes links away though the name is a part of them', () => {
    expect(withhold('https://misti.example', { name: 'https://' })).toBe('[…]');
  });

  it('never lets a text grow, so that what a form may hold a mail may hold', () => {
    const piece = fc.constantFrom(
      'a',
      'Al',
      'Ana',
      ' ',
      '\n',
      '@',
      '.',
      'b.co',
      '1',
      '23456',
      '+',
      'http://',
      'www.',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.array(piece, { minLength: 1, maxLength: 3 }),
        (parts, name) => {
          const parsed = contactSchema.safeParse({ name: name.join(''), email: 'ana@b.co' });
          if (!parsed.success) return;
          const text = parts.join('');
          expect(withholdContactData(text, parsed.data).length).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hides addresses, links and telephones wherever they stand', () => {
    const words = fc.stringMatching(/^[a-zñżó ,.]{0,20}$/);
    const secrets = fc.constantFrom(
      'nuevo@firma.example',
      'https://firma.example/x',
      '+48 85 123 45 67',
      'Lucía Quispe',
    );
    fc.assert(
      fc.property(words, secrets, words, (before, secret, after) => {
        const shown = withhold(`${before} ${secret} ${after}`);
        expect(shown).toContain('[…]');
        for (const part of ['nuevo', 'firma', '123', 'Lucía', 'Quispe']) expect(shown).not.toContain(part);
      }),
    );
  });
});

/**
 * Twenty-five times as long as a form allows: in proportion to the length each takes a part of a second, by its square
 * it would take minutes and run into the time limit of the test.
 */
describe('hostile texts of 100,000 characters', () => {
  const length = 100_000;
  const unit: Readonly<Record<string, string>> = {
    'local parts without an end': 'a',
    'at signs': '@',
    'almost addresses': 'a@a.',
    'domains without an end': 'a@a.a.a.a.a.a.a.',
    digits: '1',
    'digits and separators': '1 ',
    brackets: '1(',
    'links without an end': 'https://',
    blanks: ' ',
    'the first word of the name': 'Lucía ',
    'joined marks': '+-.',
    'spelled at signs': 'a arroba ',
    'spelled dots': 'a [at] a [dot] ',
    'names without an end': 'a.',
    handles: 'fb:',
    'announced numbers': 'tel. 1 ',
    'the own last digits': '00000 ',
    'full-width letters': '\uff41',
  };

  it.each(Object.entries(unit))('%s', (_name, repeated) => {
    const hostile = repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length);
    expect(withhold(hostile).length).toBeLessThanOrEqual(length);
    expect(withhold(`${hostile}!`, { name: 'Lucía Lucía Lucía x' }).length).toBeLessThanOrEqual(length + 1);
  });
});

describe('withheldWare', () => {
  it('withholds the website of the firm, however it is written', () => {
    const base = interestForm();
    const form = {
      ...base,
      company: { ...base.company, website: 'https://www.taller-misti.example/es' },
      sought: { description: 'Vea taller-misti.example o TALLER-MISTI.EXAMPLE/catalogo' },
    };
    expect(withheldWare(form).description).toBe('Vea […] o […]');
  });

  it('withholds in the description and in each certificate, and keeps the rest', () => {
    const form = interestForm({
      sought: {
        description: 'Escriba a compras@misti.example',
        certificates: ['ISO 9001:2015', 'www.misti.example', 'Lucía Quispe'],
        languages: ['es'],
        sectors: [{ scheme: 'nace21', code: '28.30' }],
      },
    });
    expect(withheldWare(form)).toEqual({
      description: 'Escriba a […]',
      certificates: ['ISO 9001:2015', '[…]', '[…]'],
      languages: ['es'],
      sectors: [{ scheme: 'nace21', code: '28.30' }],
    });
  });

  it('leaves the form itself as it was', () => {
    const form = interestForm({ contact: { name: 'Ana', email: new EmailAddress('ana@b.co') } });
    const before = JSON.stringify(form);
    withheldWare({ ...form, sought: { description: 'Ana' } });
    withheldWare(form);
    expect(JSON.stringify(form)).toBe(before);
  });
});

describe('withheldFirm', () => {
  it('shows a firm without website and tax number, and no address in its name or region', () => {
    const { company } = interestForm();
    const { name, country, region, sectors } = company;
    expect(withheldFirm(company)).toEqual({ name, country, region, sectors });
    for (const name of ['Booking.com', 'Corp.pe SAC'])
      expect(withheldFirm({ ...company, name }).name).toBe(name);
    expect(withheldFirm({ ...company, name: 'Grupo 2018 2019 SAC' })).toMatchObject({
      name: 'Grupo 2018 2019 SAC',
    });
    const hidden = { ...company, name: 'Misti +51 54 000000', region: 'Arequipa www.misti.example' };
    expect(withheldFirm(hidden)).toMatchObject({ name: 'Misti […]', region: 'Arequipa […]' });
  });

  it('keeps a firm that bears the name of a person, and needs no region', () => {
    expect(withheldFirm({ name: 'Lucía Quispe', country: 'PE' })).toMatchObject({
      name: 'Lucía Quispe',
      country: 'PE',
    });
    expect(withheldFirm({ name: 'x', country: 'PL' }).region).toBeUndefined();
  });
});
