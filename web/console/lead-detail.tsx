import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { answerTexts } from '../texts/answer.ts';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { consoleHelpTexts } from '../texts/console-help.ts';
import { bouncedTexts, rejectReasonNames } from '../texts/lead-words.ts';
import type { Api } from './api.ts';
import { DecisionForms } from './decision-forms.tsx';
import { InterestFacts } from './interest-facts.tsx';
import {
  type Account,
  Deadline,
  FailureNote,
  Notice,
  Parties,
  StatusBadge,
  statusName,
  ViewHeading,
} from './parts.tsx';
import { formatPercent, useLanguage } from './reader.ts';
import { type ListStatus, listAddress } from './route.ts';
import { SameCompany } from './same-company.tsx';

interface LeadDetailProps {
  readonly api: Api;
  readonly id: string;
  /** The list that its reader came from. */
  readonly from: ListStatus;
  readonly account: Account;
}

/** One lead: why it was proposed, what is asked, and the decision. */
export function LeadDetail({ api, id, from, account }: LeadDetailProps) {
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
        <a class="back" href={listAddress(from)}>
          ← {from === 'all' ? texts.lead.back : `${texts.list.heading}: ${statusName(from, language)}`}
        </a>
      </p>
      {note !== '' && <Notice text={note} />}
      {failure !== undefined && (
        <>
          {lead === undefined && <ViewHeading>{consoleHelpTexts[language].notShown}</ViewHeading>}
          <FailureNote failure={failure} onRetry={() => load()} account={account} list={from} />
        </>
      )}
      {lead === undefined ? (
        failure === undefined && <p role="status">{texts.loading}</p>
      ) : (
        <Lead lead={lead} api={api} onDecided={afterDecision} onSignIn={account.signIn} />
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
        <Parties from={interest} to={lead.member.name} />
      </ViewHeading>
      <p class="lead-line">
        <StatusBadge status={lead.status} />
        {lead.deadlineAt !== null && <Deadline at={lead.deadlineAt} />}
      </p>
      {lead.cause === 'bounced' && <p>{bouncedTexts[language]}</p>}
      {interest === null ? (
        <p>{texts.lead.erased}</p>
      ) : (
        <>
          <SameCompany lead={lead} />
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
  const { decision, answer } = lead;
  return (
    <>
      {decision !== undefined && (
        <Step name="decision" heading={texts.decision} step={decision}>
          {reasonName(decision.reasonCode, rejectReasonNames[language])}
        </Step>
      )}
      {answer !== undefined && (
        <Step name="answer" heading={texts.answer} step={answer}>
          {answerReasonName(answer, language)}
        </Step>
      )}
    </>
  );
}

interface StepProps {
  readonly name: string;
  readonly heading: string;
  readonly step: NonNullable<LeadView['decision'] | LeadView['answer']>;
  /** The reason, where one was given. */
  readonly children: string | undefined;
}

function Step({ name, heading, step, children }: StepProps) {
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      <p class="hint">
        <Moment at={step.at} language={useLanguage()} />
      </p>
      {children !== undefined && <p>{children}</p>}
      {step.message !== undefined && <p class="own-words">{step.message}</p>}
    </section>
  );
}

function answerReasonName(
  { reasonCode, message }: NonNullable<LeadView['answer']>,
  language: ReturnType<typeof useLanguage>,
): string | undefined {
  const { stopped, noReason } = consoleHelpTexts[language];
  // A no in one press is kept as `other`, which without a word of its own says nothing.
  if (reasonCode === 'other' && message === undefined) return noReason;
  return reasonName(reasonCode, { ...answerTexts[language].reasonNames, stop: stopped });
}

/** A reason that this console does not know yet stands for itself. */
function reasonName(code: string | undefined, names: Readonly<Record<string, string>>): string | undefined {
  return code !== undefined && Object.hasOwn(names, code) ? names[code] : code;
}
