import * as z from 'zod';
import { EmailAddress } from '../email-address.ts';
import { languageSchema } from '../language-schema.ts';

/** What SES says of one check of a received mail; `DISABLED` where a receipt rule does not scan. */
const verdictSchema = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']);

/** What is known of a received mail beside its bytes. */
export const replyFactsSchema = z.strictObject({
  verdicts: z.strictObject({
    spam: verdictSchema,
    virus: verdictSchema,
    spf: verdictSchema,
    dkim: verdictSchema,
    dmarc: verdictSchema,
  }),
  /** Recipients of the envelope, as SES names them: not what the headers say. */
  recipients: z.array(z.string()),
  /** Sender of the envelope; empty for the null sender of reports (RFC 5321 section 4.5.5). Absent: not known. */
  envelopeSender: z.string().optional(),
  /** The address that replies go to, without a token: `reply@mail.example.org`. */
  mailbox: z.instanceof(EmailAddress),
  /** Where the introduction of the token went; absent when the token is nobody's or no longer valid. */
  writtenTo: z.instanceof(EmailAddress).optional(),
  /** The language of that introduction. */
  language: languageSchema.optional(),
});

/**
 * What is known of a received mail beside its bytes. The caller finds `writtenTo` with `replyToken()`: it checks the
 * token and looks up to whom the introduction went.
 */
export type ReplyFacts = Readonly<z.infer<typeof replyFactsSchema>>;

/** RFC 5321 section 4.5.3.1.1: the longest local part. */
const maxLocalLength = 64;

export type TokenFound = { readonly token: string } | { readonly problem: 'noToken' | 'severalTokens' };

/**
 * The token of the plus-address `<local>+<token>@<domain>` of `mailbox` among `recipients` of the envelope (RFC 5233).
 * Its case is kept, though some servers on the way change it: a token must not rest on case.
 */
export function replyToken(recipients: readonly string[], mailbox: EmailAddress): TokenFound {
  const own = mailbox.canonical();
  const at = own.lastIndexOf('@');
  const [prefix, suffix] = [`${own.slice(0, at)}+`, own.slice(at)];
  const tokens = new Set(
    recipients
      .filter((address) => address.length <= maxLocalLength + suffix.length)
      .filter((address) => address.toLowerCase().startsWith(prefix) && address.toLowerCase().endsWith(suffix))
      .map((address) => address.slice(prefix.length, address.length - suffix.length))
      .filter((token) => token !== ''),
  );
  const [token, ...others] = tokens;
  if (token === undefined) return { problem: 'noToken' };
  return others.length === 0 ? { token } : { problem: 'severalTokens' };
}
