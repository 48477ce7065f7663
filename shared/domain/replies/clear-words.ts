import type { Language } from '../language.ts';

export type Meaning = 'accept' | 'decline' | 'stop';

/**
 * What acts as a press of a button would, folded: lower case and without accents. A comma may be written or left out,
 * a blank may not be a comma: “No, nos interesa” is no refusal. `/` separates phrases.
 */
const phrases: Readonly<Record<Meaning, Readonly<Record<Language, string>>>> = {
  accept: {
    es: 'si / acepto / aceptamos / si, acepto / si, aceptamos / si, nos interesa / si, me interesa / si, estamos interesados / si, estoy interesado / si, estoy interesada / si, gracias / si, muchas gracias / si, por favor / claro que si / por supuesto que si / si, por supuesto',
    pl: 'tak / akceptuje / akceptujemy / tak, akceptuje / tak, akceptujemy / tak, prosze / tak, poprosze / tak, dziekuje / tak, dziekujemy / tak, zgadzam sie / tak, zgadzamy sie / tak, jestesmy zainteresowani / tak, jestem zainteresowany / tak, jestem zainteresowana / tak, oczywiscie / oczywiscie, tak / oczywiscie ze tak',
    en: "yes / i accept / we accept / yes, i accept / yes, we accept / yes, please / yes, thanks / yes, thank you / yes, we are interested / yes, we're interested / yes, i am interested / yes, i'm interested / yes, of course / yes, certainly",
  },
  decline: {
    es: 'no / no, gracias / no, muchas gracias / no nos interesa / no me interesa / no estamos interesados / no estoy interesado / no estoy interesada / no acepto / no aceptamos',
    pl: 'nie / nie, dziekuje / nie, dziekujemy / niestety nie / niestety, nie / nie jestesmy zainteresowani / nie jestem zainteresowany / nie jestem zainteresowana / nie akceptuje / nie akceptujemy',
    en: "no / no, thanks / no, thank you / not interested / we are not interested / we're not interested / i am not interested / i'm not interested / no, we are not interested / no, i am not interested / no, not interested",
  },
  stop: {
    es: 'baja / stop / dar de baja / darme de baja / darnos de baja',
    pl: 'wypisz / stop / wypisz mnie / prosze mnie wypisac / prosze nas wypisac',
    en: 'stop / unsubscribe / unsubscribe me / please unsubscribe / please unsubscribe me',
  },
};

export interface ClearWord {
  readonly meaning: Meaning;
  readonly word: string;
  /** Where more than one language has it, all of them. */
  readonly languages: readonly Language[];
}

export const clearWords: readonly ClearWord[] = gather();

function gather(): ClearWord[] {
  const found = new Map<string, { meaning: Meaning; word: string; languages: Language[] }>();
  for (const meaning of ['accept', 'decline', 'stop'] as const) {
    for (const language of ['es', 'pl', 'en'] as const) {
      for (const word of phrases[meaning][language].split(' / ')) {
        const known = found.get(word);
        if (known === undefined) found.set(word, { meaning, word, languages: [language] });
        else known.languages.push(language);
      }
    }
  }
  return [...found.values()];
}
