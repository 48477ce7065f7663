import { describe, expect, it } from 'vitest';
import { companySchema, contactSchema, wareSchema } from '../../../shared/domain/profile.ts';

const company = { name: 'Talleres Misti SAC', country: 'PE' };
const contact = { name: 'Lucía Quispe', email: 'compras@misti.example' };

describe('companySchema', () => {
  it.each(['https://misti.example', 'http://misti.example:8080/a%20b?c=d#e', 'HTTPS://MISTI.EXAMPLE'])(
    'takes the website %s as it is',
    (website) => {
      expect(companySchema.parse({ ...company, website }).website).toBe(website);
    },
  );

  it.each([
    '',
    'misti.example',
    'ftp://misti.example',
    'javascript://misti.example/%0aalert(1)',
    'data:text/html,x',
    '//misti.example',
    'https:misti.example',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://misti',
    'https://misti.example/\u0000x',
    'https://misti.example/\u202ex',
    'https://misti.example/\u2028x',
    'https://mis\u200bti.example/',
    `https://misti.example/${'a'.repeat(300)}`,
  ])('refuses the website %j', (website) => {
    expect(companySchema.safeParse({ ...company, website }).success).toBe(false);
  });

  it('leaves no line end in a website', () => {
    expect(companySchema.parse({ ...company, website: 'https://misti.example/a\r\n b' }).website).not.toMatch(
      /[\r\n]/,
    );
  });

  it('knows two countries', () => {
    for (const country of ['pe', 'Peru', 'DE', '', null]) {
      expect(companySchema.safeParse({ ...company, country }).success).toBe(false);
    }
  });
});

describe('contactSchema', () => {
  it.each(['+51 54 000000', '(054) 123-456', '85 123 45 67', '0048.85.1234567', '123456'])(
    'takes the phone %s',
    (phone) => {
      expect(contactSchema.parse({ ...contact, phone }).phone).toBe(phone);
    },
  );

  it.each([
    '',
    '12345',
    '------',
    '+',
    '++51 54 000000',
    '54 000000 x2',
    '1'.repeat(31),
    '51\n54000000',
    '٥٤٠٠٠٠٠٠',
    54000000,
  ])('refuses the phone %j', (phone) => {
    expect(contactSchema.safeParse({ ...contact, phone }).success).toBe(false);
  });
});

describe('wareSchema', () => {
  it('holds its lists to their limits', () => {
    const description = 'Segadoras';
    const sector = { scheme: 'nace21', code: '28.30' };
    const full = {
      description,
      sectors: Array(10).fill(sector),
      certificates: Array(20).fill('ISO 9001'),
      languages: Array(10).fill('es'),
    };
    expect(wareSchema.safeParse(full).success).toBe(true);
    expect(wareSchema.safeParse({ description, sectors: Array(11).fill(sector) }).success).toBe(false);
    expect(wareSchema.safeParse({ description, certificates: Array(21).fill('ISO 9001') }).success).toBe(
      false,
    );
    expect(wareSchema.safeParse({ description, languages: Array(11).fill('es') }).success).toBe(false);
    expect(wareSchema.safeParse({ description: 'x'.repeat(4001) }).success).toBe(false);
  });

  it.each(['ES', 'spa', 'e', 'e1', '', 'é '])('refuses the language %j', (language) => {
    expect(wareSchema.safeParse({ description: 'x', languages: [language] }).success).toBe(false);
  });
});
