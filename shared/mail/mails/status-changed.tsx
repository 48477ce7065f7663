import type { MailLinksOf } from '../../contracts/mail-links.ts';
import type { MailOf } from '../../domain/mail-content.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';
import { Address, Button, Closing, Facts, Heading, Paragraph } from '../components.tsx';
import { fact } from '../facts.ts';
import { asSentence } from '../format.ts';
import { Layout } from '../layout.tsx';
import { addressed, factLines, heading, plainText, rule } from '../plain-text.ts';
import type { MailParts } from '../rendered-mail.ts';
import { sectorLines } from '../sectors-in-words.ts';
import { commonTexts } from '../texts/common.ts';
import { type News, statusChangedTexts } from '../texts/status-changed.ts';

type Content = MailOf<'status-changed'>;

/** Tells a submitter what became of its interest; a firm that answered is known by its sectors only. */
export function statusChanged(
  content: Content,
  links: MailLinksOf<'status-changed'>,
  names: SectorNames,
): MailParts {
  const { language, change } = content;
  const texts = statusChangedTexts[language];
  const common = commonTexts[language];
  const news = newsOf(content);
  const sectors = 'sectors' in change ? change.sectors : [];
  const facts = fact(texts.sectors, sectorLines(sectors, language, names));
  return {
    subject: news.title,
    document: (
      <Layout
        language={language}
        title={news.title}
        preheader={asSentence(news.paragraphs[0] ?? '', language)}
      >
        <Heading>{news.title}</Heading>
        <Paragraph>{common.greeting}</Paragraph>
        {news.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        {facts.length > 0 && <Facts facts={facts} />}
        <Button href={links.statusUrl}>{texts.button}</Button>
        {news.again && <Address label={texts.again} url={links.formUrl} />}
        <Closing text={common.closing} />
        <Address label={common.addressHint} url={links.statusUrl} />
      </Layout>
    ),
    text: plainText([
      heading(news.title),
      common.greeting,
      ...news.paragraphs,
      factLines(facts),
      addressed(texts.open, links.statusUrl),
      news.again && addressed(texts.again, links.formUrl),
      common.closing,
      rule,
      common.tagline.long,
    ]),
  };
}

function newsOf({ language, change }: Content): News {
  const texts = statusChangedTexts[language];
  if (change.to === 'matched') return texts.matched(change.leadCount);
  if (change.to === 'nothingLeft') return texts.nothingLeft(change.leadCount);
  if (change.to === 'expired') return texts.expired[change.what];
  return texts[change.to];
}
