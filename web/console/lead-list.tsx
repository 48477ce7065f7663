import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import { intentNames } from '../../shared/domain/matching/describe-reason.ts';
import { capitalised, locales } from '../format.ts';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { leadStatusNames } from '../texts/lead-words.ts';
import { countryNames } from '../texts/site.ts';
import type { Api } from './api.ts';
import {
  type Account,
  Deadline,
  FailureNote,
  Parties,
  StatusBadge,
  statusName,
  ViewHeading,
} from './parts.tsx';
import { formatPercent, useLanguage } from './reader.ts';
import { type ListStatus, leadAddress, listAddress } from './route.ts';
import { SameCompanyMarks } from './same-company.tsx';

interface LeadListProps {
  readonly api: Api;
  readonly status: ListStatus;
  readonly account: Account;
}

interface Loaded {
  readonly items: readonly LeadView[];
  readonly cursor: string | undefined;
}

/** The leads of the coordinator's clusters, nearest deadline first. */
export function LeadList({ api, status, account }: LeadListProps) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  const { loaded, failure, busy, load } = useLeads(api, status);
  return (
    <>
      <div class="list-head">
        <ViewHeading>{texts.list.heading}</ViewHeading>
        <StatusFilter status={status} />
      </div>
      {loaded !== undefined && loaded.items.length > 0 && (
        <ul class="lead-list">
          {loaded.items.map((lead) => (
            <LeadCard key={lead.id} lead={lead} list={status} />
          ))}
        </ul>
      )}
      {failure !== undefined && (
        <FailureNote failure={failure} onRetry={() => load(loaded?.cursor)} account={account} list={status} />
      )}
      <p role="status">
        {busy ? texts.loading : loaded?.items.length === 0 ? emptyText(status, language) : ''}
      </p>
      {loaded?.cursor !== undefined && failure === undefined && (
        <button type="button" class="button secondary" disabled={busy} onClick={() => load(loaded.cursor)}>
          {texts.list.more}
        </button>
      )}
    </>
  );
}

function emptyText(status: LeadListProps['status'], language: ReturnType<typeof useLanguage>): string {
  const { empty, nothingToDecide, emptyOf } = consoleTexts[language].list;
  if (status === 'proposed') return nothingToDecide;
  return status === 'all' ? empty : emptyOf(statusName(status, language));
}

/** Within a page: of leads that must be decided by the same time, which come of one request, the best match first. */
function bestFirst(items: readonly LeadView[]): readonly LeadView[] {
  const deadlines = items.map(({ deadlineAt }) => deadlineAt);
  return items.toSorted((a, b) => {
    // Leads without a deadline stay in the order that the API gave them.
    if (a.deadlineAt === null || a.deadlineAt !== b.deadlineAt)
      return deadlines.indexOf(a.deadlineAt) - deadlines.indexOf(b.deadlineAt);
    return (b.score ?? 0) - (a.score ?? 0);
  });
}

/** Pages of leads, one after the other; a new list or another language begins again. */
function useLeads(api: Api, status: LeadListProps['status']) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(true);
  const load = useCallback(
    async (cursor: string | undefined, current: () => boolean = () => true) => {
      setBusy(true);
      setFailure(undefined);
      const result = await api.leads(status === 'all' ? undefined : status, cursor);
      if (!current()) return;
      setBusy(false);
      if (result.outcome !== 'ok') {
        setFailure(result.outcome === 'failed' ? result.failure : 'failed');
        return;
      }
      const { items, cursor: next } = result.value;
      setLoaded((before) => ({
        items: [...(cursor && before ? before.items : []), ...bestFirst(items)],
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

function StatusFilter({ status }: { readonly status: LeadListProps['status'] }) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  const names = leadStatusNames[language];
  return (
    <div class="filter">
      <label for="status">{texts.list.filter}</label>
      <select
        id="status"
        value={status}
        onChange={(event) => {
          location.hash = listAddress(event.currentTarget.value as ListStatus);
        }}
      >
        <option value="all">{texts.list.all}</option>
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function LeadCard({ lead, list }: { readonly lead: LeadView; readonly list: ListStatus }) {
  const language = useLanguage();
  const texts = consoleTexts[language];
  const { interest } = lead;
  return (
    <li class="card lead-card">
      <h2>
        <a href={leadAddress(lead.id, list)}>
          <Parties from={interest} to={lead.member.name} />
        </a>
      </h2>
      <p class="lead-line">
        <StatusBadge status={lead.status} />
        <SameCompanyMarks lead={lead} />
        {interest !== null && (
          <span>
            {capitalised(intentNames[language][interest.intent], language)} ·{' '}
            {countryNames[language][interest.company.country]}
          </span>
        )}
        {lead.score !== null && <span>{texts.list.match(formatPercent(lead.score, language))}</span>}
      </p>
      {interest !== null && (
        <p class="excerpt" lang={locales[interest.language]}>
          {interest.sought.description.trim().split('\n', 1)[0]}
        </p>
      )}
      {lead.deadlineAt !== null && (
        <p>
          <Deadline at={lead.deadlineAt} />
        </p>
      )}
    </li>
  );
}
