import { Chart } from '../../../web/components/chart.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { copy } from './copy.ts';

export type NumbersProps = {
  language: Language;
  numbers: {
    label: string;
    inAll: number;
    /** Newest first. Null if only the total is known. */
    weeks: { label: string; change: number }[] | null;
  }[];
};

/** Below this there is only a table: a chart of small numbers would exaggerate them. */
const enoughForPicture = 10;

/** The numbers by week: a table, and a chart of each number that is large enough. */
export function Numbers({ language, numbers }: NumbersProps) {
  const words = copy[language].numbers;
  const { columns } = words;
  if (numbers.length === 0) return null;
  return (
    <>
      <Table
        asList
        caption={words.title}
        columns={[
          { label: columns.what },
          { label: columns.thisWeek, numeric: true },
          { label: columns.lastWeek, numeric: true },
          { label: columns.inAll, numeric: true },
        ]}
        rows={numbers.map(({ label, inAll, weeks }) => [
          label,
          weeks ? changeOf(weeks[0], language) : '–',
          weeks ? changeOf(weeks[1], language) : '–',
          formatNumber(inAll, language),
        ])}
      />
      {numbers.map(
        ({ label, weeks }) => weeks && <Picture label={label} weeks={weeks} language={language} />,
      )}
    </>
  );
}

type Week = NonNullable<NumbersProps['numbers'][number]['weeks']>[number];

function Picture({ label, weeks, language }: { label: string; weeks: Week[]; language: Language }) {
  const words = copy[language].numbers;
  if (weeks.reduce((sum, { change }) => sum + Math.max(0, change), 0) < enoughForPicture) return null;
  return (
    <Chart
      title={message(words.picture, { what: label }, language)}
      labelHead={words.week}
      valueHead={words.change}
      language={language}
      inOrder
      rows={weeks.map((week) => {
        return {
          label: message(words.weekOf, { day: week.label }, language),
          value: Math.max(0, week.change),
          text: changeOf(week, language),
        };
      })}
    />
  );
}

/** "+12", "−3", "0". A number can fall, because people withdraw. */
function changeOf(week: Week | undefined, language: Language): string {
  const change = week?.change ?? 0;
  if (change === 0) return '0';
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change), language)}`;
}
