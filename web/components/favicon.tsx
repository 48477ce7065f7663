import { renderToString } from 'preact-render-to-string';
import { bridgeMarkPath } from './bridge.tsx';

/** The mark of Puente as an image of its own: light stone on carmine. */
export function favicon(): string {
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
      <title>Puente</title>
      <rect width="64" height="64" rx="14" fill="#9a1b30" />
      <path d={bridgeMarkPath} transform="translate(6 18) scale(1.083)" fill="#fdf3e4" />
      <path
        d="M10 51q4.4-3 8.8 0t8.8 0 8.8 0 8.8 0 8.8 0"
        fill="none"
        stroke="#fdf3e4"
        stroke-width="3"
        stroke-linecap="round"
      />
    </svg>,
  );
}
