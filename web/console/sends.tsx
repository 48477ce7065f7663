import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../shared/contracts/http/mail-view.ts';
import type { SendingView } from '../../shared/contracts/http/sending-view.ts';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { sendsTexts } from '../texts/sends.ts';
import type { Api, Result } from './api.ts';
import { type Account, FailureNote, Notice, ViewHeading } from './parts.tsx';
import { useLanguage } from './reader.ts';
import { type SendStatus, sendsAddress } from './route.ts';
import { SendCard } from './send-card.tsx';
import { SendingCard } from './sending-card.tsx';

interface SendsProps {
  readonly api: Api;
  readonly status: SendStatus;
  readonly account: Account;
}

/** The mails that only a person can move on, and sending as a whole: for administrators. */
export function Sends({ api, status, account }: SendsProps) {
  const language = useLanguage();
  const texts = sendsTexts[language];
  const { loaded, failure, busy, load } = useSends(api, status);
  const [notice, setNotice] = useState({ text: '', count: 0 });
  const moved = (text: string) => {
    setNotice(({ count }) => ({ text, count: count + 1 }));
    void load(undefined);
  };
  return (
    <>
      <div class="list-head">
        <ViewHeading>{texts.heading[status]}</ViewHeading>
        <SendFilter status={status} />
      </div>
      {notice.text !== '' && <Notice key={notice.count} text={notice.text} />}
      {loaded !== undefined && (
        <SendingCard sending={loaded.sending} api={api} onMoved={moved} onSignIn={account.signIn} />
      )}
      <p>{texts.about[status]}</p>
      {loaded !== undefined && loaded.items.length > 0 && (
        <ul class="lead-list">
          {loaded.items.map((mail) => (
            <SendCard
              key={`${mail.id} ${mail.revision}`}
              mail={mail}
              api={api}
              onMoved={moved}
              onSignIn={account.signIn}
            />
          ))}
        </ul>
      )}
      {failure !== undefined && (
        <FailureNote
          failure={failure}
          onRetry={() => load(loaded?.cursor)}
          account={account}
          list="proposed"
          forbidden={texts.forbidden}
        />
      )}
      <p role="status">
        {busy ? consoleTexts[language].loading : loaded?.items.length === 0 ? texts.empty[status] : ''}
      </p>
      {loaded?.cursor !== undefined && failure === undefined && (
        <button type="button" class="button secondary" disabled={busy} onClick={() => load(loaded.cursor)}>
          {consoleTexts[language].list.more}
        </button>
      )}
    </>
  );
}

interface Loaded {
  readonly sending: SendingView;
  readonly items: readonly MailView[];
  readonly cursor: string | undefined;
}

/** Pages of mails, one after the other, and the breaker beside each. */
function useSends(api: Api, status: SendStatus) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(true);
  const load = useCallback(
    async (cursor: string | undefined, current: () => boolean = () => true) => {
      setBusy(true);
      setFailure(undefined);
      const [mails, sending] = await Promise.all([api.mails(status, cursor), api.sending()]);
      if (!current()) return;
      setBusy(false);
      if (mails.outcome !== 'ok' || sending.outcome !== 'ok') {
        setFailure(failureOf(mails) ?? failureOf(sending));
        return;
      }
      const { items, cursor: next } = mails.value;
      setLoaded((before) => ({
        sending: sending.value,
        items: [...(cursor && before ? before.items : []), ...items],
        cursor: next,
      }));
    },
    [api, status],
  );
  useEffect(() => {
    let current = true;
    void load(undefined, () => current);
    return () => {
      current = false;
    };
  }, [load]);
  return { loaded, failure, busy, load };
}

function failureOf(result: Result<unknown>): Failure | undefined {
  if (result.outcome === 'ok') return undefined;
  return result.outcome === 'failed' ? result.failure : 'failed';
}

function SendFilter({ status }: { readonly status: SendStatus }) {
  const language = useLanguage();
  return (
    <div class="filter">
      <label for="status">{consoleTexts[language].list.filter}</label>
      <select
        id="status"
        value={status}
        onChange={(event) => {
          location.hash = sendsAddress(event.currentTarget.value as SendStatus);
        }}
      >
        {Object.entries(sendsTexts[language].lists).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
