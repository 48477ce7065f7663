import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language, languages } from '../../shared/domain/language.ts';
import { locales } from '../format.ts';
import { ownNames, siteTexts } from '../texts/site.ts';
import { BridgeMark } from './bridge.tsx';

interface DocumentProps {
  readonly language: Language;
  /** Without the name of the site. */
  readonly title: string;
  /** Shown by search engines; absent on pages that must not be found. */
  readonly description?: string | undefined;
  /** Where this page is in each language; absent where it has no address of its own. */
  readonly addresses?: Readonly<Record<Language, string>> | undefined;
  /** `landing` has a wider body than the other pages, which are meant for reading. */
  readonly width?: 'landing' | 'reading';
  readonly children: ComponentChildren;
}

/** A complete HTML document around the matter of a page. Nothing in it needs a script, a style attribute or a third party. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>\n${renderToString(<Document {...props} />)}\n`;
}

function Document({ language, title, description, addresses, width = 'reading', children }: DocumentProps) {
  const findable = description !== undefined;
  return (
    <html lang={locales[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Puente`}</title>
        {findable && <meta name="description" content={description} />}
        {!findable && <meta name="robots" content="noindex" />}
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/assets/puente.css" />
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        {findable && addresses && <Alternates addresses={addresses} />}
      </head>
      <body class={width}>
        <a class="skip" href="#main">
          {siteTexts[language].skip}
        </a>
        <Header language={language} addresses={addresses} />
        <main id="main">{children}</main>
        <Footer language={language} />
      </body>
    </html>
  );
}

function Alternates({ addresses }: { readonly addresses: Readonly<Record<Language, string>> }) {
  return (
    <>
      {languages.map((other) => (
        <link key={other} rel="alternate" hreflang={locales[other]} href={addresses[other]} />
      ))}
    </>
  );
}

function Header({ language, addresses }: Pick<DocumentProps, 'language' | 'addresses'>) {
  const texts = siteTexts[language];
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href={`/${language}/`}>
          <BridgeMark />
          <span class="brand-name">Puente</span>
          <span class="brand-tagline">{texts.tagline}</span>
        </a>
        {addresses && (
          <nav class="languages" aria-label={texts.languages}>
            {languages.map((other) => (
              <a
                key={other}
                href={addresses[other]}
                lang={locales[other]}
                hreflang={locales[other]}
                aria-current={other === language ? 'true' : undefined}
              >
                {ownNames[other]}
              </a>
            ))}
          </nav>
        )}
      </div>
    </header>
  );
}

function Footer({ language }: { readonly language: Language }) {
  const texts = siteTexts[language];
  return (
    <footer class="site-footer">
      <div class="site-footer-row">
        <p>{texts.about}</p>
        <ul>
          <li>
            <a href={`/${language}/`}>{texts.form}</a>
          </li>
          <li>
            <a href={`/${language}/privacy`}>{texts.privacy}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** The addresses of one page in every language: `/es/privacy`, `/pl/privacy`, `/en/privacy`. */
export function addressesOf(path: (language: Language) => string): Readonly<Record<Language, string>> {
  return { es: path('es'), pl: path('pl'), en: path('en') };
}
