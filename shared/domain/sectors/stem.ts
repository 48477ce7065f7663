import type { Language, Texts } from '../language.ts';

/**
 * Endings that are cut, each group with the fewest letters that must remain. Of all that fit, the longest is cut, and
 * only one: obróbka, obróbki, obróbką and obróbce leave `obrob`; mecanizado, mecanizados and mecanización `mecaniz`.
 * Polish endings of derived words (-owanie, -arka, -arski) go too, since a firm writes frezowanie as often as frezarka.
 */
const endings: Texts<Readonly<Record<3 | 4, string>>> = {
  es: {
    3: 'es os as s o a e',
    4: `aciones acion amientos amiento imientos imiento adoras adores adora ador edoras edores edora edor idores idor
        iciones icion uciones ucion ciones cion idades idad mente ados adas ado ada idos idas ido ida ando iendo icas
        icos ica ico osas osos osa oso ales al erias eria istas ista arse ar er ir ias ios ia io`,
  },
  pl: {
    3: `owaniach owaniami owaniem owaniu owania owanie owanych owanymi owanego owanej owanym owany owana owane owan owac
        arskich arskiego arskiej arskim arskie arska arski arstwa arstwo arstwie arkami arkach arek arki arka arke arko arce
        arnia arnie arni arniach niczych niczego niczej niczym nicze nicza niczy nictwa nictwo nictwie ownia ownie owni
        owych owymi owego owemu owej owym owa owe owy ow skich skiego skiej skim skimi skie ska ski
        iami ami iach ach iom om iem em ego emu ych ymi ich imi ej ie ia ii a e i o u y`,
    4: `anych anymi anego anej anym any ana ane ania anie aniu aniem eniem enia enie eniu nych nymi nego nemu nej nym ny
        na ne nia nie ni ek ka ki ke ko ce ac ec`,
  },
  en: {
    3: 'ings ing ies ied ed es y s e',
    4: 'izations ization isations isation ations ation itions ition ments ment ers er ical ics ic al',
  },
};

/** Polish names of devices keep their ending: ciągnik, ciągniki and ciągnika are not ciąg. */
const deviceForms = /^(.{2,}nik)(?:i|a|u|ow|om|ami|ach|iem|owi)?$/;

interface Ending {
  readonly letters: string;
  readonly least: number;
}

const endingsOf: Texts<readonly Ending[]> = {
  es: longestFirst(endings.es),
  pl: longestFirst(endings.pl),
  en: longestFirst(endings.en),
};

/** What the forms of a word have in common. `plain` is in lower case and without diacritics; short words stay whole. */
export function stemOf(plain: string, language: Language): string {
  const [, device] = (language === 'pl' && deviceForms.exec(plain)) || [];
  if (device !== undefined) return device;
  const ending = endingsOf[language].find(
    ({ letters, least }) => plain.length - letters.length >= least && plain.endsWith(letters),
  );
  const stem = ending === undefined ? plain : plain.slice(0, plain.length - ending.letters.length);
  if (language !== 'pl') return stem;
  // What softens a consonant before an ending belongs to the ending (części), and maszyn has lost it (maszyna).
  return stem.replace(/(?<=..[cszn])i$/, '').replace(/(?<=.{4})n$/, '');
}

function longestFirst(groups: Readonly<Record<3 | 4, string>>): readonly Ending[] {
  const listed = ([3, 4] as const).flatMap((least) =>
    groups[least].split(/\s+/).map((letters) => ({ letters, least })),
  );
  return listed.sort((a, b) => b.letters.length - a.letters.length);
}
