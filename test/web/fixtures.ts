import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import { interestViewSchema } from '../../shared/contracts/http/interest-view.ts';
import type { IntroductionView } from '../../shared/contracts/http/introduction-view.ts';
import { introductionViewSchema } from '../../shared/contracts/http/introduction-view.ts';
import { type LeadView, leadViewSchema } from '../../shared/contracts/http/lead-view.ts';
import { type MailView, mailViewSchema } from '../../shared/contracts/http/mail-view.ts';
import { instantSchema } from '../../shared/domain/ids.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { sectorCodes } from '../../shared/domain/sectors/sector.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { consentVersion } from '../../web/texts/consent.ts';

export const interestId = '0193a5c0-7d1e-7a2b-8c3d-4e5f60718293';
/** When the pages are read. */
export const now = instantSchema.parse('2026-11-24T09:00:00.000Z');
/** As long and as odd as a capability may be. */
export const key = 'eyJwIjoiaW50ZXJlc3QifQ.k1~_-AbC';

const wordsOf: Readonly<Record<string, Texts>> = {
  '28.30': {
    es: 'Fabricación de maquinaria agropecuaria y forestal',
    pl: 'Produkcja maszyn dla rolnictwa i leśnictwa',
    en: 'Manufacture of agricultural and forestry machinery',
  },
};

/** Names of sectors: real ones where a picture needs them, made up elsewhere. */
export const sectorNames: SectorNames = {
  nameOf: (code, language) => wordsOf[code]?.[language] ?? `${code} (${language})`,
  classes: sectorCodes,
};

export const description =
  'Buscamos fabricante de segadoras de discos y rastrillos para alfalfa, para unas 40 unidades al año.\n\nEntrega en el puerto de Matarani. Nos interesa también la capacitación de nuestros técnicos.';

export const interestStatuses = [
  'submitted',
  'confirmed',
  'matched',
  'closed',
  'expired',
  'withdrawn',
  'erased',
] as const;

/** An interest in a state, with a lead in every state when it is matched. */
export function interestIn(status: (typeof interestStatuses)[number]): InterestView {
  return interestViewSchema.parse({
    id: interestId,
    status,
    createdAt: '2026-11-23T17:00:00.000Z',
    updatedAt: '2026-11-23T17:05:00.000Z',
    clocks: {
      ...(status === 'submitted' && { confirmBy: '2026-11-30T17:00:00.000Z' }),
      ...((status === 'confirmed' || status === 'matched') && { endsAt: '2027-05-22T17:05:00.000Z' }),
    },
    ...(status !== 'erased' && {
      request: { language: 'es', companyName: 'Talleres Misti SAC', intent: 'buy', description },
    }),
    ...(status === 'submitted' && { sentTo: 'c•••s@misti.example' }),
    leads: status === 'matched' ? leadsOfInterest() : [],
  });
}

function leadsOfInterest() {
  const deadlineAt = '2026-12-04T08:30:00.000Z';
  const updatedAt = '2026-11-24T08:30:00.000Z';
  return [
    { status: 'introduced', updatedAt, deadlineAt },
    { status: 'accepted', updatedAt, deadlineAt },
    { status: 'connected', updatedAt, member: { name: 'SaMASZ' } },
    { status: 'proposed', updatedAt, deadlineAt },
    ...[
      'approved',
      'rejected',
      'declined',
      'deferred',
      'expired',
      'undeliverable',
      'withdrawn',
      'erased',
    ].map((status) => ({ status, updatedAt })),
  ];
}

const summary = {
  language: 'es',
  company: {
    name: 'Talleres Misti SAC',
    country: 'PE',
    region: 'Arequipa',
    sectors: [{ scheme: 'ciiu4', code: '2821' }],
  },
  intent: 'buy',
  sought: {
    description,
    sectors: [{ scheme: 'nace21', code: '28.30' }],
    certificates: ['ISO 9001', 'CE'],
    languages: ['es', 'en'],
  },
};

/** An interest whose leads are in these states. */
export function interestWith(...statuses: InterestView['leads'][number]['status'][]): InterestView {
  const wanted = new Set<string>(statuses);
  const matched = interestIn('matched');
  return { ...matched, leads: matched.leads.filter(({ status }) => wanted.has(status)) };
}

/** An introduction in a state, as its Polish recipient sees it. */
export function introductionIn(state: IntroductionView['state']): IntroductionView {
  return introductionViewSchema.parse({
    state,
    language: 'pl',
    member: { name: 'SaMASZ' },
    interest: summary,
    reasons: [
      'Poszukiwana klasa to 28.30 „Produkcja maszyn dla rolnictwa i leśnictwa”. Firma deklaruje tę samą klasę (PKD 2025 28.30.Z).',
      'Firma chce otrzymywać zapytania, których celem jest: zakup.',
    ],
    ...(state === 'open' && { answerBy: '2026-12-04T08:30:00.000Z' }),
    ...(state === 'accepted' && { undoUntil: '2026-11-24T08:40:00.000Z' }),
  });
}

const members = ['SaMASZ', 'Promotech', 'White Hill', 'Experteam', 'ChM', 'AC SA', 'Agwo-Serwis'];

/** A lead as a coordinator sees it; `number` 0 to 6 chooses the member. */
export function leadIn(status: string, number = 0): LeadView {
  const name = members[number] ?? 'SaMASZ';
  const id = `${interestId}.${name.toLowerCase().replaceAll(' ', '-')}`;
  const decided = !['proposed', 'withdrawn', 'erased'].includes(status);
  return leadViewSchema.parse({
    id,
    status,
    createdAt: '2026-11-23T17:05:00.000Z',
    updatedAt: '2026-11-23T17:05:00.000Z',
    deadlineAt:
      status === 'proposed' ? new Date(Date.now() + (number - 0.4) * 86_400_000).toISOString() : null,
    clusterId: 'klaster-obrobki-metali',
    member: { id: name.toLowerCase().replaceAll(' ', '-'), name },
    score: status === 'erased' ? null : 0.91 - number / 10,
    reasons:
      status === 'erased'
        ? []
        : [
            {
              code: 'intentWelcome',
              intent: 'buy',
              text: 'The firm asked to hear of requests of this kind: buying.',
            },
          ],
    interest: status === 'erased' ? null : { id: interestId, ...summary },
    ...(decided && {
      decision: {
        at: '2026-11-24T08:30:00.000Z',
        ...(status === 'rejected' && { reasonCode: 'notSuitable' }),
        message: 'Nota de la coordinación',
      },
    }),
  });
}

/** What a person typed into every field of the form, by the names of the fields. */
export function filledForm(): URLSearchParams {
  return new URLSearchParams([
    ['language', 'es'],
    ['company.name', 'Talleres Misti SAC'],
    ['company.country', 'PE'],
    ['company.region', 'Arequipa'],
    ['company.website', 'https://misti.example'],
    ['company.taxId', '20999990003'],
    ['company.sectors.scheme', 'ciiu4'],
    ['company.sectors.code', '2822, 2821'],
    ['intent', 'buy'],
    ['sought.description', description],
    ['sought.sectors.scheme', 'nace21'],
    ['sought.sectors.code', '28.30'],
    ['sought.certificates', 'ISO 9001, HACCP'],
    ['targetRegion', 'Podlaskie'],
    ['contact.name', 'Rosa Quispe'],
    ['contact.email', 'compras@misti.example'],
    ['contact.phone', '+51 54 000 000'],
    ['sought.languages', 'es'],
    ['sought.languages', 'en'],
    ['consent.contactByEmail', 'true'],
    ['consent.shareOnAcceptance', 'true'],
    ['consent.version', consentVersion],
  ]);
}

/** A mail that waits for a person: even numbers to the member SaMASZ, odd ones that nobody may force. */
export function mailIn(status: MailView['status'], number: number): MailView {
  const leadId = `${interestId.replace(/\d$/, String(number))}.samasz`;
  const failed = status === 'failed';
  const never = failed && number % 2 === 1;
  return mailViewSchema.parse({
    id: `${leadId}#member#introduction`,
    revision: 3,
    status,
    template: 'introduction',
    createdAt: '2026-11-24T08:00:00.000Z',
    since: '2026-11-24T08:20:00.000Z',
    recipient: { side: 'member', companyName: number === 0 ? 'SaMASZ' : 'Metalowe Zakłady Doświadczalne' },
    interestId: leadId.split('.')[0],
    leadId,
    leadStatus: failed ? 'undeliverable' : 'approved',
    clusterId: 'klaster-obrobki-metali',
    ...(!failed && {
      attempt: { id: '0193a5d2-7d1e-7a2b-8c3d-4e5f60718293', at: '2026-11-24T08:05:00.000Z' },
    }),
    earlierDoubts: number === 1 ? 1 : 0,
    ...(failed && { failure: never ? 'noConsent' : 'rejected' }),
    retries: 0,
    allowed: never ? [] : failed ? ['again'] : ['sent', 'again'],
  });
}
