import type { MailLinksOf } from '../../contracts/mail-links.ts';
import { labelOfText } from '../../domain/in-language.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import { intentNames } from '../../domain/matching/describe-reason.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';
import {
  Address,
  Button,
  Closing,
  Facts,
  Heading,
  Paragraph,
  Quote,
  Small,
  Subheading,
} from '../components.tsx';
import { type Fact, fact, linkedFact } from '../facts.ts';
import { type FirstMail, firstMail, mailto } from '../first-mail.ts';
import { asSentence, formatLanguages, formatPlace } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, factLines, heading, plainText, quoted, rule, subheading } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { sectorLines } from '../sectors-in-words.ts';
import { commonTexts } from '../texts/common.ts';
import { connectionTexts } from '../texts/connection.ts';

type Content = MailOf<'connection'>;
type Links = MailLinksOf<'connection'>;

/** Gives one side the other's contact data and steps out. */
export function connection(content: Content, links: Links, names: SectorNames): MailParts {
  const draft = firstMail(content);
  const facts = factsOf(content, names);
  return {
    subject: connectionTexts[content.language].subject(content.other.company.name),
    document: <Connection content={content} links={links} facts={facts} draft={draft} />,
    text: textOf(content, links, facts, draft),
  };
}

function factsOf({ language, other }: Content, names: SectorNames): readonly Fact[] {
  const labels = connectionTexts[language].facts;
  const { company, contact } = other;
  const email = contact.email.reveal();
  const website = company.website === undefined ? undefined : plainWebAddress(company.website);
  return [
    ...fact(labels.firm, [company.name]),
    ...fact(labels.place, [formatPlace(company, language)]),
    ...fact(labels.contact, [contact.name]),
    ...linkedFact(labels.email, email, mailto(email)),
    ...(contact.phone === undefined
      ? []
      : linkedFact(labels.phone, contact.phone, `tel:${contact.phone.replace(/[^+0-9]/g, '')}`)),
    ...(website === undefined ? [] : linkedFact(labels.website, website, website)),
    ...fact(labels.sectors, sectorLines(company.sectors ?? [], language, names)),
    ...fact(labels.languages, [formatLanguages(other.languages ?? [], language)]),
  ];
}

/** The address as a browser would go to it, without a name before an `@` that could pass for the host. */
function plainWebAddress(website: string): string {
  const url = new URL(website);
  url.username = '';
  url.password = '';
  return url.href;
}

function purposeOf({ language, intent }: Content): string {
  return `${connectionTexts[language].facts.purpose}: ${asSentence(intentNames[language][intent], language)}`;
}

function descriptionLabel({ language, submitterLanguage }: Content): string {
  return labelOfText(connectionTexts[language].description, submitterLanguage, language);
}

function draftLabel({ language }: Content, draft: FirstMail): string {
  return labelOfText(connectionTexts[language].draft, draft.language, language);
}

interface ConnectionProps {
  content: Content;
  links: Links;
  facts: readonly Fact[];
  draft: FirstMail;
}

function Connection({ content, links, facts, draft }: ConnectionProps) {
  const { language, side, reader, other } = content;
  const texts = connectionTexts[language];
  return (
    <Layout
      language={language}
      title={texts.subject(other.company.name)}
      preheader={texts.heading[side]}
      footer={
        <>
          <Small>{texts.useOfData}</Small>
          <Address label={commonTexts[language].privacy} url={links.privacyUrl} />
        </>
      }
    >
      <Heading>{texts.heading[side]}</Heading>
      <Paragraph>{texts.greeting(reader.contactName)}</Paragraph>
      <Paragraph>{texts.lead[side](other.company.name)}</Paragraph>
      <Facts facts={facts} />
      <Subheading>{texts.about}</Subheading>
      <Paragraph>{purposeOf(content)}</Paragraph>
      <Paragraph>{descriptionLabel(content)}:</Paragraph>
      <Quote text={content.sought.description} language={content.submitterLanguage} />
      <Subheading>{draftLabel(content, draft)}</Subheading>
      <Quote text={draft.text} language={draft.language} />
      <Button href={draft.mailtoUrl}>{texts.button}</Button>
      <Paragraph>{texts.replyHint(other.contact.email.reveal())}</Paragraph>
      <Paragraph>{texts.farewell}</Paragraph>
      <Closing text={commonTexts[language].closing} />
    </Layout>
  );
}

function textOf(content: Content, links: Links, facts: readonly Fact[], draft: FirstMail): string {
  const { language, side, reader, other } = content;
  const texts = connectionTexts[language];
  return plainText([
    heading(texts.heading[side]),
    texts.greeting(reader.contactName),
    texts.lead[side](other.company.name),
    factLines(facts),
    subheading(texts.about),
    purposeOf(content),
    `${descriptionLabel(content)}:`,
    quoted(content.sought.description),
    subheading(draftLabel(content, draft)),
    quoted(draft.text),
    texts.replyHint(other.contact.email.reveal()),
    texts.farewell,
    commonTexts[language].closing,
    rule,
    texts.useOfData,
    addressed(commonTexts[language].privacy, links.privacyUrl),
    commonTexts[language].tagline.long,
  ]);
}
