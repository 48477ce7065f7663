import type { Language } from '../../shared/domain/language.ts';
import { ButtonForm } from '../components/button-form.tsx';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { unsubscribeTexts } from '../texts/unsubscribe.ts';

interface UnsubscribePageProps {
  readonly language: Language;
  /** The capability that opens this page; goes into the address of its form. */
  readonly token: string;
  /** The address is suppressed already. */
  readonly done: boolean;
}

/** Stops all mail with one press; afterwards says that it is so. */
export function renderUnsubscribePage({ language, token, done }: UnsubscribePageProps): string {
  const texts = unsubscribeTexts[language];
  const path = encodeURIComponent(token);
  return renderDocument({
    language,
    title: done ? texts.done.heading : texts.ask.heading,
    addresses: addressesOf((other) => `/${other}/unsubscribe/${path}`),
    children: done ? (
      <>
        <p class="eyebrow">{texts.title}</p>
        <h1>{texts.done.heading}</h1>
        <p class="lead">{texts.done.text}</p>
        <p>{texts.done.next}</p>
      </>
    ) : (
      <>
        <p class="eyebrow">{texts.title}</p>
        <h1>{texts.ask.heading}</h1>
        <div class="card highlight">
          <p>{texts.ask.text}</p>
          <ButtonForm
            action={`/api/unsubscribe/${path}`}
            fields={{ language }}
            button={texts.ask.button}
            big
          />
        </div>
        <p class="hint">{texts.ask.or}</p>
      </>
    ),
  });
}
