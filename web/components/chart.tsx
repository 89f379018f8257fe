import { formatNumber, type Language } from '../language.ts';
import { copy } from './copy.ts';
import { Table } from './table.tsx';

/** `text` replaces the number where more than the number has to be said. */
export type ChartRow = { label: string; value: number; text?: string };

export type ChartProps = {
  title: string;
  /** The headings of the table's two columns. */
  labelHead: string;
  valueHead: string;
  rows: ChartRow[];
  /** A last row of the table with what the others add up to. */
  total?: [label: string, n: string];
  /** Keep the order of the rows, such as the steps of a scale. */
  inOrder?: boolean;
  /** Draw the bars however few there are, where they count no people. */
  evenFew?: boolean;
  /** The scale ends there at least, so that a bar of one does not fill it. */
  scaleTo?: number;
  language: Language;
};

// Bars for a smaller total would suggest more than the numbers say.
const enoughForBars = 10;

/** Horizontal bars from zero, the largest first, with the value at the end of each. A tap shows the same as a table. */
export function Chart(props: ChartProps) {
  const { title, labelHead, valueHead, rows, total, inOrder, evenFew, scaleTo = 1, language } = props;
  const sorted = inOrder ? rows : rows.toSorted((a, b) => b.value - a.value);
  const most = Math.max(scaleTo, ...rows.map(({ value }) => value));
  const sum = rows.reduce((total, row) => total + row.value, 0);
  const table = (
    <Table
      caption={title}
      columns={[{ label: labelHead }, { label: valueHead, numeric: true }]}
      rows={sorted.map((row) => [row.label, row.text ?? formatNumber(row.value, language)])}
      {...(total && { total })}
    />
  );
  if (sum < enoughForBars && !evenFew) return table;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {sorted.map((row) => (
          <ChartBar row={row} most={most} language={language} />
        ))}
      </div>
      <details>
        <summary>{copy[language].table}</summary>
        {table}
      </details>
    </figure>
  );
}

function ChartBar({ row, most, language }: { row: ChartRow; most: number; language: Language }) {
  const width = `${((100 * row.value) / most).toFixed(2)}%`;
  return (
    <div class="row">
      <span>{row.label}</span>
      <svg width="100%" height="24" aria-hidden="true">
        <rect class="done" width={width} y="4" height="16" />
        <text x={width} dx="8" y="18">
          {row.text ?? formatNumber(row.value, language)}
        </text>
      </svg>
    </div>
  );
}
