import type { Clocks } from '../../shared/domain/clocks.ts';
import type { Language } from '../../shared/domain/language.ts';
import { clockTexts } from '../clock-texts.ts';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { consentVersion } from '../texts/consent.ts';
import { privacySections, privacyTexts } from '../texts/privacy.ts';

interface PrivacyPageProps {
  readonly language: Language;
  /** The clocks that the page names; absent: the default ones. */
  readonly clocks?: Clocks | undefined;
}

/** The privacy notice (GDPR art. 13 and 14; Peru, Ley 29733). */
export function renderPrivacyPage({ language, clocks }: PrivacyPageProps): string {
  const texts = privacyTexts[language];
  const durations = clockTexts(language, clocks);
  return renderDocument({
    language,
    title: texts.title,
    description: texts.lead,
    addresses: addressesOf((other) => `/${other}/privacy`),
    children: (
      <div class="prose">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <nav class="contents" aria-label={texts.contents}>
          <ul>
            {privacySections.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{texts.sections[name].title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {privacySections.map((name) => (
          <section key={name} aria-labelledby={name}>
            <h2 id={name}>{texts.sections[name].title}</h2>
            {texts.sections[name].body(durations).map(renderBlock)}
          </section>
        ))}
        <p class="hint">
          {texts.version} {consentVersion}
        </p>
      </div>
    ),
  });
}

function renderBlock(block: string | readonly string[]) {
  if (typeof block === 'string') return <p key={block}>{block}</p>;
  return (
    <ul key={block[0]}>
      {block.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
