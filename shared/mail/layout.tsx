import type { ComponentChildren } from 'preact';
import type { Language } from '../domain/language.ts';
import { Small } from './components.tsx';
import { darkStyleSheet, styles } from './styles.ts';
import { commonTexts } from './texts/common.ts';

interface LayoutProps {
  language: Language;
  title: string;
  /** What an inbox shows after the subject. */
  preheader: string;
  /** Below the line: addresses, notices. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A whole HTML document: one column of at most 600 px, in tables because some clients know nothing else. */
export function Layout({ language, title, preheader, footer, children }: LayoutProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{title}</title>
        <style>{darkStyleSheet}</style>
      </head>
      <body class="page" style={styles.page}>
        <div style={styles.preheader}>{preheader}</div>
        <table role="presentation" cellpadding="0" cellspacing="0" class="page" style={styles.wrapper}>
          <tbody>
            <tr>
              <td align="center" style={styles.gutter}>
                <Card language={language} footer={footer}>
                  {children}
                </Card>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Card({ language, footer, children }: Pick<LayoutProps, 'language' | 'footer' | 'children'>) {
  const { tagline } = commonTexts[language];
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" class="card" style={styles.card}>
      <tbody>
        <tr>
          <td class="muted" style={styles.masthead}>
            <span class="link" style={styles.wordmark}>
              Puente
            </span>{' '}
            · {tagline.short}
          </td>
        </tr>
        <tr>
          <td style={styles.main}>{children}</td>
        </tr>
        <tr>
          <td class="rule" style={styles.foot}>
            {footer}
            <Small>{tagline.long}</Small>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
