import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Site, showPage } from '../../../functions/show-page/show-page.ts';

const page = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
const site: Site = new Map([
  ['es/index.html', page('formulario')],
  ['pl/privacy/index.html', page('prywatność')],
  ['console/index.html', page('console')],
]);

describe('showPage', () => {
  it.each([
    ['/es/', 'es/index.html'],
    ['/es', 'es/index.html'],
    ['/pl/privacy', 'pl/privacy/index.html'],
    ['/pl/privacy/', 'pl/privacy/index.html'],
    ['/console/', 'console/index.html'],
  ])('%s is %s', (rawPath, path) => {
    expect(showPage(site, rawPath, 'en')).toMatchObject({ outcome: 'file', path });
  });

  it('leads from the root to the form in the reader’s language', () => {
    expect(showPage(site, '/', 'pl')).toEqual({ outcome: 'elsewhere', path: '/pl/' });
  });

  it('shows nothing but its own files, whatever the path', () => {
    const parts = fc.array(
      fc.oneof(fc.constantFrom('..', '.', '%2e%2e', 'es', 'index.html', ''), fc.string()),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(parts, (segments) => {
        const shown = showPage(site, `/${segments.join('/')}`, 'en');
        expect(shown.outcome === 'file' ? site.has(shown.path) : true).toBe(true);
      }),
    );
  });
});
