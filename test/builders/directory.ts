import { EmailAddress } from '../../shared/domain/email-address.ts';
import type { Cluster, Member } from '../../shared/domain/member.ts';
import { clusterIdOf, memberIdOf } from './ids.ts';

/** The cluster whose members the delegation of 2018 visited. */
export function cluster(overrides: Partial<Cluster> = {}): Cluster {
  return {
    id: clusterIdOf('klaster-obrobki-metali'),
    name: 'Klaster Obróbki Metali',
    country: 'PL',
    region: 'Podlaskie',
    coordinators: [
      {
        name: 'Maria Zielińska',
        email: new EmailAddress('koordynator@klaster.example'),
        language: 'pl',
      },
      { name: 'John Lis', email: new EmailAddress('zastepca@klaster.example'), language: 'en' },
    ],
    ...overrides,
  };
}

/** SaMASZ, a maker of mowers, with its consent on record. */
export function member(overrides: Partial<Member> = {}): Member {
  return {
    id: memberIdOf('samasz'),
    language: 'pl',
    company: {
      name: 'SaMASZ',
      country: 'PL',
      region: 'Podlaskie',
      website: 'https://samasz.example',
      sectors: [{ scheme: 'pkd2025', code: '28.30.Z' }],
    },
    contact: {
      name: 'Anna Żukowska',
      email: new EmailAddress('eksport@samasz.example'),
      phone: '+48 85 000 00 00',
    },
    offers: {
      description:
        'Kosiarki dyskowe i bębnowe, zgrabiarki karuzelowe, przetrząsacze oraz pługi odśnieżne. ' +
        'Produkcja seryjna we własnym zakładzie, części zamienne w 48 godzin, szkolenie serwisantów u importera.',
      sectors: [{ scheme: 'pkd2025', code: '28.30.Z' }],
      certificates: ['ISO 9001'],
      languages: ['pl', 'en', 'es'],
    },
    welcomes: ['buy', 'distribute'],
    clusters: [clusterIdOf('klaster-obrobki-metali')],
    consent: { version: '2026-11', contactByEmail: true, at: '2026-11-01T09:00:00Z', source: 'cluster' },
    ...overrides,
  };
}
