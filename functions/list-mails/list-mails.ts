import { type MailPage, mailView } from '../../shared/contracts/http/mail-view.ts';
import type { InterestId, LeadId } from '../../shared/domain/ids.ts';
import { causeOf, type OutboxEntry } from '../../shared/domain/outbox.ts';
import { BadCursor, BrokenItem, type MailQuery, type Store } from '../../shared/domain/ports.ts';
import { isStuck } from '../../shared/domain/send-again.ts';

export interface ListMailsDeps {
  readonly store: Store;
  /** Told of a record that cannot be read, and so cannot be shown. */
  readonly onBroken: (item: BrokenItem) => void;
}

export type ListMailsOutcome =
  | { readonly outcome: 'page'; readonly page: MailPage }
  | { readonly outcome: 'badCursor' };

/** A page of the mails that only a person can move on, each with what is known of it. */
export async function listMails(deps: ListMailsDeps, query: MailQuery): Promise<ListMailsOutcome> {
  try {
    const { items, broken, cursor } = await deps.store.mails(query);
    broken.forEach(deps.onBroken);
    const views = await Promise.all(items.filter(isStuck).map((entry) => viewOf(deps, entry)));
    return { outcome: 'page', page: { items: views, cursor } };
  } catch (error) {
    if (error instanceof BadCursor) return { outcome: 'badCursor' };
    throw error;
  }
}

async function viewOf(deps: ListMailsDeps, entry: OutboxEntry & Parameters<typeof mailView>[0]) {
  const { interestId, leadId } = causeOf(entry.id);
  const [interest, lead] = await Promise.all([interestOf(deps, interestId), leadOf(deps, leadId)]);
  return mailView(entry, { interest, lead });
}

function interestOf(deps: ListMailsDeps, id: InterestId) {
  return readable(deps, () => deps.store.interest(id));
}

async function leadOf(deps: ListMailsDeps, id: LeadId | undefined) {
  return id === undefined ? undefined : readable(deps, () => deps.store.lead(id));
}

/** What cannot be read must not hide the mail that it belongs to. */
async function readable<T>(deps: ListMailsDeps, read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BrokenItem)) throw error;
    deps.onBroken(error);
    return undefined;
  }
}
