import type { MailLinksOf } from '../../contracts/mail-links.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { Address, Closing, Heading, Paragraph } from '../components.tsx';
import { formatPlace } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, heading, plainText, rule } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { commonTexts } from '../texts/common.ts';
import { introductionClosedTexts } from '../texts/introduction-closed.ts';

/** Tells a member that an interest it was introduced to is no longer open. */
export function introductionClosed(
  content: MailOf<'introduction-closed'>,
  links: MailLinksOf<'introduction-closed'>,
): MailParts {
  const { language, submitter } = content;
  const texts = introductionClosedTexts[language][content.cause];
  const common = commonTexts[language];
  const subject = texts.subject(submitter.name);
  const greeting = texts.greeting(content.member.contactName);
  const body = texts.body(submitter.name, formatPlace(submitter, language));
  return {
    subject,
    document: (
      <Layout
        language={language}
        title={subject}
        preheader={texts.heading}
        footer={<Address label={common.stop} url={links.unsubscribeUrl} />}
      >
        <Heading>{texts.heading}</Heading>
        <Paragraph>{greeting}</Paragraph>
        <Paragraph>{body}</Paragraph>
        <Paragraph>{texts.nothingToDo}</Paragraph>
        <Closing text={common.closing} />
      </Layout>
    ),
    text: plainText([
      heading(texts.heading),
      greeting,
      body,
      texts.nothingToDo,
      common.closing,
      rule,
      addressed(common.stop, links.unsubscribeUrl),
      common.tagline.long,
    ]),
  };
}
