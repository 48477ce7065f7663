import { openSectorModel } from '../../domain/sectors/sector-model.ts';
import model from './model.generated.json' with { type: 'json' };

/** The model of sectors as `build.ts` made it. What a function does not ask for is not decoded. */
export const sectorModel = openSectorModel({
  version: model.version,
  vocabularies: {
    es: () => bytesOf(model.es),
    pl: () => bytesOf(model.pl),
    en: () => bytesOf(model.en),
  },
  letterPatterns: () => bytesOf(model.letterPatterns),
  meanings: () => bytesOf(model.meanings),
});

function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}
