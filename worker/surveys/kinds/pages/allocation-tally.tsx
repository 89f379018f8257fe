import { PairedBars } from '../../../../web/components/paired-bars.tsx';
import { StackedBars } from '../../../../web/components/stacked-bars.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import {
  type AllocationDistribution,
  type AllocationRow,
  againstToday,
  type CountedLine,
} from '../allocation-tally.ts';
import { labelledIn } from '../options.ts';
import { answeredLine } from './choices.tsx';
import { copy } from './copy.ts';
import { amountOf, averageAmount, averageApart, leaderOf, shareOf } from './figures.ts';
import { headsCopy } from './heads-copy.ts';
import type { CsvAnswer, Finding, Tally, TallyPage, TallyProps } from './page.ts';

type Budget = Tally<AllocationDistribution>;

export const allocationTallyPage: TallyPage<AllocationDistribution> = {
  answered: answeredLine,
  Answers: (props) => (
    <>
      <p>{answeredLine(props.question, props.language)}</p>
      <MeansAgainstToday {...props} />
      <RaisedOrCut {...props} />
    </>
  ),
  areas: {
    areMeans: true,
    rows: ({ lines }, { language }) => labelledIn(lines, language),
    cell: ({ unit }, row, { language }) => averageApart(row?.mean ?? null, unit[language], language),
  },
  mail: {
    head: (language) => headsCopy[language].heads.mean,
    rows: ({ question, language }) =>
      question.lines.map(({ label, today, mean }) => {
        const unit = question.unit[language];
        const values = { line: label[language], amount: amountOf(today, unit, language) };
        return {
          label: message(copy[language].budget.line, values, language),
          value: averageAmount(mean, unit, language),
        };
      }),
  },
  csv: {
    answers: ({ lines }, { language }) =>
      lines.flatMap((line) => {
        const { id, n: people, mean, median } = line;
        const answer = line.label[language];
        return [{ answer_id: id, answer, people, mean, median }, ...againstRows(line, answer, language)];
      }),
    besideArea: (row, label, language) => againstRows(row as AllocationRow, label, language),
  },
  json: ({ unit, lines }, { language }) => ({
    unit: unit[language],
    answers: lines.map((line) => ({ ...line, label: line.label[language] })),
  }),
  findings: (question, language) => [
    ...leadingLine(question, { against: 'raised', rank: 1 }, language),
    ...leadingLine(question, { against: 'cut', rank: 3 }, language),
  ],
};

function againstRows(
  row: Pick<AllocationRow, 'id' | 'raised' | 'same' | 'cut'>,
  label: string,
  language: Language,
): CsvAnswer[] {
  const { budget } = copy[language];
  return againstToday.map((against) => {
    return {
      answer_id: `${row.id}~${against}`,
      answer: `${label}: ${budget[against]}`,
      people: row[against],
    };
  });
}

function leadingLine(
  { lines, unit }: Budget,
  { against, rank }: { against: 'raised' | 'cut'; rank: number },
  language: Language,
): Finding[] {
  const line = leaderOf(lines, (one) => one[against]);
  if (!line) return [];
  const values = {
    share: shareOf(line[against], line.n, language),
    label: line.label[language],
    mean: averageAmount(line.mean, unit[language], language),
    today: amountOf(line.today, unit[language], language),
  };
  return [{ rank, text: message(copy[language].findings[against], values, language) }];
}

/** A page may have two budgets, and each scrolling table needs its own name. */
function captionOf(caption: string, { title }: Budget, language: Language): string {
  return message(copy[language].budget.table, { caption, title: title[language] }, language);
}

function columnsOf(labels: string[]) {
  return labels.map((label, i) => ({ label, numeric: i > 0 }));
}

function MeansAgainstToday({ question, language }: TallyProps<AllocationDistribution>) {
  const { heads } = headsCopy[language];
  const { budget } = copy[language];
  const unit = question.unit[language];
  const mean = (line: CountedLine) => averageAmount(line.mean, unit, language);
  const today = (line: CountedLine) => amountOf(line.today, unit, language);
  return (
    <PairedBars
      title={budget.title}
      language={language}
      rows={question.lines.map((line) => ({
        label: line.label[language],
        now: { value: line.mean ?? 0, text: message(budget.mean, { amount: mean(line) }, language) },
        before: { value: line.today, text: message(budget.today, { amount: today(line) }, language) },
      }))}
      table={
        <Table
          caption={captionOf(budget.title, question, language)}
          columns={columnsOf([heads.line, heads.today, heads.mean, heads.median])}
          rows={question.lines.map((line) => [
            line.label[language],
            today(line),
            mean(line),
            averageAmount(line.median, unit, language),
          ])}
          wide
        />
      }
    />
  );
}

function RaisedOrCut({ question, language }: TallyProps<AllocationDistribution>) {
  const { heads } = headsCopy[language];
  const { budget } = copy[language];
  const share = (n: number, all: number) => shareOf(n, all, language);
  return (
    <StackedBars
      title={budget.against}
      language={language}
      rows={question.lines.map(({ label, n, raised, same, cut }) => ({
        label: label[language],
        parts: [raised, same, cut],
        text: message(
          budget.shares,
          { raised: share(raised, n), same: share(same, n), cut: share(cut, n) },
          language,
        ),
      }))}
      table={
        <Table
          caption={captionOf(budget.against, question, language)}
          columns={columnsOf([heads.line, budget.raised, budget.same, budget.cut])}
          rows={question.lines.map(({ label, raised, same, cut }) => [
            label[language],
            ...[raised, same, cut].map((n) => formatNumber(n, language)),
          ])}
          wide
        />
      }
    />
  );
}
