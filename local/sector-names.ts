import { fileURLToPath } from 'node:url';
import { buildNames } from '../shared/adapters/sector-names/build.ts';
import type { SectorNames } from '../shared/domain/sectors/sector-names.ts';

const target = new URL('../shared/adapters/sector-names/names.generated.json', import.meta.url);

/** Makes the file of sector names when it is missing or older than what it is made from. */
export async function makeSectorNames(): Promise<void> {
  await buildNames(fileURLToPath(target));
}

/** The sector names, made first if need be: a command must work in a checkout where nothing has run yet. */
export async function readySectorNames(): Promise<SectorNames> {
  await makeSectorNames();
  return (await import('../shared/adapters/sector-names/sector-names.ts')).sectorNames;
}
