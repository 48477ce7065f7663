import { type ComponentChildren, Fragment } from 'preact';
import type { Fact, FactValue } from './facts.ts';
import { styles } from './styles.ts';

interface WithChildren {
  children: ComponentChildren;
}

export function Heading({ children }: WithChildren) {
  return (
    <h1 class="text" style={styles.h1}>
      {children}
    </h1>
  );
}

export function Subheading({ children }: WithChildren) {
  return (
    <h2 class="text" style={styles.h2}>
      {children}
    </h2>
  );
}

/** How a letter ends, over who wrote it. */
export function Closing({ text }: { text: string }) {
  return (
    <Paragraph>
      <Lines text={text} />
    </Paragraph>
  );
}

export function Paragraph({ children }: WithChildren) {
  return (
    <p class="text" style={styles.paragraph}>
      {children}
    </p>
  );
}

export function Small({ children }: WithChildren) {
  return (
    <p class="muted" style={styles.small}>
      {children}
    </p>
  );
}

export function SmallHeading({ children }: WithChildren) {
  return (
    <p class="text" style={styles.smallHeading}>
      {children}
    </p>
  );
}

/** Lines of a text, each line end as a break. */
function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

/** Words of another person, set apart from ours; `language` where it is known. */
export function Quote({ text, language }: { text: string; language?: string | undefined }) {
  return (
    <blockquote
      class="text quote"
      style={styles.quote}
      {...(language === undefined ? {} : { lang: language })}
    >
      <Lines text={text} />
    </blockquote>
  );
}

export function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul style={styles.list}>
      {items.map((item) => (
        <li key={item} class="text" style={styles.item}>
          {item}
        </li>
      ))}
    </ul>
  );
}

function Value({ value }: { value: FactValue }) {
  if (value.href === undefined) return value.text;
  return (
    <a class="link" href={value.href} style={styles.address}>
      {value.text}
    </a>
  );
}

/** Labels above their values, so that both fit the narrowest phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={styles.facts}>
      <tbody>
        {facts.map(({ label, values }) => (
          <tr key={label}>
            <td class="text rule" style={styles.fact}>
              <span class="muted" style={styles.label}>
                {label}
              </span>
              {values.map((value) => (
                <div key={value.text}>
                  <Value value={value} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Button({ href, children }: WithChildren & { href: string }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={styles.buttonTable}>
      <tbody>
        <tr>
          <td class="button" style={styles.buttonCell}>
            <a class="on-button" href={href} style={styles.button}>
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** A label and an address written out in full, for whoever cannot press the button or wants to see where it leads. */
export function Address({ label, url }: { label: string; url: string }) {
  return (
    <p class="muted" style={styles.small}>
      {label}
      <br />
      <a class="link" href={url} style={styles.address}>
        {url}
      </a>
    </p>
  );
}
