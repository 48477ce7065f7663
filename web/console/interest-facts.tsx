import { labelOfText } from '../../shared/domain/in-language.ts';
import type { InterestSummary } from '../../shared/domain/lead.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { schemeNames } from '../../shared/domain/sectors/schemes.ts';
import { Facts } from '../components/facts.tsx';
import { capitalised, formatLanguages, formatList, locales } from '../format.ts';
import { consoleTexts } from '../texts/console.ts';
import { countryNames } from '../texts/site.ts';
import { useLanguage } from './reader.ts';

/** What is asked, by whom, as the member would see it. */
export function InterestFacts({ interest }: { readonly interest: InterestSummary }) {
  const language = useLanguage();
  const texts = consoleTexts[language].lead;
  const { company, intent, sought } = interest;
  const country = countryNames[language][company.country];
  return (
    <section class="card" aria-labelledby="interest">
      <h2 id="interest">{texts.interest}</h2>
      <Facts
        facts={[
          [texts.company, company.name],
          [texts.place, company.region === undefined ? country : `${company.region}, ${country}`],
          [texts.intent, capitalised(intentNames[language][intent], language)],
          [
            labelOfText(texts.description, interest.language, language),
            <p key="description" class="own-words" lang={locales[interest.language]}>
              {sought.description}
            </p>,
          ],
          [texts.sectors, codesOf(sought.sectors)],
          [
            texts.certificates,
            sought.certificates?.length ? formatList(sought.certificates, language) : undefined,
          ],
          [
            texts.languages,
            sought.languages?.length ? formatLanguages(sought.languages, language) : undefined,
          ],
        ]}
      />
    </section>
  );
}

function codesOf(sectors: InterestSummary['sought']['sectors']): string | undefined {
  if (sectors === undefined || sectors.length === 0) return undefined;
  return sectors.map(({ scheme, code }) => `${schemeNames[scheme]} ${code}`).join(', ');
}
