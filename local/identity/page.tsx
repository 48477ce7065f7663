import { render } from 'preact-render-to-string';
import type { Person } from './people.ts';

const languages = ['es', 'pl', 'en'] as const;
type Language = (typeof languages)[number];

const texts: Readonly<
  Record<Language, { readonly title: string; readonly note: string; readonly nobody: string }>
> = {
  es: {
    title: '¿Quién ingresa a Puente?',
    note: 'Inicio de sesión de prueba en este equipo. Elija una persona; no hace falta contraseña.',
    nobody: 'No hay personas de prueba. Use el comando «npm run token».',
  },
  pl: {
    title: 'Kto loguje się do Puente?',
    note: 'Logowanie testowe na tym komputerze. Prosimy wybrać osobę; hasło nie jest potrzebne.',
    nobody: 'Brak osób testowych. Prosimy użyć polecenia „npm run token”.',
  },
  en: {
    title: 'Who is signing in to Puente?',
    note: 'Test sign-in on this machine. Choose a person; no password is needed.',
    nobody: 'There are no test people. Use the command “npm run token”.',
  },
};

const roleNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: { coordinator: 'coordinación', admin: 'administración', office: 'oficina regional' },
  pl: { coordinator: 'koordynacja', admin: 'administracja', office: 'biuro regionu' },
  en: { coordinator: 'coordinator', admin: 'administrator', office: 'region office' },
};

/** The colours are those of Puente (`web/styles/tokens.css`); a provider shares no files with the app it serves. */
const style = `
  :root { color-scheme: light dark; --ground: #faf6ef; --surface: #fffefb; --ink: #2b211c; --soft: #62554b;
    --line: #8d7c6c; --brand: #9a1b30; --wash: #fbebe9; --focus: #1d4ed8; }
  @media (prefers-color-scheme: dark) { :root { --ground: #1a1513; --surface: #251e1b; --ink: #f5ede4; --soft: #c9bbae;
    --line: #9b8a7b; --brand: #f4a3a3; --wash: #3b2021; --focus: #9ec1ff; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 34rem; background: var(--ground); color: var(--ink);
    font: 1.0625rem/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 .5rem; color: var(--brand); font: 600 1.6rem/1.2 ui-serif, Georgia, serif; text-wrap: balance; }
  p { margin: 0 0 1.5rem; color: var(--soft); }
  ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; }
  button { font: inherit; text-align: start; width: 100%; padding: .75rem 1rem; border: 1px solid var(--line);
    border-radius: .5rem; background: var(--surface); color: inherit; cursor: pointer; }
  button:hover { border-color: var(--brand); background: var(--wash); }
  button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  strong, span { display: block; overflow-wrap: anywhere; }
  span { font-size: .9375rem; color: var(--soft); }
`;

/** The page's language: asked for by the app (`lang`, `ui_locales`), else by the browser, else English. */
export function chooseLanguage(query: URLSearchParams, acceptLanguage: string | undefined): Language {
  const wanted = [
    query.get('lang'),
    ...(query.get('ui_locales') ?? '').split(' '),
    ...(acceptLanguage ?? '').split(','),
  ];
  const found = wanted
    .map((tag) => tag?.trim().slice(0, 2).toLowerCase())
    .find((tag): tag is Language => (languages as readonly (string | undefined)[]).includes(tag));
  return found ?? 'en';
}

/**
 * The page on which somebody chooses who they are.
 * @param query parameters of the authorization request, all sent on with the choice
 */
export function peoplePage(people: readonly Person[], query: URLSearchParams, language: Language): string {
  const { title, note, nobody } = texts[language];
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{people.length > 0 ? note : nobody}</p>
          <form method="get" action="authorize">
            {[...query].map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <ul>
              {people.map((person) => (
                <li key={person.email}>
                  <button type="submit" name="person" value={person.email}>
                    <strong>{person.name}</strong>
                    <span>{person.email}</span>
                    <span>{describeGroups(person.groups, language)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </form>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

const describeGroups = (groups: readonly string[], language: Language): string =>
  groups.map((group) => roleNames[language][group] ?? group.replace(/^cluster:/, '')).join(' · ');
