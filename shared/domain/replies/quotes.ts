import { fold } from './fold.ts';

/** What is looked through for own words; a person who writes more is read by a person anyway. */
const maxLines = 3000;
/** Longer lines are compared by their beginning only, so that every pattern stays cheap. */
const maxComparedLength = 600;
/** A line that introduces a quote is wrapped over so many at most. */
const maxIntroLines = 4;
/** Within so many lines of its first one, a block of copied headers shows two more. */
const headerBlockLines = 8;

const quoted = /^[ \t]{0,3}(?:>|&gt;)/;

/** `El lun, 5 oct 2026`, `W dniu`, `pon., 5 paź`, `On`, `2026-10-05`, Zoho’s `---- On`. */
const introStart =
  /^(?:-{2,6} ?)?(?:on|el|w dniu|dnia|dn\.|uzytkownik|wiadomosc napisana|(?:pon|wt|sr|czw|pt|sob|sb|nd|niedz|ndz|lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,9}[.,]{1,2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?: |$)/;
const introEnd = /(?:wrote|escribio|escribe|ha escrito|pisze|napisal(?:\(a\)|a|\/a)?) ?:?(?: ?-{2,6})?$/;
/** Apple Mail: `Jan <a@b> napisał(a) w dniu 5 paź 2026, o godz. 10:12:`. */
const authorFirst = ['> wrote on ', '> escribio el ', '> napisal(a) w dniu ', '> napisal(a) dnia '];
const appleInPolish = /^wiadomosc napisana przez .{1,300} w dniu .{1,80}:$/;

const firstHeader = /^[*\s]{0,3}(?:de|from|od|nadawca)\s?\*{0,2}\s?:/;
const furtherHeader =
  /^[*\s]{0,3}(?:enviado(?: el)?|enviada(?: el)?|sent|wyslan[oey]|data|fecha|date|para|to|do|asunto|subject|temat|cc|dw|odbiorca|adresat)\s?\*{0,2}\s?:/;

const rulerBefore = /^[-_=~\s>]{1,80}/;
/** What stands between rulers above a copied mail. */
const copies = [
  'mensaje original',
  'mensaje anterior',
  'mensaje reenviado',
  'inicio del mensaje reenviado',
  'original message',
  'forwarded message',
  'begin forwarded message',
  'original appointment',
  'wiadomosc oryginalna',
  'oryginalna wiadomosc',
  'wiadomosc przekazana',
  'przekazana wiadomosc',
  'poczatek przekazywanej wiadomosci',
  'tresc przekazanej wiadomosci',
];

/** A line of a quote, as every client marks it that marks lines. */
function isQuoted(line: string): boolean {
  return quoted.test(line);
}

interface Lines {
  readonly whole: readonly string[];
  readonly folded: readonly string[];
}

/** How many lines from `at` on introduce a quote; 0 if they do not. */
function introLength({ folded, whole }: Lines, at: number): number {
  const first = folded[at] ?? '';
  if (first.endsWith(':') && (appleInPolish.test(first) || authorFirst.some((part) => first.includes(part))))
    return 1;
  if (!introStart.test(first)) return 0;
  let joined = '';
  for (let count = 1; count <= maxIntroLines; count++) {
    const next = at + count - 1;
    const line = folded[next];
    if (line === undefined || line === '' || isQuoted(whole[next] ?? '')) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > maxComparedLength) return 0;
    if (/[\d@]/.test(joined) && (introEnd.test(joined) || appleInPolish.test(joined))) return count;
  }
  return 0;
}

/** A mark above a copied mail; a program that joins flowed lines (RFC 3676) may have put the next line behind it. */
function isCopyMark(line: string): boolean {
  const core = line.replace(rulerBefore, '');
  const copy = copies.find((words) => core.startsWith(words));
  return copy !== undefined && /^(?:\s?:?$|\s?[-_=]{2})/.test(core.slice(copy.length));
}

/** True if the rest of the mail, from `at` on, is a copy of an earlier one. */
function startsCopy({ folded }: Lines, at: number): boolean {
  const line = folded[at] ?? '';
  if (isCopyMark(line)) return true;
  const head = /^_{8,}$/.test(line)
    ? folded.slice(at + 1, at + 4).findIndex((next) => next !== '') + at + 1
    : at;
  if (!firstHeader.test(folded[head] ?? '')) return false;
  const further = folded.slice(head + 1, head + headerBlockLines).filter((next) => furtherHeader.test(next));
  return further.length >= 2;
}

const signatureMark = /^-- ?$/;
/** What takes back or limits is no signature, wherever it stands. */
const afterthought =
  /^(?:pero|sin embargo|salvo|excepto|primero|solo|siempre que|ale|jednak|najpierw|tylko|dopiero|pod warunkiem|o ile|but|however|first|only|provided|unless|except|ps|p\.s|pd|p\.d)\b/;

/**
 * The lines that were written now: without quotes above, below and in between, without copies of earlier mails and
 * without what follows the signature mark `-- ` (RFC 3676 section 4.3). Up to 3,000 lines are looked through.
 */
export function ownLines(text: string): string[] {
  const whole = text.split('\n', maxLines);
  const folded = whole.map((line) => fold(line.slice(0, maxComparedLength)));
  const lines = { whole, folded };
  const own: string[] = [];
  let signature = false;
  for (let at = 0; at < whole.length; at++) {
    const line = whole[at] ?? '';
    if (isQuoted(line)) {
      signature = false;
      continue;
    }
    const intro = introLength(lines, at);
    if (intro > 0) {
      const next = whole.findIndex((other, index) => index >= at + intro && other.trim() !== '');
      if (next < 0 || !isQuoted(whole[next] ?? '')) break;
      at = next - 1;
      continue;
    }
    if (startsCopy(lines, at)) break;
    if (signatureMark.test(line)) signature = true;
    else if (!signature || afterthought.test(folded[at] ?? '')) own.push(line);
  }
  return own;
}
