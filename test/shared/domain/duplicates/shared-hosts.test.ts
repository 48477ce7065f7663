import { describe, expect, it } from 'vitest';
import { isSharedHost } from '../../../../shared/domain/duplicates/shared-hosts.ts';

describe('isSharedHost', () => {
  it.each([
    'gmail.com',
    'hotmail.com',
    'hotmail.es',
    'outlook.com',
    'outlook.pl',
    'yahoo.com.pe',
    'live.com',
    'wp.pl',
    'o2.pl',
    'onet.pl',
    'interia.pl',
    'facebook.com',
    'sites.google.com',
  ])('%s says nothing of a firm', (host) => {
    expect(isSharedHost(host)).toBe(true);
  });

  it.each(['misti.example', 'gmail.misti.pe', 'mygmail.com', 'yahoo', 'misti.wixsite.com', 'awp.pl'])(
    '%s is a firm’s own',
    (host) => {
      expect(isSharedHost(host)).toBe(false);
    },
  );
});
