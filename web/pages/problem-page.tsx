import type { ProblemCode } from '../../shared/contracts/http/problem.ts';
import type { Language } from '../../shared/domain/language.ts';
import { addressesOf, renderDocument } from '../components/document.tsx';
import { problemTexts } from '../texts/problem.ts';

interface ProblemPageProps {
  readonly language: Language;
  readonly code: ProblemCode;
  /** What helps: `form`, begin again; `mail`, use the link of the latest mail. */
  readonly next?: 'form' | 'mail' | undefined;
}

/** What happened, and what its reader can do about it. */
export function renderProblemPage({ language, code, next }: ProblemPageProps): string {
  const texts = problemTexts[language];
  const { heading, text } = texts.problems[code];
  return renderDocument({
    language,
    title: heading,
    // What failed has no address in another language that would show the same; the start does.
    addresses: addressesOf((other) => `/${other}/`),
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{text}</p>
        {next !== undefined && <p>{texts.next[next]}</p>}
        {next === 'form' && (
          <p>
            <a class="button primary" href={`/${language}/`}>
              {texts.toForm}
            </a>
          </p>
        )}
      </>
    ),
  });
}

/** The problem page of one kind of reader: who came by a form, or by a mail. */
export function problemPageTo(next: 'form' | 'mail'): (code: ProblemCode, language: Language) => string {
  return (code, language) => renderProblemPage({ code, language, next });
}
