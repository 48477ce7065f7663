import * as z from 'zod';
import { intentSchema } from '../intent.ts';
import { declaredSectorSchema } from '../sectors/declared-sector.ts';
import { sectorCodeSchema } from '../sectors/sector-schema.ts';
import { line } from '../text.ts';

/** Words as somebody wrote them in a description; the longest word of any of the three languages is shorter. */
const word = line(80);
const wordsSchema = z.array(word).min(1).max(3);

/** The two classes that met, and where each was found. */
const met = {
  sought: sectorCodeSchema,
  offered: sectorCodeSchema,
  /** `text`: the submitter named no sector and it was read from the description. */
  soughtFrom: z.enum(['form', 'text']),
  /** The words of the submitter's description that speak for `sought`. */
  soughtWords: wordsSchema.optional(),
  /** What the member itself declared; absent when `offered` was read from its description. */
  declared: declaredSectorSchema.optional(),
  /** How many classes `declared` covers, if it is not the one alone: then it does not say that the firm does this one. */
  declaredClasses: z.number().int().min(2).optional(),
  /** The words of the member's description that speak for `offered`. */
  offeredWords: wordsSchema.optional(),
};

/** At most this many words, certificates or languages are named in one reason. */
export const maxNamed = 5;
const named = z.array(line(80)).min(1).max(maxNamed);

/**
 * Why a lead was proposed, as facts that a person can check in both profiles; `describeReason` puts them into words.
 * `sought` and `offered` are NACE Rev. 2.1 classes.
 */
export const reasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['sameClass', 'sameGroup', 'sameDivision', 'sameSection']), ...met }),
  /** Firms of the class offered usually buy, or trade in, what the class sought makes: the table of `value-chain.ts`. */
  z.object({ code: z.enum(['buysSought', 'tradesInSought']), ...met }),
  /** Words of the two descriptions that mean the same. */
  z.object({
    code: z.literal('sameWords'),
    words: z
      .array(z.object({ sought: word, offered: word }))
      .min(1)
      .max(maxNamed),
  }),
  z.object({ code: z.enum(['certificatesHeld', 'certificatesMissing']), certificates: named }),
  /** ISO 639-1 codes: what both work in; what the submitter asked for and the member does not state. */
  z.object({ code: z.enum(['languagesShared', 'languagesMissing']), languages: named }),
  z.object({ code: z.literal('intentWelcome'), intent: intentSchema }),
  z.object({ code: z.literal('targetRegion'), region: line(80) }),
]);

export type Reason = z.infer<typeof reasonSchema>;
/** A reason that names two classes. */
export type SectorReason = Extract<Reason, { sought: unknown }>;
