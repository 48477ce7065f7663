import { randomUUID } from 'node:crypto';
import type { LocalPlan } from '../template/plan.ts';
import { fateOf, reaches } from './mail-simulator.ts';
import { eventsOf, type ListedHeader, topicsFor } from './ses-events.ts';
import { addressesOf, checkAddress, readHeaders, replaceHeaders, SesError } from './ses-message.ts';

/** A mail that SES took on. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly acceptedAt: string;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

/**
 * Where accepted mail goes. `deliver` resolves once the mail is recorded on disk and, for the recipients in `reached`,
 * shown in the inbox: what bounces was accepted, and lies in nobody's mailbox.
 */
export interface MailSink {
  deliver(mail: AcceptedMail, raw: Buffer, reached: readonly string[]): Promise<void>;
}

/** The SES endpoint: a request in the query protocol in, an answer in XML out. */
export interface SesEndpoint {
  handle(form: URLSearchParams): Promise<{ readonly status: number; readonly body: string }>;
}

interface SesOptions {
  readonly mail: LocalPlan['mail'];
  readonly sink: MailSink;
  readonly now: () => Date;
  /** Publishes an event to a topic. */
  readonly publish: (topicArn: string, message: string) => Promise<void>;
  /** Told why an event was not published; it is lost then, as an event may be. */
  readonly onUnpublished: (error: unknown) => void;
}

/** AWS quotas of SendRawEmail. */
const MAXIMUM_RECIPIENTS = 50;
const MAXIMUM_MESSAGE_BYTES = 10 * 1024 * 1024;
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/**
 * SES's `SendRawEmail` (API version 2010-12-01) with SES's own refusals. What becomes of a mail is published once it is
 * answered for, as in AWS: events neither delay an answer nor make it fail, and those that are not out yet when the
 * process ends are lost.
 */
export function createSes(options: SesOptions): SesEndpoint {
  return {
    handle: async (form) => {
      const requestId = randomUUID();
      try {
        const action = form.get('Action');
        if (action !== 'SendRawEmail')
          throw new SesError('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
        const { mail, raw, headers } = accept(form, options);
        const reached = mail.destinations.filter((address) => reaches(fateOf(address)));
        await options.sink.deliver(mail, raw, reached);
        void publishEvents(mail, headers, options);
        return { status: 200, body: accepted(mail.messageId, requestId) };
      } catch (error) {
        if (error instanceof SesError)
          return { status: 400, body: refused('Sender', error.code, error.message, requestId) };
        return { status: 500, body: refused('Receiver', 'InternalFailure', String(error), requestId) };
      }
    },
  };
}

async function publishEvents(
  accepted: AcceptedMail,
  headers: readonly ListedHeader[],
  { mail, now, publish, onUnpublished }: SesOptions,
): Promise<void> {
  for (const event of eventsOf(accepted, headers, now()))
    for (const topicArn of topicsFor(mail.eventDestinations, accepted, event))
      await publish(topicArn, JSON.stringify(event)).catch(onUnpublished);
}

interface Accepted {
  readonly mail: AcceptedMail;
  readonly raw: Buffer;
  readonly headers: readonly ListedHeader[];
}

function accept(form: URLSearchParams, { mail, now }: SesOptions): Accepted {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new SesError('InvalidParameterValue', 'Raw message is empty.');
  if (raw.length > MAXIMUM_MESSAGE_BYTES)
    throw new SesError(
      'InvalidParameterValue',
      `Message length is more than ${MAXIMUM_MESSAGE_BYTES} bytes long.`,
    );
  const headers = readHeaders(raw);
  const header = (name: string) => headers.find((field) => field.name === name)?.value;
  const from = header('from');
  if (from === undefined) throw new SesError('InvalidParameterValue', "Missing required header 'From'.");
  const sources = [...addressesOf(from), ...addressesOf(form.get('Source') ?? '')];
  checkIdentities(sources, mail.identities);
  const configurationSet = form.get('ConfigurationSetName') ?? undefined;
  if (configurationSet !== undefined && !mail.configurationSets.includes(configurationSet))
    throw new SesError(
      'ConfigurationSetDoesNotExist',
      `Configuration set <${configurationSet}> does not exist.`,
    );
  const date = now();
  const messageId = makeMessageId(date);
  return {
    raw: replaceHeaders(raw, headers, { messageId, date }),
    headers: headers.map(({ name, value }) => ({ name: titled(name), value })),
    mail: {
      messageId,
      acceptedAt: date.toISOString(),
      source: sources.at(-1) ?? '',
      destinations: readDestinations(form, header),
      tags: readTags(form),
      configurationSet,
    },
  };
}

/** `Destinations` if given, however the header reads; else the addresses of To, Cc and Bcc. */
function readDestinations(form: URLSearchParams, header: (name: string) => string | undefined): string[] {
  const given = members(form, 'Destinations').map(([, value]) => value);
  const destinations =
    given.length > 0
      ? given.map(checkAddress)
      : ['to', 'cc', 'bcc'].flatMap((name) => addressesOf(header(name) ?? ''));
  if (destinations.length === 0) throw new SesError('InvalidParameterValue', 'Missing destination.');
  if (destinations.length > MAXIMUM_RECIPIENTS)
    throw new SesError('MessageRejected', `Recipient count exceeds ${MAXIMUM_RECIPIENTS}.`);
  return destinations;
}

/** Tag names and values: ASCII letters, digits, `_` and `-`, shorter than 256 (SES API, MessageTag). */
function readTags(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [index, name] of members(form, 'Tags', '.Name')) {
    const value = form.get(`Tags.member.${index}.Value`) ?? '';
    for (const text of [name, value])
      if (!/^[A-Za-z0-9_-]{1,255}$/.test(text))
        throw new SesError(
          'InvalidParameterValue',
          `Invalid tag <${text}>: only alphanumeric ASCII characters, '_' and '-' are allowed.`,
        );
    if (name in tags) throw new SesError('InvalidParameterValue', `Duplicate tag name <${name}>.`);
    tags[name] = value;
  }
  return tags;
}

/** `[index, value]` of `Prefix.member.N<suffix>`, in order. */
function members(form: URLSearchParams, prefix: string, suffix = ''): [number, string][] {
  const found: [number, string][] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${prefix}.member.${index}${suffix}`);
    if (value === null) return found;
    found.push([index, value]);
  }
}

/** Addresses must belong to a verified identity of the template: an address or a domain; none there: none checked. */
function checkIdentities(addresses: readonly string[], identities: readonly string[]): void {
  if (identities.length === 0) return;
  const unverified = addresses.filter((address) => {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    return !identities.some((identity) => {
      const verified = identity.toLowerCase();
      return verified === address.toLowerCase() || verified === domain || domain.endsWith(`.${verified}`);
    });
  });
  if (unverified.length > 0)
    throw new SesError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ${unverified.join(', ')}`,
    );
}

/** As header names are usually written. */
const titled = (name: string): string => name.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** An id like SES's: region prefix and time, a random part, and a suffix. */
const makeMessageId = (date: Date): string =>
  `0107${date.getTime().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;

const accepted = (messageId: string, requestId: string): string =>
  `<SendRawEmailResponse xmlns="${NAMESPACE}"><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>` +
  `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></SendRawEmailResponse>`;

const refused = (type: string, code: string, message: string, requestId: string): string =>
  `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>` +
  `<RequestId>${requestId}</RequestId></ErrorResponse>`;

const escapeXml = (text: string): string =>
  text.replace(/[<>&]/g, (character) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[character] ?? character);
