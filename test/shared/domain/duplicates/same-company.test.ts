import { describe, expect, it } from 'vitest';
import { sameCompany, traitRecords } from '../../../../shared/domain/duplicates/same-company.ts';
import { EmailAddress } from '../../../../shared/domain/email-address.ts';
import type { HeldInterest, InterestForm } from '../../../../shared/domain/interest.ts';
import { interestForm, interestIn } from '../../../builders/interest.ts';
import { world } from '../../../doubles/world.ts';

const form = interestForm();

/** The same company by nothing but what `company` and `email` say. */
function otherForm(company: Partial<InterestForm['company']>, email: string): InterestForm {
  return {
    ...form,
    company: { name: 'Hilados Chachani', country: 'PE', ...company },
    contact: { name: 'Ana', email: new EmailAddress(email) },
  };
}

async function known(...interests: HeldInterest[]) {
  const deps = world();
  for (const interest of interests) {
    deps.store.put('INTEREST', interest);
    for (const trait of await traitRecords(deps.addresses, interest)) deps.store.put('TRAIT', trait);
  }
  return deps;
}

describe('traitRecords', () => {
  it('hold nothing by which a person or a number could be read, but the name', async () => {
    const deps = world();
    const interest = interestIn('confirmed');
    const traits = await traitRecords(deps.addresses, interest);
    expect(traits.map(({ by }) => by)).toEqual(['taxId', 'address', 'domain', 'phone', 'name']);
    expect(traits.every(({ interestId }) => interestId === interest.id)).toBe(true);
    const text = JSON.stringify(traits);
    for (const plain of ['20999990003', 'misti.example', 'compras', '54']) {
      expect(text.replaceAll(/"hash":"[^"]*"|"interestId":"[^"]*"/g, '')).not.toContain(plain);
    }
    expect(traits.at(-1)).toMatchObject({ name: 'talleres misti' });
  });

  it('are not the hashes by which suppressed addresses are known', async () => {
    const { addresses } = world();
    const traits = await traitRecords(addresses, interestIn('confirmed'));
    const suppressed = await addresses.hash(form.contact.email.canonical());
    expect(traits.map(({ hash }) => hash)).not.toContain(suppressed);
  });
});

describe('sameCompany', () => {
  it('finds an earlier request, with everything that speaks for it, and never itself', async () => {
    const [earlier, own] = [interestIn('closed'), interestIn('confirmed')];
    const deps = await known(earlier, own);
    expect(await sameCompany(deps, own)).toEqual([
      {
        interestId: earlier.id,
        submittedAt: earlier.createdAt,
        companyName: 'Talleres Misti SAC',
        evidence: [
          { by: 'taxId' },
          { by: 'address' },
          { by: 'domain' },
          { by: 'phone' },
          { by: 'name', likeness: 1 },
        ],
      },
    ]);
  });

  it('puts the strongest evidence first, of equal evidence the newest', async () => {
    const byName = interestIn('matched', { form: otherForm({ name: 'Talleres Misti' }, 'ana@gmail.com') });
    const byTax = ['one', 'two'].map((name) =>
      interestIn('matched', { form: otherForm({ taxId: form.company.taxId }, `${name}@gmail.com`) }),
    );
    const own = interestIn('confirmed');
    const deps = await known(...byTax, byName, own);
    const found = await sameCompany(deps, own);
    expect(found.map(({ interestId }) => interestId)).toEqual([byTax[1]?.id, byTax[0]?.id, byName.id]);
  });

  it('finds nobody by a free mailbox’s domain, or by a name when the tax numbers differ', async () => {
    const own = interestIn('confirmed', {
      form: otherForm({ name: 'Talleres Misti', taxId: '20100070970' }, 'a@gmail.com'),
    });
    const deps = await known(
      interestIn('matched'),
      interestIn('matched', { form: otherForm({}, 'b@gmail.com') }),
      own,
    );
    expect(await sameCompany(deps, own)).toEqual([]);
  });

  it('passes over what has been erased', async () => {
    const [earlier, own] = [interestIn('closed'), interestIn('confirmed')];
    const deps = await known(earlier, own);
    deps.store.put('INTEREST', interestIn('erased', { id: earlier.id }));
    expect(await sameCompany(deps, own)).toEqual([]);
  });

  it('reads no more than twenty-five of many', async () => {
    const own = interestIn('confirmed');
    const deps = await known(...Array.from({ length: 40 }, () => interestIn('matched')), own);
    expect(await sameCompany(deps, own)).toHaveLength(25);
  });
});
