import { drawnMap, type MapCity, margin, type Outline } from '../map-rules.ts';

type StateMapProps = { outline: Outline; cities: readonly MapCity[]; caption: string };

/** A picture of the table beside it. */
export function StateMap({ outline, cities, caption }: StateMapProps) {
  const { width, height, path } = outline;
  const { dots } = drawnMap(outline, cities);
  const box = [-margin, -margin, width + 2 * margin, height + 2 * margin];
  return (
    <figure class="state-map">
      <figcaption>{caption}</figcaption>
      <svg viewBox={box.join(' ')} aria-hidden="true">
        <path d={path} />
        {dots.map(({ x, y, r, isCounted }) => (
          <circle cx={x} cy={y} r={r} class={isCounted ? undefined : 'out'} />
        ))}
        {dots.map(
          ({ name, label }) =>
            label && (
              <text x={label.x} y={label.y} text-anchor={label.anchor}>
                {name}
              </text>
            ),
        )}
      </svg>
    </figure>
  );
}
