import { describe, expect, it } from 'vitest';
import { readReply } from '../../../../shared/adapters/mail/read-reply.ts';
import type { Reply } from '../../../../shared/domain/replies/reply.ts';
import type { Odd, OddLeads } from '../../../fixtures/mail/odd.ts';
import { absences, others } from '../../../fixtures/mail/odd-machines.ts';
import { reports } from '../../../fixtures/mail/odd-reports.ts';
import { senders } from '../../../fixtures/mail/odd-senders.ts';
import { damaged, wrapped } from '../../../fixtures/mail/odd-shapes.ts';
import { factsFor } from './facts.ts';

const groups = { reports, absences, others, senders, wrapped, damaged };
const all: readonly Odd[] = Object.values(groups).flat();

function led(reply: Reply): OddLeads {
  if (reply.kind === 'answer') return { kind: 'answer', answer: reply.answer };
  if (reply.kind === 'stop') return { kind: 'stop' };
  if (reply.kind !== 'deliveryReport') return { kind: reply.kind, because: reply.because } as OddLeads;
  const [first] = reply.report.recipients;
  return {
    kind: 'deliveryReport',
    action: first?.action ?? 'none',
    ...(first?.status === undefined ? {} : { status: first.status }),
    ...(first?.recipient === undefined ? {} : { recipient: first.recipient.reveal() }),
    ...(reply.report.messageId === undefined ? {} : { messageId: reply.report.messageId }),
  };
}

const replies = new Map(
  await Promise.all(
    all.map(async (mail): Promise<[Odd, Reply]> => {
      const { raw, language = 'pl', facts } = mail;
      return [mail, await readReply(raw, factsFor(language, facts))];
    }),
  ),
);

function replyTo(mail: Odd): Reply {
  const reply = replies.get(mail);
  if (reply === undefined) throw new Error(`${mail.name} was not read`);
  return reply;
}

describe('single mails', () => {
  it('are more than eighty', () => expect(all.length).toBeGreaterThan(150));

  describe.each(Object.entries(groups))('%s', (_, mails) => {
    it.each(mails.map((mail): [string, Odd] => [mail.name, mail]))('%s', (_name, mail) => {
      expect(led(replyTo(mail))).toEqual(mail.leadsTo);
    });
  });

  it('of machines, of unproved senders and with something harmful are never answered', () => {
    const silent = [...replies.values()].filter(({ kind }) => !['answer', 'toRead'].includes(kind));
    expect(silent.length).toBeGreaterThan(80);
    expect(silent.filter(({ mayAnswer }) => mayAnswer)).toEqual([]);
  });
});
