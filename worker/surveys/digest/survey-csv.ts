import { placeLabel } from '../../../web/components/place-label.ts';
import type { Language } from '../../../web/language.ts';
import { type AllocationRow, againstToday } from '../kinds/allocation-tally.ts';
import type { AreaRow } from '../kinds/counted.ts';
import type { AreaTally } from './area-rules.ts';
import { surveyCopy } from './pages/survey-copy.ts';
import { earlierLabel } from './pages/survey-sentences.ts';
import type { QuestionTally } from './rules.ts';
import type { SurveyTally } from './survey-tally-rules.ts';

/** The columns are explained on the staff page, in `section-copy.ts`. */
export const surveyColumns = [
  'week_ending',
  'question_id',
  'question',
  'district',
  'answer_id',
  'answer',
  'people',
  'mean',
  'median',
] as const;

type CsvRow = Partial<Record<(typeof surveyColumns)[number], string | number | null | undefined>>;

/** What stands in the column of districts for areas that are told together. */
export const togetherInCsv = 'other areas (groups under 5 together)';

/** A week of a survey, a row for each question, area and answer. Texts are in none of them. */
export function surveyRows(
  survey: SurveyTally,
  { weekEndsOn, city }: { weekEndsOn: string; city: { name: string } },
  language: Language,
): CsvRow[] {
  const words = surveyCopy[language];
  return [
    ...survey.questions.flatMap((question) => {
      const head = { week_ending: weekEndsOn, question_id: question.id, question: question.title[language] };
      return [
        ...everybodyRows(question, city.name, language),
        ...question.byArea.flatMap((area) => areaRows(question, area, city.name, language)),
      ].map((row) => ({ ...head, ...row }));
    }),
    ...survey.earlier.map((one) => ({
      week_ending: weekEndsOn,
      question_id: one.question,
      question: one.title?.[language] ?? one.question,
      district: 'all',
      answer_id: one.part ?? '',
      answer: one.part === null ? words.earlier.heading : earlierLabel(one, language),
      people: one.people,
      mean: one.mean,
    })),
  ];
}

/** Of everybody, and what became of the suggested answer. */
function everybodyRows(question: QuestionTally, city: string, language: Language): CsvRow[] {
  const { heads, suggestions } = surveyCopy[language];
  const stands = question.suggestion
    ? (['kept', 'changed', 'removed'] as const).map((stand) => ({
        answer_id: `~${stand}`,
        answer: suggestions[stand],
        people: question.suggestion?.[stand] ?? 0,
      }))
    : [];
  const averages = 'values' in question ? { mean: question.mean, median: question.median } : {};
  return [
    { answer_id: '', answer: heads.answered, people: question.answered, ...averages },
    ...answerRows(question, city, language),
    ...stands,
  ].map((row) => ({ district: 'all', ...row }));
}

function answerRows(question: QuestionTally, city: string, language: Language): CsvRow[] {
  const { heads } = surveyCopy[language];
  if ('choices' in question) {
    return question.choices.map(({ id, label, n }) => {
      return { answer_id: id, answer: placeLabel({ place: id, name: label }, city, language), people: n };
    });
  }
  if ('values' in question)
    return question.values.map(({ value, n }) => ({ answer_id: value, answer: value, people: n }));
  if ('options' in question) {
    return question.options.flatMap(({ id, label, n, mean, firsts }) => [
      { answer_id: id, answer: label[language], people: n, mean },
      { answer_id: `${id}~first`, answer: `${label[language]}: ${heads.firsts}`, people: firsts },
    ]);
  }
  if (!('lines' in question)) return [];
  return question.lines.flatMap((line) => [
    {
      answer_id: line.id,
      answer: line.label[language],
      people: line.n,
      mean: line.mean,
      median: line.median,
    },
    ...againstRows(line, line.label[language], language),
  ]);
}

function areaRows(question: QuestionTally, area: AreaTally, city: string, language: Language): CsvRow[] {
  const labels = new Map(
    answerRows(question, city, language).map(({ answer_id, answer }) => [answer_id, answer]),
  );
  const isOneValue = 'values' in question;
  return [
    {
      answer_id: '',
      answer: surveyCopy[language].heads.answered,
      people: area.answered,
      mean: isOneValue ? area.rows[0]?.mean : null,
    },
    ...(isOneValue ? [] : area.rows).flatMap((row) => {
      const label = String(labels.get(row.id) ?? row.id);
      return [
        { answer_id: row.id, answer: label, people: row.n, mean: row.mean },
        ...againstRows(row, label, language),
      ];
    }),
  ].map((row) => ({ district: area.place ?? togetherInCsv, ...row }));
}

/** Of a line of a budget only. */
function againstRows(row: AreaRow & Partial<AllocationRow>, label: string, language: Language): CsvRow[] {
  const { budget } = surveyCopy[language];
  return againstToday.flatMap((against) => {
    const people = row[against];
    if (people === undefined) return [];
    return [{ answer_id: `${row.id}~${against}`, answer: `${label}: ${budget[against]}`, people }];
  });
}
