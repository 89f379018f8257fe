import type { Child } from 'hono/jsx';
import type { Language } from '../language.ts';
import { copy } from './copy.ts';

/** Two numbers for one thing, with the text at the end of each bar. */
export type PairedRow = { label: string; now: Bar; before: Bar };
type Bar = { value: number; text: string };

export type PairedBarsProps = { title: string; rows: PairedRow[]; language: Language; table: Child };

/** For each row the current value as a full bar above the former value as a hollow one, from zero on one scale. */
export function PairedBars({ title, rows, language, table }: PairedBarsProps) {
  const most = Math.max(1e-9, ...rows.flatMap(({ now, before }) => [now.value, before.value]));
  const width = ({ value }: Bar) => `${((100 * value) / most).toFixed(2)}%`;
  return (
    <figure class="chart paired">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {rows.map(({ label, now, before }) => (
          <div class="row">
            <span>{label}</span>
            <svg width="100%" height="52" aria-hidden="true">
              <rect class="done" width={width(now)} y="4" height="18" />
              <text x={width(now)} dx="8" y="19">
                {now.text}
              </text>
              <rect class="hollow" width={width(before)} y="26" height="18" />
              <text class="quiet" x={width(before)} dx="8" y="41">
                {before.text}
              </text>
            </svg>
          </div>
        ))}
      </div>
      <details>
        <summary>{copy[language].table}</summary>
        {table}
      </details>
    </figure>
  );
}
