import type { Language } from '../language.ts';
import { Chart } from './chart.tsx';
import { NumberTable, type NumberTableProps } from './number-table.tsx';
import { Table } from './table.tsx';

type PlaceRow = { label: string; value: string; change?: string | undefined };

/**
 * Who counts, by place. With `isCharted` the districts are shown as bars, or as table rows if the numbers are too small
 * for bars.
 */
export type PlaceCounts = {
  heading: string;
  heads: [place: string, number: string];
  /** The heading of the column with the changes; null if changes are not shown. */
  changeHead: string | null;
  districts: (PlaceRow & { n: number })[];
  /** The sum of all districts, and places that are not districts. */
  others: PlaceRow[];
  total: PlaceRow;
  isCharted: boolean;
};

export type Lines = { heading: string; lines: string[] };

export type CountTablesProps = {
  places: PlaceCounts;
  account: NumberTableProps;
  possible: { heading: string; text: string };
  /** What was signed on paper, apart from all other numbers; null where nothing was. */
  paper: Lines | null;
  sources: NumberTableProps | null;
  partners: (NumberTableProps & { note: string }) | null;
  /** Only for a weekly digest: corrections and what comes next. */
  ofWeek: Lines[];
  language: Language;
};

/**
 * The full counts of an action: by place, what became of everything received, and through which sources people came.
 */
export function CountTables({
  places,
  account,
  possible,
  paper,
  sources,
  partners,
  ...props
}: CountTablesProps) {
  return (
    <>
      <div class="halves">
        <Places places={places} language={props.language} />
        <div class="flow">
          <NumberTable {...account} />
          <h3>{possible.heading}</h3>
          <p>{possible.text}</p>
          {paper && <LinesBelow {...paper} />}
        </div>
      </div>
      <div class="halves">
        <div class="flow">
          {sources && <NumberTable {...sources} />}
          {partners && (
            <>
              <NumberTable {...partners} />
              <p class="small">{partners.note}</p>
            </>
          )}
        </div>
        {props.ofWeek.length > 0 && (
          <div class="flow">
            {props.ofWeek.map((lines) => (
              <LinesBelow {...lines} />
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function Places({ places, language }: { places: PlaceCounts; language: Language }) {
  const { heading, heads, changeHead, districts, others, total, isCharted } = places;
  const cells = ({ label, value, change }: PlaceRow) =>
    changeHead === null ? [label, value] : [label, value, change ?? ''];
  const numbers = changeHead === null ? [heads[1]] : [heads[1], changeHead];
  return (
    <div class="flow">
      {isCharted && (
        <Chart
          title={heading}
          labelHead={heads[0]}
          valueHead={heads[1]}
          rows={districts.map(({ label, value, change, n }) => ({
            label,
            value: n,
            ...(change && { text: `${value} (${change})` }),
          }))}
          language={language}
        />
      )}
      <Table
        caption={isCharted ? total.label : heading}
        columns={[{ label: heads[0] }, ...numbers.map((label) => ({ label, numeric: true }))]}
        rows={(isCharted ? others : [...districts, ...others]).map(cells)}
        total={cells(total)}
      />
    </div>
  );
}

function LinesBelow({ heading, lines }: Lines) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}
