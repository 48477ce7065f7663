import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import { instantSchema } from '../../shared/domain/ids.ts';
import { languages } from '../../shared/domain/language.ts';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { leadProgressTexts } from '../../web/texts/lead-progress.ts';
import { statusTexts } from '../../web/texts/status.ts';
import { statusNewsTexts } from '../../web/texts/status-news.ts';
import { interestId, interestIn, interestStatuses, interestWith, key, now } from './fixtures.ts';
import { rawTextOf, shapeOf, tagsOf, textOf, theTag, valuesOf } from './markup.ts';

const page = (view: InterestView, confirming = false, language: 'es' | 'pl' | 'en' = 'en') =>
  renderStatusPage({ language, view, key, confirming, now });
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
      const { withdrawn, ...progress } = leadProgressTexts[language];
      for (const { status } of view.leads)
        expect(text).toContain(progress[status === 'withdrawn' ? 'ended' : status].label);
      // Nobody withdrew this request: its leads that were not sent on in time have ended.
      expect(text).not.toContain(withdrawn.text(undefined));
      expect(text).toContain('SaMASZ');
      expect(text).toContain(statusTexts[language].leadName(1));
      expect(text).not.toContain(statusTexts[language].leadName(3));
    },
  );

  it.each(languages)('a request in %s that was withdrawn says so of its leads', (language) => {
    const { leads } = interestIn('matched');
    const text = textOf(page({ ...interestIn('withdrawn'), leads }, false, language));
    expect(text).toContain(leadProgressTexts[language].withdrawn.text(undefined));
    expect(text).not.toContain(leadProgressTexts[language].ended.text(undefined));
  });

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

describe.each(languages)('the best news in %s comes first', (language) => {
  const news = statusNewsTexts[language];
  const headingOf = (view: InterestView) => /<h1>(.*?)<\/h1>/.exec(page(view, false, language))?.[1];

  it.each([
    [['introduced', 'accepted', 'connected', 'declined'], news.connected.heading('SaMASZ')],
    [['introduced', 'accepted', 'declined'], news.accepted.heading(1)],
    [['introduced', 'declined'], statusTexts[language].heading.matched],
    [['declined', 'expired', 'rejected'], news.over.heading],
    [[], statusTexts[language].heading.noMatch],
  ] as const)('of leads that are %j', (statuses, heading) => {
    expect(headingOf(interestWith(...statuses))).toBe(heading);
  });

  it('names every firm that is in contact, also once the request is closed', () => {
    const { updatedAt } = interestIn('matched');
    const leads = ['SaMASZ', 'ChM'].map((name) => ({
      status: 'connected' as const,
      updatedAt,
      member: { name },
    }));
    for (const status of ['matched', 'closed'] as const)
      expect(headingOf({ ...interestIn(status), leads })).toMatch(/SaMASZ (y|i|and) ChM$/);
    expect(headingOf({ ...interestIn('withdrawn'), leads })).toBe(statusTexts[language].heading.withdrawn);
  });

  it('in the cards too, and each firm keeps its number', () => {
    const html = page(interestWith('declined', 'introduced', 'accepted', 'connected'), false, language);
    const { leadName } = statusTexts[language];
    expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, name]) => name)).toEqual([
      'SaMASZ',
      leadName(2),
      leadName(1),
      leadName(4),
    ]);
    expect(valuesOf(html, 'class', 'li').filter((name) => name.includes('good-news'))).toHaveLength(2);
  });

  it('offers a new request where this one leads no further, without a row of steps', () => {
    for (const view of [interestWith(), interestWith('declined')]) {
      const html = page(view, false, language);
      expect(theTag(html, { class: 'button primary' }).attributes.get('href')).toBe(`/${language}/`);
      expect(valuesOf(html, 'class', 'ol')).not.toContain('progress');
      expect(actionsOf(html)).toEqual(['withdraw']);
    }
    expect(valuesOf(page(interestWith('introduced'), false, language), 'class', 'a')).not.toContain(
      'button primary',
    );
  });
});

describe('dates', () => {
  it.each(languages)('in the cards of %s name the zone once, and no year but another one', (language) => {
    const html = page(interestWith('introduced'), false, language);
    const cards = /<ol class="lead-list">.*?<\/ol>/s.exec(html)?.[0] ?? '';
    expect(textOf(cards)).not.toMatch(/2026|UTC|Perú|polskiego/);
    expect(textOf(html)).toContain(statusNewsTexts[language].zone);
    const later = renderStatusPage({
      language,
      view: interestWith('introduced'),
      key,
      confirming: false,
      now: instantSchema.parse('2027-01-02T09:00:00.000Z'),
    });
    expect(textOf(later)).toMatch(/2026\D+\d/);
  });

  it('end a Spanish sentence with one full stop', () => {
    expect(textOf(page(interestWith('introduced'), false, 'es'))).not.toContain('..');
  });
});

it.each(languages)('an unconfirmed interest in %s shows where the mail went', (language) => {
  expect(textOf(page(interestIn('submitted'), false, language))).toContain('c•••s@misti.example');
  expect(textOf(page(interestIn('submitted'), true, language))).not.toContain('@');
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
