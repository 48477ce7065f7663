import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../shared/domain/language.ts';
import { renderMail } from '../../shared/mail/render-mail.ts';
import { linksFor, sampleContent, sampleNames } from '../../test/shared/mail/sample-mails.ts';
import { readySectorNames } from '../sector-files.ts';

/** Writes every mail in every language as HTML and text, for looking at. */
const sectorNames = await readySectorNames();
const directory = join('test-results', 'mails');
mkdirSync(directory, { recursive: true });
for (const name of sampleNames) {
  for (const language of languages) {
    const content = sampleContent(name, language);
    const { subject, html, text } = renderMail(content, linksFor(content), sectorNames);
    writeFileSync(join(directory, `${name}.${language}.html`), html);
    writeFileSync(join(directory, `${name}.${language}.txt`), `${subject}\n\n${text}`);
  }
}
console.log(`${sampleNames.length * languages.length} mails in ${directory}`);
