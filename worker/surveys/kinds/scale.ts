import * as z from 'zod';
import type { Text } from '../../../web/language.ts';
import { text } from '../../kits/atoms.ts';
import { type Option, type Part, same, say } from '../../kits/form-rules.ts';
import { arrayIn, wordsOf } from '../surveyjs/text-rules.ts';
import { type Averages, unlessOneEach, type Value } from './counted.ts';
import type { GivenFields } from './fields.ts';
import { amountField } from './form.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from './kind.ts';
import { numberValue } from './link.ts';
import { numberFrom } from './number.ts';
import { oneField, prefillOne, readNumber, readOne } from './reading.ts';
import { answers, kitQuestion, problemIf } from './schemas.ts';
import { singleFrom } from './single.ts';
import { countNumbers, numberTally } from './steps.ts';
import { choicesIn, type SurveyJsElement, type SurveyJsRead, surveyJsWords, wholeIn } from './surveyjs.ts';

export type Scale = QuestionBase<'scale'> & {
  from: number;
  to: number;
  fromLabel: Text | null;
  toLabel: Text | null;
};
export type ScaleDistribution = {
  kind: 'scale';
  values: Value[];
  fromLabel: Text | null;
  toLabel: Text | null;
} & Averages;

const mostSteps = 20;

const schema = kitQuestion('scale', {
  from: z.int().min(-100).max(100),
  to: z.int().min(-100).max(100),
  from_label: text(80).optional(),
  to_label: text(80).optional(),
}).superRefine(({ from, to }, context) => {
  problemIf(to <= from, context, ['to'], 'must be more than from');
  problemIf(to - from > mostSteps, context, ['to'], 'is more than 20 steps from the first: ask for a number');
});

/** A whole number between two ends. */
export const scale: QuestionKind<Scale, typeof schema, ScaleDistribution> = {
  kind: 'scale',
  kit: {
    schema,
    form: {
      name: say('A scale', 'Una escala'),
      fields: [
        amountField('from', say('From', 'Desde')),
        amountField('to', say('To', 'Hasta')),
        {
          kind: 'text',
          key: 'from_label',
          optional: true,
          label: say('Words at the first number', 'Palabras junto al primer número'),
        },
        {
          kind: 'text',
          key: 'to_label',
          optional: true,
          label: say('Words at the last number', 'Palabras junto al último número'),
        },
      ],
      values: stepsIn,
      answer: (question, named) => ({ ...named, kind: 'choice', isNumber: true, options: stepsIn(question) }),
    },
    own: ({ from, to, from_label, to_label }) => {
      return { from, to, fromLabel: from_label ?? null, toLabel: to_label ?? null };
    },
    comparable: numbersOf,
    refusal: () => 'must be a number of the scale',
  },
  api: {
    answer: answers.number,
    answerIs: 'the number',
    shape: {
      from: z.int(),
      to: z.int(),
      from_label: z.string().nullable(),
      to_label: z.string().nullable(),
    },
    own: ({ from, to, fromLabel, toLabel }, language) => {
      return { from, to, from_label: fromLabel?.[language] ?? null, to_label: toLabel?.[language] ?? null };
    },
  },
  answers: { read, fields: oneField, prefill: prefillOne(read), spelled: JSON.stringify },
  tally: {
    ...numberTally,
    distribution(question, counted) {
      const { fromLabel, toLabel } = question;
      const { values, ...averages } = countNumbers(question.id, counted);
      return { kind: 'scale', values: withEmptySteps(values, question), fromLabel, toLabel, ...averages };
    },
    contradictions: unlessOneEach,
  },
  link: {
    text: (_question, answer, { option }) => option?.(String(answer)) ?? String(answer),
    values: (_question, answer, { field }) => numberValue(String(answer), field),
    mappable: numbersOf,
  },
  surveyJs: {
    readers: { rating },
    keys: [
      ...['rateMin', 'rateMax', 'rateStep', 'rateCount', 'rateValues', 'rateType'],
      ...['minRateDescription', 'maxRateDescription', 'displayRateDescriptionsAsExtremeItems'],
    ],
    write: ({ from, to, fromLabel, toLabel }) => ({
      element: {
        type: 'rating',
        rateMin: from,
        rateMax: to,
        ...(fromLabel && { minRateDescription: surveyJsWords(fromLabel) }),
        ...(toLabel && { maxRateDescription: surveyJsWords(toLabel) }),
      },
    }),
    compared: 'as-number',
  },
};

function read({ from, to }: Scale, given: GivenFields): ReadAnswer {
  return readOne(given, (value) => readNumber({ min: from, max: to, step: 1 }, null, value));
}

export function numbersOf({ from, to }: Pick<Scale, 'from' | 'to'>): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

function withEmptySteps(values: Value[], { from, to }: Scale): Value[] {
  if (to - from > mostSteps) return values;
  const given = new Map(values.map(({ value, n }) => [value, n]));
  for (let step = from; step <= to; step += 1) if (!given.has(step)) given.set(step, 0);
  return [...given].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value);
}

/** A rating may be a scale, numbers in other steps, or choices with names. */
function rating(one: SurveyJsElement): SurveyJsRead {
  const { element, path } = one;
  const rates = arrayIn(element.rateValues);
  if (rates.length > 0) {
    const named = { ...one, path: `${path}.rateValues` };
    return singleFrom(named, choicesIn({ ...one, element: { choices: rates } }));
  }
  const from = Number(element.rateMin ?? 1);
  const to = Number(element.rateMax ?? (element.rateCount ? from + Number(element.rateCount) - 1 : 5));
  const step = Number(element.rateStep ?? 1);
  if (step !== 1 || to - from > mostSteps) return numberFrom(from, to, step);
  if (wholeIn(from, -100, 100) === null || wholeIn(to, from + 1, 100) === null)
    return 'counts in no steps of 1';
  const [from_label, to_label] = [endLabel(one, 'minRateDescription'), endLabel(one, 'maxRateDescription')];
  return {
    own: { kind: 'scale', from, to, ...(from_label && { from_label }), ...(to_label && { to_label }) },
    values: new Map(numbersOf({ from, to }).map((number) => [number, number])),
  };
}

function endLabel({ element, path, into }: SurveyJsElement, key: string) {
  const otherwise = { en: '', es: '' };
  const words = wordsOf(element[key], { path: `${path}.${key}`, longest: 80, otherwise }, into);
  return words.en === '' ? undefined : words;
}

function stepsIn({ from, to }: Part): Option[] {
  if (typeof from !== 'number' || typeof to !== 'number' || !(to - from <= mostSteps)) return [];
  return Array.from({ length: Math.max(0, Math.floor(to - from) + 1) }, (_, i) => {
    const value = String(from + i);
    return { value, label: same(value) };
  });
}
