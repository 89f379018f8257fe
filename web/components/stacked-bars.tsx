import type { Child } from 'hono/jsx';
import type { Language } from '../language.ts';
import { copy } from './copy.ts';

/** `parts` add up to the whole bar, in this order; `text` says them in words. */
export type StackedRow = { label: string; parts: [number, number, number]; text: string };

export type StackedBarsProps = { title: string; rows: StackedRow[]; language: Language; table: Child };

const fills = ['done', 'track', 'hollow'];

/** One bar for each row, all of the same length, split into three. */
export function StackedBars({ title, rows, language, table }: StackedBarsProps) {
  return (
    <figure class="chart stacked">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {rows.map((row) => (
          <div class="row">
            <span>{row.label}</span>
            <div>
              <Split parts={row.parts} />
              <span class="small">{row.text}</span>
            </div>
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

function Split({ parts }: Pick<StackedRow, 'parts'>) {
  const all = Math.max(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
  const percent = (part: number) => `${((100 * part) / all).toFixed(2)}%`;
  const before = (i: number) => parts.slice(0, i).reduce((sum, part) => sum + part, 0);
  return (
    <svg width="100%" height="20" aria-hidden="true">
      {parts.map((part, i) => (
        <rect class={fills[i]} x={percent(before(i))} width={percent(part)} y="1" height="18" />
      ))}
    </svg>
  );
}
