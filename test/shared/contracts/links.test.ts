import { describe, expect, it } from 'vitest';
import { paths } from '../../../shared/contracts/links.ts';
import { languages } from '../../../shared/domain/language.ts';
import { newInterestId } from '../../builders/ids.ts';

const interestId = newInterestId();

describe('paths', () => {
  const base = 'https://puente.example';
  const key = 'a+b/c=&d?#é';

  it.each(languages)('lead where the contract says in %s', (language) => {
    expect(paths.form(language)).toBe(`/${language}/`);
    expect(paths.privacy(language)).toBe(`/${language}/privacy`);
    const status = new URL(paths.status(language, interestId, key), base);
    expect(status.pathname).toBe(`/${language}/interests/${interestId}`);
    expect([...status.searchParams]).toEqual([['key', key]]);
    const confirm = new URL(paths.confirm(language, interestId, key), base);
    expect([...confirm.searchParams]).toEqual([
      ['key', key],
      ['confirm', '1'],
    ]);
    expect(paths.introduction(language, 't')).toBe(`/${language}/introductions/t`);
    expect(paths.unsubscribe(language, 't')).toBe(`/${language}/unsubscribe/t`);
    expect(paths.oneClickUnsubscribe('t')).toBe('/api/unsubscribe/t');
  });
});
