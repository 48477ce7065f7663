/** Fields of a plain HTML form that hold several values in one text, separated by commas. */
const listFields = new Set(['sought.certificates', 'sought.languages']);
/** Pairs of fields `<path>.scheme` and `<path>.code` that hold sectors: one scheme, codes separated by commas. */
const sectorFields = ['company.sectors', 'sought.sectors'];
/** Check boxes: ticked when they come with one of `ticks`, and with nothing else. */
const flagFields = new Set(['consent.contactByEmail', 'consent.shareOnAcceptance']);
const ticks = new Set(['true', 'on']);

/** Where a plain form takes the address of a web page. */
const addressFields = new Set(['company.website']);
/** `misti.pe`, `www.misti.pe/es`: a host without the scheme that people leave out. */
const bareHost = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=[:/?#]|$)/u;

type Body = { [name: string]: unknown };

/**
 * The body of `POST /api/interests` from a plain HTML form, whose fields are named by their paths
 * (`contact.email`). Empty fields count as absent. Unknown fields are kept where their path leads, and ignored later.
 */
export function bodyOfForm(fields: URLSearchParams): Body {
  const body: Body = {};
  for (const [name, sent] of valuesByName(fields)) {
    const values = sent.flatMap((value) => (listFields.has(name) ? value.split(',') : [value]));
    const given = values
      .map((value) => (addressFields.has(name) ? withScheme(value.trim()) : value.trim()))
      .filter((value) => value !== '');
    if (given.length === 0 || sectorFields.some((field) => name.startsWith(`${field}.`))) continue;
    if (listFields.has(name)) put(body, name, given);
    else put(body, name, flagFields.has(name) && ticks.has(given[0] ?? '') ? true : given[0]);
  }
  for (const field of sectorFields) {
    const codes = splitCodes(fields.get(`${field}.code`) ?? '');
    const scheme = fields.get(`${field}.scheme`) ?? '';
    if (codes.length > 0)
      put(
        body,
        field,
        codes.map((code) => ({ scheme, code })),
      );
  }
  return body;
}

/** In one walk: looking each name up would take time by the square of their number. */
function valuesByName(fields: URLSearchParams): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return byName;
}

function withScheme(address: string): string {
  return bareHost.test(address) ? `https://${address}` : address;
}

function splitCodes(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

/** Two levels are all that the form has; own properties only, so that no name can reach a prototype. */
function put(body: Body, path: string, value: unknown): void {
  const dot = path.indexOf('.');
  if (dot < 0) {
    define(body, path, value);
    return;
  }
  const [first, second] = [path.slice(0, dot), path.slice(dot + 1)];
  const existing = Object.hasOwn(body, first) ? body[first] : undefined;
  const inner = isBody(existing) ? existing : (Object.create(null) as Body);
  define(inner, second, value);
  define(body, first, inner);
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function define(target: Body, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
