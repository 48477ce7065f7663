import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfPresent } from '../data-dir.ts';
import type { AcceptedMail } from './ses.ts';

/** What is known of each mail that was handed over, whenever the process ends. */
export interface MailRecord {
  /** Mails that were accepted, in the order of that. */
  all(): readonly AcceptedMail[];
  /** Mails that were begun and not accepted: their delivery failed, or the process ended in its midst. */
  begun(): readonly AcceptedMail[];
  begin(mail: AcceptedMail, raw: Buffer): void;
  accept(messageId: string): void;
  /**
   * After a process was killed: what was begun and lies whole in the directory of mails was accepted; a file there
   * that is no mail, byte for byte, was being written and goes.
   */
  settle(mailDirectory: string): void;
}

type RecordLine = { readonly begun: AcceptedMail; readonly sha256: string } | { readonly accepted: string };

/** Opens the record: one JSON line an event. A line cut short by a crash was never answered for and is left out. */
export function openMailRecord(path: string): MailRecord {
  const begun = new Map<string, AcceptedMail>();
  const accepted: AcceptedMail[] = [];
  const messageIds = new Map<string, string>();
  const apply = (line: RecordLine): void => {
    if ('begun' in line) {
      begun.set(line.begun.messageId, line.begun);
      messageIds.set(line.sha256, line.begun.messageId);
      return;
    }
    const mail = begun.get(line.accepted);
    begun.delete(line.accepted);
    if (mail !== undefined) accepted.push(mail);
  };
  const write = (line: RecordLine): void => {
    appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
    apply(line);
  };
  const text = readIfPresent(path) ?? '';
  for (const line of text.split('\n').map(parseLine)) if (line !== undefined) apply(line);
  // What is written next must not become a part of a line that was cut short.
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
  const accept = (messageId: string) => write({ accepted: messageId });
  return {
    all: () => accepted,
    begun: () => [...begun.values()],
    begin: (mail, raw) => write({ begun: mail, sha256: sha256Of(raw) }),
    accept,
    settle: (mailDirectory) => {
      for (const name of readdirSync(mailDirectory).filter((file) => file.endsWith('.eml'))) {
        const file = join(mailDirectory, name);
        const messageId = messageIds.get(sha256Of(readFileSync(file)));
        if (messageId === undefined) rmSync(file);
        else if (begun.has(messageId)) accept(messageId);
      }
    },
  };
}

function parseLine(text: string): RecordLine | undefined {
  try {
    return JSON.parse(text) as RecordLine;
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
