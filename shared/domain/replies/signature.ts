import { fold, wordsOf } from './fold.ts';
import { limits } from './limits.ts';

/** A signature is no longer and no wider; what is, may say something. */
const maxSignatureLines = 15;
const maxSignatureLineLength = 120;
const maxNameLength = 60;

/** Who signs: as the From header and the address say. */
export interface Signer {
  readonly name: string;
  readonly address: string;
}

const closings = [
  'saludos,saludos cordiales,cordiales saludos,saludos cordiales desde arequipa,un saludo,un cordial saludo,atentamente,atte,muy atentamente,cordialmente,un abrazo,slds',
  'pozdrawiam,pozdrawiam serdecznie,serdecznie pozdrawiam,z powazaniem,z wyrazami szacunku,lacze pozdrowienia,pozdrowienia,z pozdrowieniami,pozdr,serdecznosci',
  'regards,best regards,kind regards,warm regards,many regards,best,best wishes,sincerely,yours sincerely,yours faithfully,cheers',
]
  .flatMap((line) => line.split(','))
  .sort((a, b) => b.length - a.length);

/** Sentences that say no more than thanks and “I wait for you”. */
const courtesies = new Set(
  [
    'gracias,muchas gracias,muchas gracias por su mensaje,gracias por su mensaje,gracias por escribirnos,gracias por contactarnos,quedo atento,quedo atenta,quedamos atentos,quedo a la espera,quedamos a la espera,quedo atento a sus comentarios,quedo atenta a sus comentarios,quedo pendiente',
    'dziekuje,dziekujemy,dziekuje bardzo,bardzo dziekuje,z gory dziekuje,dziekuje za wiadomosc,dziekujemy za wiadomosc,czekam na kontakt,czekamy na kontakt,prosze o kontakt,prosimy o kontakt',
    'thanks,thank you,many thanks,thanks a lot,thank you very much,thank you for your message,thanks for your message,looking forward to hearing from you,looking forward to your reply',
  ].flatMap((line) => line.split(',')),
);

/** Lines that programs write below a mail. */
const appLines = [
  'enviado desde mi',
  'enviado desde outlook',
  'enviado desde yahoo',
  'enviado desde correo',
  'enviado con mi',
  'enviado con proton',
  'obtener outlook para',
  'descargar outlook para',
  'wyslane z',
  'wyslano z',
  'wiadomosc wyslana z',
  'pobierz outlook dla',
  'pobierz aplikacje outlook',
  'sent from my',
  'sent from outlook',
  'sent from mail for',
  'sent from yahoo',
  'sent with proton',
  'sent from proton',
  'get outlook for',
];

/** How a disclaimer begins that a company’s server adds; what follows it is its own. */
const disclaimers = [
  'aviso legal,aviso de confidencialidad,confidencialidad,este mensaje y,este mensaje puede,este mensaje incluyendo,este correo electronico,este correo y,la informacion contenida en,antes de imprimir,por favor piense en,por favor considere el medio,libre de virus',
  'klauzula poufnosci,klauzula informacyjna,niniejsza wiadomosc,tresc tej wiadomosci,tresc niniejszej wiadomosci,informacje zawarte w,ta wiadomosc,administratorem pani,administratorem panstwa,administratorem danych,zanim wydrukujesz,pomysl o srodowisku,wiadomosc zostala sprawdzona,nie zawiera wirusow,sad rejonowy',
  'confidentiality notice,disclaimer,this e mail,this email,this message,the information contained in,please consider the environment,virus free',
].flatMap((line) => line.split(','));
/** A disclaimer soon names its matter and is long; a sentence that only begins like one is neither. */
const disclaimerMatter = /destinatari|datos personales|adresat|odbiorc|przetwarza|rodo|recipient|privileged/;
const shortMatter = /medio ambiente|imprimir|virus|avast|wirus|wydruk|srodowisk|krs|environment|printing/;
const minDisclaimerLength = 80;
const disclaimerLines = 5;

const bare = (folded: string) =>
  folded
    .replaceAll(/[.,!;:–—-]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
const beginsWith = (folded: string, starts: readonly string[]) =>
  starts.some((start) => folded.startsWith(start));
const ruler = /^[-_=*~·•\s]+$/;
const telephone =
  /^(?:(?:tel|cel|kom|mob|mobile|movil|telefono|telefon|phone|whatsapp|fax|m|t)\b[ .:/]{0,3})?(?:(?:kom|movil|fax)\b[ .:]{0,3})?[+(\d][\d ()+./-]{5,30}$/;
const electronic =
  /^(?:(?:e-?mail|mail|correo|web|strona)\b[ .:]{0,3})?(?:[^\s@]{1,64}@[^\s@]{3,120}|(?:https?:\/\/|www\.)\S{1,150})$/;
const small = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'e',
  'i',
  'z',
  'o',
  'sp',
  'and',
  'of',
  'the',
  's',
  'a',
]);

/** Words of at least three letters of a name and an address, folded; the domain’s last label is nobody’s name. */
function namesOf({ name, address }: Signer): Set<string> {
  const labels = address.slice(0, Math.max(address.lastIndexOf('.'), 0));
  return new Set(
    wordsOf(fold(`${name.slice(0, 200)} ${labels.slice(0, 200)}`)).filter((word) => word.length >= 3),
  );
}

/** True for words that are all written as names are. */
function isTitled(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 8 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || small.has(fold(word)));
}

function closes(line: string, folded: string): boolean {
  const closing = closings.find((start) => folded.startsWith(start));
  if (closing === undefined) return false;
  // A letter folds into one letter, so that the rest of the line can be cut by the closing’s length.
  const rest = line.normalize('NFC').slice(closing.length);
  return !/^[\p{L}\p{N}]/u.test(rest) && isTitled(rest);
}

function names(line: string, folded: string, known: ReadonlySet<string>): boolean {
  return line.length <= maxNameLength && isTitled(line) && wordsOf(folded).some((word) => known.has(word));
}

/** True if what a server or a program adds below a mail begins at the line `at`. */
export function startsDisclaimer(lines: readonly string[], at: number): boolean {
  const folded = lines.slice(at, at + disclaimerLines).map((line) => fold(line.slice(0, 300)));
  const end = folded.indexOf('');
  const paragraph = (end < 0 ? folded : folded.slice(0, end)).join(' ');
  if (!beginsWith(bare(folded[0] ?? ''), disclaimers)) return false;
  return (
    shortMatter.test(paragraph) ||
    (paragraph.length >= minDisclaimerLength && disclaimerMatter.test(paragraph))
  );
}

/** A place, an office, a number of a register: few words in small letters, and no sentence. */
function fitsSignature(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = words.filter((word) => /^\p{Ll}/u.test(word) && word.length >= 3 && !small.has(fold(word)));
  return line.length <= maxSignatureLineLength && plain.length <= 3 && !/[%!]|\p{Ll}{4}\.\s*$/u.test(line);
}

const isContact = (folded: string) => telephone.test(folded) || electronic.test(folded);

function isAppLine(folded: string): boolean {
  return folded.length <= maxSignatureLineLength && beginsWith(folded, appLines);
}

/**
 * True if `lines`, what stands below a clear word, say nothing of their own: thanks, a closing, a signature, what a
 * program or a company’s server adds. A signature begins with a closing, with the sender’s name or with a way to
 * reach it. Everything that is not known for harmless is not.
 */
export function isHarmless(lines: readonly string[], signer: Signer): boolean {
  const known = namesOf(signer);
  let signatureLines = 0;
  for (const [at, line] of lines.entries()) {
    const folded = fold(line.slice(0, maxSignatureLineLength + 1));
    if (folded === '' || ruler.test(folded)) continue;
    if (startsDisclaimer(lines, at)) return true;
    if (limits(folded)) return false;
    if (isAppLine(folded) || courtesies.has(bare(folded))) continue;
    const begins = closes(line, folded) || names(line, folded, known) || isContact(folded);
    if (signatureLines === 0 && !begins) return false;
    signatureLines += 1;
    if (signatureLines > maxSignatureLines || !(begins || fitsSignature(line))) return false;
  }
  return true;
}
