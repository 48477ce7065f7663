import { fold, says } from './fold.ts';

/** An absence is said at once. */
const maxLines = 8;
const maxLineLength = 300;

const subjects = [
  'respuesta automatica,autorespuesta,mensaje automatico,fuera de la oficina,fuera de oficina,ausente de la oficina,ausencia,de vacaciones,vacaciones',
  'odpowiedz automatyczna,automatyczna odpowiedz,autoodpowiedz,wiadomosc automatyczna,poza biurem,jestem poza biurem,nieobecnosc,nieobecny,nieobecna,jestem na urlopie,urlop',
  'automatic reply,autoreply,auto-reply,auto reply,auto:,autoresponder,out of office,out of the office,ooo:,i am out of,on vacation,on leave,away from the office',
].flatMap((line) => line.split(','));
const answered = /^(?:(?:re|aw|odp|rv|sv)\s?(?:\[\d{1,2}\])?\s?:\s*)+/;

/** What only a machine says of itself. */
const machineWords = [
  'mensaje automatico,respuesta automatica,correo automatico,mensaje generado automaticamente,respondido automaticamente',
  'wiadomosc automatyczna,wygenerowana automatycznie,wyslana automatycznie,automatyczna odpowiedz,odpowiedz automatyczna',
  'automatic reply,automated response,automated reply,automated message,automatically generated,auto generated',
].flatMap((line) => line.split(','));

const absences = [
  'fuera de la oficina,fuera de oficina,estoy de vacaciones,encuentro de vacaciones,estare de vacaciones,salido de vacaciones,estare ausente,estoy ausente,encuentro ausente,encuentro de viaje,estoy de viaje,con licencia,con descanso medico,oficina permanecera cerrada,oficinas permaneceran cerradas',
  'poza biurem,na urlopie,bede nieobecny,bede nieobecna,jestem nieobecny,jestem nieobecna,na zwolnieniu,w delegacji,biuro bedzie nieczynne,firma bedzie nieczynna',
  'out of the office,out of office,out of my office,on annual leave,on vacation,on holiday,on leave,on maternity leave,on parental leave,away from the office,away on business,office will be closed,office is closed',
].flatMap((line) => line.split(','));

/** What machines say, and people who want to be written to elsewhere. */
const notHere = [
  'no responda a este,no responder a este',
  'prosimy nie odpowiadac na,prosze nie odpowiadac na',
  'do not reply to this',
].flatMap((line) => line.split(','));

/** What an absence goes on to say. */
const arrangements = [
  'acceso limitado,hasta el,a mi regreso,a mi retorno,en caso de urgencia,asuntos urgentes,urgencia,urgencias,urgente,urgentes,regreso el,retorno el,retornare,a la brevedad,contactar a,contactarse con,comunicarse con',
  'pilnych,pilne,do dnia,dostepu do poczty,dostep do poczty,po powrocie,wracam,kontakt z,kontaktowac sie,zastepuje mnie,zastepstwo,do odwolania,wlacznie',
  'limited access,no access,urgent,upon my return,when i return,when i am back,return on,returning on,until,please contact,back on,back in the office,will reply,will respond',
].flatMap((line) => line.split(','));

const interest = /interes|acept|akcept|accept/;

/** True if a subject is that of an answering machine, from its first word on. */
export function isAbsenceSubject(subject: string): boolean {
  return beginsAbsent(fold(subject.slice(0, maxLineLength)));
}

/** The same behind a `Re:`, where a person may have answered a machine. */
export function isAnsweredAbsenceSubject(subject: string): boolean {
  const folded = fold(subject.slice(0, maxLineLength));
  return answered.test(folded) && beginsAbsent(folded.replace(answered, ''));
}

function beginsAbsent(folded: string): boolean {
  const start = folded.replace(/^[[\s("*]+/, '');
  return subjects.some((words) => start.startsWith(words));
}

/**
 * How much own lines read like an answering machine: `surely` if they say so, or tell of an absence and of what to do
 * meanwhile and of no interest; `perhaps` if they tell of an absence.
 */
export function soundsAbsent(own: readonly string[]): 'surely' | 'perhaps' | 'no' {
  const lines = own.filter((line) => line.trim() !== '').slice(0, maxLines);
  const said = fold(lines.map((line) => line.slice(0, maxLineLength)).join(' '));
  if (interest.test(said)) return says(said, [...absences, ...machineWords, ...notHere]) ? 'perhaps' : 'no';
  if (says(said, machineWords)) return 'surely';
  if (says(said, notHere)) return 'perhaps';
  if (!says(said, absences)) return 'no';
  return says(said, arrangements) ? 'surely' : 'perhaps';
}

const receipts = [
  'leido:,no leido:,confirmacion de lectura,acuse de recibo,read:,not read:,return receipt,read receipt',
  'przeczytano:,przeczytane:,odczytano:,nie przeczytano:,potwierdzenie odczytu,potwierdzenie przeczytania',
].flatMap((line) => line.split(','));

/** True if a subject is that of a read receipt. */
export function isReceiptSubject(subject: string): boolean {
  const folded = fold(subject.slice(0, maxLineLength));
  return receipts.some((start) => folded.startsWith(start));
}
