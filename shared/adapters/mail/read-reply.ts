import type { ReadReply } from '../../domain/replies/reply.ts';
import { understandMail } from '../../domain/replies/understand-mail.ts';
import { parseMail } from './parse-mail.ts';

/** Reads the bytes of a received mail, up to 10 MiB of them. Never throws for what a mail holds. */
export const readReply: ReadReply = async (raw, facts) => understandMail(await parseMail(raw), facts);
