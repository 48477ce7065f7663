/** The mark of Puente: three arches over water. Drawn in the colour of the text around it. */
export function BridgeMark() {
  return (
    <svg class="mark" viewBox="0 0 48 32" aria-hidden="true" focusable="false">
      <path d={bridgeMarkPath} fill="currentColor" />
      <path
        d="M3 29.5q3-2.4 6 0t6 0 6 0 6 0 6 0 6 0 6 0"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        opacity="0.55"
      />
    </svg>
  );
}

/** A slightly arched deck on two piers, with a wide arch in the middle and half an arch on each side. */
export const bridgeMarkPath =
  'M0 13Q24 1 48 13V19H46.5A8.5 8.5 0 0 0 38 26H34A10 10 0 0 0 14 26H10A8.5 8.5 0 0 0 1.5 19H0Z';

/** The volcano Misti, a bridge of sillar and a spruce forest: the two sides and what joins them. */
export function BridgeScene({ label }: { readonly label: string }) {
  return (
    <svg
      class="scene"
      viewBox="0 0 640 220"
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMax meet"
    >
      <circle class="scene-sun" cx="352" cy="62" r="26" />
      <path class="scene-far" d="M0 170 60 128 92 142 150 96 214 150 262 170Z" />
      <path
        class="scene-volcano"
        d="M18 172Q88 132 124 58Q132 46 142 50Q150 54 158 48Q166 46 172 58Q206 130 282 172Z"
      />
      <path
        class="scene-snow"
        d="M106 92Q118 72 124 58Q132 46 142 50Q150 54 158 48Q166 46 172 58Q178 72 188 90L176 84 168 98 156 82 146 102 136 84 122 100 116 88Z"
      />
      <path class="scene-hill" d="M384 172Q440 134 520 142T640 126V172Z" />
      {spruces.map(([x, y, height]) => (
        <Spruce key={x} x={x} y={y} height={height} />
      ))}
      <path class="scene-ground" d="M0 168Q110 156 196 168L214 204H0ZM640 164Q540 152 452 166L428 204H640Z" />
      <path class="scene-water" d="M0 196H640V220H0Z" />
      <path class="scene-bridge" d={scenePath} />
      <path class="scene-rail" d="M168 158Q320 104 472 158" />
      <path class="scene-ripple" d="M226 207h40m22 5h64m22-5h44m-292 8h24m220-1h30" />
    </svg>
  );
}

/** Deck from bank to bank with three round arches. */
const scenePath =
  'M160 162Q320 106 480 162V176L462 200H430C430 172 386 172 386 200H372C372 150 268 150 268 200H254C254 172 210 172 210 200H178L160 176Z';

/** Where each spruce stands and how tall it is, in units of the drawing. */
const spruces = [
  [462, 158, 40],
  [488, 154, 62],
  [512, 156, 48],
  [538, 150, 74],
  [566, 154, 56],
  [592, 148, 80],
  [620, 152, 60],
] as const;

function Spruce({ x, y, height }: { readonly x: number; readonly y: number; readonly height: number }) {
  const half = height * 0.24;
  const tier = (top: number, bottom: number, width: number) =>
    `M${x} ${y - height * top}L${x + half * width} ${y - height * bottom}H${x - half * width}Z`;
  return <path class="scene-tree" d={`${tier(1, 0.62, 0.6)}${tier(0.78, 0.32, 0.82)}${tier(0.52, 0, 1)}`} />;
}
