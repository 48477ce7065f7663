import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagValueOf, textOfTag } from '../../../shared/contracts/mail-tags.ts';
import { introductionIdOf } from '../../../shared/domain/outbox.ts';
import { newAttemptId } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';

/** Any text without halves of characters, which UTF-8 cannot hold. */
const anyText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\ufeff', '.', '#', 'a') }))
  .map((text) => text.toWellFormed());

describe('the value of a tag', () => {
  it('holds only what SES allows, and gives any text back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tagValueOf(text)).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(textOfTag(tagValueOf(text))).toBe(text);
      }),
    );
  });

  it('stands for one text alone', () => {
    const values = fc.string({ unit: fc.constantFrom('_', '2', 'e', 'E', '3', 'c', 'f', '-', '.', 'z') });
    fc.assert(
      fc.property(values, (value) => {
        const text = textOfTag(value);
        if (text !== undefined) expect(tagValueOf(text)).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['_', '_2', '_2E', '_zz', 'a.b', 'a#b', 'ñ', '_ff', '_61', ' '])(
    'is never %j, so that it gives no text',
    (value) => {
      expect(textOfTag(value)).toBeUndefined();
    },
  );

  it('has room for the longest id of an entry, and leaves an attempt as it is', () => {
    const lead = leadIn('approved');
    const longest = introductionIdOf(lead.id).replace(lead.member.id, 'm'.repeat(63));
    expect(tagValueOf(longest).length).toBeLessThanOrEqual(256);
    expect(tagValueOf(longest)).toContain('_23member_23introduction');
    const attemptId = newAttemptId();
    expect(tagValueOf(attemptId)).toBe(attemptId);
  });
});
