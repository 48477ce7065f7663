import { describe, expect, it } from 'vitest';
import { matchInterest } from '../../../functions/match-interest/match-interest.ts';
import { demoDirectory } from '../../../local/demo/directory.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { world } from '../../doubles/world.ts';

function confirmed(form = interestForm()) {
  const deps = world(demoDirectory());
  const interest = interestIn('confirmed', { form });
  deps.store.put('INTEREST', interest);
  return { deps, interest };
}

describe('matchInterest', () => {
  it('ranks SaMASZ first for a workshop that seeks farm machinery, with a reason', async () => {
    const { deps, interest } = confirmed();
    const result = await matchInterest(deps, interest.id);
    expect(result.outcome).toBe('matched');
    const leads = deps.store
      .all('LEAD')
      .sort((a, b) => ('score' in a && 'score' in b ? b.score - a.score : 0));
    expect(leads[0]).toMatchObject({
      status: 'proposed',
      member: { id: 'samasz', name: 'SaMASZ' },
      clusterId: 'klaster-obrobki-metali',
      score: expect.toSatisfy((score) => score > 0.7),
    });
    expect(leads[0]).toHaveProperty('reasons.0', {
      code: 'sameClass',
      sought: '28.30',
      offered: '28.30',
      declared: { scheme: 'pkd2025', code: '28.30.Z' },
      soughtFrom: 'form',
    });
    expect(leads.every((lead) => lead.clusterId === 'klaster-obrobki-metali')).toBe(true);
  });

  it('finds Arequipa’s exporters for a firm of Podlaskie', async () => {
    const base = interestForm();
    const { deps, interest } = confirmed({
      ...base,
      language: 'pl',
      company: { name: 'Przetwórnia Narew', country: 'PL', region: 'Podlaskie' },
      sought: {
        description: 'Szukamy dostawcy suszonej papryki.',
        sectors: [{ scheme: 'pkd2025', code: '01.28.Z' }],
      },
      targetRegion: 'Arequipa',
    });
    await matchInterest(deps, interest.id);
    const [best] = deps.store
      .all('LEAD')
      .sort((a, b) => ('score' in a && 'score' in b ? b.score - a.score : 0));
    expect(best?.member.id).toBe('paprika-ficticia');
  });

  it('makes leads, state and news once, however often and from wherever it is asked', async () => {
    const { deps, interest } = confirmed();
    await Promise.all(Array.from({ length: 10 }, () => matchInterest(deps, interest.id)));
    const leads = deps.store.all('LEAD');
    expect(new Set(leads.map(({ id }) => id)).size).toBe(leads.length);
    expect(await deps.store.interest(interest.id)).toMatchObject({
      status: 'matched',
      leadCount: leads.length,
    });
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });

  it('leaves nothing half done when the transaction fails', async () => {
    const { deps, interest } = confirmed();
    deps.store.failOnce('before');
    await expect(matchInterest(deps, interest.id)).rejects.toThrow();
    expect(deps.store.all('LEAD')).toHaveLength(0);
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'confirmed' });
    await matchInterest(deps, interest.id);
    expect(deps.store.all('LEAD').length).toBeGreaterThan(0);
  });

  it('lets no reason tell who asks and how to reach them', async () => {
    const form = interestForm({
      contact: { ...interestForm().contact, name: 'Rosa Molina Herrero' },
      sought: {
        description: 'Segadoras y rastrillos. Contacto: Rosa Molina Herrero, 959123456, rosa@molina.example',
        certificates: ['Escriba a gerencia@certi.example', 'tel +51 959 123 456'],
        requiredCertificates: [],
      },
    });
    const { deps, interest } = confirmed(form);
    await matchInterest(deps, interest.id);
    const leads = deps.store.all('LEAD');
    expect(leads.length).toBeGreaterThan(0);
    expect(JSON.stringify(leads)).not.toMatch(/herrero|molina|959|certi\.example/i);
  });

  it('tells the submitter when there is nobody', async () => {
    const form = interestForm();
    const { deps, interest } = confirmed({
      ...form,
      sought: { ...form.sought, sectors: [{ scheme: 'nace21', code: '84.22' }] },
    });
    expect(await matchInterest(deps, interest.id)).toEqual({ outcome: 'matched', leadCount: 0 });
    expect(deps.store.all('OUTBOX')[0]).toMatchObject({ content: { change: { to: 'noMatch' } } });
  });

  it('proposes nobody without a consent on record', async () => {
    const directory = demoDirectory();
    const members = directory.members.map(({ consent: _consent, ...member }) => member);
    const deps = world({ ...directory, members });
    const interest = interestIn('confirmed');
    deps.store.put('INTEREST', interest);
    expect(await matchInterest(deps, interest.id)).toEqual({ outcome: 'matched', leadCount: 0 });
  });

  it.each(['submitted', 'withdrawn', 'expired', 'closed', 'erased'] as const)(
    'leaves a %s one alone',
    async (status) => {
      const { deps } = confirmed();
      const interest = interestIn(status);
      deps.store.put('INTEREST', interest);
      expect(await matchInterest(deps, interest.id)).toEqual({ outcome: 'nothingToDo' });
    },
  );

  it('keeps contact data out of what coordinators and members will read', async () => {
    const form = interestForm();
    const { deps, interest } = confirmed({
      ...form,
      sought: {
        ...form.sought,
        description: 'Escríbame a compras@misti.example o al +51 54 000000, Lucía Quispe.',
      },
    });
    await matchInterest(deps, interest.id);
    const stored = JSON.stringify(deps.store.all('LEAD'));
    expect(stored).not.toContain('misti.example');
    expect(stored).not.toContain('54 000000');
    expect(stored).not.toContain('Quispe');
  });
});
