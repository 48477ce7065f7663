import type { Evidence } from '../../shared/domain/duplicates/evidence.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface DuplicatesText {
  /** In the list. */
  readonly mark: string;
  readonly heading: string;
  readonly explanation: string;
  readonly duplicate: (company: string, day: string) => string;
  readonly evidence: Record<Evidence['by'], string>;
  readonly similarName: (percent: string) => string;
  readonly heldBackMark: string;
  readonly heldBack: (member: string, introduced: string, until: string) => string;
}

/** What a coordinator is told of earlier requests of the same company. */
export const duplicatesTexts: Texts<DuplicatesText> = typeset({
  es: {
    mark: 'Posible duplicado',
    heading: 'Solicitudes anteriores que podrían ser de la misma empresa',
    explanation: 'Puente no las une ni decide por usted: revise los datos y apruebe o rechace.',
    duplicate: (company, day) => `Posible duplicado: ${company}, solicitud del ${day}`,
    evidence: {
      taxId: 'mismo RUC o NIP',
      address: 'mismo correo de contacto',
      domain: 'mismo dominio de la web o del correo',
      phone: 'mismo teléfono',
      name: 'mismo nombre',
    },
    similarName: (percent) => `nombre parecido (${percent})`,
    heldBackMark: 'Ya presentada hace poco',
    heldBack: (member, introduced, until) =>
      `Ya se presentó esta empresa a ${member} el ${introduced}; puede volver a presentarse desde el ${until}.`,
  },
  pl: {
    mark: 'Możliwy duplikat',
    heading: 'Wcześniejsze zapytania, być może od tej samej firmy',
    explanation: 'Puente ich nie łączy i o niczym nie przesądza: prosimy porównać dane i zdecydować.',
    duplicate: (company, day) => `Możliwy duplikat: ${company}, zapytanie z dnia ${day} r.`,
    evidence: {
      taxId: 'ten sam NIP lub RUC',
      address: 'ten sam adres e-mail',
      domain: 'ta sama domena strony lub poczty',
      phone: 'ten sam telefon',
      name: 'ta sama nazwa',
    },
    similarName: (percent) => `podobna nazwa (${percent})`,
    heldBackMark: 'Niedawno już przedstawiona',
    heldBack: (member, introduced, until) =>
      `Tę firmę przedstawiono już firmie ${member} w dniu ${introduced} r.; ponownie będzie można ją przedstawić od dnia ${until} r.`,
  },
  en: {
    mark: 'Possible duplicate',
    heading: 'Earlier requests that may be from the same firm',
    explanation: 'Puente neither merges them nor decides for you: compare, then approve or reject.',
    duplicate: (company, day) => `Possible duplicate: ${company}, request of ${day}`,
    evidence: {
      taxId: 'same RUC or NIP',
      address: 'same contact address',
      domain: 'same domain of website or e-mail',
      phone: 'same telephone',
      name: 'same name',
    },
    similarName: (percent) => `similar name (${percent})`,
    heldBackMark: 'Introduced not long ago',
    heldBack: (member, introduced, until) =>
      `This firm was already introduced to ${member} on ${introduced}; it can be introduced again from ${until}.`,
  },
});
