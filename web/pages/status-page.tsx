import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Language } from '../../shared/domain/language.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { ButtonForm } from '../components/button-form.tsx';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { capitalised, formatMoment, locales } from '../format.ts';
import { leadProgressTexts } from '../texts/lead-progress.ts';
import { statusTexts } from '../texts/status.ts';

interface StatusPageProps {
  readonly language: Language;
  readonly view: InterestView;
  /** The capability that opens this page; goes into its forms and links. */
  readonly key: string;
  /** The reader comes from the confirmation mail: one button is what the page is for. */
  readonly confirming: boolean;
}

/** Where an interest stands, for its submitter; with the button that confirms it and the one that withdraws it. */
export function renderStatusPage(props: StatusPageProps): string {
  const { language, view, key, confirming } = props;
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
        <Leads {...props} />
        <Request {...props} />
        <Withdrawal {...props} />
      </>
    ),
  });
}

function headingOf({ language, view, confirming }: StatusPageProps): string {
  const texts = statusTexts[language];
  if (confirming && view.status === 'submitted') return texts.confirm.heading;
  return texts.heading[fitsNobody(view) ? 'noMatch' : view.status];
}

/** Matching is over and has found no firm. */
function fitsNobody({ status, leads }: InterestView): boolean {
  return status === 'matched' && leads.length === 0;
}

/** How many of the four steps are behind the interest; undefined once it has ended. */
function stepsDone({ status, leads }: InterestView): number | undefined {
  if (status === 'submitted') return 1;
  if (status === 'confirmed') return 2;
  if (status !== 'matched') return undefined;
  return leads.some((lead) => lead.status === 'connected') ? 4 : leads.length > 0 ? 3 : 2;
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

function Standing({ language, view, key, confirming }: StatusPageProps) {
  const texts = statusTexts[language];
  const words = (at: string | undefined) => (at === undefined ? undefined : formatMoment(at, language));
  if (view.status === 'submitted') {
    const until = words(view.clocks.confirmBy);
    return confirming ? (
      <div class="card highlight">
        <p>{texts.confirm.text(until)}</p>
        <ButtonForm
          action={`/api/interests/${view.id}/confirm`}
          fields={{ key, language }}
          button={texts.confirm.button}
          big
        />
        <p class="hint">{texts.confirm.after}</p>
      </div>
    ) : (
      <div class="card highlight">
        <p>{texts.inbox.text(until)}</p>
        <ul>
          {texts.inbox.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </div>
    );
  }
  const text = view.status === 'matched' ? texts.matched(view.leads.length) : texts.text[view.status];
  const ended = stepsDone(view) === undefined || fitsNobody(view);
  return (
    <>
      <p class="lead">{text}</p>
      {ended && (
        <p>
          <a class="button secondary" href={`/${language}/`}>
            {texts.again}
          </a>
        </p>
      )}
    </>
  );
}

function Leads({ language, view }: StatusPageProps) {
  const texts = statusTexts[language];
  if (view.leads.length === 0) return null;
  return (
    <section aria-labelledby="leads">
      <h2 id="leads">{texts.leadsTitle}</h2>
      <ol class="lead-list">
        {view.leads.map((lead, position) => {
          const { label, text } = leadProgressTexts[language][lead.status];
          const until = lead.deadlineAt === undefined ? undefined : formatMoment(lead.deadlineAt, language);
          return (
            <li key={position} class="card">
              <h3>{lead.member?.name ?? texts.leadName(position + 1)}</h3>
              <p>
                <span class={`badge ${toneOf[lead.status]}`}>{label}</span>
              </p>
              <p>{text(until)}</p>
              <p class="hint">
                {texts.changed} <Moment at={lead.updatedAt} language={language} />
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const toneOf: Readonly<Record<InterestView['leads'][number]['status'], 'waiting' | 'good' | 'over'>> = {
  proposed: 'waiting',
  approved: 'waiting',
  introduced: 'waiting',
  accepted: 'good',
  connected: 'good',
  rejected: 'over',
  declined: 'over',
  deferred: 'over',
  expired: 'over',
  undeliverable: 'over',
  withdrawn: 'over',
  erased: 'over',
};

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
  if (stepsDone(view) === undefined) return null;
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
