import { describe, expect, it } from 'vitest';
import { traitsOf, traitsToFind } from '../../../../shared/domain/duplicates/traits.ts';
import { EmailAddress } from '../../../../shared/domain/email-address.ts';
import { interestForm } from '../../../builders/interest.ts';

const { company, contact } = interestForm();

function traits(own: Partial<typeof company>, email = contact.email.reveal()) {
  return traitsOf({
    company: { ...company, ...own },
    contact: { ...contact, email: new EmailAddress(email) },
  });
}

describe('traitsOf', () => {
  it('are those of the form, each in one spelling', () => {
    expect(traitsOf(interestForm())).toEqual({
      country: 'PE',
      taxId: '20999990003',
      address: 'compras@misti.example',
      domains: ['misti.example'],
      phone: '5154000000',
      name: 'talleres misti',
    });
  });

  it('hold the digits of a tax number, with its country’s mark or without', () => {
    expect(traits({ country: 'PL', taxId: 'PL 123-456-32-18' }).taxId).toBe('1234563218');
    expect(traits({ country: 'PL', taxId: '20999990003' }).taxId).toBeUndefined();
    expect(traits({ taxId: undefined }).taxId).toBeUndefined();
  });

  it('hold the domains of website and mailbox, but for those that others share', () => {
    expect(traits({ website: 'https://WWW.Misti.pe/es' }, 'Ventas@Grupo.example').domains).toEqual([
      'misti.pe',
      'grupo.example',
    ]);
    expect(traits({ website: 'https://www.facebook.com/misti' }, 'misti@gmail.com').domains).toEqual([]);
    expect(traits({ website: undefined }).domains).toEqual(['misti.example']);
  });
});

describe('traitsToFind', () => {
  it('are each trait by itself, strongest first, and of the name how it begins', () => {
    expect(traitsToFind(traits({}))).toEqual([
      { by: 'taxId', value: 'PE 20999990003' },
      { by: 'address', value: 'compras@misti.example' },
      { by: 'domain', value: 'misti.example' },
      { by: 'phone', value: '5154000000' },
      { by: 'name', value: 'PE mis' },
    ]);
  });

  it('leave out what a form does not give', () => {
    const found = traitsToFind({ country: 'PE', address: 'misti@gmail.com', domains: [], name: '' });
    expect(found).toEqual([{ by: 'address', value: 'misti@gmail.com' }]);
  });
});
