import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import type { Evidence } from '../../shared/domain/duplicates/evidence.ts';
import type { Language } from '../../shared/domain/language.ts';
import { formatDay, formatList } from '../format.ts';
import { duplicatesTexts } from '../texts/duplicates.ts';
import { formatPercent, useLanguage } from './reader.ts';

/** That a company asked before, in the list: a word, since a colour alone tells nobody. */
export function SameCompanyMarks({ lead }: { readonly lead: LeadView }) {
  const texts = duplicatesTexts[useLanguage()];
  return (
    <>
      {lead.duplicates !== undefined && <span class="badge over">{texts.mark}</span>}
      {lead.heldBack !== undefined && <span class="badge waiting">{texts.heldBackMark}</span>}
    </>
  );
}

/** Why an introduction waits, and which earlier requests may be from the same company, with what speaks for it. */
export function SameCompany({ lead }: { readonly lead: LeadView }) {
  const language = useLanguage();
  const texts = duplicatesTexts[language];
  const { duplicates = [], heldBack, member } = lead;
  return (
    <>
      {heldBack !== undefined && (
        <p class="card highlight">
          {texts.heldBack(
            member.name,
            formatDay(heldBack.introducedAt, language),
            formatDay(heldBack.until, language),
          )}
        </p>
      )}
      {duplicates.length > 0 && (
        <section class="card" aria-labelledby="duplicates">
          <h2 id="duplicates">{texts.heading}</h2>
          <p class="hint">{texts.explanation}</p>
          <ul>
            {duplicates.map(({ interestId, companyName, submittedAt, evidence }) => (
              <li key={interestId}>
                {texts.duplicate(companyName, formatDay(submittedAt, language))}:{' '}
                {formatList(
                  evidence.map((each) => evidenceInWords(each, language)),
                  language,
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function evidenceInWords({ by, likeness = 1 }: Evidence, language: Language): string {
  const { evidence, similarName } = duplicatesTexts[language];
  return by === 'name' && likeness < 1 ? similarName(formatPercent(likeness, language)) : evidence[by];
}
