import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainLine, line, paragraph } from '../../../shared/domain/text.ts';

function faultsOf(schema: ReturnType<typeof line>, text: unknown): string[] {
  const parsed = schema.safeParse(text);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ message, code }) => (code === 'custom' ? message : code));
}

/** Each ends a header line, hides or reorders what is read, or cannot be written as UTF-8. */
const forbiddenEverywhere: Readonly<Record<string, string>> = {
  NUL: '\u0000',
  escape: '\u001b',
  'vertical tab': '\u000b',
  'form feed': '\u000c',
  delete: '\u007f',
  'next line': '\u0085',
  'line separator': '\u2028',
  'paragraph separator': '\u2029',
  'zero width space': '\u200b',
  'word joiner': '\u2060',
  'invisible times': '\u2062',
  'byte order mark': '\ufeff',
  'left-to-right mark': '\u200e',
  'right-to-left mark': '\u200f',
  'Arabic letter mark': '\u061c',
  'right-to-left embedding': '\u202b',
  'left-to-right override': '\u202d',
  'right-to-left override': '\u202e',
  'right-to-left isolate': '\u2067',
  'pop directional isolate': '\u2069',
  'interlinear annotation': '\ufff9',
  'tag letter': '\u{e0041}',
  'half of a character': '\ud83d',
  'other half of a character': '\ude00',
};

describe.each([
  ['line', line(40)],
  ['paragraph', paragraph(40)],
] as const)('%s', (_name, schema) => {
  it.each(Object.entries(forbiddenEverywhere))('refuses %s inside a text', (_mark, mark) => {
    expect(faultsOf(schema, `a${mark}b`)).toEqual(['controlCharacters']);
  });

  it('trims, and calls a blank text missing', () => {
    expect(schema.parse(' \t\r\n Misti SAC \n ')).toBe('Misti SAC');
    for (const blank of ['', ' ', '\r\n', '\u00a0\u2003'])
      expect(schema.safeParse(blank).error?.issues[0]).toMatchObject({ message: 'required' });
  });

  it('gives NFC, before it counts', () => {
    expect(schema.parse('Ara\u0301ndano')).toBe('Ar\u00e1ndano');
    expect(schema.parse('a\u0301'.repeat(40))).toHaveLength(40);
  });

  it('takes its full length and no more, counted after trimming', () => {
    expect(schema.parse(`  ${'x'.repeat(40)}  `)).toHaveLength(40);
    expect(faultsOf(schema, 'x'.repeat(41))).toEqual(['too_big']);
  });

  it('keeps letters of any script, joiners and emoji', () => {
    for (const text of ['Żółć i ñandú', '株式会社', 'شرك\u200cة', 'Perú 👩‍🌾 🇵🇪', 'co\u00adoperación']) {
      expect(schema.parse(text)).toBe(text);
    }
  });

  it('accepts nothing but strings', () => {
    for (const value of [undefined, null, 5, true, [], {}, ['a'], new String('a')]) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  });

  it('changes nothing when it parses its own output again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 30 }), (units) => {
        const text = String.fromCharCode(...units);
        const parsed = schema.safeParse(text);
        if (!parsed.success) return;
        expect(schema.parse(parsed.data)).toBe(parsed.data);
        expect(parsed.data).toBe(parsed.data.normalize('NFC'));
        expect(parsed.data.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('line', () => {
  it.each(['\r\nBcc: a@b.example', '\nBcc: a', '\rBcc: a', '\tfolded', '\r\n\r\n<html>'])(
    'refuses %j after a subject',
    (injected) => {
      expect(faultsOf(line(200), `Subject${injected}`)).toEqual(['controlCharacters']);
    },
  );

  it('never gives anything that ends a header line, whatever comes', () => {
    const ends = fc.constantFrom('\r', '\n', '\u0085', '\u2028', '\u2029', '\u0000', 'a', ' ', 'ą');
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 6 }), (parts) => {
        const parsed = line(40).safeParse(parts.join(''));
        if (parsed.success) expect(parsed.data).toMatch(/^[aą ]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('paragraph', () => {
  it('writes every line end as one line feed and keeps tabs', () => {
    expect(paragraph(40).parse('a\r\nb\rc\nd\te')).toBe('a\nb\nc\nd\te');
  });

  it('counts a line end once', () => {
    expect(paragraph(5).parse('a\r\nb\r\nc')).toBe('a\nb\nc');
  });
});

describe('isPlainLine', () => {
  it('says of a text whether it may stand in one line', () => {
    expect(isPlainLine('Misti, https://misti.example/?a=b#c')).toBe(true);
    for (const mark of Object.values(forbiddenEverywhere)) expect(isPlainLine(`a${mark}`)).toBe(false);
    expect(isPlainLine('a\nb')).toBe(false);
  });
});
