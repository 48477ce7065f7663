import { automaticByHeaders, suppressesAnswers } from './automatic.ts';
import { clearWordIn } from './clear-answer.ts';
import { deliveryReport } from './delivery-report.ts';
import { fold, seenText } from './fold.ts';
import {
  isAbsenceSubject,
  isAnsweredAbsenceSubject,
  isReceiptSubject,
  soundsAbsent,
} from './out-of-office.ts';
import { ownLines } from './quotes.ts';
import { type Answer, firstOwnLine, readAnswer } from './read-answer.ts';
import { headerValue, type ReceivedMail, type ReceivedPart } from './received-mail.ts';
import type { AutomaticReason, Readable, Reply, ToReadReason, UnboundReason } from './reply.ts';
import { type ReplyFacts, replyToken } from './reply-facts.ts';

const maxOwnLength = 20_000;
const maxTextLength = 100_000;
const maxAttachments = 50;
const maxNameLength = 200;

interface Seen extends ReceivedMail {
  /** The part that is read. */
  readonly body: string;
  readonly own: readonly string[];
}

/** The text part; the HTML part where the text part holds no word of the sender’s own. */
function look(mail: ReceivedMail): Seen {
  const bodies = [mail.text, mail.htmlText].filter((part) => part.trim() !== '').map(seenText);
  const looks = bodies.map((body) => ({ body, own: ownLines(body) }));
  const [first = { body: '', own: [] }] = looks;
  const chosen = looks.find(({ own }) => firstOwnLine(own) !== undefined) ?? first;
  return { ...mail, ...chosen };
}

/**
 * What a received mail is and leads to. In this order: harmful; a report; a machine’s; not proved to be the recipient’s;
 * an answer; for a person. Only a mail that passes all of them acts.
 */
export function understandMail(mail: ReceivedMail, facts: ReplyFacts): Reply {
  const { virus, spam } = facts.verdicts;
  if (virus === 'FAIL' || spam === 'FAIL') {
    return { kind: 'rejected', because: virus === 'FAIL' ? 'virus' : 'spam', mayAnswer: false };
  }
  const report = deliveryReport(mail, facts);
  if (report !== undefined) return { kind: 'deliveryReport', report, mayAnswer: false };
  const seen = look(mail);
  const machine = automatic(seen, facts);
  if (machine !== undefined) return { kind: 'automatic', because: machine, mayAnswer: false };
  const unproved = unbound(mail, facts);
  if (unproved !== undefined) {
    return { kind: 'unbound', because: unproved, mayAnswer: false, ...readable(seen) };
  }
  const answer = answerOf(seen, facts);
  if ('because' in answer) {
    return {
      kind: 'toRead',
      because: answer.because,
      mayAnswer: !isSilent(answer.because),
      ...readable(seen),
    };
  }
  const { meaning, word, language } = answer;
  return meaning === 'stop'
    ? { kind: 'stop', word, language, mayAnswer: false }
    : { kind: 'answer', answer: meaning, word, language, mayAnswer: true };
}

/** What may be a machine’s after all is not written to, nor is one who wants no mail. */
const isSilent = (because: ToReadReason) =>
  (['maybeAutomatic', 'suppressesAnswers', 'asksToStop', 'unreadable'] as readonly ToReadReason[]).includes(
    because,
  );

function automatic(seen: Seen, facts: ReplyFacts): AutomaticReason | undefined {
  const type = headerValue(seen, 'content-type');
  const has = (part: string) => seen.parts.some((one) => one.type === part);
  if (type.includes('disposition-notification') || has('message/disposition-notification'))
    return 'readReceipt';
  if (type.includes('feedback-report') || has('message/feedback-report')) return 'feedbackReport';
  const byHeaders = automaticByHeaders(seen, facts);
  if (byHeaders !== undefined) return byHeaders;
  if (hasClearWord(seen)) return undefined;
  if (isAbsenceSubject(seen.subject)) return 'outOfOffice';
  if (isReceiptSubject(seen.subject)) return 'readReceipt';
  return soundsAbsent(seen.own) === 'surely' ? 'outOfOffice' : undefined;
}

function hasClearWord(seen: Seen): boolean {
  const first = firstOwnLine(seen.own);
  return first !== undefined && clearWordIn(first) !== undefined;
}

function unbound(mail: ReceivedMail, facts: ReplyFacts): UnboundReason | undefined {
  const found = replyToken(facts.recipients, facts.mailbox);
  if ('problem' in found) return found.problem;
  if (facts.writtenTo === undefined) return 'unknownToken';
  if (facts.verdicts.dmarc !== 'PASS') return 'notAuthenticated';
  if (mail.state === 'unreadable') return undefined;
  const [sender, ...others] = mail.from;
  if (others.length > 0 || mail.headers.filter(({ name }) => name === 'from').length > 1)
    return 'severalSenders';
  return sender?.address.toLowerCase() === facts.writtenTo.canonical() ? undefined : 'otherSender';
}

/** RFC 2046 section 5.1, RFC 8551, RFC 3156: what is wrapped so is for a program that can open or check it. */
function wrapping(seen: Seen): ToReadReason | undefined {
  const types = [headerValue(seen, 'content-type'), ...seen.parts.map(({ type }) => type)];
  const any = (pattern: RegExp) => types.some((type) => pattern.test(type));
  if (any(/^(?:multipart\/encrypted|application\/pgp-encrypted)/)) return 'encrypted';
  if (any(/^application\/(?:x-)?pkcs7-mime/))
    return /signed-data/.test(types[0] ?? '') ? 'signed' : 'encrypted';
  if (any(/^(?:multipart\/signed|application\/pgp-signature|application\/(?:x-)?pkcs7-signature)/))
    return 'signed';
  const armour = /^-----BEGIN PGP (MESSAGE|SIGNED MESSAGE)-----/m.exec(seen.text.slice(0, maxTextLength));
  if (armour !== null) return armour[1] === 'MESSAGE' ? 'encrypted' : 'signed';
  return any(/^(?:text\/calendar|application\/ics)/) ? 'calendar' : undefined;
}

const forwards = /^(?:fwd?|fw|rv|wg|enc|przekaz|pd)\s?:/;

/** Why a mail is for a person whatever its words are. */
function alwaysToRead(seen: Seen, { verdicts }: ReplyFacts): ToReadReason | undefined {
  if (seen.state === 'unreadable') return 'unreadable';
  if (seen.state === 'cut') return 'tooLarge';
  if (verdicts.virus !== 'PASS' || verdicts.spam !== 'PASS') return 'notScanned';
  const wrapped = wrapping(seen);
  if (wrapped !== undefined) return wrapped;
  if (suppressesAnswers(seen)) return 'suppressesAnswers';
  const absent = isAbsenceSubject(seen.subject) || isAnsweredAbsenceSubject(seen.subject);
  if (absent || isReceiptSubject(seen.subject) || soundsAbsent(seen.own) !== 'no') return 'maybeAutomatic';
  if (
    forwards.test(fold(seen.subject.slice(0, 100))) ||
    seen.parts.some(({ type }) => type === 'message/rfc822')
  ) {
    return 'forwarded';
  }
  return undefined;
}

function answerOf(seen: Seen, facts: ReplyFacts): Answer {
  const because = alwaysToRead(seen, facts);
  if (because !== undefined) return { because };
  const answer = readAnswer(seen.own, seen.from[0] ?? { name: '', address: '' }, facts.language);
  if ('because' in answer) {
    const files = seen.parts.some((part) => !isOrnament(part));
    if (answer.because !== 'empty') return answer;
    return stopBySubject(seen) ?? (files ? { because: 'attachment' } : answer);
  }
  if (answer.meaning === 'stop') return answer;
  if (seen.parts.some((part) => !isOrnament(part))) return { because: 'attachment' };
  return isContradicted(seen, answer.word) ? { because: 'partsDiffer' } : answer;
}

/** Mail clients that unsubscribe by mail send a subject and nothing else. */
function stopBySubject({ subject }: Seen): Answer | undefined {
  const clear = clearWordIn(seenText(subject));
  if (clear?.meaning !== 'stop') return undefined;
  return { meaning: 'stop', word: clear.word, language: clear.languages[0] ?? 'en' };
}

/** A logo within the text, or a card with the sender’s address. */
const isOrnament = ({ inline, type }: ReceivedPart) =>
  (inline && type.startsWith('image/')) || type === 'text/vcard' || type === 'text/x-vcard';

/** True if the HTML part, which is what most people see, does not begin with the same word as the text part. */
function isContradicted(seen: Seen, word: string): boolean {
  if (seen.text.trim() === '' || seen.htmlText.trim() === '') return false;
  const first = firstOwnLine(ownLines(seenText(seen.htmlText)));
  return first === undefined || clearWordIn(first)?.word !== word;
}

function readable({ own, body, parts }: Seen): Readable {
  return {
    own: own.join('\n').trim().slice(0, maxOwnLength),
    text: body.slice(0, maxTextLength),
    attachments: parts.slice(0, maxAttachments).map(({ name, type, sizeBytes }) => ({
      name: seenText(name).slice(0, maxNameLength),
      type,
      sizeBytes,
    })),
  };
}
