import type { Capabilities, Store } from '../../shared/domain/ports.ts';

interface StopDeps {
  readonly store: Store;
  readonly capabilities: Capabilities;
}

/**
 * True when nothing is left to stop for the recipient of a link: the consent was withdrawn, or there is no address any
 * more that could be written to. False for a member that has consented anew since. Changes nothing.
 */
export async function hasStopped({ store, capabilities }: StopDeps, token: string): Promise<boolean> {
  const capability = await capabilities.read('stop', token);
  const lead = capability === undefined ? undefined : await store.lead(capability.leadId);
  const member = lead === undefined ? undefined : await store.member(lead.member.id);
  return member === undefined || member.consent?.contactByEmail === false;
}
