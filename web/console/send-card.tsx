import { useState } from 'preact/hooks';
import type { MailView, ResolutionKind } from '../../shared/contracts/http/mail-view.ts';
import type { MailTemplate } from '../../shared/domain/mail-content.ts';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { sendsTexts } from '../texts/sends.ts';
import type { Api } from './api.ts';
import { NoteForm } from './note-form.tsx';
import { statusName } from './parts.tsx';
import { useLanguage } from './reader.ts';

interface SendCardProps {
  readonly mail: MailView;
  readonly api: Api;
  /** Something came of it: what to say, and that the list is out of date. */
  readonly onMoved: (text: string) => void;
  readonly onSignIn: () => void;
}

/** One mail that waits for a person: what is known of it, and what may be done. */
export function SendCard({ mail, api, onMoved, onSignIn }: SendCardProps) {
  const language = useLanguage();
  const texts = sendsTexts[language];
  const { template, recipient } = mail;
  const name = nameIn(texts.mails, template as MailTemplate);
  return (
    <li class="card send-card">
      <h2 id={mail.id}>{texts.to(name, recipient.companyName ?? texts.nobody)}</h2>
      <SendFacts mail={mail} />
      {mail.allowed.length === 0 ? (
        <p>
          <strong>{texts.never}</strong>
        </p>
      ) : (
        <SendActions mail={mail} api={api} onMoved={onMoved} onSignIn={onSignIn} />
      )}
    </li>
  );
}

function SendFacts({ mail }: { readonly mail: MailView }) {
  const language = useLanguage();
  const texts = sendsTexts[language];
  const { attempt, failure, leadId, leadStatus, earlierDoubts } = mail;
  return (
    <Facts
      facts={[
        [texts.since[mail.status], <Moment key="since" at={mail.since} language={language} />],
        [texts.failure, failure === undefined ? undefined : nameIn(texts.failures, failure as 'rejected')],
        [
          texts.attempt,
          attempt && (
            <>
              <Moment at={attempt.at} language={language} /> <code>{attempt.id}</code>
            </>
          ),
        ],
        [texts.retries, mail.retries],
        [texts.earlierDoubts, earlierDoubts > 0 ? earlierDoubts : undefined],
        [
          texts.lead,
          leadId && (
            <>
              {leadStatus !== undefined && statusName(leadStatus, language)} <code>{leadId}</code>
            </>
          ),
        ],
        [texts.cluster, mail.clusterId],
        [texts.interest, leadId === undefined ? <code key="interest">{mail.interestId}</code> : undefined],
        [texts.mail, <code key="mail">{mail.id}</code>],
      ]}
    />
  );
}

function SendActions({ mail, api, onMoved, onSignIn }: SendCardProps) {
  const texts = sendsTexts[useLanguage()];
  const [chosen, setChosen] = useState<ResolutionKind>();
  const { id, revision } = mail;
  const buttonId = (as: ResolutionKind) => `${id}.${as}`;
  const cancel = (as: ResolutionKind) => {
    setChosen(undefined);
    document.getElementById(buttonId(as))?.focus();
  };
  return (
    <>
      <div class="actions">
        {mail.allowed.map((as) => (
          <button
            key={as}
            type="button"
            id={buttonId(as)}
            class="button secondary"
            aria-expanded={chosen === as}
            aria-describedby={id}
            onClick={() => setChosen(chosen === as ? undefined : as)}
          >
            {texts.actions[as].open}
          </button>
        ))}
      </div>
      {chosen !== undefined && (
        <NoteForm
          key={chosen}
          id={`${id}.form`}
          explain={texts.actions[chosen].explain[mail.status]}
          confirm={texts.actions[chosen].confirm}
          tone={chosen === 'again' ? 'danger' : 'primary'}
          act={(note) => api.resolve(id, { as: chosen, note, revision })}
          onDone={() => onMoved(texts.actions[chosen].done)}
          onConflict={(state, messages) =>
            onMoved(messages[0] ?? texts.conflict(nameIn(texts.statuses, state as 'sent')))
          }
          onCancel={() => cancel(chosen)}
          onSignIn={onSignIn}
        />
      )}
    </>
  );
}

/** The name of a code; one that this console does not know yet stands for itself. */
function nameIn<C extends string>(names: Readonly<Record<C, string>>, code: C): string {
  return Object.hasOwn(names, code) ? names[code] : code;
}
