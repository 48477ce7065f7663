import fc from 'fast-check';
import { languages } from '../../../shared/domain/language.ts';
import type { MailContent } from '../../../shared/domain/mail-content.ts';
import { line, paragraph } from '../../../shared/domain/text.ts';
import { sampleContent } from './sample-mails.ts';

const fragments = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</td></table></body></html>',
  '<!--',
  '-->',
  ']]>',
  '</style><style>*{display:none}',
  '</title>',
  '&lt;b&gt; &#60;i&#62; &amp',
  '<a href="javascript:alert(1)">',
  '=?utf-8?B?QmNjOiBldmlsQGV2aWwuZXhhbXBsZQ==?=',
  '=?utf-8?Q?=0D=0ABcc:_evil@evil.example?=',
  'a@evil.example, b@evil.example;',
  '"Jefe" <jefe@evil.example>',
  '(comment)',
  'Bcc: evil@evil.example',
  '--boundary--',
  '.',
  'Ñandú Żółć',
  'Список 株式会社 🦙',
];
const breakers = [
  '\r\nBcc: evil@evil.example',
  '\nTo: evil@evil.example',
  '\r\n\r\n<b>',
  '\u0000',
  '\u2028X: y',
  '\r',
];

function words(parts: readonly string[]) {
  const part = fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme', maxLength: 20 }));
  return fc.array(part, { minLength: 1, maxLength: 5 }).map((chosen) => chosen.join(' '));
}

function accepted(schema: ReturnType<typeof line>, text: fc.Arbitrary<string>) {
  return text
    .map((candidate) => schema.safeParse(candidate))
    .filter((result) => result.success)
    .map((result) => result.data ?? '');
}

/** What somebody wrote into every field of a line and into every field of a paragraph. */
export interface Written {
  readonly line: string;
  readonly block: string;
}

/** `valid`: as the schemas let it through; `raw`: with line ends and control characters too. */
export function hostileWords(kind: 'valid' | 'raw'): fc.Arbitrary<Written> {
  if (kind === 'raw') {
    const raw = words([...fragments, ...breakers]);
    return fc.record({ line: raw, block: raw });
  }
  const lines = fc.array(words(fragments), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join('\n'));
  return fc.record({ line: accepted(line(80), words(fragments)), block: accepted(paragraph(1000), lines) });
}

/** The mails that carry words of other people. */
const carriers = [
  'introduction',
  'introduction-to-peru',
  'reminder-first',
  'waiting-escalation',
  'connection-submitter',
  'connection-member',
  'closed-expired',
];
export const carrier = fc.record({
  name: fc.constantFrom(...carriers),
  language: fc.constantFrom(...languages),
});

export function hostileContent(kind: 'valid' | 'raw'): fc.Arbitrary<MailContent> {
  return fc
    .tuple(carrier, hostileWords(kind))
    .map(([{ name, language }, written]) => fillIn(sampleContent(name, language), written));
}

/** The same mail with `written` in every field that people fill in. */
export function fillIn(content: MailContent, written: Written): MailContent {
  const { line: text, block } = written;
  if (content.template === 'introduction') {
    return {
      ...content,
      member: { companyName: text, contactName: text },
      cluster: { ...content.cluster, name: text },
      submitter: { ...content.submitter, name: text, region: text },
      sought: { ...content.sought, description: block, certificates: [text, text] },
      reasons: [...content.reasons, { code: 'targetRegion', region: text }],
      coordinatorMessage: block,
    };
  }
  if (content.template === 'connection') {
    const { other } = content;
    const website = `https://firma.example/${encodeURI(text.toWellFormed())}"><b>`;
    return {
      ...content,
      reader: { companyName: text, contactName: text },
      other: {
        ...other,
        company: { ...other.company, name: text, region: text, website },
        contact: { ...other.contact, name: text },
      },
      sought: { description: block },
    };
  }
  if (content.template === 'decisions-waiting') {
    const waiting = content.waiting.map((lead) => ({
      ...lead,
      memberName: text,
      submitter: { ...lead.submitter, name: text, region: text },
    }));
    return { ...content, clusterName: text, coordinatorName: text, waiting };
  }
  if (content.template === 'reminder') {
    return {
      ...content,
      member: { companyName: text, contactName: text },
      submitter: { ...content.submitter, name: text, region: text },
      sought: { description: block },
    };
  }
  if (content.template === 'introduction-closed') {
    return {
      ...content,
      member: { companyName: text, contactName: text },
      submitter: { ...content.submitter, name: text, region: text },
    };
  }
  return content;
}
