import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../../shared/adapters/mail/read-reply.ts';
import type { Reply } from '../../../../shared/domain/replies/reply.ts';
import { replyFactsSchema } from '../../../../shared/domain/replies/reply-facts.ts';
import { answersByLanguage, humanReplies } from '../../../fixtures/mail/human-replies.ts';
import { marked, wire } from '../../../fixtures/mail/mime.ts';
import { plain } from '../../../fixtures/mail/odd.ts';
import { factsFor } from './facts.ts';

const facts = factsFor('pl');
const readPlain = (body: string) => readReply(wire(plain(body)), facts);
const { text: anyText, line: anyLine } = {
  text: fc.string({ unit: 'binary', maxLength: 400 }),
  line: fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((line) => line.replaceAll(/[\r\n\u0085\u2028\u2029]/g, ' ')),
};
const anyAnswer = fc.constantFrom(
  ...answersByLanguage.flatMap(({ answers }) => answers.map(([says]) => says)),
);

/** What must stay the same when nothing changes but what is quoted. */
const essence = (reply: Reply) => ({ ...reply, text: undefined, attachments: undefined });

describe('any bytes', () => {
  it('lead to some outcome', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (raw) => {
        expect((await readReply(raw, facts)).kind).toMatch(/^[a-zA-Z]+$/);
      }),
    );
  });

  it('lead to some outcome where they stand in a mail of the recipient’s', async () => {
    const header = fc.constantFrom(
      'text/plain',
      'text/html',
      'multipart/mixed; boundary=b',
      'multipart/report; report-type=delivery-status; boundary=b',
      'message/rfc822',
      'text/calendar',
    );
    const encoding = fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'x-uuencode');
    await fc.assert(
      fc.asyncProperty(header, encoding, fc.uint8Array({ maxLength: 2000 }), async (type, transfer, body) => {
        const head = wire(
          `From: jan.kowalski@samasz.example\nContent-Type: ${type}\nContent-Transfer-Encoding: ${transfer}\n\n`,
        );
        expect((await readReply(Uint8Array.from([...head, ...body]), facts)).kind).toMatch(/^[a-zA-Z]+$/);
      }),
    );
  });
});

describe('an acceptance', () => {
  /** Written down apart from the lists of the code: how every clear acceptance begins. */
  const beginsClear =
    /^[\s\p{P}\p{S}\p{Cf}\p{M}]*(?:s[ií\u00cdìï]|s\p{Cf}|tak|t\p{Cf}|ta\p{Cf}|yes|y\p{Cf}|acept|akcept|claro|por\s+supuesto|oczywi|i\s+accept|we\s+accept)/iu;

  it('never comes from a text that does not begin with a clear word', async () => {
    const beginning = fc.oneof(
      anyLine,
      fc.constantFrom(
        'Estimados',
        'Dzień dobry',
        'Ok',
        'Raczej',
        'Chyba',
        'No',
        'Nie',
        'Not',
        'Creo que',
        'Mañana',
        '👍',
        '+1',
      ),
    );
    const word = fc.constantFrom(
      'SÍ',
      'TAK',
      'YES',
      'acepto',
      'akceptuję',
      '\n',
      ',',
      'sí, acepto',
      'yes please',
    );
    await fc.assert(
      fc.asyncProperty(
        beginning,
        fc.array(fc.oneof(word, anyLine), { maxLength: 6 }),
        async (first, rest) => {
          fc.pre(/[\p{L}\p{N}]/u.test(first) && !beginsClear.test(first) && !/^\s*(?:>|--)/.test(first));
          const reply = await readPlain(`${first} ${rest.join(' ')}`);
          expect(reply.kind === 'answer' && reply.answer === 'accept').toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never comes from a clear word with a sentence below it', async () => {
    const word = fc.constantFrom('SÍ', 'TAK', 'Yes', 'Tak, akceptuję', 'Sí, nos interesa', 'Yes, please');
    const sentence = fc
      .array(
        fc.constantFrom(
          'poproszę',
          'o',
          'próbki',
          'mañana',
          'llamen',
          'al',
          'jefe',
          'call',
          'me',
          'under',
          '30',
          'percent',
          'w',
          'maju',
          'szefa',
          'trzeba',
          'spytać',
        ),
        { minLength: 2, maxLength: 12 },
      )
      .map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        word,
        sentence,
        fc.constantFrom('\n', '\n\n', ' ', ', ', '. '),
        async (first, below, between) => {
          expect((await readPlain(`${first}${between}${below}`)).kind).not.toBe('answer');
        },
      ),
    );
  });
});

describe('what is quoted', () => {
  it('changes nothing, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, anyText, async (says, quoted) => {
        const quote = `On Mon, 5 Oct 2026 at 09:55, Puente <reply+k7p2m9x4@mail.puente.example> wrote:\n\n${marked(quoted.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0085\u2028\u2029]/g, ' '))}`;
        const [bare, quoting] = await Promise.all([readPlain(says), readPlain(`${says}\n\n${quote}`)]);
        expect(essence(quoting)).toEqual(essence(bare));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a header Auto-Submitted', () => {
  const values = ['auto-replied', 'auto-generated', 'auto-notified', 'yes', '', 'AUTO-REPLIED; x=y'];

  it('makes every mail a machine’s, from every client', async () => {
    const firstOf = new Map(
      humanReplies.map((human) => [`${human.name.split(':')[0]} ${human.leadsTo}`, human]),
    );
    const all = await Promise.all(
      [...firstOf.values()].map(async ({ raw, written }, index) => {
        const head = wire(`Auto-Submitted: ${values[index % values.length]}\n`);
        const reply = await readReply(Uint8Array.from([...head, ...raw]), factsFor(written.language));
        return reply;
      }),
    );
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((reply) => reply.kind !== 'automatic' || reply.mayAnswer)).toEqual([]);
  });
});

describe('what a person gets to read', () => {
  it('holds no character that hides or reorders, and no markup of an HTML part', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const html = `<div>x${text.replaceAll(/[<&]/g, '')}<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">tu</a></div>`;
        const mail = plain(html).replace('text/plain', 'text/html');
        const reply = await readReply(wire(mail), facts);
        if (reply.kind !== 'toRead') return;
        expect(reply.text).not.toMatch(
          /[\p{Cf}\p{Cs}]|[^\P{Cc}\t\n]|<(?:img|script|a|div)|javascript:|alert\(/u,
        );
      }),
    );
  });
});

describe('facts', () => {
  it('are what the schema says, and nothing more', () => {
    expect(replyFactsSchema.safeParse(facts).success).toBe(true);
    expect(
      replyFactsSchema.safeParse({ ...facts, verdicts: { ...facts.verdicts, dmarc: 'NONE' } }).success,
    ).toBe(false);
    expect(replyFactsSchema.safeParse({ ...facts, more: 1 }).success).toBe(false);
  });
});

describe('hostile mails', () => {
  const long = 300_000;
  const rows = (row: string) => `${row}\n`.repeat(Math.floor(long / (row.length + 1)));
  const hostile: Readonly<Record<string, string>> = {
    'one line of arrows': '>'.repeat(long),
    'one line of dashes': '-'.repeat(long),
    'rows of dashes with a letter': rows(`${'- '.repeat(290)}x`),
    'rows of blanks with a letter': rows(`${' '.repeat(590)}x`),
    'rows that begin an intro': rows(`El 5 ${'a'.repeat(100)}`),
    'rows that almost end an intro': rows(`On 5 ${'wrote '.repeat(90)}`),
    'rows that look like Apple in Polish': rows(`Wiadomość napisana przez ${'w dniu '.repeat(70)}:`),
    'rows of copied headers': rows('From: a'),
    'rows of rulers': rows('_'.repeat(40)),
    'rows of closings': `TAK\n${rows('Pozdrawiam')}`,
    'one word': 'TAK'.repeat(long / 3),
    'one line of at signs': 'a@'.repeat(long / 2),
    'one line of colons': 'a: '.repeat(long / 3),
    'question marks': '?'.repeat(long),
    emoji: '👍'.repeat(long / 2),
    'combining marks': `a${'\u0301'.repeat(long)}`,
  };

  it.each(Object.entries(hostile))('%s are read in linear time', async (_name, body) => {
    const started = performance.now();
    for (const type of ['text/plain', 'text/html'])
      await readReply(wire(plain(body).replace('text/plain', type)), facts);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  const markup: Readonly<Record<string, string>> = {
    'open brackets': '<'.repeat(long),
    'open tags': '<div>'.repeat(long / 5),
    'open quotes': '<blockquote>'.repeat(long / 12),
    'closing tags': '</div>'.repeat(long / 6),
    'an attribute without end': `<a b="${'x'.repeat(long)}`,
    'comments without end': '<!--'.repeat(long / 4),
    styles: `<p style="${'display:'.repeat(long / 8)}">TAK</p>`,
    entities: '&amp;'.repeat(long / 5),
  };

  it.each(Object.entries(markup))('%s are read in linear time', async (_name, body) => {
    const started = performance.now();
    await readReply(wire(plain(body).replace('text/plain', 'text/html')), facts);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('headers and reports are read in linear time', async () => {
    const started = performance.now();
    const head = `References: ${'<a@b> '.repeat(50_000)}\nX-Loop: ${'@'.repeat(100_000)}`;
    await readReply(wire(plain('TAK', { head })), facts);
    const report = `From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n${'Final-Recipient: rfc822;\n\n'.repeat(20_000)}\n--b--\n`;
    const reply = await readReply(wire(report), facts);
    expect(reply.kind).toBe('deliveryReport');
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
