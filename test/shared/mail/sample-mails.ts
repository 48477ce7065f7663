import type { MailLinks } from '../../../shared/contracts/mail-links.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { type MailContent, mailContentSchema } from '../../../shared/domain/mail-content.ts';

const interestId = '0199a3f2-5c1e-7d3a-9b44-2f6e8a7c1d05';
const leadId = `${interestId}.samasz`;
const token = 'a1.eyJwIjoiaW50cm9kdWN0aW9uIn0.Qm9zcXVlIGRlIHBydWViYSBwYXJhIGxhIGZpcm1h';
const base = 'https://puente.example';

const misti = { name: 'Talleres Misti SAC', country: 'PE', region: 'Arequipa' };
const samasz = { name: 'SaMASZ', country: 'PL', region: 'Podlaskie' };
const alpaca = { name: 'Alpaca Andina SRL', country: 'PE', region: 'Arequipa' };
const cluster = { id: 'klaster-obrobki-metali', name: 'Klaster Obróbki Metali' };
const textiles = { id: 'cluster-textil-arequipa', name: 'Clúster Textil Alpaca de Arequipa' };

const contacts = {
  misti: { name: 'Rosa Quispe Mamani', email: 'compras@misti.example', phone: '+51 54 123 456' },
  samasz: { name: 'Jan Kowalski', email: 'eksport@samasz.example', phone: '+48 85 123 45 67' },
};

const sought = {
  description:
    'Buscamos fabricante de segadoras y rastrillos para el valle de Majes: unas 12 máquinas por año, con repuestos.\n\nNos interesa también la capacitación de los mecánicos. Primera entrega: segundo trimestre de 2027.',
  sectors: [
    { scheme: 'nace21', code: '28.30' },
    { scheme: 'ciiu4', code: '4653' },
  ],
  certificates: ['ISO 9001', 'CE'],
  languages: ['es', 'en'],
};

const reasons = [
  {
    code: 'sameClass',
    sought: '28.30',
    offered: '28.30',
    declared: { scheme: 'pkd2025', code: '28.30.Z' },
    soughtFrom: 'form',
  },
  { code: 'intentWelcome', intent: 'buy' },
  { code: 'targetRegion', region: 'Podlaskie' },
];

/** What an introduction to a Polish member holds, in `language`. */
export const introductionInput = (language: Language) => ({
  template: 'introduction',
  language,
  leadId,
  member: { companyName: samasz.name, contactName: contacts.samasz.name },
  cluster,
  submitter: misti,
  submitterLanguage: 'es',
  intent: 'buy',
  sought,
  reasons,
  answerDays: 10,
  undoSeconds: 600,
  coordinatorMessage:
    'Poznaliśmy tę firmę podczas wizyty delegacji z Arequipy.\nWarto zwrócić uwagę na części zamienne.',
});

const introductionToPeru = (language: Language) => ({
  ...introductionInput(language),
  leadId: `${interestId}.alpaca-andina`,
  member: { companyName: alpaca.name, contactName: 'Lucía Huamán' },
  cluster: textiles,
  submitter: { name: 'Przędzalnia Białystok Sp. z o.o.', country: 'PL' },
  submitterLanguage: 'pl',
  intent: 'sell',
  sought: {
    description: 'Oferujemy maszyny do przędzenia wełny alpaki.',
    sectors: [{ scheme: 'pkd2025', code: '28.94.Z' }],
  },
  reasons: [
    {
      code: 'sameDivision',
      sought: '13.10',
      offered: '13.20',
      declared: { scheme: 'ciiu4', code: '1312' },
      soughtFrom: 'text',
    },
  ],
  coordinatorMessage: undefined,
});

const connectionTo = (side: 'submitter' | 'member') => (language: Language) => ({
  template: 'connection',
  language,
  leadId,
  side,
  reader: {
    companyName: (side === 'submitter' ? misti : samasz).name,
    contactName: contacts[side === 'submitter' ? 'misti' : 'samasz'].name,
  },
  other:
    side === 'submitter'
      ? {
          company: {
            ...samasz,
            website: 'https://samasz.example',
            sectors: [{ scheme: 'pkd2025', code: '28.30.Z' }],
          },
          contact: contacts.samasz,
          languages: ['pl', 'en'],
        }
      : {
          company: { ...misti, website: 'https://misti.example' },
          contact: contacts.misti,
          languages: ['es', 'en'],
        },
  intent: 'buy',
  submitterLanguage: 'es',
  sought: { description: sought.description },
});

const statusChanged = (change: object) => (language: Language) => ({
  template: 'status-changed',
  language,
  interestId,
  change,
});
const closed = (cause: string) => (language: Language) => ({
  template: 'introduction-closed',
  language,
  leadId,
  member: { companyName: samasz.name, contactName: contacts.samasz.name },
  submitter: misti,
  cause,
});
const reminder = (step: 1 | 2) => (language: Language) => ({
  template: 'reminder',
  language,
  leadId,
  step,
  member: { companyName: samasz.name, contactName: contacts.samasz.name },
  submitter: misti,
  submitterLanguage: 'es',
  intent: 'buy',
  sought: { description: sought.description },
  answerBy: '2026-11-20T15:30:00.000Z',
  introductionWrittenAt: '2026-11-10T15:28:00.000Z',
});
const waiting = (step: 'warning' | 'escalation', more: number) => (language: Language) => ({
  template: 'decisions-waiting',
  language,
  clusterId: cluster.id,
  clusterName: cluster.name,
  coordinatorName: 'Maria Zielińska',
  step,
  waiting: [
    {
      leadId,
      memberName: samasz.name,
      submitter: misti,
      decideBy: '2026-11-12T09:00:00.000Z',
      overdue: step === 'escalation',
    },
    {
      leadId: `${interestId}.promotech`,
      memberName: 'Promotech',
      submitter: alpaca,
      decideBy: '2026-11-12T16:45:00.000Z',
      overdue: false,
    },
  ],
  more,
});
const answeringSectors = [{ scheme: 'pkd2025', code: '28.30.Z' }];

/** One of every mail that differs from the others in more than its names. */
const inputs: Readonly<Record<string, (language: Language) => object>> = {
  confirmation: (language) => ({
    template: 'confirmation',
    language,
    interestId,
    confirmBy: '2026-11-10T19:05:00.000Z',
  }),
  introduction: introductionInput,
  'introduction-to-peru': introductionToPeru,
  'reminder-first': reminder(1),
  'reminder-second': reminder(2),
  'waiting-warning': waiting('warning', 0),
  'waiting-escalation': waiting('escalation', 5),
  'connection-submitter': connectionTo('submitter'),
  'connection-member': connectionTo('member'),
  'status-matched': statusChanged({ to: 'matched', leadCount: 3 }),
  'status-no-match': statusChanged({ to: 'noMatch' }),
  'status-nothing-left': statusChanged({ to: 'nothingLeft', leadCount: 3 }),
  'status-nothing-left-of-one': statusChanged({ to: 'nothingLeft', leadCount: 1 }),
  'status-withdrawn': statusChanged({ to: 'withdrawn' }),
  'status-expired-interest': statusChanged({ to: 'expired', what: 'interest' }),
  'status-expired-lead': statusChanged({ to: 'expired', what: 'lead' }),
  'status-declined': statusChanged({ to: 'declined', sectors: answeringSectors }),
  'status-deferred': statusChanged({ to: 'deferred', sectors: answeringSectors }),
  'closed-withdrawn': closed('withdrawn'),
  'closed-expired': closed('expired'),
};
export const sampleNames = Object.keys(inputs);

/** The sample mail of that name through the production schema, as it is read back from the table. */
export function sampleContent(name: string, language: Language): MailContent {
  const input = inputs[name];
  if (input === undefined) throw new Error(`no sample mail ${name}`);
  return mailContentSchema.parse(input(language));
}

export function linksFor({ template, language }: Pick<MailContent, 'template' | 'language'>): MailLinks {
  const statusUrl = `${base}/${language}/interests/${interestId}?key=${token}`;
  const unsubscribeUrl = `${base}/${language}/unsubscribe/${token}`;
  const oneClickUrl = `${base}/api/unsubscribe/${token}`;
  const privacyUrl = `${base}/${language}/privacy`;
  if (template === 'confirmation') return { template, statusUrl: `${statusUrl}&confirm=1`, privacyUrl };
  if (template === 'status-changed') return { template, statusUrl, formUrl: `${base}/${language}/` };
  if (template === 'connection') return { template, privacyUrl };
  if (template === 'decisions-waiting') return { template, consoleUrl: `${base}/console/` };
  if (template === 'introduction-closed') return { template, unsubscribeUrl, oneClickUrl };
  return {
    template,
    answerUrl: `${base}/${language}/introductions/${token}`,
    unsubscribeUrl,
    oneClickUrl,
    privacyUrl,
  };
}
