import { formatMonth, type Language } from '../../../web/language.ts';
import { type Bar, barAt, type Picture as Drawn, type Look, type Mark } from '../picture-rules.ts';

const bars: Record<Look, Record<string, string>> = {
  phase: { fill: 'var(--rule)' },
  planned: { fill: 'var(--paper)', stroke: 'var(--accent)', 'stroke-width': '2' },
  going: { fill: 'var(--accent)', stroke: 'var(--accent)', 'stroke-width': '2' },
  done: { fill: 'var(--muted)', stroke: 'var(--muted)', 'stroke-width': '2' },
  dropped: { fill: 'var(--paper)', stroke: 'var(--muted)', 'stroke-width': '2', 'stroke-dasharray': '4 3' },
};

/**
 * Bars on one axis of time with lines for the moments. A table beside it says the same. Its words keep their size: only
 * the axis stretches with the page.
 */
export function Picture({ picture, language }: { picture: Drawn; language: Language }) {
  const { height, top, marks, ties, ticks } = picture;
  const bottom = height - 22;
  return (
    <svg width="100%" height={height} aria-hidden="true" font-size="15" fill="var(--ink)">
      <g stroke="var(--rule)">
        {ticks.map(({ x }) => (
          <line x1={`${x}%`} x2={`${x}%`} y1={top} y2={bottom} />
        ))}
        <line x1="0" x2="100%" y1={bottom} y2={bottom} />
      </g>
      <g stroke="var(--muted)" stroke-width="1.5">
        {ties.map(({ fromX, fromY, toX, toY }) => (
          <>
            <line x1={`${fromX}%`} x2={`${fromX}%`} y1={fromY} y2={toY} />
            <line x1={`${fromX}%`} x2={`${toX}%`} y1={toY} y2={toY} />
          </>
        ))}
      </g>
      {picture.bars.map((bar) => (
        <rect
          x={`${bar.x}%`}
          width={`${bar.width}%`}
          y={bar.y + barAt.y}
          height={barAt.height}
          rx="2"
          {...bars[bar.look]}
        />
      ))}
      <g fill="var(--ink)" stroke="var(--paper)">
        {ties.map(({ toX, toY }) => (
          <circle cx={`${toX}%`} cy={toY} r="4" />
        ))}
      </g>
      {marks.map(({ x, y, isToday }) => (
        <line
          x1={`${x}%`}
          x2={`${x}%`}
          y1={y + 4}
          y2={bottom}
          stroke={isToday ? 'var(--accent)' : 'var(--ink)'}
          stroke-width="2"
          stroke-dasharray={isToday ? '3 4' : undefined}
        />
      ))}
      <g stroke="var(--paper)" stroke-width="5" stroke-linejoin="round" paint-order="stroke">
        {picture.bars.map((bar) => (
          <Label {...bar} />
        ))}
        {marks.map((mark) => (
          <MarkLabel {...mark} />
        ))}
        {ticks
          .filter(({ isNamed }) => isNamed)
          .map(({ month, x }) => (
            <text x={`${x}%`} y={height - 5} fill="var(--muted)" font-size="13">
              {formatMonth(`${month}-01`, language)}
            </text>
          ))}
      </g>
    </svg>
  );
}

function Label({ label, isHead, y }: Bar) {
  return (
    <text x="2" y={y + 17} font-weight={isHead ? '700' : undefined}>
      {label}
    </text>
  );
}

function MarkLabel({ label, isLeft, x, y }: Mark) {
  return (
    <text
      x={`${x}%`}
      dx={isLeft ? -7 : 7}
      y={y + 17}
      font-weight="600"
      text-anchor={isLeft ? 'end' : undefined}
    >
      {label}
    </text>
  );
}
