import type { MailLinksOf } from '../../contracts/mail-links.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { Address, Button, Closing, Facts, Heading, Paragraph, Small, Subheading } from '../components.tsx';
import { type Fact, fact } from '../facts.ts';
import { asSentence, formatInstant, formatPlace } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, bullets, heading, plainText, rule, subheading } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { commonTexts } from '../texts/common.ts';
import { decisionsWaitingTexts } from '../texts/decisions-waiting.ts';

type Content = MailOf<'decisions-waiting'>;

/** Tells a coordinator which proposed leads wait; those that wait longest, and how many beside them. */
export function decisionsWaiting(content: Content, links: MailLinksOf<'decisions-waiting'>): MailParts {
  const { language, step, clusterName } = content;
  const texts = decisionsWaitingTexts[language];
  const common = commonTexts[language];
  const count = content.waiting.length + content.more;
  const subject = asSentence(texts.subject(count, step), language);
  const greeting = texts.greeting(content.coordinatorName);
  const body = texts.of[step].body(clusterName);
  const lines = linesOf(content);
  const more = content.more > 0 ? texts.more(content.more) : undefined;
  return {
    subject,
    document: (
      <Layout
        language={language}
        title={subject}
        preheader={asSentence(body, language)}
        footer={<Small>{texts.notice(clusterName)}</Small>}
      >
        <Heading>{texts.of[step].heading}</Heading>
        <Paragraph>{greeting}</Paragraph>
        <Paragraph>{body}</Paragraph>
        <Subheading>{texts.list}</Subheading>
        <Facts facts={lines} />
        {more !== undefined && <Paragraph>{more}</Paragraph>}
        <Button href={links.consoleUrl}>{texts.button}</Button>
        <Paragraph>{texts.choices}</Paragraph>
        <Closing text={common.closing} />
        <Address label={common.addressHint} url={links.consoleUrl} />
      </Layout>
    ),
    text: plainText([
      heading(texts.of[step].heading),
      greeting,
      body,
      subheading(texts.list),
      bullets(lines.map(({ label, values }) => `${label}: ${values.map(({ text }) => text).join(', ')}`)),
      more,
      addressed(texts.open, links.consoleUrl),
      texts.choices,
      common.closing,
      rule,
      texts.notice(clusterName),
      common.tagline.long,
    ]),
  };
}

/** Each pair with its time. */
function linesOf({ language, waiting }: Content): readonly Fact[] {
  const texts = decisionsWaitingTexts[language];
  return waiting.flatMap(({ submitter, memberName, decideBy, overdue }) => {
    const when = formatInstant(decideBy, language);
    return fact(texts.pair(submitter.name, formatPlace(submitter, language), memberName), [
      overdue ? texts.overdue(when) : texts.decideBy(when),
    ]);
  });
}
