import type { Fault } from '../../shared/contracts/faults.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import type { Language } from '../../shared/domain/language.ts';
import { clockTexts } from '../clock-texts.ts';
import { BridgeScene } from '../components/bridge.tsx';
import { addressesOf, renderDocument } from '../components/document.tsx';
import {
  CompanySection,
  ConsentSection,
  ContactSection,
  SoughtSection,
} from '../components/form-sections.tsx';
import { type FormState, isFresh, listFaults } from '../components/form-state.ts';
import { consentVersion } from '../texts/consent.ts';
import { formTexts } from '../texts/form.ts';
import { landingTexts } from '../texts/landing.ts';
import { siteTexts } from '../texts/site.ts';

interface FormPageProps {
  readonly language: Language;
  /** What was typed, by the names of the fields; absent: a fresh form. */
  readonly values?: URLSearchParams | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** The clocks that the page names; absent: the default ones. */
  readonly clocks?: Clocks | undefined;
}

/** The business-interest form; with faults it comes back as it was sent, each fault at its question. */
export function renderFormPage({
  language,
  values = new URLSearchParams(),
  faults = [],
  clocks,
}: FormPageProps): string {
  const texts = formTexts[language];
  const form: FormState = { language, values, faults };
  const fresh = isFresh(form);
  return renderDocument({
    language,
    title: fresh
      ? landingTexts[language].heading
      : `${texts.faultsTitle(listFaults(form).length)} – ${texts.title}`,
    description: fresh ? siteTexts[language].about : undefined,
    // A switch of language would lose what was typed.
    addresses: fresh ? addressesOf((other) => `/${other}/`) : undefined,
    width: fresh ? 'landing' : 'reading',
    children: (
      <>
        {fresh && <Introduction language={language} />}
        <div class="form-layout">
          {fresh && <Steps language={language} clocks={clocks} />}
          <InterestForm form={form} />
        </div>
      </>
    ),
  });
}

function Introduction({ language }: { readonly language: Language }) {
  const texts = landingTexts[language];
  return (
    <div class="hero">
      <div class="hero-text">
        <h1>{texts.heading}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a class="button primary" href="#form">
            {texts.toForm}
          </a>
        </p>
      </div>
      <BridgeScene label={texts.scene} />
    </div>
  );
}

function InterestForm({ form }: { readonly form: FormState }) {
  const { language } = form;
  const texts = formTexts[language];
  const Heading = isFresh(form) ? 'h2' : 'h1';
  return (
    <form
      id="form"
      class="interest-form"
      method="post"
      action="/api/interests"
      // A browser stops at the first fault, in its own language; the server names all of them in the reader's.
      noValidate
      aria-labelledby="form-heading"
    >
      <Heading id="form-heading" class="form-heading">
        {texts.heading}
      </Heading>
      <FaultList form={form} />
      <p class="hint">{texts.requiredNote}</p>
      <input type="hidden" name="language" value={language} />
      <CompanySection form={form} />
      <SoughtSection form={form} />
      <ContactSection form={form} />
      <Sight form={form} />
      <ConsentSection form={form} />
      <input type="hidden" name="consent.version" value={consentVersion} />
      <div class="submit-row">
        <button type="submit" class="button primary big">
          {texts.submit}
        </button>
        <p class="hint">{texts.afterSubmit}</p>
      </div>
    </form>
  );
}

function FaultList({ form }: { readonly form: FormState }) {
  const listed = listFaults(form);
  const texts = formTexts[form.language];
  if (listed.length === 0) return null;
  return (
    <div class="faults" role="alert" id="faults">
      <h2>{texts.faultsTitle(listed.length)}</h2>
      <p>{texts.faultsLead}</p>
      <ul>
        {listed.map(({ question, message }) => (
          <li key={`${question} ${message}`}>
            {question === undefined ? (
              message
            ) : (
              <a href={`#${question}`}>
                <strong>{asLabel(texts.questions[question].label)}</strong> {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A question ends with its own sign. */
function asLabel(text: string): string {
  return text.endsWith('?') ? text : `${text}:`;
}

function Steps({ language, clocks }: Pick<FormPageProps, 'language' | 'clocks'>) {
  const texts = landingTexts[language];
  const durations = clockTexts(language, clocks);
  return (
    <section class="steps" aria-labelledby="steps-heading">
      <h2 id="steps-heading">{texts.stepsTitle}</h2>
      <ol>
        {texts.steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{text(durations)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who sees what, where it matters: before consent is given. */
function Sight({ form }: { readonly form: FormState }) {
  const texts = landingTexts[form.language];
  const Heading = isFresh(form) ? 'h3' : 'h2';
  return (
    <section class="sight" aria-labelledby="sight-heading">
      <Heading id="sight-heading" class="section-heading">
        {texts.sightTitle}
      </Heading>
      <dl>
        {texts.sight.map(({ who, what }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
