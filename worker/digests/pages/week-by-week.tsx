import { Table } from '../../../web/components/table.tsx';
import { Trend, type TrendPoint } from '../../../web/components/trend.tsx';
import { formatNumber, type Language } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { shortDay, shortDayAndYear } from './dates.ts';
import { pageCopy } from './page-copy.ts';
import { signed } from './sentences.ts';

type Numbers = { slug: string; confirmed: number; change: number; corrections: { count: number }[] };

export type WeekLine = { week: string; weekEndsOn: string; petitions: Numbers[]; surveys?: Numbers[] };

export type WeekByWeekProps = {
  shell: Shell;
  token: string;
  slug: string;
  weeks: WeekLine[];
  shown: string;
  /** What is counted, over the trend, its table and its column. */
  counted?: { caption: string; verified: string; table: string };
};

/** The trend of one petition or survey, and under it each week as it was told. */
export function WeekByWeek({ shell, token, slug, weeks, shown, counted }: WeekByWeekProps) {
  const { language } = shell;
  const words = { ...pageCopy[language].trend, ...counted };
  const lines = weeks.flatMap(({ week, weekEndsOn, petitions, surveys = [] }) =>
    [...petitions, ...surveys]
      .filter((one) => one.slug === slug)
      .map((one) => ({ ...one, week, weekEndsOn })),
  );
  const corrected = (corrections: { count: number }[]) =>
    corrections.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <h3>{words.heading}</h3>
      <Trend points={lines.map((line) => pointOf(line, language))} caption={words.caption} />
      <Table
        caption={words.table}
        wide
        columns={[
          { label: words.week },
          { label: words.verified, numeric: true },
          { label: words.change, numeric: true },
          { label: words.corrections, numeric: true },
        ]}
        rows={lines.toReversed().map((line) => [
          <a
            href={linkFrom(shell, `/tallies/${token}?week=${line.week}`)}
            class="week"
            aria-current={line.week === shown ? 'true' : undefined}
          >
            {shortDayAndYear(line.weekEndsOn, language)}
          </a>,
          formatNumber(line.confirmed, language),
          signed(line.change, language),
          formatNumber(corrected(line.corrections), language),
        ])}
      />
    </>
  );
}

function pointOf(line: { weekEndsOn: string; confirmed: number }, language: Language): TrendPoint {
  return {
    day: Date.parse(line.weekEndsOn) / (24 * 60 * 60 * 1000),
    value: line.confirmed,
    label: formatNumber(line.confirmed, language),
    dayLabel: shortDay(line.weekEndsOn, language),
  };
}
