export type TrendPoint = { day: number; value: number; label: string; dayLabel: string };

export type TrendProps = {
  /** At least two, sorted; `day` counts days from any start. */
  points: TrendPoint[];
  caption: string;
};

const height = 160;
/** Room for the label above the highest dot. */
const top = 28;

/**
 * A line with a dot for each week, from zero, with its first and last value beside it. The line is drawn in a box that
 * stretches to the width of the page; dots and words are not stretched with it. A table shows the same.
 */
export function Trend({ points, caption }: TrendProps) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return null;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const x = (day: number) => (100 * (day - first.day)) / (last.day - first.day);
  const y = (value: number) => height - ((height - top) * value) / most;
  const path = points.map((point) => `${x(point.day).toFixed(3)},${y(point.value).toFixed(3)}`).join('L');
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
          <path d={`M${path}`} vector-effect="non-scaling-stroke" />
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
