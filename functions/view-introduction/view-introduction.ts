import { type IntroductionView, introductionView } from '../../shared/contracts/http/introduction-view.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Capabilities, Clock, Store } from '../../shared/domain/ports.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';

export interface ViewIntroductionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
  readonly names: SectorNames;
  /** The page names how long an acceptance can be undone. */
  readonly clocks: Clocks;
}

export type ViewIntroductionOutcome =
  | {
      readonly outcome: 'shown';
      readonly view: IntroductionView;
      /** Opens the page that stops all mail, as the link in the introduction does. */
      readonly stopToken: string;
    }
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'unknown' };

/** The introduction behind a link, its reasons in `language`. Changes nothing. */
export async function viewIntroduction(
  deps: ViewIntroductionDeps,
  token: string,
  language: Language,
): Promise<ViewIntroductionOutcome> {
  const capability = await deps.capabilities.read('introduction', token);
  if (capability === undefined) return { outcome: 'unknown' };
  if (capability.expiresAt < deps.clock.now()) return { outcome: 'expired' };
  const lead = await deps.store.lead(capability.leadId);
  if (lead === undefined || lead.status === 'erased') return { outcome: 'unknown' };
  // Whoever may accept in the recipient's name may stop all mail to it. A stop link does not expire: the date is nominal.
  const { leadId, expiresAt } = capability;
  const stopToken = await deps.capabilities.sign({ purpose: 'stop', leadId, expiresAt });
  return { outcome: 'shown', view: introductionView(lead, language, deps.names), stopToken };
}
