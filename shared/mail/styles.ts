/** The colours of the pages, in light and in dark; each pair of text and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
const light = {
  page: '#faf6ef',
  card: '#fffefb',
  text: '#2b211c',
  muted: '#62554b',
  border: '#e2d6c6',
  quote: '#f3ece1',
  link: '#9a1b30',
  button: '#9a1b30',
  onButton: '#ffffff',
};
const dark = {
  page: '#1a1513',
  card: '#251e1b',
  text: '#f5ede4',
  muted: '#c9bbae',
  border: '#43382f',
  quote: '#1a1513',
  link: '#f4a3a3',
  button: '#f4a3a3',
  onButton: '#3c060f',
};

const fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const serif = "ui-serif,'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Noto Serif',serif";
const body = `margin:0 0 16px;font-family:${fonts};font-size:16px;line-height:1.55;color:${light.text}`;

/** Inline styles: many mail clients drop everything else. */
export const styles = {
  page: `margin:0;padding:0;background-color:${light.page};-webkit-text-size-adjust:100%`,
  wrapper: `width:100%;background-color:${light.page}`,
  gutter: 'padding:24px 12px',
  card: `width:100%;max-width:600px;background-color:${light.card};border-top:4px solid ${light.button};border-radius:6px`,
  masthead: `padding:24px 24px 0;font-family:${fonts};font-size:15px;line-height:1.4;color:${light.muted}`,
  wordmark: `font-family:${serif};font-size:19px;font-weight:700;color:${light.link}`,
  main: 'padding:12px 24px 16px',
  foot: `padding:20px 24px 24px;border-top:1px solid ${light.border}`,
  h1: `margin:0 0 20px;font-family:${serif};font-size:26px;line-height:1.3;font-weight:700;color:${light.text}`,
  h2: `margin:28px 0 10px;font-family:${fonts};font-size:17px;line-height:1.4;font-weight:700;color:${light.text}`,
  paragraph: body,
  small: `margin:0 0 10px;font-family:${fonts};font-size:13px;line-height:1.5;color:${light.muted}`,
  smallHeading: `margin:0 0 10px;font-family:${fonts};font-size:13px;line-height:1.5;font-weight:700;color:${light.text}`,
  link: `color:${light.link};text-decoration:underline`,
  address: `color:${light.link};text-decoration:underline;word-break:break-all`,
  list: `margin:0 0 16px;padding:0 0 0 20px`,
  item: `margin:0 0 6px;font-family:${fonts};font-size:16px;line-height:1.55;color:${light.text}`,
  facts: `width:100%;margin:0 0 16px`,
  fact: `padding:10px 0;border-bottom:1px solid ${light.border};font-family:${fonts};font-size:16px;line-height:1.5;color:${light.text};overflow-wrap:anywhere`,
  label: `font-size:13px;line-height:1.5;color:${light.muted}`,
  quote: `margin:0 0 16px;padding:14px 16px;background-color:${light.quote};border-left:3px solid ${light.border};font-family:${fonts};font-size:16px;line-height:1.55;color:${light.text};overflow-wrap:anywhere`,
  buttonTable: 'margin:24px 0 16px',
  buttonCell: `background-color:${light.button};border-radius:6px`,
  button: `display:inline-block;padding:14px 26px;text-align:center;font-family:${fonts};font-size:17px;line-height:1.3;font-weight:700;color:${light.onButton};text-decoration:none`,
  preheader:
    'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:transparent;opacity:0;mso-hide:all',
};

/** What clients that know dark mode lay over the inline styles; all others keep the light ones. */
export const darkStyleSheet = `@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important}
.card{background-color:${dark.card}!important;border-top-color:${dark.button}!important}
.text{color:${dark.text}!important;border-color:${dark.border}!important}
.muted{color:${dark.muted}!important}
.link{color:${dark.link}!important}
.rule{border-color:${dark.border}!important}
.quote{background-color:${dark.quote}!important}
.button{background-color:${dark.button}!important}
.on-button{color:${dark.onButton}!important}
}`;
