import { describe, expect, test } from 'vitest';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { type Language, languages } from '../../../shared/domain/language.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { linksFor, sampleContent } from './sample-mails.ts';

/** With ordinary blanks, whichever words stay together at the end of a line. */
function render(name: string, language: Language) {
  const content = sampleContent(name, language);
  const { subject, html, text } = renderMail(content, linksFor(content), sectorNames);
  return { subject, html: html.replaceAll('\u00a0', ' '), text: text.replaceAll('\u00a0', ' ') };
}

describe('reminder', () => {
  test('says until when, which of the two it is, and has one button', () => {
    const { text, html, subject } = render('reminder-second', 'pl');
    expect(subject).toBe('Przypomnienie: zapytanie firmy Talleres Misti SAC');
    expect(text).toContain('piątek, 20 listopada 2026 r., godz. 16:30 (czasu polskiego)');
    expect(text).toContain('To ostatnie przypomnienie.');
    expect(render('reminder-first', 'pl').text).toContain('przypomnimy jeszcze raz');
    expect(html.match(/class="button"/g)).toHaveLength(1);
  });

  test.each(languages)('quotes the request in its own language, marked as such (%s)', (language) => {
    const { html, text } = render('reminder-first', language);
    expect(html).toMatch(/<blockquote[^>]* lang="es"/);
    expect(text).toContain('> Buscamos fabricante de segadoras');
    expect(html + text).not.toContain('misti.example');
  });
});

describe('decisions-waiting', () => {
  test('tells what is late from what still has time, and counts what it does not list', () => {
    const { subject, text } = render('waiting-escalation', 'en');
    expect(subject).toBe('7 proposals wait for a decision: overdue');
    expect(text).toContain(
      'Talleres Misti SAC (Arequipa, Peru) → SaMASZ: overdue since Thursday, 12 November 2026, 09:00 (UTC)',
    );
    expect(text).toContain('→ Promotech: to be decided by Thursday, 12 November 2026, 16:45 (UTC)');
    expect(text).toContain('5 more proposals wait in the console.');
  });

  test('is no commercial mail: it holds no way to unsubscribe, and says to whom and how often it goes', () => {
    const { html, text } = render('waiting-warning', 'pl');
    expect(html + text).not.toContain('unsubscribe');
    expect(text).toContain('najwyżej jedno ostrzeżenie i jedno zawiadomienie');
    expect(text).not.toContain('kolejn');
  });
});
