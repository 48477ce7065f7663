import { wordsOf } from './fold.ts';

/** Words that limit, contradict, put off or take back, folded. Any of them below a clear word sends it to a person. */
const limiting = new Set(
  [
    'pero mas aunque salvo excepto sin embargo si no nunca tampoco ni depende dependera dependiendo quiza quizas tal',
    'talvez puede primero antes despues cuando hasta mientras solo solamente condicion condiciones condicionado siempre',
    'todavia aun luego cancelar cancelo cancelamos error equivoque equivocado broma retiro retiramos precio precios',
    'cotizacion cotizaciones previo previa previamente posteriormente ojo',
    'ale lecz jednak jednakze jesli jezeli ile pod warunek warunkiem warunki nie nigdy zalezy zaleznie moze chyba raczej',
    'najpierw dopiero kiedy gdy zanim tylko jedynie pozniej potem jeszcze wyjatkiem pomylka pomylilem pomylilam zart',
    'rezygnuje rezygnujemy cena ceny cen cennik wstepnie ewentualnie zobaczymy wycofuje wycofujemy',
    'but however although though if unless except provided providing depends depending maybe perhaps probably possibly',
    'not never dont cannot cant wont first before after when until till only later yet once condition conditions kidding',
    'joking mistake cancel price prices quote sorry wait',
  ].flatMap((words) => words.split(' ')),
);
/** Stems of words that answer: a second answer contradicts the first or says it again, and a person sees which. */
const answering = [
  'acept',
  'akcept',
  'interes',
  'zainteres',
  'interest',
  'accept',
  'zgadz',
  'zgod',
  'declin',
];
const answers = new Set(['tak', 'yes', 'yep', 'nope', 'stop', 'baja', 'wypisz', 'unsubscribe']);
const postscript = /^(?:ps|pd|p\. ?s|p\. ?d)\b/;
/** “No. 12” of an address. */
const numbered = /\b(?:no|nro)\.? ?\d/g;

/** True if a folded line could limit or contradict a clear word above it. */
export function limits(folded: string): boolean {
  if (/[?¿]/.test(folded) || postscript.test(folded)) return true;
  return wordsOf(folded.replace(numbered, ' ')).some(
    (word) => limiting.has(word) || answers.has(word) || answering.some((stem) => word.startsWith(stem)),
  );
}
