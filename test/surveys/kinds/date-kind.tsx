import * as z from 'zod';
import { TextField } from '../../../web/components/field.tsx';
import { formatDate } from '../../../web/language.ts';
import { same } from '../../../worker/kits/form-rules.ts';
import { err, ok } from '../../../worker/platform/result.ts';
import type { Cells } from '../../../worker/surveys/kinds/counted.ts';
import { cellsOf } from '../../../worker/surveys/kinds/counted.ts';
import type { GivenFields } from '../../../worker/surveys/kinds/fields.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from '../../../worker/surveys/kinds/kind.ts';
import { mappedValue, oneValue } from '../../../worker/surveys/kinds/link.ts';
import { answersTo, choice } from '../../../worker/surveys/kinds/measure.ts';
import { controlOf, oneControl } from '../../../worker/surveys/kinds/pages/controls.tsx';
import { withShare } from '../../../worker/surveys/kinds/pages/figures.ts';
import type { KindPage } from '../../../worker/surveys/kinds/pages/page.ts';
import { oneField, prefillOne, problem, readOne } from '../../../worker/surveys/kinds/reading.ts';
import { answers, kitQuestion } from '../../../worker/surveys/kinds/schemas.ts';

/** A date, counted by month: a kind of question that no file of the worker knows. */
type DateQuestion = QuestionBase<'date'> & { first: string; last: string };
type DateDistribution = { kind: 'date'; months: { id: string; n: number }[] };

const schema = kitQuestion('date', { first: z.iso.date(), last: z.iso.date() });

function read({ first, last }: DateQuestion, given: GivenFields): ReadAnswer {
  return readOne(given, (value) => {
    if (!z.iso.date().safeParse(value.trim()).success) return problem('not-a-date');
    return value.trim() < first || value.trim() > last
      ? problem('not-in-time', { first, last })
      : ok(value.trim());
  });
}

export const date: QuestionKind<DateQuestion, typeof schema, DateDistribution> = {
  kind: 'date',
  kit: {
    schema,
    form: { name: same('A day'), fields: [] },
    own: ({ first, last }) => ({ first, last }),
    refusal: ({ first, last }) => `must be a day from ${first} to ${last}`,
  },
  api: {
    answer: answers.text,
    answerIs: 'the day, YYYY-MM-DD',
    shape: { first: z.iso.date(), last: z.iso.date() },
    own: ({ first, last }) => ({ first, last }),
  },
  answers: { read, fields: oneField, prefill: prefillOne(read), spelled: JSON.stringify },
  tally: {
    measures: ({ id }, answer) => [choice(answersTo(id), String(answer).slice(0, 7))],
    distribution: ({ id }, counted) => ({
      kind: 'date',
      months: [...cellsOf(counted, answersTo(id))].map(([month, { n }]) => ({ id: month, n })),
    }),
    parts: () => [],
    has: ({ months }, { value }) => months.some(({ id }) => id === value),
    byArea: {
      addedUp: () => [],
      rows: ({ months }, cellsIn: (part: string) => Cells) =>
        months.map(({ id }) => ({ id, n: cellsIn('').get(id)?.n ?? 0, mean: null })),
    },
  },
  link: {
    text: (_question, answer) => String(answer),
    values: (_question, answer, { field }) => {
      if (field.parts) return err('not-by-link');
      return field.options ? mappedValue(String(answer), field.options) : oneValue(String(answer));
    },
    mappable: () => [],
  },
  surveyJs: {
    readers: {
      'text date': ({ element }) => ({
        own: { kind: 'date', first: String(element.min), last: String(element.max) },
      }),
    },
    keys: ['min', 'max'],
    write: ({ first, last }) => ({ element: { type: 'text', inputType: 'date', min: first, max: last } }),
    compared: 'as-text',
  },
};

const words = {
  en: { instruction: 'A day from {first} to {last}.', 'not-a-date': 'Enter a day', gave: '{n} gave a day.' },
  es: {
    instruction: 'Un día de {first} a {last}.',
    'not-a-date': 'Escriba un día',
    gave: '{n} dieron un día.',
  },
};

export const datePage: KindPage<DateQuestion, DateDistribution> = {
  isGrouped: false,
  controls: controlOf,
  instruction: ({ first, last }, language) =>
    words[language].instruction.replace('{first}', first).replace('{last}', last),
  Fields: (props) => <TextField {...oneControl(props)} autocomplete="off" width="short" />,
  lines: (_question, answer, language) => [formatDate(String(answer), language)],
  errorText: ({ code }, _question, language) => (code === 'not-a-date' ? words[language][code] : null),
  tally: {
    answered: ({ answered }, language) => words[language].gave.replace('{n}', String(answered)),
    Answers: ({ question }) => (
      <ul>
        {question.months.map(({ id, n }) => (
          <li>
            Month {id}: {n}
          </li>
        ))}
      </ul>
    ),
    areas: {
      areMeans: false,
      rows: ({ months }) => months.map(({ id }) => ({ id, label: `Month ${id}` })),
      cell: (_question, row, { answered, language }) => withShare(row?.n ?? 0, answered, language),
    },
    mail: {
      head: () => 'People',
      rows: ({ question }) =>
        question.months.map(({ id, n }) => ({ label: `Month ${id}`, value: String(n) })),
    },
    csv: {
      answers: ({ months }) =>
        months.map(({ id, n }) => ({ answer_id: id, answer: `Month ${id}`, people: n })),
    },
    json: ({ months }) => ({ months }),
    findings: ({ months }) => (months.length === 1 ? [{ rank: 0, text: 'All in one month.' }] : []),
  },
};
