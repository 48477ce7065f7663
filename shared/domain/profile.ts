import * as z from 'zod';
import { emailAddressSchema } from './email-address.ts';
import { countrySchema } from './region.ts';
import { declaredSectorSchema } from './sectors/declared-sector.ts';
import { isPlainLine, line, paragraph } from './text.ts';

/** ISO 639-1 code of a language a company works in, lower case. */
const workingLanguageSchema = z.string().regex(/^[a-z]{2}$/, 'invalidLanguage');

const sectorsSchema = z.array(declaredSectorSchema).max(10);
const certificatesSchema = z.array(line(80)).max(20);
const workingLanguagesSchema = z.array(workingLanguageSchema).max(10);

/** A firm, as it names itself. `taxId` is checked where numbers can be (RUC in Peru, NIP in Poland). */
export const companySchema = z.object({
  name: line(200),
  country: countrySchema,
  region: line(80).optional(),
  taxId: line(20).optional(),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'invalidUrl' })
    .max(300)
    .refine(isPlainLine, 'controlCharacters')
    // `https://known.example@other.example` leads elsewhere than it seems to.
    .refine((url) => !/^[^/]*\/\/[^/?#]*@/.test(url), 'invalidUrl')
    .optional(),
  sectors: sectorsSchema.optional(),
});
export type Company = z.infer<typeof companySchema>;

/** A person of a firm: personal data, disclosed only by a connection. */
export const contactSchema = z.object({
  name: line(120),
  email: emailAddressSchema,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()./-]{6,30}$/, 'invalidPhone')
    .refine((text) => text.replace(/\D/g, '').length >= 6, 'invalidPhone')
    .optional(),
});
export type Contact = z.infer<typeof contactSchema>;

/** What is sought or offered, in words and in sectors. */
export const wareSchema = z.object({
  description: paragraph(4000),
  sectors: sectorsSchema.optional(),
  certificates: certificatesSchema.optional(),
  languages: workingLanguagesSchema.optional(),
});
/** What a submitter seeks; of `requiredCertificates` a partner must hold every one. */
export const soughtSchema = wareSchema.extend({ requiredCertificates: certificatesSchema.optional() });

/** What a member seeks itself, so that a lead is good for both. */
export const seeksSchema = z.object({ sectors: sectorsSchema.min(1) });

export type Ware = z.infer<typeof wareSchema>;
