import type { IntroductionNotice, IntroductionView } from '../../shared/contracts/http/introduction-view.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import { labelOfText } from '../../shared/domain/in-language.ts';
import type { Language } from '../../shared/domain/language.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { clockTexts } from '../clock-texts.ts';
import { AnswerForms } from '../components/answer-forms.tsx';
import { ButtonForm } from '../components/button-form.tsx';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { SectorList } from '../components/sectors.tsx';
import { capitalised, formatLanguages, formatList, formatMoment, locales } from '../format.ts';
import { answerTexts } from '../texts/answer.ts';
import { answerAsideTexts } from '../texts/answer-asides.ts';
import { countryNames } from '../texts/site.ts';

interface AnswerPageProps {
  readonly language: Language;
  readonly view: IntroductionView;
  /** The capability that opens this page; goes into the addresses of its forms. */
  readonly token: string;
  /** The capability that opens the page that stops all mail. */
  readonly stopToken: string;
  readonly names: SectorNames;
  /** The clocks that the page names; absent: the default ones. */
  readonly clocks?: Clocks | undefined;
  /** What a button just did. */
  readonly notice?: IntroductionNotice | undefined;
}

/** An introduction as its recipient sees it: who asks for what and why; then the answer, or what became of it. */
export function renderAnswerPage(props: AnswerPageProps): string {
  const { language, view, token, clocks } = props;
  const texts = answerTexts[language];
  return renderDocument({
    language,
    title: headingOf(props),
    addresses: addressesOf((other) => `/${other}/introductions/${encodeURIComponent(token)}`),
    children: (
      <>
        <Notice {...props} />
        <p class="eyebrow">
          {texts.title} · {view.member.name}
        </p>
        <h1>{headingOf(props)}</h1>
        {view.state === 'open' ? (
          <>
            <p class="lead">
              {view.answerBy !== undefined && (
                <>
                  {texts.answerBy} <Moment at={view.answerBy} language={language} />.{' '}
                </>
              )}
              <a href="#answers">{texts.toAnswers}</a>
            </p>
            <Matter {...props} />
            <AnswerForms
              language={language}
              company={view.interest.company}
              token={token}
              undo={clockTexts(language, clocks).undo}
            />
          </>
        ) : (
          <Outcome {...props} state={view.state} />
        )}
        <StopLink {...props} />
      </>
    ),
  });
}

function headingOf({ language, view }: AnswerPageProps): string {
  const texts = answerTexts[language];
  if (view.state !== 'open') return texts.states[view.state].heading;
  const { name, country } = view.interest.company;
  return texts.heading(name, countryNames[language][country]);
}

/** In which states a notice can be true: an address can be written by anybody, and read again a year later. */
const noticeStates: Readonly<Record<IntroductionNotice, readonly IntroductionView['state'][]>> = {
  undone: ['open'],
  undoTooLate: ['accepted', 'connected'],
  unchanged: ['accepted', 'connected', 'declined', 'deferred', 'closed'],
};

function Notice({ language, view, notice }: AnswerPageProps) {
  if (notice === undefined || !noticeStates[notice].includes(view.state)) return null;
  return (
    <p class="notice" role="status">
      {answerAsideTexts[language].notices[notice]}
    </p>
  );
}

function StopLink({ language, stopToken }: AnswerPageProps) {
  const { question, link } = answerAsideTexts[language].stop;
  return (
    <p class="stop-link">
      {question} <a href={`/${language}/unsubscribe/${encodeURIComponent(stopToken)}`}>{link}</a>
    </p>
  );
}

function Outcome(props: AnswerPageProps & { state: Exclude<IntroductionView['state'], 'open'> }) {
  const { language, view, token, notice, state } = props;
  const texts = answerTexts[language];
  const { text, next } = texts.states[state];
  return (
    <>
      <div class="card highlight">
        <p>{text}</p>
        {view.undoUntil !== undefined && notice !== 'undoTooLate' && (
          <>
            <p>
              <strong>{texts.undo.until(formatMoment(view.undoUntil, language))}</strong>
            </p>
            <ButtonForm
              action={`/api/introductions/${encodeURIComponent(token)}/undo`}
              fields={{ language }}
              button={texts.undo.button}
              kind="secondary"
            />
          </>
        )}
        <p>{next}</p>
      </div>
      <details class="more">
        <summary>{texts.summary}</summary>
        <div class="more-body">
          <Matter {...props} />
        </div>
      </details>
    </>
  );
}

/** What is asked, by whom, and why it was proposed to this firm. */
function Matter({ language, view, names }: AnswerPageProps) {
  const texts = answerTexts[language];
  const { company, intent, sought, language: written } = view.interest;
  const country = countryNames[language][company.country];
  const given = <T,>(items: readonly T[] | undefined) =>
    items !== undefined && items.length > 0 ? items : undefined;
  const [activity, sectors] = [given(company.sectors), given(sought.sectors)];
  const [certificates, spoken] = [given(sought.certificates), given(sought.languages)];
  return (
    <>
      <Facts
        facts={[
          [texts.facts.company, company.name],
          [texts.facts.place, company.region === undefined ? country : `${company.region}, ${country}`],
          [
            texts.facts.activity,
            activity && <SectorList sectors={activity} names={names} language={language} />,
          ],
          [texts.facts.intent, capitalised(intentNames[language][intent], language)],
          [
            texts.facts.sectors,
            sectors && <SectorList sectors={sectors} names={names} language={language} />,
          ],
          [texts.facts.certificates, certificates && formatList(certificates, language)],
          [texts.facts.languages, spoken && formatLanguages(spoken, language)],
        ]}
      />
      <figure class="quote">
        <figcaption>{labelOfText(texts.description, written, language)}</figcaption>
        <blockquote class="own-words" lang={locales[written]}>
          {sought.description}
        </blockquote>
      </figure>
      <section class="reasons" aria-labelledby="reasons">
        <h2 id="reasons">{texts.reasonsTitle(view.member.name)}</h2>
        <ul>
          {view.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <p class="hint">{texts.reasonsNote}</p>
      </section>
    </>
  );
}
