import { type Language, message, type Text } from '../../../../web/language.ts';

import type { NumberDistribution } from '../steps.ts';
import { type AnswerRow, answeredLine, Bars } from './choices.tsx';
import { copy } from './copy.ts';
import { average, averageAmount, averageApart } from './figures.ts';
import { headsCopy } from './heads-copy.ts';
import type { Tally, TallyPage } from './page.ts';

type Numbers = NumberDistribution & { unit?: Text | null };

/** The report on one number. Each kind draws it in its own way and chooses what a mail shows. */
export function numberTallyPage<Of extends Numbers>(own: {
  bars(question: Tally<Of>, language: Language): AnswerRow[];
  mailRows(question: Tally<Of>, language: Language): { label: string; value: string }[];
}): TallyPage<Of> {
  return {
    answered: answeredLine,
    Answers: ({ question, language }) => (
      <>
        <Bars
          title={answeredLine(question, language)}
          rows={own.bars(question, language)}
          language={language}
        />
        <p>{meanAndMedian(question, language)}</p>
      </>
    ),
    areas: {
      areMeans: true,
      rows: (_question, { language }) => [{ id: '', label: headsCopy[language].heads.mean }],
      cell: ({ unit }, row, { language }) =>
        averageApart(row?.mean ?? null, unit?.[language] ?? null, language),
    },
    mail: {
      head: (language) => headsCopy[language].heads.people,
      rows: ({ question, language }) => own.mailRows(question, language),
    },
    csv: {
      averages: ({ mean, median }) => ({ mean, median }),
      answers: ({ values }) => values.map(({ value, n }) => ({ answer_id: value, answer: value, people: n })),
    },
    json: ({ values, mean, median }) => ({ answers: values, mean, median }),
  };
}

export function averageRows(question: Numbers, language: Language) {
  const { heads } = headsCopy[language];
  return [
    { label: heads.mean, value: amount(question, question.mean, language) },
    { label: heads.median, value: amount(question, question.median, language) },
  ];
}

function meanAndMedian(question: Numbers, language: Language): string {
  const [mean, median] = [question.mean, question.median].map((value) => amount(question, value, language));
  return message(copy[language].told.meanAndMedian, { mean: mean ?? '', median: median ?? '' }, language);
}

function amount({ unit = null }: Numbers, value: number | null, language: Language): string {
  return unit === null ? average(value, language) : averageAmount(value, unit[language], language);
}
