import type { Clocks } from '../../shared/domain/clocks.ts';
import type { LeadId } from '../../shared/domain/ids.ts';
import { introduced } from '../../shared/domain/introduce.ts';
import type { Lead } from '../../shared/domain/lead.ts';
import type { Member } from '../../shared/domain/member.ts';
import type { AddressHasher, Capabilities, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { declinedByStop } from '../../shared/domain/stop.ts';

export interface UnsubscribeDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
  readonly addresses: AddressHasher;
  readonly clocks: Clocks;
}

export type UnsubscribeOutcome = 'stopped' | 'unknown';

/** How often a stop is tried again on a lead that moves in the same moment. */
const maxTries = 5;

/** True for a link that this installation has signed, whatever has become of its lead. */
export async function knowsStopLink({ capabilities }: UnsubscribeDeps, token: string): Promise<boolean> {
  return (await capabilities.read('stop', token)) !== undefined;
}

/**
 * Stops all mail to the recipient of a link (RFC 8058). Suppression and withdrawn consent are written first, so that
 * they hold whatever becomes of the leads; every introduction that this member still could answer then counts as
 * declined, so that its submitter does not wait in vain. A stop link does not expire: an objection is free at any time
 * (Ley 29733, GDPR art. 21).
 */
export async function unsubscribe(deps: UnsubscribeDeps, token: string): Promise<UnsubscribeOutcome> {
  const capability = await deps.capabilities.read('stop', token);
  if (capability === undefined) return 'unknown';
  const lead = await deps.store.lead(capability.leadId);
  const member = lead === undefined ? undefined : await deps.store.member(lead.member.id);
  // Without a member there is no address left that could be written to.
  if (lead === undefined || member === undefined) return 'stopped';
  const addressHash = await deps.addresses.hash(member.contact.email.canonical());
  const record = { addressHash, because: 'unsubscribed', at: deps.clock.now() } as const;
  await deps.store.commit([{ mark: 'SUPPRESSION', record }, ...withdrawnConsent(member)]);
  await declineOpen(deps, lead.id);
  for await (const other of openLeadsOf(deps.store, member)) await declineOpen(deps, other.id);
  return 'stopped';
}

/** The leads that a member was introduced to and can still answer, or has accepted and not yet been connected. */
async function* openLeadsOf(store: Store, member: Member): AsyncGenerator<Lead> {
  const query = { clusters: member.clusters, statuses: ['introduced', 'accepted'] as const, limit: 100 };
  let page = await store.leads(query);
  for (;;) {
    yield* page.items.filter((lead) => lead.member.id === member.id);
    if (page.cursor === undefined) return;
    page = await store.leads({ ...query, cursor: page.cursor });
  }
}

/** Without consent a member is neither proposed nor introduced nor connected, whichever leads it still has open. */
function withdrawnConsent({ consent, ...member }: Member): Change[] {
  if (consent === undefined) return [];
  return [{ mark: 'MEMBER', record: { ...member, consent: { ...consent, contactByEmail: false } } }];
}

/**
 * The lead whose introduction the link stood in, while it is open to an answer; tried again when it moves in the same
 * moment. A lead that still is `approved` was delivered all the same, or nobody would hold its link.
 */
async function declineOpen(deps: UnsubscribeDeps, id: LeadId): Promise<void> {
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const lead = await deps.store.lead(id);
    if (lead?.status === 'approved') {
      const record = introduced(lead, deps.clock.now(), deps.clocks);
      await deps.store.commit([{ advance: 'LEAD', event: 'introduce', record }]);
    } else if (lead?.status === 'introduced' || lead?.status === 'accepted') {
      const interest = await deps.store.interest(lead.interest.id);
      const now = deps.clock.now();
      const changes = declinedByStop(lead, interest, now, { now, clocks: deps.clocks });
      if ((await deps.store.commit(changes)).ok) return;
    } else return;
  }
  throw new Error('This lead kept moving');
}
