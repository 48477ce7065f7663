import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerIntroduction,
  undoAnswer,
} from '../../../functions/answer-introduction/answer-introduction.ts';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import type { Lead, LeadStatus } from '../../../shared/domain/lead.ts';
import { later } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { type World, world } from '../../doubles/world.ts';

async function withLead(status: LeadStatus) {
  const deps = world();
  const interest = interestIn('matched');
  const lead: Lead = leadIn(status, {}, { interest });
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  const token = await tokenFor(deps, lead);
  return { deps, lead, token };
}

function tokenFor(deps: World, lead: Lead) {
  return deps.capabilities.sign({ purpose: 'introduction', leadId: lead.id, expiresAt: later(400 * 86_400) });
}

const accept = { answer: 'accept' } as const;
const decline = { answer: 'decline', reasonCode: 'noCapacity' } as const;
const defer = { answer: 'defer' } as const;

describe('answerIntroduction', () => {
  it('accepts, opens the undo window and discloses nothing yet', async () => {
    const { deps, lead, token } = await withLead('introduced');
    const result = await answerIntroduction(deps, token, accept);
    expect(result).toMatchObject({
      outcome: 'answered',
      lead: { status: 'accepted', discloseAt: later(600) },
    });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'accepted' });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it('declines with a reason and tells the submitter without naming the member', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await answerIntroduction(deps, token, decline);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'noCapacity' });
    const [news] = deps.store.all('OUTBOX');
    expect(news?.content).toMatchObject({ template: 'status-changed', change: { to: 'declined' } });
    expect(JSON.stringify(news?.content)).not.toContain('SaMASZ');
  });

  it('defers', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await answerIntroduction(deps, token, defer);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'deferred' });
  });

  it.each([accept, decline, defer])('takes the same answer twice: $answer', async (answer) => {
    const { deps, token } = await withLead('introduced');
    await answerIntroduction(deps, token, answer);
    const before = deps.store.all('LEAD');
    expect(await answerIntroduction(deps, token, answer)).toMatchObject({ outcome: 'answered' });
    expect(deps.store.all('LEAD')).toEqual(before);
  });

  it('keeps the first answer when another one follows', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await answerIntroduction(deps, token, accept);
    expect(await answerIntroduction(deps, token, decline)).toEqual({
      outcome: 'conflict',
      status: 'accepted',
    });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'accepted' });
  });

  it('takes one of many different answers given at once', async () => {
    const { deps, lead, token } = await withLead('introduced');
    const answers = Array.from({ length: 12 }, (_, turn) => [accept, decline, defer][turn % 3] ?? accept);
    await Promise.all(answers.map((answer) => answerIntroduction(deps, token, answer)));
    expect(await deps.store.lead(lead.id)).toMatchObject({ revision: lead.revision + 1 });
  });

  it('takes the answer of a recipient whose mail is not yet written down as sent', async () => {
    const { deps, lead, token } = await withLead('approved');
    expect(await answerIntroduction(deps, token, accept)).toMatchObject({ outcome: 'answered' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'accepted' });
  });

  it.each(['proposed', 'rejected', 'expired', 'withdrawn', 'undeliverable'] as const)(
    'changes nothing when the lead is %s',
    async (status) => {
      const { deps, token } = await withLead(status);
      expect(await answerIntroduction(deps, token, accept)).toEqual({ outcome: 'conflict', status });
    },
  );

  it('changes nothing for a link that was not signed here, is for another purpose, or has expired', async () => {
    const { deps, lead, token } = await withLead('introduced');
    const stop = await deps.capabilities.sign({ purpose: 'stop', leadId: lead.id, expiresAt: later(86_400) });
    expect(await answerIntroduction(deps, stop, accept)).toEqual({ outcome: 'unknown' });
    expect(await answerIntroduction(deps, `${token}A`, accept)).toEqual({ outcome: 'unknown' });
    deps.clock.pass(401 * 86_400);
    expect(await answerIntroduction(deps, token, accept)).toEqual({ outcome: 'expired' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
  });

  it('never changes anything for any token but the right one', async () => {
    const { deps, lead, token } = await withLead('introduced');
    const tampered = fc.tuple(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }));
    await fc.assert(
      fc.asyncProperty(tampered, async ([position, character]) => {
        const other = token.slice(0, position) + character + token.slice(position + 1);
        // base64url has spare bits at its end: a spelling of the same bytes is the same token.
        const same = other.split('.').every((part, index) => {
          const bytes = Buffer.from(part, 'base64url');
          return bytes.equals(Buffer.from(token.split('.')[index] ?? '', 'base64url'));
        });
        fc.pre(!same);
        const result = await answerIntroduction(deps, other, accept);
        expect(result).toEqual({ outcome: 'unknown' });
      }),
      { numRuns: 200 },
    );
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
  });
});

describe('undoAnswer', () => {
  it('takes an acceptance back within the window, and says the same when repeated', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await answerIntroduction(deps, token, accept);
    deps.clock.pass(599);
    expect(await undoAnswer(deps, token)).toMatchObject({
      outcome: 'answered',
      lead: { status: 'introduced' },
    });
    expect(await undoAnswer(deps, token)).toMatchObject({
      outcome: 'answered',
      lead: { status: 'introduced' },
    });
    const stored = await deps.store.lead(lead.id);
    expect(stored).not.toHaveProperty('discloseAt');
    expect(stored).not.toHaveProperty('answeredAt');
  });

  it('leaves the rest of the window to answer otherwise, also after the last day for an answer', async () => {
    const { deps, lead, token } = await withLead('introduced');
    if (lead.status !== 'introduced') throw new Error('an introduced lead');
    const untilLastMinute = (Date.parse(lead.answerBy) - Date.parse(deps.clock.now())) / 1000 - 60;
    deps.clock.pass(untilLastMinute);
    await answerIntroduction(deps, token, accept);
    deps.clock.pass(300);
    await undoAnswer(deps, token);
    const stored = await deps.store.lead(lead.id);
    expect(stored).toMatchObject({ status: 'introduced', answerBy: plusSeconds(lead.answerBy, 540) });
    expect(await answerIntroduction(deps, token, { answer: 'decline' })).toMatchObject({
      lead: { status: 'declined' },
    });
  });

  it('is refused when the window is over', async () => {
    const { deps, token } = await withLead('introduced');
    await answerIntroduction(deps, token, accept);
    deps.clock.pass(600);
    expect(await undoAnswer(deps, token)).toEqual({ outcome: 'conflict', status: 'accepted' });
  });

  it('lets the recipient answer otherwise afterwards', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await answerIntroduction(deps, token, accept);
    await undoAnswer(deps, token);
    await answerIntroduction(deps, token, decline);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined' });
  });

  it.each(['connected', 'declined', 'deferred', 'withdrawn'] as const)(
    'leaves a %s lead alone',
    async (status) => {
      const { deps, token } = await withLead(status);
      expect(await undoAnswer(deps, token)).toEqual({ outcome: 'conflict', status });
    },
  );
});
