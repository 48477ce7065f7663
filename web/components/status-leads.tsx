import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { formatMomentBriefly } from '../format.ts';
import { leadProgressTexts } from '../texts/lead-progress.ts';
import { statusTexts } from '../texts/status.ts';
import { statusNewsTexts } from '../texts/status-news.ts';
import { inOrder, toneOf } from './lead-news.ts';

interface StatusLeadsProps {
  readonly language: Language;
  readonly leads: InterestView['leads'];
  /** Whether the submitter has withdrawn the whole request. */
  readonly requestWithdrawn: boolean;
  readonly now: Instant;
}

/** The leads of a request, one card each, the best news first. */
export function StatusLeads({ leads, ...shared }: StatusLeadsProps) {
  const { language } = shared;
  if (leads.length === 0) return null;
  return (
    <section aria-labelledby="leads">
      <h2 id="leads">{statusTexts[language].leadsTitle}</h2>
      <ol class="lead-list">
        {inOrder(leads).map(({ lead, number }) => (
          <LeadCard key={number} {...shared} lead={lead} number={number} />
        ))}
      </ol>
      <p class="hint">{statusNewsTexts[language].zone}</p>
    </section>
  );
}

interface LeadCardProps extends Omit<StatusLeadsProps, 'leads'> {
  readonly lead: InterestView['leads'][number];
  readonly number: number;
}

function LeadCard({ language, lead, number, requestWithdrawn, now }: LeadCardProps) {
  const texts = statusTexts[language];
  const progress = lead.status === 'withdrawn' && !requestWithdrawn ? 'ended' : lead.status;
  const { label, text } = leadProgressTexts[language][progress];
  const words = (at: Instant) => formatMomentBriefly(at, language, now);
  const standing = text(lead.deadlineAt === undefined ? undefined : words(lead.deadlineAt));
  const tone = toneOf(lead);
  return (
    <li class={tone === 'good' ? 'card good-news' : 'card'}>
      <div class="lead-head">
        <h3>{lead.member?.name ?? texts.leadName(number)}</h3>
        <span class={`badge ${tone}`}>{label}</span>
      </div>
      <p>{standing}</p>
      <p class="hint">
        {texts.changed} <time dateTime={lead.updatedAt}>{words(lead.updatedAt)}</time>
      </p>
    </li>
  );
}
