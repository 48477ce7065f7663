import type { EmailAddress } from '../email-address.ts';
import type { Language } from '../language.ts';
import type { ReplyFacts } from './reply-facts.ts';

/** Why a person has to read a reply. */
export type ToReadReason =
  /** Own words, but none of the clear ones in the first line. */
  | 'prose'
  /** A clear word that something else follows. */
  | 'limited'
  /** The first own line asks. */
  | 'question'
  /** “No” to a mail in Polish: in speech it is a yes. */
  | 'ambiguousWord'
  /** No own words at all. */
  | 'empty'
  /** It wants no more mail, but not in one clear word: objections have a deadline. */
  | 'asksToStop'
  /** A file comes with it that may say more. */
  | 'attachment'
  | 'calendar'
  | 'encrypted'
  | 'signed'
  | 'forwarded'
  /** The text and the HTML part answer differently. */
  | 'partsDiffer'
  /** It reads like an absence, but no header and no subject says so. */
  | 'maybeAutomatic'
  /** It forbids automatic answers, as machines do, and is not otherwise a machine’s. */
  | 'suppressesAnswers'
  /** It could not be checked for viruses or spam. */
  | 'notScanned'
  /** Longer than what is looked through. */
  | 'tooLarge'
  /** No MIME structure that can be followed. */
  | 'unreadable';

/** Why a mail is not taken as the recipient’s. */
export type UnboundReason =
  | 'noToken'
  | 'severalTokens'
  | 'unknownToken'
  | 'notAuthenticated'
  | 'severalSenders'
  | 'otherSender';

/** How a mail was recognised as a machine’s. */
export type AutomaticReason =
  | 'autoSubmitted'
  | 'outOfOffice'
  | 'list'
  | 'bulk'
  | 'loop'
  | 'noReply'
  | 'nullSender'
  | 'readReceipt'
  | 'feedbackReport';

/** A file that came along; its content stays in the raw mail. */
export interface AttachedFile {
  readonly name: string;
  /** Media type as the sender declares it, lower case. */
  readonly type: string;
  readonly sizeBytes: number;
}

/** What a person gets to read: plain text only, with neither HTML nor characters that reorder or hide. */
export interface Readable {
  /** What the sender wrote now, without quotes and signature; up to 20,000 characters. */
  readonly own: string;
  /** All of the text, quotes included, up to 100,000 characters. */
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
}

/** RFC 3464 section 2.3.3; `unknown` where a report does not say. */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';

/** What became of a mail for one recipient. */
export interface RecipientReport {
  readonly action: DeliveryAction;
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly status?: string;
  /** The address that was written to, else the one at which delivery ended. */
  readonly recipient?: EmailAddress;
}

export interface DeliveryReport {
  /** False for a report without `message/delivery-status` part: read from its text. */
  readonly structured: boolean;
  /** At least one. */
  readonly recipients: readonly RecipientReport[];
  /** Message-ID of the mail that the report is about, without angle brackets. */
  readonly messageId?: string;
}

/**
 * What a received mail is and leads to. `mayAnswer` says whether any mail may be sent because of it: never to a machine
 * (RFC 3834 section 2), to a sender who is not proved, or to one who wants no mail.
 */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly answer: 'accept' | 'decline';
      /** The word or phrase that was recognised, lower case, without accents. */
      readonly word: string;
      readonly language: Language;
      readonly mayAnswer: true;
    }
  | { readonly kind: 'stop'; readonly word: string; readonly language: Language; readonly mayAnswer: false }
  | ({ readonly kind: 'toRead'; readonly because: ToReadReason; readonly mayAnswer: boolean } & Readable)
  | ({ readonly kind: 'unbound'; readonly because: UnboundReason; readonly mayAnswer: false } & Readable)
  | { readonly kind: 'automatic'; readonly because: AutomaticReason; readonly mayAnswer: false }
  | { readonly kind: 'deliveryReport'; readonly report: DeliveryReport; readonly mayAnswer: false }
  | { readonly kind: 'rejected'; readonly because: 'virus' | 'spam'; readonly mayAnswer: false };

/** Reads the bytes of a received mail. Never throws for what a mail holds; the same bytes and facts, the same reply. */
export type ReadReply = (raw: Uint8Array, facts: ReplyFacts) => Promise<Reply>;
