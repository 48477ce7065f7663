import * as z from 'zod';
import { alertSteps } from './decision-clock.ts';
import { clusterIdSchema, instantSchema, interestIdSchema, leadIdSchema } from './ids.ts';
import { intentSchema } from './intent.ts';
import { languageSchema } from './language-schema.ts';
import { reasonSchema } from './matching/reason.ts';
import { companySchema, contactSchema, wareSchema } from './profile.ts';
import { declaredSectorSchema } from './sectors/declared-sector.ts';
import { line, paragraph } from './text.ts';

const language = languageSchema;

/** How many waiting leads a mail lists one by one. */
export const maxListed = 20;
const firm = companySchema.pick({ name: true, country: true, region: true });

/** Asks a submitter to confirm. Holds none of the sender's own words, so that it cannot be used to bother strangers. */
const confirmation = z.object({
  template: z.literal('confirmation'),
  language,
  interestId: interestIdSchema,
  confirmBy: instantSchema,
});

/** Shows a member an interest, without the submitter's contact data. */
const introduction = z.object({
  template: z.literal('introduction'),
  language,
  leadId: leadIdSchema,
  member: z.object({ companyName: line(200), contactName: line(120) }),
  cluster: z.object({ id: clusterIdSchema, name: line(200) }),
  submitter: firm,
  submitterLanguage: languageSchema,
  intent: intentSchema,
  sought: wareSchema,
  reasons: z.array(reasonSchema).min(1),
  /** Days the recipient has to answer. */
  answerDays: z.number().min(0),
  /** Seconds in which an acceptance can be undone, before contact data is disclosed. */
  undoSeconds: z.number().min(0),
  coordinatorMessage: paragraph(1000).optional(),
});

/** Asks a member that was introduced and has not answered once more. */
const reminder = z.object({
  template: z.literal('reminder'),
  language,
  leadId: leadIdSchema,
  step: z.literal([1, 2]),
  member: z.object({ companyName: line(200), contactName: line(120) }),
  submitter: firm,
  submitterLanguage: languageSchema,
  intent: intentSchema,
  sought: wareSchema.pick({ description: true }),
  answerBy: instantSchema,
  /** When the introduction was written, so that the links are the same as in it. */
  introductionWrittenAt: instantSchema,
});

/** Tells a coordinator which proposed leads wait for a decision. */
const decisionsWaiting = z.object({
  template: z.literal('decisions-waiting'),
  language,
  clusterId: clusterIdSchema,
  clusterName: line(200),
  coordinatorName: line(120),
  step: z.enum(alertSteps),
  /** Those that wait longest, at most `maxListed`. */
  waiting: z
    .array(
      z.object({
        leadId: leadIdSchema,
        memberName: line(200),
        submitter: firm,
        decideBy: instantSchema,
        overdue: z.boolean(),
      }),
    )
    .min(1)
    .max(maxListed),
  /** How many wait beside those. */
  more: z.number().int().min(0),
});

/** Gives each side the other's contact data after an acceptance. */
const connection = z.object({
  template: z.literal('connection'),
  language,
  leadId: leadIdSchema,
  reader: z.object({
    companyName: line(200),
    contactName: line(120),
    languages: wareSchema.shape.languages,
  }),
  side: z.enum(['submitter', 'member']),
  other: z.object({
    company: companySchema.pick({ name: true, country: true, region: true, website: true, sectors: true }),
    contact: contactSchema,
    languages: wareSchema.shape.languages,
  }),
  intent: intentSchema,
  /** The language that the description is in; absent in mails written down before it was kept. */
  submitterLanguage: languageSchema.optional(),
  sought: wareSchema.pick({ description: true }),
});

/** News for a submitter: how its interest or one of its leads stands now. */
const statusChanged = z.object({
  template: z.literal('status-changed'),
  language,
  interestId: interestIdSchema,
  change: z.discriminatedUnion('to', [
    z.object({ to: z.literal('matched'), leadCount: z.number().int().min(1) }),
    z.object({ to: z.literal('noMatch') }),
    z.object({ to: z.literal('withdrawn') }),
    /** Every firm that was found has said no or cannot be reached: nothing comes by itself any more. */
    z.object({ to: z.literal('nothingLeft'), leadCount: z.number().int().min(1) }),
    z.object({ to: z.literal('expired'), what: z.enum(['interest', 'lead']) }),
    z.object({ to: z.enum(['declined', 'deferred']), sectors: z.array(declaredSectorSchema) }),
  ]),
});

/** News for a member that was introduced: the interest is no longer open. */
const introductionClosed = z.object({
  template: z.literal('introduction-closed'),
  language,
  leadId: leadIdSchema,
  member: z.object({ companyName: line(200), contactName: line(120) }),
  submitter: firm,
  cause: z.enum(['withdrawn', 'expired']),
});

/** What a mail says, frozen when its outbox entry is written; links are added when it is sent. */
export const mailContentSchema = z.discriminatedUnion('template', [
  confirmation,
  introduction,
  reminder,
  connection,
  statusChanged,
  introductionClosed,
  decisionsWaiting,
]);

export type MailContent = z.infer<typeof mailContentSchema>;
export type MailTemplate = MailContent['template'];
export type MailOf<T extends MailTemplate> = Extract<MailContent, { template: T }>;
