import { describe, expect, it } from 'vitest';
import { auditNoteSchema, auditSubjectSchema } from '../../../shared/domain/audit.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

describe('a note', () => {
  it.each([
    ['', false],
    ['   ', false],
    ['x', true],
    ['ł'.repeat(500), true],
    ['ł'.repeat(501), false],
    ['two\nlines', true],
    ['hidden\u0007bell', false],
  ])('%j may be left: %s', (note, may) => {
    expect(auditNoteSchema.safeParse(note).success).toBe(may);
  });
});

describe('the subject of an act', () => {
  it('is the id of any record, and no address', () => {
    for (const id of [outboxEntryIn('sent').id, leadIn('proposed').id, 'BREAKER'])
      expect(auditSubjectSchema.parse(id)).toBe(id);
    for (const other of ['', 'a@b.example', 'two words', 'x'.repeat(201)])
      expect(auditSubjectSchema.safeParse(other).success).toBe(false);
  });
});
