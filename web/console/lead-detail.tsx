import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import type { RejectReason } from '../../shared/domain/lead.ts';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { rejectReasonNames } from '../texts/lead-words.ts';
import type { Api } from './api.ts';
import { DecisionForms } from './decision-forms.tsx';
import { InterestFacts } from './interest-facts.tsx';
import { Deadline, FailureNote, Notice, StatusBadge, statusName, ViewHeading } from './parts.tsx';
import { formatPercent, useLanguage } from './reader.ts';
import { listAddress } from './route.ts';

interface LeadDetailProps {
  readonly api: Api;
  readonly id: string;
  readonly onSignIn: () => void;
}

/** One lead: why it was proposed, what is asked, and the decision. */
export function LeadDetail({ api, id, onSignIn }: LeadDetailProps) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  const { lead, failure, load } = useLead(api, id);
  const [note, setNote] = useState('');
  const afterDecision = (text: string) => {
    setNote(text);
    void load();
  };
  return (
    <>
      <p>
        <a href={listAddress('proposed')}>← {texts.lead.back}</a>
      </p>
      {note !== '' && <Notice text={note} />}
      {failure !== undefined && <FailureNote failure={failure} onRetry={() => load()} onSignIn={onSignIn} />}
      {lead === undefined ? (
        failure === undefined && <p role="status">{texts.loading}</p>
      ) : (
        <Lead lead={lead} api={api} onDecided={afterDecision} onSignIn={onSignIn} />
      )}
    </>
  );
}

/** The lead as it is now; asked for again when the language changes. */
function useLead(api: Api, id: string) {
  const [lead, setLead] = useState<LeadView>();
  const [failure, setFailure] = useState<Failure>();
  const load = useCallback(
    async (current: () => boolean = () => true) => {
      setFailure(undefined);
      const result = await api.lead(id);
      if (!current()) return;
      if (result.outcome === 'ok') setLead(result.value);
      else setFailure(result.outcome === 'failed' ? result.failure : 'failed');
    },
    [api, id],
  );
  useEffect(() => {
    let current = true;
    void load(() => current);
    return () => {
      current = false;
    };
  }, [load]);
  return { lead, failure, load };
}

interface LeadProps {
  readonly lead: LeadView;
  readonly api: Api;
  readonly onDecided: (note: string) => void;
  readonly onSignIn: () => void;
}

function Lead({ lead, api, onDecided, onSignIn }: LeadProps) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  const { interest } = lead;
  return (
    <article>
      <ViewHeading>
        {interest === null ? lead.member.name : `${interest.company.name} → ${lead.member.name}`}
      </ViewHeading>
      <p class="lead-line">
        <StatusBadge status={lead.status} />
        {lead.deadlineAt !== null && <Deadline at={lead.deadlineAt} />}
      </p>
      {interest === null ? (
        <p>{texts.lead.erased}</p>
      ) : (
        <>
          <section class="card" aria-labelledby="reasons">
            <h2 id="reasons">{texts.lead.reasons}</h2>
            <ul>
              {lead.reasons.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
          <InterestFacts interest={interest} />
        </>
      )}
      <Facts
        facts={[
          [texts.lead.member, lead.member.name],
          [texts.lead.cluster, lead.clusterId],
          [texts.lead.score, lead.score === null ? undefined : formatPercent(lead.score, language)],
          [texts.lead.proposed, <Moment key="proposed" at={lead.createdAt} language={language} />],
        ]}
      />
      <Settled lead={lead} />
      {lead.status === 'proposed' && (
        <DecisionForms
          decide={(decision) => api.decide(lead.id, decision)}
          onDecided={(decision) => onDecided(texts.decide.done[decision])}
          onConflict={(state) => onDecided(texts.decide.conflict(statusName(state, language)))}
          onSignIn={onSignIn}
        />
      )}
    </article>
  );
}

/** What was decided and answered already. */
function Settled({ lead }: { readonly lead: LeadView }) {
  const language = useLanguage();
  const texts = consoleTexts[language].lead;
  const settled = [
    ['decision', texts.decision, lead.decision] as const,
    ['answer', texts.answer, lead.answer] as const,
  ];
  return settled.map(([name, heading, given]) => {
    if (given === undefined) return null;
    const reason =
      'reasonCode' in given && given.reasonCode ? reasonName(given.reasonCode, language) : undefined;
    return (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{heading}</h2>
        <p class="hint">
          <Moment at={given.at} language={language} />
        </p>
        {reason !== undefined && <p>{reason}</p>}
        {given.message !== undefined && <p class="own-words">{given.message}</p>}
      </section>
    );
  });
}

function reasonName(code: string, language: ReturnType<typeof useLanguage>): string {
  const names = rejectReasonNames[language];
  return Object.hasOwn(names, code) ? names[code as RejectReason] : code;
}
