import type { MailLinksOf } from '../../contracts/mail-links.ts';
import { labelOfText } from '../../domain/in-language.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { describeReason, intentNames } from '../../domain/matching/describe-reason.ts';
import { otherSide } from '../../domain/region.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';
import {
  Address,
  Bullets,
  Button,
  Closing,
  Facts,
  Heading,
  Paragraph,
  Quote,
  Small,
  SmallHeading,
  Subheading,
} from '../components.tsx';
import { type Fact, fact } from '../facts.ts';
import {
  asSentence,
  formatDays,
  formatDuration,
  formatLanguages,
  formatList,
  formatPlace,
} from '../format.ts';
import { Layout } from '../layout.tsx';
import {
  addressed,
  bullets,
  factLines,
  heading,
  plainText,
  quoted,
  rule,
  subheading,
} from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { sectorLines } from '../sectors-in-words.ts';
import { commonTexts } from '../texts/common.ts';
import { type IntroductionTexts, introductionTexts } from '../texts/introduction.ts';
import { type PrivacyNotice, privacyNotices } from '../texts/privacy-notice.ts';

type Content = MailOf<'introduction'>;
type Links = MailLinksOf<'introduction'>;

/** Everything the mail says, in the member's language. */
interface Sayings {
  readonly texts: IntroductionTexts;
  readonly heading: string;
  readonly greeting: string;
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly description: string;
  readonly reasons: readonly string[];
  readonly deadline: string;
  readonly afterAccepting: string;
  readonly notice: PrivacyNotice;
}

/** Shows a member an interest; the submitter's contact data are not even in the content. */
export function introduction(content: Content, links: Links, names: SectorNames): MailParts {
  const sayings = sayingsOf(content, names);
  return {
    subject: sayings.texts.subject(content.submitter.name, content.submitter.country),
    document: <Introduction content={content} links={links} sayings={sayings} />,
    text: textOf(content, links, sayings),
  };
}

function sayingsOf(content: Content, names: SectorNames): Sayings {
  const { language, member, submitter } = content;
  const texts = introductionTexts[language];
  const memberCountry = otherSide(submitter.country);
  return {
    texts,
    heading: texts.heading(content.intent, submitter.country),
    greeting: texts.greeting(member.contactName),
    lead: texts.lead(submitter.name, memberCountry),
    facts: factsOf(content, names),
    description: descriptionLabel(content),
    reasons: content.reasons.map((reason) => describeReason(reason, language, names)),
    deadline: texts.deadline(formatDays(content.answerDays, language)),
    afterAccepting: texts.afterAccepting(formatDuration(content.undoSeconds, language)),
    notice: privacyNotices[memberCountry][language]({
      memberFirm: member.companyName,
      cluster: content.cluster.name,
      submitterFirm: submitter.name,
    }),
  };
}

function factsOf({ language, submitter, intent, sought }: Content, names: SectorNames): readonly Fact[] {
  const labels = introductionTexts[language].facts;
  return [
    ...fact(labels.firm, [submitter.name]),
    ...fact(labels.place, [formatPlace(submitter, language)]),
    ...fact(labels.purpose, [asSentence(intentNames[language][intent], language)]),
    ...fact(labels.sectors, sectorLines(sought.sectors ?? [], language, names)),
    ...fact(labels.certificates, [formatList(sought.certificates ?? [], language)]),
    ...fact(labels.languages, [formatLanguages(sought.languages ?? [], language)]),
  ];
}

/** Names the language of the description where it is not the reader's. */
function descriptionLabel({ language, submitterLanguage }: Content): string {
  return labelOfText(introductionTexts[language].description, submitterLanguage, language);
}

function Introduction({ content, links, sayings }: { content: Content; links: Links; sayings: Sayings }) {
  const { texts } = sayings;
  const common = commonTexts[content.language];
  return (
    <Layout
      language={content.language}
      title={texts.subject(content.submitter.name, content.submitter.country)}
      preheader={sayings.heading}
      footer={<Footer links={links} notice={sayings.notice} language={content.language} />}
    >
      <Heading>{sayings.heading}</Heading>
      <Paragraph>{sayings.greeting}</Paragraph>
      <Paragraph>{sayings.lead}</Paragraph>
      {content.coordinatorMessage !== undefined && (
        <>
          <Subheading>{texts.coordinatorMessage}</Subheading>
          <Quote text={content.coordinatorMessage} />
        </>
      )}
      <Subheading>{sayings.description}</Subheading>
      <Quote text={content.sought.description} language={content.submitterLanguage} />
      <Button href={links.answerUrl}>{texts.button}</Button>
      <Paragraph>{texts.choices}</Paragraph>
      <Paragraph>{sayings.deadline}</Paragraph>
      <Facts facts={sayings.facts} />
      <Subheading>{texts.why(content.member.companyName)}</Subheading>
      <Bullets items={sayings.reasons} />
      <Subheading>{texts.next}</Subheading>
      <Paragraph>{sayings.afterAccepting}</Paragraph>
      <Closing text={common.closing} />
      <Address label={common.addressHint} url={links.answerUrl} />
      <Small>{texts.noReply}</Small>
    </Layout>
  );
}

function Footer({
  links,
  notice,
  language,
}: {
  links: Links;
  notice: PrivacyNotice;
  language: Content['language'];
}) {
  const common = commonTexts[language];
  return (
    <>
      <Address label={common.stop} url={links.unsubscribeUrl} />
      <SmallHeading>{notice.title}</SmallHeading>
      {notice.points.map(({ label, text }) => (
        <Small key={label}>
          <strong>{label}:</strong> {text}
        </Small>
      ))}
      <Address label={common.privacy} url={links.privacyUrl} />
    </>
  );
}

function textOf(content: Content, links: Links, sayings: Sayings): string {
  const { texts, notice } = sayings;
  const { language, coordinatorMessage } = content;
  const common = commonTexts[language];
  return plainText([
    heading(sayings.heading),
    sayings.greeting,
    sayings.lead,
    coordinatorMessage && subheading(texts.coordinatorMessage),
    coordinatorMessage && quoted(coordinatorMessage),
    subheading(sayings.description),
    quoted(content.sought.description),
    addressed(texts.open, links.answerUrl),
    texts.choices,
    texts.noReplyInText,
    sayings.deadline,
    factLines(sayings.facts),
    subheading(texts.why(content.member.companyName)),
    bullets(sayings.reasons),
    subheading(texts.next),
    sayings.afterAccepting,
    common.closing,
    rule,
    addressed(common.stop, links.unsubscribeUrl),
    notice.title,
    ...notice.points.map(({ label, text }) => `${label}: ${text}`),
    addressed(common.privacy, links.privacyUrl),
    common.tagline.long,
  ]);
}
