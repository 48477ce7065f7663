import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { ButtonForm } from '../components/button-form.tsx';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { Facts } from '../components/facts.tsx';
import { newsOf } from '../components/lead-news.ts';
import { Moment } from '../components/moment.tsx';
import { StatusLeads } from '../components/status-leads.tsx';
import { capitalised, formatList, formatMoment, locales } from '../format.ts';
import { statusTexts } from '../texts/status.ts';
import { statusNewsTexts } from '../texts/status-news.ts';

interface StatusPageProps {
  readonly language: Language;
  readonly view: InterestView;
  /** The capability that opens this page; goes into its forms and links. */
  readonly key: string;
  /** The reader comes from the confirmation mail: one button is what the page is for. */
  readonly confirming: boolean;
  /** The year in which the page is read goes without saying. */
  readonly now: Instant;
}

/** Where an interest stands, for its submitter; with the button that confirms it and the one that withdraws it. */
export function renderStatusPage(props: StatusPageProps): string {
  const { language, view, key, confirming, now } = props;
  const texts = statusTexts[language];
  const query = `key=${encodeURIComponent(key)}${confirming ? '&confirm=1' : ''}`;
  return renderDocument({
    language,
    title: headingOf(props),
    addresses: addressesOf((other) => `/${other}/interests/${view.id}?${query}`),
    children: (
      <>
        <p class="eyebrow">{texts.title}</p>
        <h1>{headingOf(props)}</h1>
        <Progress {...props} />
        <Standing {...props} />
        <StatusLeads
          language={language}
          leads={view.leads}
          requestWithdrawn={view.status === 'withdrawn'}
          now={now}
        />
        <Request {...props} />
        <Withdrawal {...props} />
      </>
    ),
  });
}

function headingOf({ language, view, confirming }: StatusPageProps): string {
  const [texts, newsTexts] = [statusTexts[language], statusNewsTexts[language]];
  if (confirming && view.status === 'submitted') return texts.confirm.heading;
  switch (newsOf(view)) {
    case 'connected':
      return newsTexts.connected.heading(connectedFirms(view, language));
    case 'accepted':
      return newsTexts.accepted.heading(view.leads.filter(({ status }) => status === 'accepted').length);
    case 'over':
      return newsTexts.over.heading;
    case 'none':
      return texts.heading.noMatch;
    default:
      return texts.heading[view.status];
  }
}

function connectedFirms({ leads }: InterestView, language: Language): string {
  return formatList(
    leads.flatMap(({ member }) => member?.name ?? []),
    language,
  );
}

/** How many of the four steps are behind the interest; undefined where none of them will follow. */
function stepsDone(view: InterestView): number | undefined {
  if (view.status === 'submitted') return 1;
  if (view.status === 'confirmed') return 2;
  if (view.status !== 'matched') return undefined;
  const news = newsOf(view);
  if (news === 'over' || news === 'none') return undefined;
  return news === 'connected' ? 4 : 3;
}

function Progress({ language, view }: StatusPageProps) {
  const texts = statusTexts[language];
  const done = stepsDone(view);
  if (done === undefined) return null;
  return (
    <ol class="progress" aria-label={texts.stepsLabel}>
      {texts.steps.map((step, position) => (
        <li
          key={step}
          class={position < done ? 'done' : ''}
          aria-current={position === done - 1 ? 'step' : undefined}
        >
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

function Standing(props: StatusPageProps) {
  const { view, confirming } = props;
  if (view.status !== 'submitted') return <News {...props} />;
  return confirming ? <Confirmation {...props} /> : <Inbox {...props} />;
}

function untilWhen(at: Instant | undefined, language: Language): string | undefined {
  return at === undefined ? undefined : formatMoment(at, language);
}

function Confirmation({ language, view, key }: StatusPageProps) {
  const { confirm } = statusTexts[language];
  return (
    <div class="card highlight">
      <p>{confirm.text(untilWhen(view.clocks.confirmBy, language))}</p>
      <ButtonForm
        action={`/api/interests/${view.id}/confirm`}
        fields={{ key, language }}
        button={confirm.button}
        big
      />
      <p class="hint">{confirm.after}</p>
    </div>
  );
}

function Inbox({ language, view }: StatusPageProps) {
  const { inbox } = statusTexts[language];
  return (
    <div class="card highlight">
      <p>{inbox.text(untilWhen(view.clocks.confirmBy, language))}</p>
      {view.sentTo !== undefined && (
        <p>
          {statusNewsTexts[language].sentTo} <strong class="own-words">{view.sentTo}</strong>
        </p>
      )}
      <ul>
        {inbox.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </div>
  );
}

/** Where the request stands, in a sentence or two, and a new one where this one leads no further. */
function News(props: StatusPageProps) {
  const { language, view } = props;
  const [lead, ...others] = newsTextsOf(props);
  return (
    <>
      <p class="lead">{lead}</p>
      {others.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {stepsDone(view) === undefined && (
        <p>
          <a class={`button ${view.status === 'matched' ? 'primary' : 'secondary'}`} href={`/${language}/`}>
            {statusTexts[language].again}
          </a>
        </p>
      )}
    </>
  );
}

function newsTextsOf({ language, view }: StatusPageProps): readonly string[] {
  const [texts, newsTexts] = [statusTexts[language], statusNewsTexts[language]];
  if (view.status === 'submitted') return [];
  const standing = view.status === 'matched' ? texts.matched(view.leads.length) : texts.text[view.status];
  switch (newsOf(view)) {
    case 'connected':
      return [newsTexts.connected.text, standing];
    case 'accepted':
      return [newsTexts.accepted.text(untilWhen(firstDisclosure(view), language)), standing];
    case 'over':
      return [newsTexts.over.text];
    default:
      return [standing];
  }
}

function firstDisclosure({ leads }: InterestView): Instant | undefined {
  return leads.flatMap((lead) => (lead.status === 'accepted' ? (lead.deadlineAt ?? []) : [])).toSorted()[0];
}

function Request({ language, view }: StatusPageProps) {
  const texts = statusTexts[language];
  if (view.request === undefined) return null;
  const { companyName, intent, description, language: written } = view.request;
  return (
    <section aria-labelledby="request">
      <h2 id="request">{texts.requestTitle}</h2>
      <Facts
        facts={[
          [texts.request.company, companyName],
          [texts.request.intent, capitalised(intentNames[language][intent], language)],
          [
            texts.request.description,
            <p key="description" class="own-words" lang={locales[written]}>
              {description}
            </p>,
          ],
          [texts.request.sent, <Moment key="sent" at={view.createdAt} language={language} />],
        ]}
      />
      <p class="hint">{texts.keep}</p>
    </section>
  );
}

function Withdrawal({ language, view, key }: StatusPageProps) {
  const { summary, text, button } = statusTexts[language].withdraw;
  if (!['submitted', 'confirmed', 'matched'].includes(view.status)) return null;
  return (
    <details class="more">
      <summary>{summary}</summary>
      <div class="more-body">
        <p>{text}</p>
        <ButtonForm
          action={`/api/interests/${view.id}/withdraw`}
          fields={{ key, language }}
          button={button}
          kind="danger"
        />
      </div>
    </details>
  );
}
