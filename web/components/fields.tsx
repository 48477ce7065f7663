import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import { formTexts, type QuestionName } from '../texts/form.ts';
import { describedBy, type FormState, messagesAt, requiredQuestions } from './form-state.ts';

interface FieldProps {
  readonly form: FormState;
  readonly name: QuestionName;
}

interface Option {
  readonly value: string;
  readonly label: string;
  /** A few words that explain the option. */
  readonly text?: string;
}

function Optional({ form, name }: FieldProps) {
  if (requiredQuestions.has(name)) return null;
  return <span class="optional"> ({formTexts[form.language].optional})</span>;
}

/** The line that explains a question, and what is wrong with its answer. */
function Notes({ form, name }: FieldProps) {
  const { hint } = formTexts[form.language].questions[name];
  const messages = messagesAt(form, name);
  return (
    <>
      {hint !== '' && (
        <p class="hint" id={`${name}.hint`}>
          {hint}
        </p>
      )}
      {messages.length > 0 && (
        <p class="fault" id={`${name}.fault`}>
          {messages.join(' ')}
        </p>
      )}
    </>
  );
}

function Field({ form, name, children }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name}>
        {formTexts[form.language].questions[name].label}
        <Optional form={form} name={name} />
      </label>
      <Notes form={form} name={name} />
      {children}
    </div>
  );
}

/** `address`: of a web page, which people write without `https://`, so that the browser must not insist on it. */
type InputType = 'text' | 'email' | 'tel' | 'address';
type InputAttributes = Omit<InputHTMLAttributes, 'type' | 'role' | 'list'>;

/** The types of Preact want the type of an input written where the input is. */
const inputs: Readonly<Record<InputType, (attributes: InputAttributes) => VNode>> = {
  text: (attributes) => <input type="text" {...attributes} />,
  email: (attributes) => <input type="email" {...attributes} />,
  tel: (attributes) => <input type="tel" {...attributes} />,
  address: (attributes) => <input type="text" inputMode="url" {...attributes} />,
};

interface TextFieldProps extends FieldProps {
  readonly type?: InputType;
  /** In characters. */
  readonly maxLength: number;
  /** What the browser may fill in (HTML, autofill field name), or `off`. */
  readonly autoComplete: string;
}

/** A question answered in one line. */
export function TextField({ form, name, type = 'text', maxLength, autoComplete }: TextFieldProps) {
  return (
    <Field form={form} name={name}>
      {inputs[type]({
        id: name,
        name,
        value: form.values.get(name) ?? '',
        maxLength,
        autoComplete,
        required: requiredQuestions.has(name),
        ...describedBy(form, name),
      })}
    </Field>
  );
}

/** A question answered in several lines. */
export function TextArea({ form, name, maxLength }: FieldProps & { readonly maxLength: number }) {
  return (
    <Field form={form} name={name}>
      <textarea
        id={name}
        name={name}
        rows={7}
        maxLength={maxLength}
        required={requiredQuestions.has(name)}
        {...describedBy(form, name)}
        value={form.values.get(name) ?? ''}
      />
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  /** `radio`: exactly one; `checkbox`: any number. */
  readonly type: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
}

/** A question answered by choosing. */
export function Choice({ form, name, options, type, chosen }: ChoiceProps) {
  const { 'aria-describedby': describing, 'aria-invalid': invalid } = describedBy(form, name);
  return (
    <fieldset class="field" aria-describedby={describing}>
      <legend>
        {formTexts[form.language].questions[name].label}
        <Optional form={form} name={name} />
      </legend>
      <Notes form={form} name={name} />
      <div class={options.some(({ text }) => text !== undefined) ? 'options wide' : 'options'}>
        {options.map(({ value, label, text }, position) => (
          <label key={value} class="option">
            <input
              type={type}
              // The list of faults links to the first option.
              id={position === 0 ? name : undefined}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              required={type === 'radio' && requiredQuestions.has(name)}
              aria-invalid={invalid}
            />
            <span>
              <span class="option-label">{label}</span>
              {text !== undefined && <span class="option-text">{text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ConsentProps extends FieldProps {
  /** What is agreed to, in full. */
  readonly text: string;
}

/** A consent: never given beforehand, so the box is ticked only when its reader ticked it. */
export function Consent({ form, name, text }: ConsentProps) {
  return (
    <div class="field consent">
      <Notes form={form} name={name} />
      <label class="option">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="true"
          checked={form.values.has(name)}
          required
          {...describedBy(form, name)}
        />
        <span>
          <span class="option-label">{formTexts[form.language].questions[name].label}</span>
          <span class="option-text">{text}</span>
        </span>
      </label>
    </div>
  );
}

interface SectorFieldProps extends FieldProps {
  readonly name: 'company.sectors' | 'sought.sectors';
  readonly schemes: readonly Option[];
  readonly chosenScheme: string;
}

/** Sectors: a classification and codes of it. */
export function SectorField({ form, name, schemes, chosenScheme }: SectorFieldProps) {
  const texts = formTexts[form.language];
  const described = describedBy(form, name);
  return (
    <fieldset class="field">
      <legend>
        {texts.questions[name].label}
        <Optional form={form} name={name} />
      </legend>
      <Notes form={form} name={name} />
      <div class="pair">
        <div>
          <label for={`${name}.scheme`} class="minor">
            {texts.scheme}
          </label>
          <select id={`${name}.scheme`} name={`${name}.scheme`}>
            {schemes.map(({ value, label }) => (
              <option key={value} value={value} selected={value === chosenScheme}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for={name} class="minor">
            {texts.codes}
          </label>
          <input
            type="text"
            id={name}
            name={`${name}.code`}
            value={form.values.get(`${name}.code`) ?? ''}
            maxLength={200}
            autoComplete="off"
            {...described}
          />
        </div>
      </div>
    </fieldset>
  );
}
