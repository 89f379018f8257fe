import { Chart } from '../../../../web/components/chart.tsx';
import { PairedBars } from '../../../../web/components/paired-bars.tsx';
import { StackedBars } from '../../../../web/components/stacked-bars.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { CountedLine } from '../../kinds/allocation-tally.ts';
import { amountOf } from '../../kinds/pages/figures.ts';
import type { EarlierAnswer } from '../earlier-rules.ts';
import type { QuestionTally } from '../rules.ts';
import { AnswersByArea } from './survey-areas.tsx';
import { surveyCopy } from './survey-copy.ts';
import {
  type AnswerRow,
  answeredLine,
  average,
  averageAmount,
  binRows,
  choiceRows,
  shareOf,
  valueRows,
  withShare,
} from './survey-sentences.ts';

export type QuestionAnswersProps = {
  question: QuestionTally;
  earlier: EarlierAnswer[];
  city: string;
  language: Language;
};

/** One question as it was answered: chart, table, and by district. */
export function QuestionAnswers(props: QuestionAnswersProps) {
  const { question, language } = props;
  return (
    <div class="flow asked">
      <h3>{question.title[language]}</h3>
      <Answers {...props} />
      <AnswersByArea {...props} />
    </div>
  );
}

function Answers(props: QuestionAnswersProps) {
  const { question, earlier, city, language } = props;
  if (question.answered === 0) return <p>{answeredLine(question, language)}</p>;
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'district':
      return <Bars {...props} rows={choiceRows(question, earlier, { city, language })} />;
    case 'scale':
      return <Values {...props} rows={valueRows(question, language)} unit={null} />;
    case 'number':
      return <Values {...props} rows={binRows(question, language)} unit={question.unit} />;
    case 'ranking':
      return <Ranking question={question} language={language} />;
    case 'allocation':
      return <Budget question={question} language={language} />;
    default:
      return <p>{answeredLine(question, language)}</p>;
  }
}

function Bars({ question, rows, language }: QuestionAnswersProps & { rows: AnswerRow[] }) {
  const { heads } = surveyCopy[language];
  return (
    <Chart
      title={answeredLine(question, language)}
      labelHead={heads.answer}
      valueHead={heads.people}
      rows={rows.map(({ label, n, text }) => ({ label, value: n, text }))}
      inOrder
      language={language}
    />
  );
}

type ValuesProps = QuestionAnswersProps & { rows: AnswerRow[]; unit: Record<Language, string> | null };

function Values({ unit, ...props }: ValuesProps) {
  const { question, language } = props;
  if (!('values' in question)) return null;
  const amount = (value: number | null) => averageAmount(value, unit?.[language] ?? null, language);
  const values = { mean: amount(question.mean), median: amount(question.median) };
  return (
    <>
      <Bars {...props} />
      <p>{message(surveyCopy[language].meanAndMedian, values, language)}</p>
    </>
  );
}

type Of<Kind extends QuestionTally['kind']> = {
  question: Extract<QuestionTally, { kind: Kind }>;
  language: Language;
};

function Ranking({ question, language }: Of<'ranking'>) {
  const { heads } = surveyCopy[language];
  const best = question.options.toSorted((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity));
  return (
    <Table
      caption={answeredLine(question, language)}
      columns={[
        { label: heads.option },
        { label: heads.place, numeric: true },
        { label: heads.firsts, numeric: true },
      ]}
      rows={best.map(({ label, mean, firsts }) => [
        label[language],
        average(mean, language),
        withShare(firsts, question.answered, language),
      ])}
    />
  );
}

function Budget(props: Of<'allocation'>) {
  const { question, language } = props;
  return (
    <>
      <p>{answeredLine(question, language)}</p>
      <MeansAgainstToday {...props} />
      <RaisedOrCut {...props} />
    </>
  );
}

/** A page may have two budgets, and a table that scrolls needs a name of its own. */
function tableOf(caption: string, { title }: QuestionTally, language: Language): string {
  return message(surveyCopy[language].budget.table, { caption, title: title[language] }, language);
}

function MeansAgainstToday({ question, language }: Of<'allocation'>) {
  const { budget, heads } = surveyCopy[language];
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
          caption={tableOf(budget.title, question, language)}
          columns={[heads.line, heads.today, heads.mean, heads.median].map((label, i) => {
            return { label, numeric: i > 0 };
          })}
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

function RaisedOrCut({ question, language }: Of<'allocation'>) {
  const { budget, heads } = surveyCopy[language];
  return (
    <StackedBars
      title={budget.against}
      language={language}
      rows={question.lines.map(({ label, n, raised, same, cut }) => ({
        label: label[language],
        parts: [raised, same, cut],
        text: message(
          budget.shares,
          {
            raised: shareOf(raised, n, language),
            same: shareOf(same, n, language),
            cut: shareOf(cut, n, language),
          },
          language,
        ),
      }))}
      table={
        <Table
          caption={tableOf(budget.against, question, language)}
          columns={[heads.line, budget.raised, budget.same, budget.cut].map((label, i) => {
            return { label, numeric: i > 0 };
          })}
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
