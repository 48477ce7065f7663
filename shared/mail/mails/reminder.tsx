import type { MailLinksOf } from '../../contracts/mail-links.ts';
import { labelOfText } from '../../domain/in-language.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { Address, Button, Closing, Heading, Paragraph, Quote, Small, Subheading } from '../components.tsx';
import { formatInstant, formatPlace } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, heading, plainText, quoted, rule, subheading } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { commonTexts } from '../texts/common.ts';
import { introductionTexts } from '../texts/introduction.ts';
import { reminderTexts } from '../texts/reminder.ts';

/** Reminds a member of an introduction that it has not answered; the way to answer is the same as there. */
export function reminder(content: MailOf<'reminder'>, links: MailLinksOf<'reminder'>): MailParts {
  const { language, submitter, submitterLanguage, member, step } = content;
  const texts = reminderTexts[language];
  const asBefore = introductionTexts[language];
  const common = commonTexts[language];
  const subject = texts.subject(submitter.name);
  const greeting = asBefore.greeting(member.contactName);
  const lead = texts.lead(submitter.name, formatPlace(submitter, language), member.companyName);
  const label = labelOfText(asBefore.description, submitterLanguage, language);
  const deadline = texts.deadline(formatInstant(content.answerBy, language));
  const afterwards = texts.afterwards(submitter.name);
  return {
    subject,
    document: (
      <Layout
        language={language}
        title={subject}
        preheader={deadline}
        footer={
          <>
            <Address label={common.stop} url={links.unsubscribeUrl} />
            <Address label={common.privacy} url={links.privacyUrl} />
          </>
        }
      >
        <Heading>{texts.heading}</Heading>
        <Paragraph>{greeting}</Paragraph>
        <Paragraph>{lead}</Paragraph>
        <Paragraph>{deadline}</Paragraph>
        <Button href={links.answerUrl}>{asBefore.button}</Button>
        <Paragraph>{asBefore.choices}</Paragraph>
        <Subheading>{label}</Subheading>
        <Quote text={content.sought.description} language={submitterLanguage} />
        <Paragraph>{afterwards}</Paragraph>
        <Paragraph>{texts.which[step]}</Paragraph>
        <Closing text={common.closing} />
        <Address label={common.addressHint} url={links.answerUrl} />
        <Small>{asBefore.noReply}</Small>
      </Layout>
    ),
    text: plainText([
      heading(texts.heading),
      greeting,
      lead,
      deadline,
      addressed(asBefore.open, links.answerUrl),
      asBefore.choices,
      asBefore.noReplyInText,
      subheading(label),
      quoted(content.sought.description),
      afterwards,
      texts.which[step],
      common.closing,
      rule,
      addressed(common.stop, links.unsubscribeUrl),
      addressed(common.privacy, links.privacyUrl),
      common.tagline.long,
    ]),
  };
}
