import { changeLabel } from '../../../web/components/change-label.ts';
import { Table } from '../../../web/components/table.tsx';
import { Trend, type TrendPoint } from '../../../web/components/trend.tsx';
import { formatNumber, type Language } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

/** What is counted, over the trend, its column and its table. */
export type TrendWords = { caption: string; verified: string; table: string };

export type WeekRow = {
  week: string;
  /** The Sunday as YYYY-MM-DD, and in words. */
  endsOn: string;
  written: { short: string; withYear: string };
  href: string;
  confirmed: number;
  change: number;
  corrected: number;
};

export type WeekByWeekProps = {
  shell: Shell;
  /** The oldest first. */
  rows: WeekRow[];
  shown: string;
  words: TrendWords;
  /** The address of the list of other weeks; null if there are none. */
  earlierHref: string | null;
  latestHref: string | null;
};

/** As many rows as the style sheet prints. */
const weeksOnPaper = 4;

/** The trend of one tally, and below it each week as its digest told it. */
export function WeekByWeek({ shell, rows, shown, words: counted, ...others }: WeekByWeekProps) {
  const { language } = shell;
  const words = copy[language].trend;
  return (
    <>
      <h3>{words.heading}</h3>
      <Trend points={rows.map((row) => pointOf(row, language))} caption={counted.caption} />
      <Table
        caption={counted.table}
        wide
        kind="week-by-week"
        columns={[
          { label: words.week },
          { label: counted.verified, numeric: true },
          { label: words.change, numeric: true },
          { label: words.corrections, numeric: true },
        ]}
        rows={rows.toReversed().map((row) => [
          <a
            href={linkFrom(shell, row.href)}
            class="week"
            aria-current={row.week === shown ? 'true' : undefined}
          >
            {row.written.withYear}
          </a>,
          formatNumber(row.confirmed, language),
          row.change === 0 ? '0' : changeLabel(row.change, language),
          formatNumber(row.corrected, language),
        ])}
      />
      {rows.length > weeksOnPaper && <p class="small on-paper">{words.onPaper}</p>}
      <OtherWeeks shell={shell} {...others} />
    </>
  );
}

function OtherWeeks({
  shell,
  earlierHref,
  latestHref,
}: Pick<WeekByWeekProps, 'shell' | 'earlierHref' | 'latestHref'>) {
  const words = copy[shell.language].trend;
  if (!earlierHref && !latestHref) return null;
  return (
    <ul class="plain">
      {earlierHref && (
        <li>
          <a href={linkFrom(shell, earlierHref)}>{words.earlier}</a>
        </li>
      )}
      {latestHref && (
        <li>
          <a href={linkFrom(shell, latestHref)}>{words.latest}</a>
        </li>
      )}
    </ul>
  );
}

function pointOf(row: WeekRow, language: Language): TrendPoint {
  return {
    day: Date.parse(row.endsOn) / (24 * 60 * 60 * 1000),
    value: row.confirmed,
    label: formatNumber(row.confirmed, language),
    dayLabel: row.written.short,
  };
}
