import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain/language.ts';
import { consentVersion } from '../../web/texts/consent.ts';
import { allPages } from './all-pages.ts';
import { tagsOf, textOf, valuesOf } from './markup.ts';

const locales = { es: 'es-PE', pl: 'pl-PL', en: 'en-GB' };

describe.each(languages)('every page in %s', (language) => {
  const pages = [...allPages(language)];

  it.each(pages)('%s is a whole document in that language', (_name, html) => {
    expect(html).toMatch(/^<!doctype html>\n<html lang=/);
    expect(valuesOf(html, 'lang', 'html')).toEqual([locales[language]]);
    expect(tagsOf(html).filter(({ name }) => name === 'h1')).toHaveLength(1);
    expect(tagsOf(html).filter(({ name }) => name === 'main')).toHaveLength(1);
    expect(html).toContain('<title>');
    expect(textOf(html)).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
  });

  it.each(pages)('%s needs no inline script or style and no third party', (_name, html) => {
    expect(tagsOf(html).filter(({ name }) => ['script', 'style', 'iframe', 'img'].includes(name))).toEqual(
      [],
    );
    expect(valuesOf(html, 'style')).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+=/);
    const addresses = [...valuesOf(html, 'href'), ...valuesOf(html, 'action'), ...valuesOf(html, 'src')];
    expect(addresses.filter((address) => !/^(?:\/(?!\/)|#)/.test(address))).toEqual([]);
  });

  it.each(pages)('%s does things by POST only and leaks no address', (_name, html) => {
    for (const form of tagsOf(html).filter(({ name }) => name === 'form')) {
      expect(form.attributes.get('method')).toBe('post');
      expect(form.attributes.get('action')).toMatch(/^\/api\//);
    }
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
  });

  it.each(pages)('%s has every id once and every reference to one answered', (_name, html) => {
    const ids = valuesOf(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...valuesOf(html, 'for'),
      ...['aria-describedby', 'aria-labelledby'].flatMap((name) =>
        valuesOf(html, name).flatMap((value) => value.split(' ')),
      ),
      ...valuesOf(html, 'href').flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : [])),
    ];
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('lets search engines find the form and the privacy notice only', () => {
    const findable = pages.filter(([, html]) => !html.includes('<meta name="robots" content="noindex"/>'));
    expect(findable.map(([name]) => name)).toEqual(['form', 'privacy']);
  });

  it('names the version of the consents in the privacy notice', () => {
    expect(textOf(allPages(language).get('privacy') ?? '')).toContain(consentVersion);
  });
});

it('says nothing in the wrong language: no text is the same in two languages', () => {
  const [es, pl, en] = languages.map((language) => allPages(language));
  for (const name of es?.keys() ?? []) {
    const titles = [es, pl, en].map((pages) => /<h1[^>]*>([^<]+)/.exec(pages?.get(name) ?? '')?.[1]);
    expect(new Set(titles).size, name).toBe(3);
  }
});
