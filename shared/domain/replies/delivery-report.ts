import { type EmailAddress, emailAddressSchema } from '../email-address.ts';
import { hasNullSender, isFromServer } from './automatic.ts';
import { fold } from './fold.ts';
import { headerValue, headerValues, type ReceivedMail } from './received-mail.ts';
import type { DeliveryAction, DeliveryReport, RecipientReport } from './reply.ts';
import type { ReplyFacts } from './reply-facts.ts';

/** So much of a report is read; what else it holds is the mail it is about. */
const maxReportLength = 64_000;
const maxRecipients = 100;

const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status']);
const returnedTypes = new Set([
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
]);
const actions = new Set<string>(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const statusCode = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

const failureSubjects =
  /undeliver|delivery status|delivery (?:has )?fail|failure notice|mail delivery|returned mail|returned to sender|delivery incomplete|message delayed|delayed mail|warning: message|no se puede entregar|no se pudo entregar|no entregado|error de entrega|devuelto|entrega retrasada|niedostarcz|nie dostarczono|nie mozna dostarczyc|opozniona|zwrot/;
const failureText =
  /could not be delivered|couldn't be delivered|wasn't able to deliver|unable to deliver|delivery to the following|permanent fatal errors|undeliverable|no se ha podido entregar|no se pudo entregar|no se pudo realizar la entrega|nie mozna bylo dostarczyc|nie udalo sie dostarczyc|nie zostala dostarczona|qmail-send/;
const delayText =
  /delay|will be retried|will retry|still trying|not yet been delivered|has not been delivered yet|temporar|retras|demora|se seguira intentando|opozni|ponowi/;

type Fields = ReadonlyMap<string, string>;

/** Groups of `name: value` fields, a blank line between groups (RFC 3464 section 2.1), as broken as they come. */
function fieldGroups(content: string): Fields[] {
  const unfolded = content
    .slice(0, maxReportLength)
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ');
  return unfolded
    .split(/\n[ \t]*\n/, maxRecipients + 1)
    .map((group) => {
      const fields = group.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
      });
      return new Map(fields);
    })
    .filter((fields) => fields.size > 0);
}

/** `rfc822; <a@b>` or a bare address. */
function addressIn(value: string | undefined): EmailAddress | undefined {
  const bare = value
    ?.slice(0, 400)
    .replace(/^[^;]*;/, '')
    .replaceAll(/[<>\s]/g, '');
  const parsed = emailAddressSchema.safeParse(bare);
  return parsed.success ? parsed.data : undefined;
}

function actionOf(value: string | undefined): DeliveryAction {
  const action = /[a-z]+/.exec(value?.toLowerCase() ?? '')?.[0] ?? '';
  return actions.has(action) ? (action as DeliveryAction) : 'unknown';
}

function recipientReport(
  action: DeliveryAction,
  status: string | undefined,
  recipient: EmailAddress | undefined,
): RecipientReport {
  return {
    action,
    ...(status === undefined ? {} : { status }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

function fromFields(fields: Fields): RecipientReport | undefined {
  const final = fields.get('final-recipient');
  if (!['final-recipient', 'original-recipient', 'action', 'status'].some((name) => fields.has(name)))
    return undefined;
  return recipientReport(
    actionOf(fields.get('action')),
    statusCode.exec(fields.get('status') ?? fields.get('diagnostic-code') ?? '')?.[0],
    addressIn(fields.get('original-recipient')) ?? addressIn(final),
  );
}

function returnedMessageId(mail: ReceivedMail): string | undefined {
  const returned = mail.parts.filter(({ type }) => returnedTypes.has(type)).map(({ content }) => content);
  for (const text of [...returned, mail.text]) {
    const found = /^[ \t>]{0,4}message-id:\s{0,4}<([^<>\s]{1,300})>/im.exec(text.slice(0, maxReportLength));
    if (found !== null) return found[1];
  }
  return undefined;
}

function structuredReport(mail: ReceivedMail): DeliveryReport | undefined {
  const part = mail.parts.find(({ type }) => statusTypes.has(type));
  if (part === undefined) return undefined;
  const read = fieldGroups(part.content)
    .map(fromFields)
    .filter((found) => found !== undefined);
  return report(mail, true, read.length > 0 ? read : [unstructuredRecipient(mail)]);
}

/** What a report without fields says: Exim and Gmail name recipients in a header, others in the text. */
function unstructuredRecipient(mail: ReceivedMail): RecipientReport {
  const text = `${mail.text === '' ? mail.htmlText : mail.text}`.slice(0, maxReportLength);
  const own = new Set(
    [...headerValues(mail, 'to'), ...mail.from.map(({ address }) => address)]
      .join(' ')
      .match(/[^\s<>,;]{1,64}@[^\s<>,;]{1,190}/g),
  );
  const inHeader = headerValues(mail, 'x-failed-recipients').flatMap((value) => value.split(','));
  const inText = text.slice(0, 8000).match(/[^\s<>()"':;,=]{1,64}@[a-z0-9.-]{1,190}[a-z0-9]/gi) ?? [];
  const recipient = [...inHeader, ...inText]
    .filter((address) => !own.has(address))
    .map(addressIn)
    .find((found) => found !== undefined);
  const delayed = delayText.test(fold(`${mail.subject} ${text.slice(0, 4000)}`));
  return recipientReport(delayed ? 'delayed' : 'failed', statusCode.exec(text)?.[0], recipient);
}

function report(
  mail: ReceivedMail,
  structured: boolean,
  recipients: readonly RecipientReport[],
): DeliveryReport {
  const messageId = returnedMessageId(mail);
  return { structured, recipients, ...(messageId === undefined ? {} : { messageId }) };
}

/** The report that a mail is about another one (RFC 3464, and what servers send instead), if it is one. */
export function deliveryReport(mail: ReceivedMail, facts: ReplyFacts): DeliveryReport | undefined {
  const type = headerValue(mail, 'content-type');
  const declared = type.startsWith('multipart/report') && /delivery-status/.test(type);
  const fromServer = isFromServer(mail) || hasNullSender(mail, facts);
  if (declared || fromServer || type.startsWith('multipart/report')) {
    const structured = structuredReport(mail);
    if (structured !== undefined) return structured;
  }
  if (declared) return report(mail, false, [unstructuredRecipient(mail)]);
  if (!fromServer) return undefined;
  const said = fold(`${mail.text === '' ? mail.htmlText : mail.text}`.slice(0, 4000));
  const tells = failureSubjects.test(fold(mail.subject.slice(0, 300))) || failureText.test(said);
  return tells || headerValues(mail, 'x-failed-recipients').length > 0
    ? report(mail, false, [unstructuredRecipient(mail)])
    : undefined;
}
