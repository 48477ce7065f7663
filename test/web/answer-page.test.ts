import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import {
  answerBodySchema,
  type IntroductionNotice,
  type IntroductionView,
  introductionNoticeSchema,
  introductionStates,
} from '../../shared/contracts/http/introduction-view.ts';
import { clocksSchema } from '../../shared/domain/clocks.ts';
import { type Language, languages } from '../../shared/domain/language.ts';
import { declineReasons } from '../../shared/domain/lead.ts';
import { renderAnswerPage } from '../../web/pages/answer-page.tsx';
import { answerTexts } from '../../web/texts/answer.ts';
import { answerAsideTexts } from '../../web/texts/answer-asides.ts';
import { disclosureTexts } from '../../web/texts/consent.ts';
import { introductionIn, sectorNames } from './fixtures.ts';
import { rawTextOf, shapeOf, tagsOf, textOf, valuesOf } from './markup.ts';

const token = 'a/b+c=';
const stopToken = 's/t+o=';
const page = (view: IntroductionView, language: Language = 'pl', notice?: IntroductionNotice) =>
  renderAnswerPage({ language, view, token, stopToken, names: sectorNames, notice });

describe.each(languages)('an open introduction in %s', (language) => {
  const view = introductionIn('open');
  const html = page(view, language);
  const text = textOf(html);

  it('tells who asks for what, and why it is proposed', () => {
    expect(text).toContain('Talleres Misti SAC');
    expect(text).toContain('Arequipa');
    expect(text).toContain(view.interest.sought.description);
    expect(text).toContain(sectorNames.nameOf('28.30' as never, language));
    expect(text).toContain('CIIU Rev. 4 2821');
    expect(text).toContain('ISO 9001');
    for (const reason of view.reasons) expect(text).toContain(reason);
    expect(valuesOf(html, 'lang', 'blockquote')).toEqual(['es-PE']);
  });

  it('tells how long an acceptance can be undone, by the clock that runs', () => {
    const clocks = clocksSchema.parse({ undo: 3600 });
    const withClocks = renderAnswerPage({ language, view, token, stopToken, names: sectorNames, clocks });
    const hour = { es: 'Durante 1 hora', pl: 'Przez 1 godzinę', en: 'For 1 hour' }[language];
    expect(textOf(withClocks).replaceAll('\u00a0', ' ')).toContain(hour);
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/10 min/);
  });

  it('names the language of the description where it is not the reader’s', () => {
    const label = { es: 'Texto de la solicitud ', pl: '(po hiszpańsku)', en: '(in Spanish)' }[language];
    expect(text).toContain(label);
  });

  it('asks for the consent to disclosure at the button that discloses', () => {
    expect(text).toContain(disclosureTexts[language].PE('Talleres Misti SAC'));
    const accept = tagsOf(html).find(({ attributes }) => attributes.get('aria-describedby') === 'disclosure');
    expect(accept?.name).toBe('button');
  });

  it('has one form for each answer, and each is an answer the API takes', () => {
    expect(valuesOf(html, 'action', 'form')).toEqual(Array(3).fill('/api/introductions/a%2Fb%2Bc%3D/answer'));
    const answers = tagsOf(html).filter(({ attributes }) => attributes.get('name') === 'answer');
    const bodies = answers.map(({ attributes }) =>
      bodyOfForm(new URLSearchParams({ answer: attributes.get('value') ?? '', language })),
    );
    expect(bodies.map((body) => answerBodySchema.parse(body).answer)).toEqual(['accept', 'defer', 'decline']);
    const reasons = tagsOf(html).filter(({ attributes }) => attributes.get('name') === 'reasonCode');
    expect(reasons.map(({ attributes }) => attributes.get('value'))).toEqual([...declineReasons]);
  });
});

describe.each(languages)('the ways to say no in %s', (language) => {
  const html = page(introductionIn('open'), language);

  it('are one press: a reason can be given, and need not be', () => {
    const { text, why } = answerAsideTexts[language].decline;
    expect(textOf(html)).toContain(text);
    const [, form = ''] = html.split('value="decline"');
    expect(form.indexOf(why)).toBeLessThan(form.indexOf('<button'));
    expect(tagsOf(html).filter(({ name }) => name === 'button')).toHaveLength(3);
    expect(valuesOf(html, 'open', 'details')).toEqual([]);
    expect(tagsOf(html).some(({ attributes }) => attributes.has('required'))).toBe(false);
  });

  it.each(introductionStates)(
    'and of all mail, when it is %s: a link, which does nothing by itself',
    (state) => {
      const shown = page(introductionIn(state), language);
      expect(valuesOf(shown, 'href', 'a')).toContain(`/${language}/unsubscribe/s%2Ft%2Bo%3D`);
    },
  );
});

describe('a notice', () => {
  const all = introductionNoticeSchema.options;

  it.each([
    ['open', ['undone']],
    ['accepted', ['undoTooLate', 'unchanged']],
    ['connected', ['undoTooLate', 'unchanged']],
    ['declined', ['unchanged']],
    ['deferred', ['unchanged']],
    ['closed', ['unchanged']],
  ] as const)('is shown only where it can be true: %s', (state, expected) => {
    for (const language of languages) {
      const shown = all.filter((notice) =>
        textOf(page(introductionIn(state), language, notice)).includes(
          answerAsideTexts[language].notices[notice],
        ),
      );
      expect(shown).toEqual(expected);
    }
  });

  it('that it is too late takes the button away', () => {
    expect(valuesOf(page(introductionIn('accepted'), 'es', 'undoTooLate'), 'action', 'form')).toEqual([]);
  });
});

describe('an answered introduction', () => {
  it.each(introductionStates.filter((state) => state !== 'open'))(
    '%s says what happened and what comes next',
    (state) => {
      for (const language of languages) {
        const html = page(introductionIn(state), language);
        const { heading, text, next } = answerTexts[language].states[state];
        for (const part of [heading, text, next]) expect(textOf(html)).toContain(part);
        expect(valuesOf(html, 'action', 'form')).toEqual(
          state === 'accepted' ? ['/api/introductions/a%2Fb%2Bc%3D/undo'] : [],
        );
      }
    },
  );

  it('tells until when an acceptance can be undone', () => {
    expect(textOf(page(introductionIn('accepted')))).toContain(
      '24 listopada 2026\u00a0r., godz.\u00a009:40 (czasu polskiego)',
    );
  });
});

it('tells a Peruvian recipient that the data goes to Poland, under the law there', () => {
  const view = introductionIn('open');
  const company = { ...view.interest.company, country: 'PL' as const };
  const text = textOf(page({ ...view, interest: { ...view.interest, company } }, 'es'));
  expect(text).toContain(disclosureTexts.es.PL('Talleres Misti SAC'));
  expect(text).not.toContain(disclosureTexts.es.PE('Talleres Misti SAC'));
});

it.each([
  ['2822', ['27.90 (es)', '28.41 (es)', '28.42 (es)']],
  ['2395', ['23.6 (es)']],
  ['2410', ['24 (es)']],
  ['1079', ['C (es)']],
  ['8299', []],
])('names what CIIU %s leads to, and where that is much, what it has in common', (code, expected) => {
  const view = introductionIn('open');
  const sought = { ...view.interest.sought, sectors: [{ scheme: 'ciiu4' as const, code }] };
  const html = page({ ...view, interest: { ...view.interest, sought } }, 'es');
  const named = html.split('<li>').find((item) => item.includes(`CIIU Rev. 4 ${code}`)) ?? '';
  expect(named.match(/[0-9.A-V]+ \(es\)/g) ?? []).toEqual(expected);
});

it('nothing that was written changes the markup', () => {
  const withText = (text: string): IntroductionView => {
    const view = introductionIn('open');
    const { company, sought } = view.interest;
    return {
      ...view,
      member: { name: text },
      reasons: [text],
      interest: {
        ...view.interest,
        company: { ...company, name: text, region: text },
        sought: { ...sought, description: text, certificates: [text] },
      },
    };
  };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", '/', 'a', '\n') }), (text) => {
      const html = page(withText(`x${text}`));
      expect(shapeOf(html)).toEqual(shapeOf(page(withText('x'))));
      expect(rawTextOf(html)).not.toContain('<');
    }),
    { numRuns: 200 },
  );
});
