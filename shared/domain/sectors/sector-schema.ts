import * as z from 'zod';
import { schemes } from './schemes.ts';
import { codesOf } from './tables.ts';

export const schemeSchema = z.enum(schemes);

/** A `SectorCode`. Fault: `unknownSector`. */
export const sectorCodeSchema = z
  .string()
  .refine((code) => codesOf('nace21').has(code), 'unknownSector')
  .brand<'SectorCode'>();
