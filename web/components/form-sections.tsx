import type { ComponentChildren } from 'preact';
import { intents } from '../../shared/domain/intent.ts';
import type { Language, Texts } from '../../shared/domain/language.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { type Country, countries } from '../../shared/domain/region.ts';
import { type Scheme, schemeNames, schemes } from '../../shared/domain/sectors/schemes.ts';
import { capitalised, formatLanguages } from '../format.ts';
import { consentTexts } from '../texts/consent.ts';
import { formTexts, type QuestionName } from '../texts/form.ts';
import { landingTexts } from '../texts/landing.ts';
import { countryNames } from '../texts/site.ts';
import { Choice, Consent, SectorField, TextArea, TextField } from './fields.tsx';
import { type FormState, isFresh, needsAttention } from './form-state.ts';

interface FormProps {
  readonly form: FormState;
}

/** Languages that firms of either side work in, beside those of Puente. */
const workingLanguages = ['es', 'pl', 'en', 'de', 'pt', 'fr', 'it'];

/** Where most readers of a language are; English readers may be on either side. */
const likelyCountry: Texts<Country | undefined> = { es: 'PE', pl: 'PL', en: undefined };
const likelyScheme: Texts<Scheme> = { es: 'ciiu4', pl: 'pkd2025', en: 'nace21' };

const schemeOptions = schemes.map((scheme) => ({ value: scheme, label: schemeNames[scheme] }));

function Section({
  form,
  name,
  children,
}: FormProps & {
  readonly name: 'company' | 'sought' | 'contact' | 'consent';
  readonly children: ComponentChildren;
}) {
  const { label, hint } = formTexts[form.language].sections[name];
  // The form is the second heading of the landing page, and the first of the page that it comes back on.
  const Heading = isFresh(form) ? 'h3' : 'h2';
  return (
    <section class="form-section" aria-labelledby={`section.${name}`}>
      <Heading id={`section.${name}`} class="section-heading">
        {label}
      </Heading>
      <p class="section-hint">{hint}</p>
      {children}
    </section>
  );
}

interface MoreProps extends FormProps {
  readonly name: 'company' | 'sought';
  readonly questions: readonly QuestionName[];
  readonly children: ComponentChildren;
}

/** Questions that can be left alone, folded away until somebody wants them or has answered one. */
function More({ form, name, questions, children }: MoreProps) {
  return (
    <details class="more" open={questions.some((question) => needsAttention(form, question))}>
      <summary>{formTexts[form.language].more[name]}</summary>
      <div class="more-body">{children}</div>
    </details>
  );
}

export function CompanySection({ form }: FormProps) {
  const { language, values } = form;
  const country = values.get('company.country') ?? likelyCountry[language];
  return (
    <Section form={form} name="company">
      <TextField form={form} name="company.name" maxLength={200} autoComplete="organization" />
      <Choice
        form={form}
        name="company.country"
        type="radio"
        chosen={country === undefined ? [] : [country]}
        options={countries.map((value) => ({ value, label: countryNames[language][value] }))}
      />
      <TextField form={form} name="company.region" maxLength={80} autoComplete="address-level1" />
      <More form={form} name="company" questions={['company.website', 'company.taxId', 'company.sectors']}>
        <TextField form={form} name="company.website" type="address" maxLength={300} autoComplete="url" />
        <TextField form={form} name="company.taxId" maxLength={20} autoComplete="off" />
        <SectorField
          form={form}
          name="company.sectors"
          schemes={schemeOptions}
          chosenScheme={values.get('company.sectors.scheme') ?? likelyScheme[language]}
        />
      </More>
    </Section>
  );
}

export function SoughtSection({ form }: FormProps) {
  const { language, values } = form;
  const texts = formTexts[language];
  return (
    <Section form={form} name="sought">
      <Choice
        form={form}
        name="intent"
        type="radio"
        chosen={values.getAll('intent')}
        options={intents.map((value) => ({
          value,
          label: capitalised(intentNames[language][value], language),
          text: texts.intents[value],
        }))}
      />
      <TextArea form={form} name="sought.description" maxLength={4000} />
      <More form={form} name="sought" questions={['sought.sectors', 'sought.certificates', 'targetRegion']}>
        <SectorField
          form={form}
          name="sought.sectors"
          schemes={schemeOptions}
          chosenScheme={values.get('sought.sectors.scheme') ?? likelyScheme[language]}
        />
        <TextField form={form} name="sought.certificates" maxLength={1000} autoComplete="off" />
        <TextField form={form} name="targetRegion" maxLength={80} autoComplete="off" />
      </More>
    </Section>
  );
}

export function ContactSection({ form }: FormProps) {
  const { language } = form;
  return (
    <Section form={form} name="contact">
      <TextField form={form} name="contact.name" maxLength={120} autoComplete="name" />
      <TextField form={form} name="contact.email" type="email" maxLength={254} autoComplete="email" />
      <TextField form={form} name="contact.phone" type="tel" maxLength={30} autoComplete="tel" />
      <Choice
        form={form}
        name="sought.languages"
        type="checkbox"
        chosen={chosenLanguages(form)}
        options={workingLanguages.map((value) => ({
          value,
          label: capitalised(formatLanguages([value], language), language),
        }))}
      />
    </Section>
  );
}

/** What was ticked; on a fresh form the language it is written in. */
function chosenLanguages({
  language,
  values,
}: {
  language: Language;
  values: URLSearchParams;
}): readonly string[] {
  if (values.size === 0) return [language];
  return values.getAll('sought.languages').flatMap((value) => value.split(',').map((code) => code.trim()));
}

export function ConsentSection({ form }: FormProps) {
  const texts = consentTexts[form.language];
  return (
    <Section form={form} name="consent">
      <Consent form={form} name="consent.contactByEmail" text={texts.contactByEmail} />
      <Consent form={form} name="consent.shareOnAcceptance" text={texts.shareOnAcceptance} />
      <p class="more-link">
        {/* Apart, because what was typed would be lost. */}
        <a href={`/${form.language}/privacy`} target="_blank" rel="noopener">
          {landingTexts[form.language].sightMore} ({formTexts[form.language].newTab})
        </a>
      </p>
    </Section>
  );
}
