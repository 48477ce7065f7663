import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemStatuses } from '../../shared/contracts/http/problem.ts';
import { clocksSchema } from '../../shared/domain/clocks.ts';
import { languages } from '../../shared/domain/language.ts';
import { formatDuration, formatLanguages } from '../../web/format.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { renderPrivacyPage } from '../../web/pages/privacy-page.tsx';
import { renderProblemPage } from '../../web/pages/problem-page.tsx';
import { renderUnsubscribePage } from '../../web/pages/unsubscribe-page.tsx';
import { privacySections, privacyTexts } from '../../web/texts/privacy.ts';
import { problemTexts } from '../../web/texts/problem.ts';
import { unsubscribeTexts } from '../../web/texts/unsubscribe.ts';
import { tagsOf, textOf, valuesOf } from './markup.ts';

describe.each(languages)('in %s', (language) => {
  it('unsubscribing is one button, and then it is done', () => {
    const ask = renderUnsubscribePage({ language, token: 'a/b', done: false });
    expect(valuesOf(ask, 'action', 'form')).toEqual(['/api/unsubscribe/a%2Fb']);
    expect(tagsOf(ask).filter(({ name }) => name === 'button')).toHaveLength(1);
    const done = renderUnsubscribePage({ language, token: 'a/b', done: true });
    expect(valuesOf(done, 'action', 'form')).toEqual([]);
    expect(textOf(done)).toContain(unsubscribeTexts[language].done.heading);
  });

  it.each(Object.keys(problemStatuses) as ProblemCode[])('the problem %s says what happened', (code) => {
    const { heading, text } = problemTexts[language].problems[code];
    const html = renderProblemPage({ language, code });
    expect(textOf(html)).toContain(heading);
    expect(textOf(html)).toContain(text);
  });

  it('a problem can be left in another language', () => {
    const html = renderProblemPage({ language, code: 'notFound' });
    expect(valuesOf(html, 'hreflang', 'a')).toEqual(['es-PE', 'pl-PL', 'en-GB']);
  });

  it('a problem says what to do next, when there is something', () => {
    const { next } = problemTexts[language];
    expect(textOf(renderProblemPage({ language, code: 'gone', next: 'mail' }))).toContain(next.mail);
    const withForm = renderProblemPage({ language, code: 'tooLarge', next: 'form' });
    expect(textOf(withForm)).toContain(next.form);
    expect(valuesOf(withForm, 'href', 'a').filter((href) => href === `/${language}/`).length).toBeGreaterThan(
      2,
    );
  });

  it('the privacy notice has every section that the law asks for', () => {
    const html = renderPrivacyPage({ language });
    for (const section of privacySections) {
      expect(valuesOf(html, 'id', 'h2')).toContain(section);
      expect(textOf(html)).toContain(privacyTexts[language].sections[section].title);
    }
    for (const must of ['29733', 'ARCO', 'UODO', '2016/679', '49', '398'])
      expect(textOf(html)).toContain(must);
  });

  it('pages name the clocks that run, not remembered ones', () => {
    const clocks = clocksSchema.parse({ answer: 3 * 86_400, undo: 5, confirm: 7200 });
    const form = textOf(renderFormPage({ language, clocks })).replaceAll('\u00a0', ' ');
    expect(form).toContain(formatDuration(3 * 86_400, language).replaceAll('\u00a0', ' '));
    expect(form).toContain(formatDuration(5, language).replaceAll('\u00a0', ' '));
    const privacy = textOf(renderPrivacyPage({ language, clocks })).replaceAll('\u00a0', ' ');
    expect(privacy).toContain(formatDuration(7200, language).replaceAll('\u00a0', ' '));
  });
});

describe('words of the reader', () => {
  it.each([
    [10 * 86_400, '10 días', '10 dni', '10 days'],
    [600, '10 minutos', '10 minut', '10 minutes'],
    [5, '5 segundos', '5 sekund', '5 seconds'],
    [3600, '1 hora', '1 godzina', '1 hour'],
  ])('%i seconds', (seconds, es, pl, en) => {
    const words = languages.map((language) => formatDuration(seconds, language).replaceAll('\u00a0', ' '));
    expect(words).toEqual([es, pl, en]);
  });

  it('languages have names', () => {
    expect(formatLanguages(['es', 'pl'], 'pl')).toBe('hiszpański i polski');
    expect(formatLanguages(['qx'], 'en')).toBe('qx');
  });
});
