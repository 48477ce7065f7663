import * as z from 'zod';
import { clusterClocksSchema } from './clocks.ts';
import { emailAddressSchema } from './email-address.ts';
import { clusterIdSchema, memberIdSchema } from './ids.ts';
import { intentSchema } from './intent.ts';
import { languageSchema } from './language-schema.ts';
import { companySchema, contactSchema, seeksSchema, wareSchema } from './profile.ts';
import { countrySchema } from './region.ts';
import { line } from './text.ts';

/** A consent on record: without it no introduction is sent (Poland, PKE art. 398; GDPR art. 7(1)). */
const memberConsentSchema = z.object({
  version: line(40),
  contactByEmail: z.boolean(),
  at: z.iso.datetime(),
  source: line(80),
});

/** A firm of one or more clusters that can be introduced to. */
export const memberSchema = z.object({
  id: memberIdSchema,
  language: languageSchema,
  company: companySchema,
  contact: contactSchema,
  offers: wareSchema,
  /** Its own wishes; absent: not stated. */
  seeks: seeksSchema.optional(),
  /** The submitters' intents it wants to hear of; absent: all. */
  welcomes: z.array(intentSchema).max(7).optional(),
  clusters: z.array(clusterIdSchema).min(1).max(10),
  consent: memberConsentSchema.optional(),
});
export type Member = z.infer<typeof memberSchema>;

/** Who decides on the leads of a cluster, and is written to about those that wait. */
const coordinatorSchema = z.object({ name: line(120), email: emailAddressSchema, language: languageSchema });
export type Coordinator = z.infer<typeof coordinatorSchema>;

/** An association of firms with coordinators of its own, in one region. */
export const clusterSchema = z.object({
  id: clusterIdSchema,
  name: line(200),
  country: countrySchema,
  region: line(80),
  /** The first is told what waits, the second what is late; without a second, the first of both. */
  coordinators: z.array(coordinatorSchema).max(10).optional(),
  /** Its own clocks. A clock that is changed holds for what begins from then on (decision 21). */
  clocks: clusterClocksSchema.optional(),
});
export type Cluster = z.infer<typeof clusterSchema>;
