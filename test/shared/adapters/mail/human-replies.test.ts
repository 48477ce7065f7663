import { describe, expect, it } from 'vitest';
import { readReply } from '../../../../shared/adapters/mail/read-reply.ts';
import type { Reply } from '../../../../shared/domain/replies/reply.ts';
import { clients, humanReplies } from '../../../fixtures/mail/human-replies.ts';
import { factsFor } from './facts.ts';

const outcome = (reply: Reply) => {
  if (reply.kind === 'answer') return reply.answer;
  return reply.kind === 'toRead' ? reply.because : reply.kind;
};

const read = await Promise.all(
  humanReplies.map(async (human) => {
    const reply = await readReply(human.raw, factsFor(human.written.language));
    return { ...human, reply, outcome: outcome(reply) };
  }),
);

const acting = ['accept', 'decline', 'stop'];

describe('what people reply, from every mail client', () => {
  it('is more than 300 mails, of more than twenty clients', () => {
    expect(clients.length).toBeGreaterThan(20);
    expect(read.length).toBeGreaterThan(1500);
  });

  it('is never misread as an acceptance, a refusal or an objection', () => {
    const misread = read.filter(({ outcome: got, leadsTo }) => acting.includes(got) && got !== leadsTo);
    expect(misread.map(({ name, outcome: got }) => `${name} → ${got}`)).toEqual([]);
  });

  it('is recognised in at least 98 % of what is clear', () => {
    const clear = read.filter(({ leadsTo }) => acting.includes(leadsTo));
    const missed = clear.filter(({ outcome: got, leadsTo }) => got !== leadsTo);
    expect(clear.length).toBeGreaterThan(500);
    expect(
      missed.length / clear.length,
      missed.map(({ name, outcome: got }) => `${name} → ${got}`).join('\n'),
    ).toBeLessThanOrEqual(0.02);
  });

  it('goes to a person for the reason that a careful reader gives', () => {
    const others = read.filter(({ leadsTo, outcome: got }) => !acting.includes(leadsTo) && got !== leadsTo);
    expect(others.map(({ name, leadsTo, outcome: got }) => `${name} → ${got}, not ${leadsTo}`)).toEqual([]);
  });

  it('is shown to that person without quotes', () => {
    const quoting = read.filter(
      ({ reply }) => reply.kind === 'toRead' && /Tkalnia Biebrza Sp|Talleres Misti SAC/.test(reply.own),
    );
    expect(quoting.map(({ name }) => name)).toEqual([]);
  });
});
