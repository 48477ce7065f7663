import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../shared/domain/language.ts';
import { BridgeMark } from '../components/bridge.tsx';
import { locales } from '../format.ts';
import { consoleTexts } from '../texts/console.ts';
import { consoleHelpTexts } from '../texts/console-help.ts';
import { sendsTexts } from '../texts/sends.ts';
import { ownNames } from '../texts/site.ts';
import { type Api, createApi } from './api.ts';
import { LeadDetail } from './lead-detail.tsx';
import { LeadList } from './lead-list.tsx';
import { type Account, HelpButton, ViewHeading } from './parts.tsx';
import { firstLanguage, LanguageProvider, rememberLanguage, useLanguage } from './reader.ts';
import { listAddress, type Route, sendsAddress, useRoute } from './route.ts';
import { Sends } from './sends.tsx';
import { openSession, type Session, type Workplace } from './session.ts';

type Opening = 'opening' | 'failed' | Session;

/** The whole console: who reads it in which language, and whether somebody is signed in. */
export function App() {
  const [language, setLanguage] = useState(firstLanguage);
  const [session, setSession] = useState<Opening>('opening');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    setSession('opening');
    openSession().then(setSession, () => setSession('failed'));
  }, [attempt]);

  useEffect(() => {
    document.documentElement.lang = locales[language];
    document.title = `${consoleTexts[language].title} · Puente`;
    rememberLanguage(language);
  }, [language]);

  const signedIn = typeof session === 'object' && session.token() !== undefined;
  return (
    <LanguageProvider value={language}>
      <Header onLanguage={setLanguage} session={signedIn ? session : undefined} />
      <main id="main">
        <Content session={session} onRetry={() => setAttempt(attempt + 1)} />
      </main>
    </LanguageProvider>
  );
}

function Content({ session, onRetry }: { readonly session: Opening; readonly onRetry: () => void }) {
  const texts = consoleTexts[useLanguage()];
  if (session === 'opening') return <p role="status">{texts.loading}</p>;
  if (session === 'failed') {
    return (
      <div class="card highlight" role="alert">
        <p>{texts.failures.offline}</p>
        <button type="button" class="button secondary" onClick={onRetry}>
          {texts.retry}
        </button>
      </div>
    );
  }
  return session.token() === undefined ? <SignIn session={session} /> : <Workspace session={session} />;
}

function Workspace({ session }: { readonly session: Session }) {
  const language = useLanguage();
  const route = useRoute();
  const api = useMemo(() => createApi(session, language), [session, language]);
  const account: Account = {
    signIn: () => void session.signIn(language),
    change: () => void session.signOut(),
  };
  const places = session.workplaces();
  const [first] = places;
  if (first === undefined) return <NoLeads account={account} />;
  const wanted = route.page === 'sends' ? 'sends' : 'leads';
  const place = places.includes(wanted) ? wanted : first;
  const sends = route.page === 'sends' ? route.status : 'unknown';
  return (
    <>
      {places.length > 1 && <Places places={places} current={place} />}
      {place === 'sends' ? (
        <Sends key={sends} api={api} status={sends} account={account} />
      ) : (
        <Leads api={api} account={account} route={route} />
      )}
    </>
  );
}

interface LeadsProps {
  readonly api: Api;
  readonly account: Account;
  readonly route: Route;
}

function Leads({ api, account, route }: LeadsProps) {
  if (route.page === 'lead')
    return <LeadDetail key={route.id} api={api} id={route.id} from={route.from} account={account} />;
  const status = route.page === 'list' ? route.status : 'proposed';
  return <LeadList key={status} api={api} status={status} account={account} />;
}

interface PlacesProps {
  readonly places: readonly Workplace[];
  readonly current: Workplace;
}

/** The way between the parts of the console, for whoever has more than one. */
function Places({ places, current }: PlacesProps) {
  const names = sendsTexts[useLanguage()].places;
  const addresses = { leads: listAddress('proposed'), sends: sendsAddress('unknown') };
  return (
    <nav class="places" aria-label="Puente">
      {places.map((place) => (
        <a key={place} href={addresses[place]} aria-current={place === current ? 'page' : undefined}>
          {names[place]}
        </a>
      ))}
    </nav>
  );
}

/** Somebody whose account is for something else is told so, instead of a list that is never theirs. */
function NoLeads({ account }: { readonly account: Account }) {
  const { otherRole, otherAccount } = consoleHelpTexts[useLanguage()];
  return (
    <div class="card sign-in">
      <ViewHeading>{otherRole.heading}</ViewHeading>
      <p>{otherRole.text}</p>
      <HelpButton onPress={account.change}>{otherAccount}</HelpButton>
    </div>
  );
}

function SignIn({ session }: { readonly session: Session }) {
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  const texts = consoleTexts[language];
  const { signIn } = texts;
  return (
    <div class="card sign-in">
      <h1>{signIn.heading}</h1>
      <p>{signIn.text}</p>
      {failed && (
        <p class="fault" role="alert">
          {texts.failures.offline}
        </p>
      )}
      <button
        type="button"
        class="button primary big"
        onClick={() => session.signIn(language).catch(() => setFailed(true))}
      >
        {signIn.button}
      </button>
    </div>
  );
}

interface HeaderProps {
  readonly onLanguage: (language: Language) => void;
  readonly session: Session | undefined;
}

function Header({ onLanguage, session }: HeaderProps) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href="#/leads">
          <BridgeMark />
          <span class="brand-name">Puente</span>
          <span class="brand-tagline">{texts.title}</span>
        </a>
        <div class="console-tools">
          <label class="visually-hidden" for="language">
            {texts.language}
          </label>
          <select
            id="language"
            value={language}
            onChange={(event) => onLanguage(event.currentTarget.value as Language)}
          >
            {(Object.keys(ownNames) as Language[]).map((own) => (
              <option key={own} value={own} lang={locales[own]}>
                {ownNames[own]}
              </option>
            ))}
          </select>
          {session !== undefined && (
            <button type="button" class="button secondary small" onClick={() => void session.signOut()}>
              {texts.signOut}
            </button>
          )}
        </div>
      </div>
    </header>
  );
}
