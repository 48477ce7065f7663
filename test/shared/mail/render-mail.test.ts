import { describe, expect, test } from 'vitest';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { languages } from '../../../shared/domain/language.ts';
import { mailContentSchema } from '../../../shared/domain/mail-content.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { introductionInput, linksFor, sampleContent, sampleNames } from './sample-mails.ts';

const everyMail = sampleNames.flatMap((name) => languages.map((language) => [name, language] as const));

function render(name: string, language: (typeof languages)[number]) {
  const content = sampleContent(name, language);
  const links = linksFor(content);
  return { content, links, ...renderMail(content, links, sectorNames) };
}

/** The same to look for words in, whichever of them stay together at the end of a line. */
function renderLoosely(name: string, language: (typeof languages)[number]) {
  const { html, text, ...rest } = render(name, language);
  return { html: html.replaceAll('\u00a0', ' '), text: text.replaceAll('\u00a0', ' '), ...rest };
}

describe.each(everyMail)('%s in %s', (name, language) => {
  const { links, subject, html, text } = render(name, language);

  test('is a document in that language, with nothing to load and no holes', () => {
    expect(html.startsWith(`<!DOCTYPE html><html lang="${language}">`)).toBe(true);
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
    expect(html).not.toMatch(/<img|<link|<script|<iframe|url\(|@import|src=/i);
    expect(subject).not.toBe('');
    for (const part of [subject, html, text])
      expect(part).not.toMatch(/undefined|null|NaN|\[object|\[address\]/);
    expect(subject).not.toContain('\u00a0');
  });

  test('writes each address out in full in both parts, but for the one that only mail clients use', () => {
    for (const [key, url] of Object.entries(links)) {
      if (key === 'template' || key === 'oneClickUrl' || key === 'formUrl') continue;
      expect(text.split('\n')).toContain(url);
      const escaped = url.replaceAll('&', '&amp;');
      expect(html).toContain(`href="${escaped}"`);
      expect(html).toContain(`>${escaped}</a>`);
    }
    expect(html + text).not.toContain('/api/');
  });

  test('ends as a letter does', () => {
    expect(text).toMatch(/(?:Atentamente,|Z\u00a0poważaniem|Kind regards,)\nPuente\n/);
    expect(html).toMatch(/(?:Atentamente,|Z\u00a0poważaniem|Kind regards,)<br\/?>Puente/);
  });
});

test('no two languages share a subject', () => {
  for (const name of sampleNames) {
    const subjects = languages.map((language) => render(name, language).subject);
    expect(new Set(subjects).size).toBe(languages.length);
  }
});

describe('confirmation', () => {
  test('says until when, in the reader’s own time', () => {
    expect(render('confirmation', 'es').text).toContain(
      'hasta el martes, 10 de noviembre de 2026, 2:05\u00a0p.\u00a0m.',
    );
    expect(render('confirmation', 'pl').text).toContain(
      'Termin potwierdzenia: wtorek, 10 listopada 2026\u00a0r., godz.\u00a020:05 (czasu polskiego)',
    );
    expect(render('confirmation', 'en').html).toContain('until Tuesday, 10 November 2026, 19:05 (UTC)');
  });
  test('has one button, to the page that asks for the press', () => {
    const { html, links } = render('confirmation', 'pl');
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(links).toHaveProperty('statusUrl', expect.stringContaining('&confirm=1'));
  });
});

describe('introduction', () => {
  test.each(languages)('shows the interest and no contact data (%s)', (language) => {
    for (const name of ['introduction', 'introduction-to-peru']) {
      const { html, text } = render(name, language);
      const body = html.slice(html.indexOf('<body'));
      expect(body + text).not.toMatch(/@|mailto:|tel:|\+\d{2}/);
    }
    const { html, text } = renderLoosely('introduction', language);
    for (const part of [html, text]) {
      for (const fact of ['Talleres Misti SAC', 'Arequipa', 'ISO 9001', 'NACE 28.30', 'CIIU Rev. 4 4653']) {
        expect(part).toContain(fact);
      }
      expect(part).toContain('Buscamos fabricante de segadoras');
      expect(part).toContain('Warto zwrócić uwagę na części zamienne.');
      expect(part).toContain('Klaster Obróbki Metali');
    }
  });

  test('names the language of a text in another language, for the eye and for a screen reader', () => {
    const polish = render('introduction', 'pl');
    expect(polish.text).toContain('Treść zapytania (po hiszpańsku)');
    expect(polish.html).toMatch(/<blockquote[^>]* lang="es"/);
    expect(render('introduction', 'es').text).toContain('Texto de la solicitud\n');
  });

  test.each(languages)('asks before it explains: the answer is in reach on a phone (%s)', (language) => {
    const { html, text, links } = render('introduction', language);
    if (links.template !== 'introduction') throw new Error('wrong sample');
    for (const part of [html, text]) {
      const order = ['Poznaliśmy tę firmę', 'Buscamos fabricante', links.answerUrl, 'ISO 9001', '28.30.Z'];
      const positions = order.map((words) => part.indexOf(words));
      expect(positions).not.toContain(-1);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    }
  });

  test('gives sector names and reasons in the reader’s language', () => {
    const { text } = renderLoosely('introduction', 'pl');
    expect(text).toContain('Produkcja maszyn dla rolnictwa i leśnictwa (NACE 28.30)');
    expect(text).toContain('Języki współpracy: hiszpański i angielski');
    expect(text).toContain('PKD 2025 28.30.Z');
    expect(text).toContain('Cel: Zakup\n');
  });

  test('says how long: to answer, and to undo', () => {
    expect(renderLoosely('introduction', 'pl').text).toMatch(
      /czekamy 10 dni od wysłania[\s\S]*Przez 10 minut /,
    );
    const oneDay = mailContentSchema.parse({ ...introductionInput('pl'), answerDays: 1 });
    expect(renderMail(oneDay, linksFor(oneDay), sectorNames).text).toContain('czekamy 1 dzień od wysłania');
  });

  test('leaves out what the interest does not say', () => {
    const content = mailContentSchema.parse({
      ...introductionInput('en'),
      sought: { description: 'Anything' },
      coordinatorMessage: undefined,
    });
    const { html, text } = renderMail(content, linksFor(content), sectorNames);
    for (const label of [
      'Sectors sought',
      'Certificates',
      'Working languages',
      'coordinator’s',
      'A message from',
    ]) {
      expect(html.includes(`>${label}`) || text.includes(`\n${label}`)).toBe(false);
    }
  });

  test.each([
    ['es', /art\. 14 del RGPD[\s\S]*art\. 398[\s\S]*49\.1\.a[\s\S]*UODO/],
    ['pl', /art\. 14 RODO[\s\S]*art\. 398[\s\S]*49 ust\. 1 lit\. a[\s\S]*Urzędu Ochrony Danych Osobowych/],
    ['en', /art\. 14 GDPR[\s\S]*art\. 398[\s\S]*49\(1\)\(a\)[\s\S]*UODO/],
  ] as const)('tells a Polish member its rights under the GDPR (%s)', (language, notice) => {
    const { html, text } = renderLoosely('introduction', language);
    expect(text).toMatch(notice);
    expect(html).toMatch(notice);
    expect(text).not.toContain('29733');
  });

  test.each(languages)('tells a Peruvian member its rights under Ley 29733 (%s)', (language) => {
    const { html, text } = render('introduction-to-peru', language);
    for (const part of [html, text]) {
      expect(part).toContain('29733');
      expect(part).toContain('ARCO');
      expect(part).toMatch(/automatizada|zautomatyzowany|automatically/);
      expect(part).not.toMatch(/GDPR|RODO|RGPD/);
    }
  });
});

describe('connection', () => {
  test.each(languages)('gives the other side’s contact data, to press and to read (%s)', (language) => {
    const { html, text } = render('connection-submitter', language);
    for (const fact of [
      'Jan Kowalski',
      'eksport@samasz.example',
      '+48 85 123 45 67',
      'https://samasz.example/',
    ]) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
    expect(html).toContain('href="mailto:eksport@samasz.example"');
    expect(html).toContain('href="tel:+48851234567"');
    expect(html + text).not.toContain('compras@misti.example');
  });

  test('names the language of the description where it is not the reader’s', () => {
    const { html, text } = render('connection-member', 'pl');
    expect(text).toContain('Treść zapytania (po hiszpańsku):\n\n> Buscamos');
    expect(html).toMatch(/<blockquote[^>]* lang="es"/);
    expect(render('connection-submitter', 'es').text).toContain('Texto de la solicitud:\n\n> Buscamos');
    const content = sampleContent('connection-member', 'pl');
    if (content.template !== 'connection') throw new Error('wrong sample');
    const { submitterLanguage: _unknown, ...older } = content;
    expect(renderMail(older, linksFor(older), sectorNames).text).toContain('Treść zapytania:\n');
  });

  test('suggests a first mail in a language that the other side works in', () => {
    const { html, text } = render('connection-submitter', 'es');
    expect(text).toContain('Una idea para el primer correo (en inglés)');
    expect(text).toContain('> Dear Jan Kowalski,');
    expect(html).toMatch(/<blockquote[^>]* lang="en"/);
    expect(render('connection-submitter', 'pl').text).toContain('> Dzień dobry,');
    expect(render('connection-member', 'pl').text).toContain('> Dear Rosa Quispe Mamani,');
  });

  test('the button opens a mail with a subject and that text, and nothing else', () => {
    const { html } = render('connection-member', 'es');
    const href = /href="(mailto:[^"?]*\?[^"]*)"/.exec(html)?.[1] ?? '';
    const url = new URL(href.replaceAll('&amp;', '&'));
    expect(url.pathname).toBe('compras@misti.example');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('body')).toContain(
      'Estimado(a) Rosa Quispe Mamani:\r\n\r\nLe escribo en nombre de SaMASZ.',
    );
  });

  test('an address on the web is shown as a browser would go to it', () => {
    const content = sampleContent('connection-member', 'en');
    if (content.template !== 'connection') throw new Error('wrong sample');
    const { other } = content;
    const company = { ...other.company, website: 'https://samasz.example@misti.example/\n"><b>' };
    const sly = { ...content, other: { ...other, company } };
    expect(renderMail(sly, linksFor(sly), sectorNames).text).toContain(
      'Website: https://misti.example/%22%3E%3Cb%3E\n',
    );
  });
});

describe('status-changed', () => {
  test.each([
    [1, 'Znaleźliśmy 1 firmę pasującą do Państwa zapytania'],
    [2, 'Znaleźliśmy 2 firmy pasujące do Państwa zapytania'],
    [5, 'Znaleźliśmy 5 firm pasujących do Państwa zapytania'],
    [22, 'Znaleźliśmy 22 firmy pasujące do Państwa zapytania'],
  ])('%i leads in Polish', (leadCount, subject) => {
    const content = mailContentSchema.parse({
      ...sampleContent('status-matched', 'pl'),
      change: { to: 'matched', leadCount },
    });
    const mail = renderMail(content, linksFor(content), sectorNames);
    expect(mail.subject).toBe(subject);
    expect(mail.html).toContain(subject);
  });

  test('what an inbox shows after the subject is a sentence', () => {
    expect(renderLoosely('status-declined', 'pl').html).toContain('>Jedna z firm, którym przedstawiliśmy');
  });

  test.each(languages)('leads to the form where a new request is the way on (%s)', (language) => {
    const withForm = sampleNames.filter((name) => {
      const { html, text } = render(name, language);
      const url = `https://puente.example/${language}/`;
      expect(html.includes(`href="${url}"`)).toBe(text.split('\n').includes(url));
      return text.split('\n').includes(url);
    });
    expect(withForm).toEqual([
      'status-no-match',
      'status-nothing-left',
      'status-nothing-left-of-one',
      'status-expired-interest',
    ]);
  });

  test('a firm that answered is known by its sectors only', () => {
    const { text } = render('status-declined', 'en');
    expect(text).toContain('Sectors of that firm: Manufacture of agricultural and forestry machinery');
    expect(text).not.toContain('SaMASZ');
  });
});

describe('introduction-closed', () => {
  test('names the firm and says that nothing was disclosed', () => {
    const { subject, text } = render('closed-withdrawn', 'es');
    expect(subject).toBe('Solicitud retirada: Talleres Misti SAC');
    expect(text).toContain('Talleres Misti SAC (Arequipa, Perú) retiró la solicitud');
    expect(text).toContain('sus datos de contacto no se entregaron');
  });
});

test('links of another template are a fault', () => {
  const content = sampleContent('confirmation', 'en');
  const links = linksFor(sampleContent('introduction', 'en'));
  expect(() => renderMail(content, links, sectorNames)).toThrow(TypeError);
});
