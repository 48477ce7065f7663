import { fileURLToPath } from 'node:url';
import { buildModel } from '../shared/adapters/sector-model/build.ts';
import { buildNames } from '../shared/adapters/sector-names/build.ts';
import type { SectorModel } from '../shared/domain/sectors/sector-model.ts';
import type { SectorNames } from '../shared/domain/sectors/sector-names.ts';

const adapters = new URL('../shared/adapters/', import.meta.url);

/** Makes the files of sector names and of the model when they are missing or older than what they are made from. */
export async function makeSectorFiles(): Promise<void> {
  await buildNames(fileURLToPath(new URL('sector-names/names.generated.json', adapters)));
  await buildModel(fileURLToPath(new URL('sector-model/model.generated.json', adapters)));
}

/** The sector names, made first if need be: a command must work in a checkout where nothing has run yet. */
export async function readySectorNames(): Promise<SectorNames> {
  await makeSectorFiles();
  return (await import('../shared/adapters/sector-names/sector-names.ts')).sectorNames;
}

/** The model of sectors, made first if need be. */
export async function readySectorModel(): Promise<SectorModel> {
  await makeSectorFiles();
  return (await import('../shared/adapters/sector-model/sector-model.ts')).sectorModel;
}
