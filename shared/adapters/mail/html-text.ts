import { Parser } from 'htmlparser2';

/** A longer HTML part is a thread of many mails; what is new stands in front. */
export const maxHtmlLength = 2_000_000;
/** So much text comes out at most. */
const maxTextLength = 400_000;

const unshown = new Set(
  'head,style,script,title,template,noscript,svg,math,object,iframe,select,textarea'.split(','),
);
const blocks = new Set(
  'p,div,br,tr,table,ul,ol,li,h1,h2,h3,h4,h5,h6,hr,pre,address,article,section,header,footer,center,dt,dd,form,body,td'.split(
    ',',
  ),
);
const struck = new Set(['s', 'strike', 'del']);
const voids = new Set('area,base,br,col,embed,hr,img,input,link,meta,source,track,wbr'.split(','));
const invisible =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i;
const lineThrough = /text-decoration[a-z-]*\s*:[^;]{0,40}line-through/i;
/** Containers of Yahoo, Proton, Tuta, Zoho and GMX for the mail that is answered. */
const quoteClasses =
  /(?:^|\s)(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|gmail_attr|moz-cite-prefix|gmx_quote)(?:\s|$)/;
/** Where Outlook and Zimbra begin to copy the mail that is answered. */
const copyIds = new Set([
  'divrplyfwdmsg',
  'x_divrplyfwdmsg',
  'appendonsend',
  'zwchr',
  'olk_src_body_section',
  'mail-editor-reference-message-container',
]);
/** Outlook for Windows marks it by nothing but the rule above: a border of exactly this kind. */
const outlookRule = /border\s*:\s*none\s*;\s*border-top\s*:\s*solid\s+(?:#e1e1e1|#b5c4df)/i;

/** How a copy of an earlier mail begins in plain text; `ownLines()` knows it. */
const copyLine = '-----Original Message-----';

interface Element {
  readonly name: string;
  readonly effect: 'none' | 'unshown' | 'quoted' | 'struck';
}

function effectOf(name: string, attributes: Readonly<Record<string, string>>): Element['effect'] {
  const style = attributes['style'] ?? '';
  if (unshown.has(name) || 'hidden' in attributes || invisible.test(style)) return 'unshown';
  if (name === 'blockquote' || quoteClasses.test(attributes['class'] ?? '')) return 'quoted';
  return struck.has(name) || lineThrough.test(style) ? 'struck' : 'none';
}

const startsCopy = (attributes: Readonly<Record<string, string>>) =>
  copyIds.has((attributes['id'] ?? '').toLowerCase()) || outlookRule.test(attributes['style'] ?? '');

/** Writes lines as elements begin and end. */
class Lines {
  readonly #open: Element[] = [];
  readonly #done: string[] = [];
  #line = '';
  #unshown = 0;
  #quoted = 0;
  #length = 0;

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (blocks.has(name) || name === 'blockquote') this.#breakLine(name === 'br' || name === 'p');
    if (startsCopy(attributes)) this.#done.push(copyLine);
    if (name === 'hr') this.#done.push('________________');
    if (voids.has(name)) return;
    const effect = effectOf(name, attributes);
    if (effect === 'struck') this.write('~~');
    this.#open.push({ name, effect });
    this.#count(effect, 1);
  }

  end(name: string): void {
    const element = this.#open.at(-1);
    if (element?.name !== name) return;
    if (blocks.has(name) || name === 'blockquote') this.#breakLine(name === 'p');
    this.#open.pop();
    this.#count(element.effect, -1);
    if (element.effect === 'struck') this.write('~~');
  }

  write(text: string): void {
    if (this.#unshown > 0 || this.#length > maxTextLength) return;
    this.#line += text.replace(/\s+/g, ' ');
    this.#length += text.length;
  }

  finish(): string {
    this.#breakLine(false);
    return this.#done.join('\n').trim();
  }

  #count(effect: Element['effect'], by: number): void {
    if (effect === 'unshown') this.#unshown += by;
    if (effect === 'quoted') this.#quoted += by;
  }

  #breakLine(evenIfEmpty: boolean): void {
    const line = this.#line.trim();
    this.#line = '';
    if (line === '' && (!evenIfEmpty || this.#done.at(-1) === '')) return;
    this.#done.push(this.#quoted > 0 ? `> ${line}` : line);
  }
}

/**
 * The text of an HTML part, a line for each block. What is quoted begins with `> `, where a copy of an earlier mail
 * begins there is a line that says so, crossed-out words stand between `~~`, and nothing of what is not shown is in it.
 * No markup comes out; but text that looks like markup may, so that whoever shows it has to escape it as any text.
 */
export function htmlToLines(html: string): string {
  const lines = new Lines();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => lines.begin(name, attributes),
      ontext: (text) => lines.write(text),
      onclosetag: (name) => lines.end(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html.slice(0, maxHtmlLength));
  parser.end();
  return lines.finish();
}
