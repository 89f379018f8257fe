import type { Language } from '../../../web/language.ts';
import { datesOf, type Week } from '../../digests/week-rules.ts';
import { earlierLabel } from '../kinds/pages/choices.tsx';
import { tallyPageOf } from '../kinds/pages/page-of.ts';
import type { AreaTally } from './area-rules.ts';
import { surveyCopy } from './pages/survey-copy.ts';
import type { QuestionTally } from './rules.ts';
import type { SurveyTally } from './survey-tally-rules.ts';

/** The columns are explained on the staff page, in `section-copy.ts`. */
export const surveyColumns = [
  'week_ending',
  'answers_as_of',
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

/** The district column's value for areas that are reported together. */
export const togetherInCsv = 'other areas (groups under 5 together)';

/** A week of a survey, one row for each question, area and answer. Texts are left out. */
export function surveyRows(
  survey: SurveyTally,
  { weekEndsOn, city }: { weekEndsOn: string; city: { name: string } },
  language: Language,
): CsvRow[] {
  const words = surveyCopy[language];
  return [
    ...survey.questions.flatMap((question): CsvRow[] => {
      const of = { week_ending: weekEndsOn, question_id: question.id, question: question.title[language] };
      if (question.isTooFew) return [{ ...of, district: 'all', answer: words.tooFew }];
      const { asOf, areasAsOf = asOf } = question;
      const dayOf = (week: Week | undefined) => (week ? datesOf(week).endsOn : weekEndsOn);
      const head = { ...of, answers_as_of: dayOf(asOf) };
      const areaHead = { ...of, answers_as_of: dayOf(areasAsOf) };
      return [
        ...everybodyRows(question, city.name, language).map((row) => ({ ...head, ...row })),
        ...question.byArea
          .flatMap((area) => areaRows(question, area, city.name, language))
          .map((row) => ({ ...areaHead, ...row })),
      ];
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

/** For everybody, with the outcomes of the suggested answer. */
function everybodyRows(question: QuestionTally, city: string, language: Language): CsvRow[] {
  const { heads, suggestions } = surveyCopy[language];
  const { csv } = tallyPageOf(question);
  const { suggestion } = question;
  const outcomes = suggestion
    ? (['kept', 'changed', 'removed'] as const).map((outcome) => ({
        answer_id: `~${outcome}`,
        answer: suggestions[outcome],
        people: suggestion[outcome],
      }))
    : [];
  return [
    { answer_id: '', answer: heads.answered, people: question.answered, ...csv.averages?.(question) },
    ...csv.answers(question, { city, language }),
    ...outcomes,
  ].map((row) => ({ district: 'all', ...row }));
}

function areaRows(question: QuestionTally, area: AreaTally, city: string, language: Language): CsvRow[] {
  const { csv } = tallyPageOf(question);
  const isOneValue = csv.averages !== undefined;
  const answers = csv.answers(question, { city, language });
  const labelOf = (id: string) => String(answers.find(({ answer_id }) => answer_id === id)?.answer ?? id);
  return [
    {
      answer_id: '',
      answer: surveyCopy[language].heads.answered,
      people: area.answered,
      mean: isOneValue ? area.rows[0]?.mean : null,
    },
    ...(isOneValue ? [] : area.rows).flatMap((row) => [
      { answer_id: row.id, answer: labelOf(row.id), people: row.n, mean: row.mean },
      ...(csv.besideArea?.(row, labelOf(row.id), language) ?? []),
    ]),
  ].map((row) => ({ district: area.place ?? togetherInCsv, ...row }));
}
