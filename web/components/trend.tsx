import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export type TrendPoint = { day: number; value: number; label: string; dayLabel: string };

export type TrendProps = {
  /** At least two, in order; `day` is any count of days. */
  points: TrendPoint[];
  caption: string;
};

const height = 160;
/** Room for the label over the highest dot. */
const top = 28;

/**
 * A line with a dot a week, from zero, its first and last value written at it. The width is the page's: the line is
 * drawn in a box of its own that stretches, dots and words are not stretched with it. What it shows is in a table.
 */
export function Trend({ points, caption }: TrendProps) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return null;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const x = scaleLinear([first.day, last.day], [0, 100]);
  const y = scaleLinear([0, most], [height, top]);
  const path = line<TrendPoint>(
    ({ day }) => x(day),
    ({ value }) => y(value),
  )(points);
  return (
    <figure class="trend" aria-hidden="true">
      <figcaption>{caption}</figcaption>
      <svg width="100%" height={height + 8} aria-hidden="true">
        <svg
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={path ?? ''} vector-effect="non-scaling-stroke" />
        </svg>
        <line class="axis" x1="0" x2="100%" y1={height} y2={height} />
        {points.map((point) => (
          <circle cx={`${x(point.day).toFixed(2)}%`} cy={y(point.value).toFixed(1)} r="4" />
        ))}
        <text x="0" y={(y(first.value) - 12).toFixed(1)}>
          {first.label}
        </text>
        <text class="last" x="100%" y={(y(last.value) - 12).toFixed(1)}>
          {last.label}
        </text>
      </svg>
      <p class="ends">
        <span>{first.dayLabel}</span>
        <span>{last.dayLabel}</span>
      </p>
    </figure>
  );
}
