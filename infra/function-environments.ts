import type { Env as AnswerIntroduction } from '../functions/answer-introduction/env.ts';
import type { Env as BuildIndex } from '../functions/build-index/env.ts';
import type { Env as CheckBalance } from '../functions/check-balance/env.ts';
import type { Env as CheckHealth } from '../functions/check-health/env.ts';
import type { Env as ConfirmInterest } from '../functions/confirm-interest/env.ts';
import type { Env as ControlSending } from '../functions/control-sending/env.ts';
import type { Env as DecideLead } from '../functions/decide-lead/env.ts';
import type { Env as DispatchOutbox } from '../functions/dispatch-outbox/env.ts';
import type { Env as ListAudit } from '../functions/list-audit/env.ts';
import type { Env as ListLeads } from '../functions/list-leads/env.ts';
import type { Env as ListMails } from '../functions/list-mails/env.ts';
import type { Env as ListSectors } from '../functions/list-sectors/env.ts';
import type { Env as MatchInterest } from '../functions/match-interest/env.ts';
import type { Env as RecordDeliveryEvent } from '../functions/record-delivery-event/env.ts';
import type { Env as ResolveMail } from '../functions/resolve-mail/env.ts';
import type { Env as SendMail } from '../functions/send-mail/env.ts';
import type { Env as ShowPage } from '../functions/show-page/env.ts';
import type { Env as SubmitInterest } from '../functions/submit-interest/env.ts';
import type { Env as Sweep } from '../functions/sweep/env.ts';
import type { Env as Unsubscribe } from '../functions/unsubscribe/env.ts';
import type { Env as ViewInterest } from '../functions/view-interest/env.ts';
import type { Env as ViewIntroduction } from '../functions/view-introduction/env.ts';
import type { Env as ViewLead } from '../functions/view-lead/env.ts';
import type { Env as WithdrawInterest } from '../functions/withdraw-interest/env.ts';

/** Every function by the name of its folder, with the environment that it parses at its start. */
interface FunctionEnvironments {
  'answer-introduction': AnswerIntroduction;
  'build-index': BuildIndex;
  'check-balance': CheckBalance;
  'check-health': CheckHealth;
  'confirm-interest': ConfirmInterest;
  'control-sending': ControlSending;
  'decide-lead': DecideLead;
  'dispatch-outbox': DispatchOutbox;
  'list-audit': ListAudit;
  'list-leads': ListLeads;
  'list-mails': ListMails;
  'list-sectors': ListSectors;
  'match-interest': MatchInterest;
  'record-delivery-event': RecordDeliveryEvent;
  'resolve-mail': ResolveMail;
  'send-mail': SendMail;
  'show-page': ShowPage;
  'submit-interest': SubmitInterest;
  sweep: Sweep;
  unsubscribe: Unsubscribe;
  'view-interest': ViewInterest;
  'view-introduction': ViewIntroduction;
  'view-lead': ViewLead;
  'withdraw-interest': WithdrawInterest;
}

export type FunctionName = keyof FunctionEnvironments;
export type EnvironmentOf<Name extends FunctionName> = FunctionEnvironments[Name];
