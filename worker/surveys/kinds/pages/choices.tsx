import { Chart } from '../../../../web/components/chart.tsx';
import { placeLabel } from '../../../../web/components/place-label.ts';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { EarlierAnswer } from '../../digest/earlier-rules.ts';
import type { AreaRow } from '../counted.ts';
import type { Labelled } from '../kind.ts';
import type { ChoiceDistribution, CountedChoice } from '../options.ts';
import { copy } from './copy.ts';
import { leaderOf, shareOf, withShare } from './figures.ts';
import { headsCopy } from './heads-copy.ts';
import type { AreaCell, CsvAnswer, Finding, Tally, TallyPage, TallyProps, TallyWording } from './page.ts';

type Choices = ChoiceDistribution<string>;

export function answeredLine({ answered }: { answered: number }, language: Language): string {
  return `${message(copy[language].told.answered, { n: answered }, language)}.`;
}

/** A row of a table: the answer, the number of people, and its text. */
export type AnswerRow = { label: string; n: number; text: string };

export function Bars({ title, rows, language }: { title: string; rows: AnswerRow[]; language: Language }) {
  const { heads } = headsCopy[language];
  return (
    <Chart
      title={title}
      labelHead={heads.answer}
      valueHead={heads.people}
      rows={rows.map(({ label, n, text }) => ({ label, value: n, text }))}
      inOrder
      language={language}
    />
  );
}

/** The report on choices. Each kind says how many answered and what stands out. */
export function choiceTallyPage(own: Pick<TallyPage<Choices>, 'answered' | 'findings'>): TallyPage<Choices> {
  return {
    ...own,
    Answers: (props) => (
      <Bars
        title={own.answered(props.question, props.language)}
        rows={choiceRows(props)}
        language={props.language}
      />
    ),
    mail: {
      head: (language) => headsCopy[language].heads.people,
      rows: (props) => choiceRows(props).map(({ label, text }) => ({ label, value: text })),
    },
    csv: {
      answers: ({ choices }, wording) =>
        choices.map((choice): CsvAnswer => {
          return { answer_id: choice.id, answer: choiceLabel(choice, wording), people: choice.n };
        }),
    },
    json: ({ choices }, wording) => ({
      answers: choices.map((choice) => ({ id: choice.id, label: choiceLabel(choice, wording), n: choice.n })),
    }),
  };
}

/** The answers in order, then those to options that the question no longer has. */
function choiceRows({ question, earlier, city, language }: TallyProps<Choices>): AnswerRow[] {
  const row = (label: string, n: number) => ({ label, n, text: withShare(n, question.answered, language) });
  const gone = earlier.filter((one) => one.question === question.id && one.part !== null);
  return [
    ...question.choices.map((choice) => row(choiceLabel(choice, { city, language }), choice.n)),
    ...gone.map((one) => row(earlierLabel(one, language), one.people)),
  ];
}

export function earlierLabel({ part, label }: EarlierAnswer, language: Language): string {
  return message(headsCopy[language].earlier, { label: label?.[language] ?? part ?? '' }, language);
}

function choiceLabel({ id, label }: CountedChoice, { city, language }: TallyWording): string {
  return placeLabel({ place: id, name: label }, city, language);
}

/** The number of people in an area behind each choice, and their share. */
export const choicesInAreas = {
  areMeans: false,
  everybody: ({ choices }: Tally<Choices>): AreaRow[] => choices.map(({ id, n }) => ({ id, n, mean: null })),
  rows: ({ choices }: Tally<Choices>, wording: TallyWording): Labelled[] => {
    return choices.map((choice) => ({ id: choice.id, label: choiceLabel(choice, wording) }));
  },
  cell(
    _question: unknown,
    row: AreaRow | undefined,
    { answered, language }: { answered: number; language: Language },
  ): AreaCell {
    const n = row?.n ?? 0;
    const value = formatNumber(n, language);
    return answered > 0 ? { value, more: ` (${shareOf(n, answered, language)})` } : value;
  },
};

/** The option that most people chose. */
export function mostChosen(rank: number) {
  return ({ choices, answered, title }: Tally<Choices>, language: Language): Finding[] => {
    const choice = leaderOf(choices, ({ n }) => n);
    if (!choice?.label) return [];
    const share = shareOf(choice.n, answered, language);
    const values = { share, label: choice.label[language], title: title[language] };
    return [{ rank, text: message(copy[language].findings.most, values, language) }];
  };
}
