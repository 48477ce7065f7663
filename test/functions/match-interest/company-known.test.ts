import { describe, expect, it } from 'vitest';
import { matchInterest } from '../../../functions/match-interest/match-interest.ts';
import { demoDirectory } from '../../../local/demo/directory.ts';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import { traitRecords } from '../../../shared/domain/duplicates/same-company.ts';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import type { HeldInterest } from '../../../shared/domain/interest.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { type World, world } from '../../doubles/world.ts';

async function stored(deps: World, interest: HeldInterest): Promise<void> {
  deps.store.put('INTEREST', interest);
  for (const trait of await traitRecords(deps.addresses, interest)) deps.store.put('TRAIT', trait);
}

/** The leads of a confirmed interest, after `earlier` ones of the same company. */
async function leadsAfter(earlier: readonly HeldInterest[], prepare: (deps: World) => void = () => {}) {
  const deps = world(demoDirectory());
  for (const interest of earlier) await stored(deps, interest);
  const own = interestIn('confirmed');
  await stored(deps, own);
  prepare(deps);
  await matchInterest(deps, own.id);
  return deps.store.leadsOf(own.id);
}

describe('a new lead', () => {
  it('tells of an earlier request of the same company, and is proposed all the same', async () => {
    const earlier = interestIn('closed');
    const leads = await leadsAfter([earlier]);
    expect(leads.length).toBeGreaterThan(0);
    for (const lead of leads) {
      expect(lead).toMatchObject({
        status: 'proposed',
        duplicates: [{ interestId: earlier.id, companyName: 'Talleres Misti SAC' }],
      });
      expect(lead).not.toHaveProperty('heldBack');
    }
  });

  it('tells nothing of a company that never asked before', async () => {
    const form = interestForm();
    const other = interestIn('closed', {
      form: {
        ...form,
        company: { name: 'Hilados Chachani', country: 'PE' },
        contact: { name: 'Ana', email: new EmailAddress('ana@chachani.example') },
      },
    });
    for (const lead of await leadsAfter([other])) expect(lead).not.toHaveProperty('duplicates');
  });

  it('tells of five at most', async () => {
    const leads = await leadsAfter(Array.from({ length: 8 }, () => interestIn('matched')));
    expect(leads[0]).toHaveProperty('duplicates.length', 5);
  });

  it('is held back only for the member that was introduced, and until when', async () => {
    const earlier = interestIn('matched');
    const introduced = leadIn('declined', {}, { interest: earlier });
    const leads = await leadsAfter([earlier], (deps) => deps.store.put('LEAD', introduced));
    const { introducedAt } = introduced;
    for (const lead of leads) {
      const expected =
        lead.member.id === 'samasz'
          ? { leadId: introduced.id, introducedAt, until: plusSeconds(introducedAt, 90 * 86_400) }
          : undefined;
      expect('heldBack' in lead ? lead.heldBack : undefined).toEqual(expected);
    }
    expect(leads.some(({ member }) => member.id === 'samasz')).toBe(true);
  });
});
