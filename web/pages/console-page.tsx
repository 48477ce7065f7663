import { renderToString } from 'preact-render-to-string';

/** The shell of the coordinator's console; everything in it is made by its script. */
export function renderConsolePage(): string {
  return `<!doctype html>\n${renderToString(<Shell />)}\n`;
}

function Shell() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Puente</title>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/assets/puente.css" />
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        <script type="module" src="/assets/console.js" />
      </head>
      <body class="console">
        <div id="console" />
        <noscript>
          <main class="no-script">
            <h1>Puente</h1>
            <p lang="es-PE">La consola de coordinación necesita JavaScript.</p>
            <p lang="pl-PL">Konsola koordynatora wymaga JavaScriptu.</p>
            <p lang="en-GB">The coordinator’s console needs JavaScript.</p>
          </main>
        </noscript>
      </body>
    </html>
  );
}
