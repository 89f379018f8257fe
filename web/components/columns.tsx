import { formatNumber, type Language } from '../language.ts';

export type ColumnsProps = {
  caption: string;
  /** In the order of time. */
  rows: readonly { label: string; value: number }[];
  language: Language;
};

const height = 140;
/** Room for the number above the highest column. */
const top = 24;

/** A column from zero for each day or hour, with the first and last named and the highest numbered. Needs a table beside it. */
export function Columns({ caption, rows, language }: ColumnsProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const step = 100 / rows.length;
  const highest = rows.findIndex(({ value }) => value === most);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  return (
    <figure class="columns" aria-hidden="true">
      <figcaption>{caption}</figcaption>
      <svg width="100%" height={height + 2} aria-hidden="true">
        {rows.map(({ value }, index) => {
          const tall = (value / most) * (height - top);
          return (
            <rect
              class="done"
              x={`${(index * step + step * 0.1).toFixed(2)}%`}
              y={(height - tall).toFixed(1)}
              width={`${(step * 0.8).toFixed(2)}%`}
              height={tall.toFixed(1)}
            />
          );
        })}
        <line class="axis" x1="0" x2="100%" y1={height} y2={height} />
        {highest >= 0 && (
          <text
            x={`${((highest + 0.5) * step).toFixed(2)}%`}
            y={top - 6}
            text-anchor={anchorAt((highest + 0.5) * step)}
          >
            {formatNumber(most, language)}
          </text>
        )}
      </svg>
      <p class="ends">
        <span>{first.label}</span>
        <span>{last.label}</span>
      </p>
    </figure>
  );
}

/** Keeps the number inside the picture. */
function anchorAt(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 10) return 'start';
  return percent > 90 ? 'end' : 'middle';
}
