import * as z from 'zod';
import type { Text } from '../../../web/language.ts';
import { say } from '../../kits/form-rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import { type Averages, unlessOneEach, type Value } from './counted.ts';
import type { GivenFields } from './fields.ts';
import { amountField, unitField } from './form.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from './kind.ts';
import { numberValue } from './link.ts';
import { oneField, prefillOne, readNumber, readOne } from './reading.ts';
import { amount, answers, kitQuestion, problemIf, stepsFit, unit } from './schemas.ts';
import { countNumbers, numberTally } from './steps.ts';
import type { SurveyJsElement, SurveyJsRead } from './surveyjs.ts';

export type NumberInSteps = QuestionBase<'number'> & {
  min: number;
  max: number;
  step: number;
  unit: Text | null;
};
export type NumberInStepsDistribution = { kind: 'number'; values: Value[]; unit: Text | null } & Averages;

const schema = kitQuestion('number', {
  min: amount,
  max: amount,
  step: amount.gt(0).default(1),
  unit: unit.optional(),
}).superRefine(({ min, max, step }, context) => {
  problemIf(max <= min, context, ['max'], 'must be more than min');
  if (max > min) stepsFit(max - min, step, 'max', context);
});

/** A number in steps between two limits. */
export const number: QuestionKind<NumberInSteps, typeof schema, NumberInStepsDistribution> = {
  kind: 'number',
  kit: {
    schema,
    form: {
      name: say('A number', 'Un número'),
      fields: [
        amountField('min', say('Least', 'Mínimo')),
        amountField('max', say('Most', 'Máximo')),
        amountField('step', say('In steps of', 'En pasos de'), { optional: true }),
        { ...unitField, optional: true },
      ],
      answer: (_question, { key, label }) => amountField(key, label),
    },
    own: ({ min, max, step, unit }) => ({ min, max, step, unit: unit ?? null }),
    refusal: () => 'must be a number in the steps from min to max',
  },
  api: {
    answer: answers.number,
    answerIs: 'the number',
    shape: { min: z.number(), max: z.number(), step: z.number(), unit: z.string().nullable() },
    own: ({ min, max, step, unit }, language) => ({ min, max, step, unit: unit?.[language] ?? null }),
  },
  answers: { read, fields: oneField, prefill: prefillOne(read), spelled: JSON.stringify },
  tally: {
    ...numberTally,
    distribution({ id, unit }, counted) {
      const { values, ...averages } = countNumbers(id, counted);
      return { kind: 'number', values, unit, ...averages };
    },
    contradictions: unlessOneEach,
  },
  link: {
    text: (_question, answer) => String(answer),
    values: (_question, answer, { field }) => numberValue(String(answer), field),
    mappable: () => null,
  },
  surveyJs: {
    readers: { 'text number': numberIn, 'text range': numberIn },
    keys: ['min', 'max', 'step'],
    write: ({ min, max, step, unit }) => ({
      element: { type: 'text', inputType: 'number', min, max, step },
      lost: unit ? [{ at: '.unit', why: `is not exported: ${unit.en}` }] : [],
    }),
    compared: 'as-text',
  },
};

function read(question: NumberInSteps, given: GivenFields): ReadAnswer {
  return readOne(given, (value) => readNumber(question, question.unit, value));
}

function numberIn({ element, path, into }: SurveyJsElement): SurveyJsRead {
  const { min, max, step } = element;
  const [from, to] = [min ?? 0, max ?? Number(min ?? 0) + 1000 * Number(step ?? 1)];
  for (const [key, value] of [
    ['min', from],
    ['max', to],
  ] as const) {
    if (element[key] === undefined) {
      into.leftOut.push({ path: `${path}.${key}`, why: `is missing: ${value} is taken` });
    }
  }
  return numberFrom(Number(from), Number(to), Number(step ?? 1));
}

export function numberFrom(min: number, max: number, step: number): SurveyJsRead {
  const fits = [min, max, step].every((amount) => Math.abs(amount) <= 1e9 && rounded(amount) === amount);
  const steps = (max - min) / step;
  const isCounted = fits && step > 0 && steps > 0 && Math.abs(steps - Math.round(steps)) < 1e-9;
  if (!isCounted) return 'has no whole number of steps from its least to its most';
  return steps > 1000 ? 'has more than 1000 steps' : { own: { kind: 'number', min, max, step } };
}
