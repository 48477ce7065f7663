import { describe, expect, test } from 'vitest';
import { instantSchema } from '../../../shared/domain/ids.ts';
import {
  counted,
  formatDays,
  formatDuration,
  formatInstant,
  formatLanguages,
  formatPlace,
} from '../../../shared/mail/format.ts';

describe('counted', () => {
  const forms = { one: 'firmę', few: 'firmy', other: 'firm' };
  test.each([
    [1, '1 firmę'],
    [2, '2 firmy'],
    [5, '5 firm'],
    [12, '12 firm'],
    [22, '22 firmy'],
    [25, '25 firm'],
  ])('Polish, %i', (count, expected) => {
    expect(counted(count, forms, 'pl')).toBe(expected);
  });

  test('large Spanish numbers are written as in Peru', () => {
    expect(counted(12_345, { one: 'empresa', other: 'empresas' }, 'es')).toBe('12,345 empresas');
  });
});

describe('formatInstant', () => {
  const instant = instantSchema.parse('2026-11-10T02:05:00.000Z');
  test('Spanish: the day and hour in Lima, with the abbreviation in one piece', () => {
    expect(formatInstant(instant, 'es')).toBe(
      'lunes, 9 de noviembre de 2026, 9:05\u00a0p.\u00a0m. (hora del Perú)',
    );
  });
  test('Polish: the day and hour in Warsaw', () => {
    expect(formatInstant(instant, 'pl')).toBe(
      'wtorek, 10 listopada 2026\u00a0r., godz.\u00a003:05 (czasu polskiego)',
    );
  });
  test('English: UTC', () => {
    expect(formatInstant(instant, 'en')).toBe('Tuesday, 10 November 2026, 02:05 (UTC)');
  });
});

describe('durations', () => {
  test.each([
    [1, '1 dzień'],
    [2, '2 dni'],
    [5, '5 dni'],
    [22, '22 dni'],
    [1.9, '1 dzień'],
    [1 / 24, '1 godzinę'],
    [3 / 24, '3 godziny'],
    [2.5 / 86_400, '2 sekundy'],
  ])('%d days in Polish, never rounded up past the whole unit', (days, expected) => {
    expect(formatDays(days, 'pl')).toBe(expected);
  });
  test('minutes', () => {
    expect(formatDuration(600, 'es')).toBe('10 minutos');
    expect(formatDuration(1320, 'pl')).toBe('22 minuty');
    expect(formatDuration(60, 'en')).toBe('1 minute');
    expect(formatDuration(5, 'es')).toBe('5 segundos');
    expect(formatDuration(42, 'pl')).toBe('42 sekundy');
    expect(formatDuration(1, 'pl')).toBe('1 sekundę');
  });
});

test('languages and places have names in the reader’s language', () => {
  expect(formatLanguages(['es', 'en', 'pl'], 'pl')).toBe('hiszpański, angielski i polski');
  expect(formatLanguages(['xx'], 'en')).toBe('xx');
  expect(formatPlace({ country: 'PE', region: 'Arequipa' }, 'es')).toBe('Arequipa, Perú');
  expect(formatPlace({ country: 'PL' }, 'en')).toBe('Poland');
});
