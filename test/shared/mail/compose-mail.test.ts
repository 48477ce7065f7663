import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { languages } from '../../../shared/domain/language.ts';
import { type MailContent, mailContentSchema } from '../../../shared/domain/mail-content.ts';
import { composeMail } from '../../../shared/mail/compose-mail.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { hostileContent } from './hostile-content.ts';
import { introductionInput, linksFor, sampleContent, sampleNames } from './sample-mails.ts';

const to = 'kontakt@firma.example';
const date = '2026-11-03T09:30:00.000Z';
const maxBytes = 60_000;

async function compose(content: MailContent) {
  const links = linksFor(content);
  const raw = await composeMail(
    { content, links, to: new EmailAddress(to), from: 'Puente <hola@puente.example>', date },
    sectorNames,
  );
  return { raw, parsed: await PostalMime.parse(raw) };
}

const commonHeaders = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];
function expectedHeaders({ template }: MailContent): readonly string[] {
  if (['introduction', 'reminder', 'introduction-closed'].includes(template))
    return [...commonHeaders, 'list-unsubscribe', 'list-unsubscribe-post'].sort();
  if (template === 'connection') return [...commonHeaders, 'reply-to'].sort();
  return commonHeaders;
}

type Parsed = Awaited<ReturnType<typeof compose>>['parsed'];

function headerOf(parsed: Parsed, key: string): string | undefined {
  return parsed.headers.find((header) => header.key === key)?.value;
}

/** Exactly our headers, each once, one recipient, two parts. */
function expectCleanEnvelope(content: MailContent, parsed: Parsed): void {
  expect(parsed.headers.map(({ key }) => key).sort()).toEqual(expectedHeaders(content));
  expect(parsed.to).toEqual([{ name: '', address: to }]);
  expect(parsed.from).toEqual({ name: 'Puente', address: 'hola@puente.example' });
  expect(parsed.cc).toBeUndefined();
  expect(parsed.bcc).toBeUndefined();
  expect(parsed.attachments).toEqual([]);
}

const everyMail = sampleNames.flatMap((name) => languages.map((language) => [name, language] as const));

test.each(everyMail)('%s in %s reads back as it was written', async (name, language) => {
  const content = sampleContent(name, language);
  const rendered = renderMail(content, linksFor(content), sectorNames);
  const { raw, parsed } = await compose(content);
  expectCleanEnvelope(content, parsed);
  expect(parsed.subject).toBe(rendered.subject);
  expect(parsed.html?.trim()).toBe(rendered.html);
  expect(parsed.text?.trim()).toBe(rendered.text.trim());
  expect(headerOf(parsed, 'content-language')).toBe(language);
  expect(headerOf(parsed, 'content-type')).toMatch(/^multipart\/alternative;/);
  expect(headerOf(parsed, 'auto-submitted')).toBe('auto-generated');
  expect(headerOf(parsed, 'x-auto-response-suppress')).toBe('All');
  expect(parsed.date).toBe(date);
  expect(raw.byteLength).toBeLessThan(maxBytes);
});

test.each(everyMail)(
  '%s in %s ends every line in CRLF, and none is too long (RFC 5322)',
  async (name, language) => {
    const { raw } = await compose(sampleContent(name, language));
    const text = Buffer.from(raw).toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  },
);

describe('one-click unsubscribe (RFC 8058)', () => {
  test.each(everyMail)('%s in %s', async (name, language) => {
    const content = sampleContent(name, language);
    const { parsed } = await compose(content);
    const headers = [headerOf(parsed, 'list-unsubscribe'), headerOf(parsed, 'list-unsubscribe-post')];
    const links = linksFor(content);
    expect(headers).toEqual(
      'oneClickUrl' in links
        ? [`<${links.oneClickUrl}>`, 'List-Unsubscribe=One-Click']
        : [undefined, undefined],
    );
  });

  test('a long token stays in one piece on its line', async () => {
    const content = sampleContent('introduction', 'pl');
    const links = linksFor(content);
    if (links.template !== 'introduction') throw new Error('wrong sample');
    const oneClickUrl = `https://puente.example/api/unsubscribe/${'Ab1-_.'.repeat(60)}`;
    const raw = await composeMail(
      {
        content,
        links: { ...links, oneClickUrl },
        to: new EmailAddress(to),
        from: 'hola@puente.example',
        date,
      },
      sectorNames,
    );
    const lines = Buffer.from(raw).toString('latin1').split('\r\n');
    const at = lines.findIndex((text) => text.startsWith('List-Unsubscribe:'));
    expect(
      lines
        .slice(at, at + 2)
        .join('')
        .replace(/\s/g, ''),
    ).toContain(`List-Unsubscribe:<${oneClickUrl}>`);
  });
});

test('the two sides of a connection answer each other', async () => {
  const toSubmitter = await compose(sampleContent('connection-submitter', 'es'));
  const toMember = await compose(sampleContent('connection-member', 'pl'));
  expect(toSubmitter.parsed.replyTo).toEqual([{ name: '', address: 'eksport@samasz.example' }]);
  expect(toMember.parsed.replyTo).toEqual([{ name: '', address: 'compras@misti.example' }]);
});

test('the fullest form the schema allows stays small enough to be shown whole', async () => {
  const sentence = 'Szukamy producenta części żeliwnych, także małych serii – próbki prześlemy. ';
  const content = mailContentSchema.parse({
    ...introductionInput('pl'),
    sought: {
      description: sentence.repeat(60).slice(0, 4000),
      sectors: ['28.30', '25.53', '24.51', '25.40', '25.61', '25.62', '28.15', '28.22', '28.91', '29.32'].map(
        (code) => ({ scheme: 'nace21', code }),
      ),
      certificates: Array.from({ length: 20 }, (_, index) => `ISO ${9000 + index}`),
      languages: ['es', 'pl', 'en', 'de', 'fr'],
    },
    coordinatorMessage: sentence.repeat(20).slice(0, 1000),
  });
  const { raw } = await compose(content);
  expect(raw.byteLength).toBeLessThan(maxBytes);
});

describe('hostile words', () => {
  test('that the schemas let through change no header, recipient or part', async () => {
    await fc.assert(
      fc.asyncProperty(hostileContent('valid'), async (content) => {
        const { parsed } = await compose(content);
        const rendered = renderMail(content, linksFor(content), sectorNames);
        expectCleanEnvelope(content, parsed);
        expect(oneLine(parsed.subject)).toBe(oneLine(rendered.subject));
        expect(parsed.html?.trim()).toBe(rendered.html.trim());
        expect(parsed.text?.trim()).toBe(rendered.text.trim());
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('that no schema has seen change no header, recipient or part either', async () => {
    await fc.assert(
      fc.asyncProperty(hostileContent('raw'), async (content) => {
        const { parsed } = await compose(content);
        expectCleanEnvelope(content, parsed);
        expect(parsed.subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

/** Header folding may turn a run of blanks into one. */
function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
