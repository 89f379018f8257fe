import { encode } from 'uqr';

/** The white margin around the code, in modules. Scanners need it to find the code. */
const quiet = 4;

/** Black on white in every color scheme, because scanners expect dark on light. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const whole = size + 2 * quiet;
  return (
    <svg
      class="qr"
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
      <path d={data.map(rowOf).join('')} stroke="#000" />
    </svg>
  );
}

/** Adjacent dark modules become one stroke through the middle of their row, each from where the last one ended. */
function rowOf(row: boolean[], y: number): string {
  let path = '';
  let at = 0;
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    path += path === '' ? `M${from} ${y}.5` : `m${from - at} 0`;
    at = x + 1;
    path += `h${at - from}`;
  }
  return path;
}
