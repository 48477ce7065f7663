import type { MailLinksOf } from '../../contracts/mail-links.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { Address, Button, Closing, Heading, Paragraph, Small } from '../components.tsx';
import { formatInstant } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, heading, plainText, rule } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { commonTexts } from '../texts/common.ts';
import { confirmationTexts } from '../texts/confirmation.ts';

/** Asks a submitter to confirm its interest; says nothing that the sender of the form wrote. */
export function confirmation(content: MailOf<'confirmation'>, links: MailLinksOf<'confirmation'>): MailParts {
  const { language } = content;
  const texts = confirmationTexts[language];
  const common = commonTexts[language];
  const deadline = texts.deadline(formatInstant(content.confirmBy, language));
  return {
    subject: texts.subject,
    document: (
      <Layout
        language={language}
        title={texts.subject}
        preheader={deadline}
        footer={<Address label={common.privacy} url={links.privacyUrl} />}
      >
        <Heading>{texts.heading}</Heading>
        <Paragraph>{common.greeting}</Paragraph>
        <Paragraph>{texts.request}</Paragraph>
        <Button href={links.statusUrl}>{texts.button}</Button>
        <Paragraph>{texts.press}</Paragraph>
        <Paragraph>{deadline}</Paragraph>
        <Paragraph>{texts.notYou}</Paragraph>
        <Closing text={common.closing} />
        <Address label={common.addressHint} url={links.statusUrl} />
        <Small>{texts.noReply}</Small>
      </Layout>
    ),
    text: plainText([
      heading(texts.heading),
      common.greeting,
      texts.request,
      addressed(texts.open, links.statusUrl),
      texts.press,
      texts.noReplyInText,
      deadline,
      texts.notYou,
      common.closing,
      rule,
      addressed(common.privacy, links.privacyUrl),
      common.tagline.long,
    ]),
  };
}
