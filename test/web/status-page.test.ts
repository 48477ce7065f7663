import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import { languages } from '../../shared/domain/language.ts';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { leadProgressTexts } from '../../web/texts/lead-progress.ts';
import { statusTexts } from '../../web/texts/status.ts';
import { interestId, interestIn, interestStatuses, key } from './fixtures.ts';
import { rawTextOf, shapeOf, tagsOf, textOf, theTag, valuesOf } from './markup.ts';

const page = (view: InterestView, confirming = false, language: 'es' | 'pl' | 'en' = 'en') =>
  renderStatusPage({ language, view, key, confirming });
const actionsOf = (html: string) =>
  valuesOf(html, 'action', 'form').map((action) => action.split('/').at(-1));

describe('what can be done', () => {
  it.each(interestStatuses)('an interest that is %s offers what its state allows', (status) => {
    const open = ['submitted', 'confirmed', 'matched'].includes(status);
    expect(actionsOf(page(interestIn(status)))).toEqual(open ? ['withdraw'] : []);
    const confirming = status === 'submitted' ? ['confirm', 'withdraw'] : open ? ['withdraw'] : [];
    expect(actionsOf(page(interestIn(status), true))).toEqual(confirming);
  });

  it('the buttons carry the key and the language, and the links to other languages too', () => {
    const html = page(interestIn('submitted'), true, 'pl');
    const keys = tagsOf(html).filter(({ attributes }) => attributes.get('name') === 'key');
    expect(keys.map(({ attributes }) => attributes.get('value'))).toEqual([key, key]);
    expect(valuesOf(html, 'action')[0]).toBe(`/api/interests/${interestId}/confirm`);
    const link = new URL(theTag(html, { hreflang: 'es-PE' }).attributes.get('href') ?? '', 'http://puente');
    expect([...link.searchParams]).toEqual([
      ['key', key],
      ['confirm', '1'],
    ]);
  });
});

describe('what is said', () => {
  it.each(languages)('a fresh interest in %s sends its reader to the inbox', (language) => {
    const text = textOf(page(interestIn('submitted'), false, language));
    expect(text).toContain(statusTexts[language].heading.submitted);
    for (const tip of statusTexts[language].inbox.tips) expect(text).toContain(tip);
  });

  it.each([
    ['es', '30 de noviembre de 2026, 12:00 p. m. (hora del Perú)'],
    ['pl', '30 listopada 2026 r., godz. 18:00 (czasu polskiego)'],
    ['en', '30 November 2026, 17:00 (UTC)'],
  ] as const)('a deadline in %s is a date of the reader’s own clock', (language, date) => {
    const text = textOf(page(interestIn('submitted'), true, language)).replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain(date);
  });

  it.each(languages)(
    'every lead in %s is told one by one, its member named only when connected',
    (language) => {
      const view = interestIn('matched');
      const text = textOf(page(view, false, language));
      for (const { status } of view.leads) expect(text).toContain(leadProgressTexts[language][status].label);
      expect(text).toContain('SaMASZ');
      expect(text).toContain(statusTexts[language].leadName(1));
      expect(text).not.toContain(statusTexts[language].leadName(3));
    },
  );

  it.each(languages)('an interest in %s that fits nobody says so, and how to go on', (language) => {
    const html = page({ ...interestIn('matched'), leads: [] }, false, language);
    expect(textOf(html)).toContain(statusTexts[language].heading.noMatch);
    expect(textOf(html)).toContain(statusTexts[language].matched(0));
    expect(textOf(html)).toContain(statusTexts[language].again);
    expect(actionsOf(html)).toEqual(['withdraw']);
    expect(valuesOf(html, 'id')).not.toContain('leads');
  });

  it('the description keeps the language it was written in', () => {
    expect(theTag(page(interestIn('confirmed')), { class: 'own-words' }).attributes.get('lang')).toBe(
      'es-PE',
    );
  });

  it('an erased interest shows nothing of what was sent', () => {
    expect(textOf(page(interestIn('erased')))).not.toContain('Misti');
  });
});

it('nothing that was written changes the markup', () => {
  const withText = (text: string): InterestView => ({
    ...interestIn('matched'),
    request: { language: 'es', companyName: text, intent: 'buy', description: text },
    leads: [{ status: 'connected', updatedAt: '2026-11-24T08:30:00.000Z', member: { name: text } }],
  });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", '/', 'a', '\n') }), (text) => {
      const html = page(withText(`x${text}`));
      expect(shapeOf(html)).toEqual(shapeOf(page(withText('x'))));
      expect(rawTextOf(html)).not.toContain('<');
    }),
    { numRuns: 200 },
  );
});
