import * as z from 'zod';
import { namedOptions, say, valueAt } from '../../kits/form-rules.ts';
import { outside, unknown } from '../../places/rules.ts';
import { unlessOneEach } from './counted.ts';
import type { QuestionBase, QuestionKind } from './kind.ts';
import { mappedValue } from './link.ts';
import { type ChoiceDistribution, choiceTally, countChoices, placesToChoose } from './options.ts';
import { oneField, readOne, readOneOf } from './reading.ts';
import { answers, kitQuestion, labelled } from './schemas.ts';
import { surveyJsWords } from './surveyjs.ts';
import { asksWhereSomebodyLives } from './texts.ts';

const schema = kitQuestion('district', {});

/**
 * One of the city's districts, "outside" or "not sure". It is never reported by district, because that would show where
 * the people live who answered.
 */
export const district: QuestionKind<
  QuestionBase<'district'>,
  typeof schema,
  ChoiceDistribution<'district'>
> = {
  kind: 'district',
  kit: {
    schema,
    form: {
      name: say('A district', 'Un distrito'),
      fields: [],
      values: (_question, { kit }) => [
        ...namedOptions(valueAt(kit, ['city', 'districts']), 'code', 'name'),
        { value: outside, label: say('Outside the city', 'Fuera de la ciudad') },
        { value: unknown, label: say('Not sure', 'No lo sé') },
      ],
    },
    own: () => ({}),
    asksDistrict: true,
    comparable: (_question, districts) => codesIn(districts),
    closed: () => asksWhereSomebodyLives,
    refusal: () => asksWhereSomebodyLives,
  },
  api: {
    answer: answers.text,
    answerIs: "the district's code, outside or unknown",
    shape: { options: z.array(labelled) },
    own: (_question, _language, places) => ({ options: places.map(({ id, label }) => ({ id, label })) }),
  },
  answers: {
    read: (_question, given, districts) => readOne(given, (value) => readOneOf(codesIn(districts), value)),
    fields: oneField,
    spelled: JSON.stringify,
  },
  tally: {
    ...choiceTally,
    distribution: ({ id }, counted, districts) => {
      return { kind: 'district', choices: countChoices(id, placesToChoose(districts), counted) };
    },
    contradictions: unlessOneEach,
  },
  link: {
    text: (_question, answer, { option, districts }) => {
      const code = String(answer);
      return option?.(code) ?? districts?.[code] ?? code;
    },
    values: (_question, answer, { field }) => mappedValue(String(answer), field.options),
    mappable: () => null,
  },
  surveyJs: {
    readers: {},
    keys: [],
    write: (_question, districts) => ({
      element: {
        type: 'dropdown',
        choices: [
          ...districts.map(({ code, name }) => ({ value: code, text: surveyJsWords(name) })),
          { value: outside, text: { default: 'Outside the city', es: 'Fuera de la ciudad' } },
          { value: unknown, text: { default: 'I do not know', es: 'No lo sé' } },
        ],
      },
      lost: [{ at: '', why: "is exported as a choice among today's districts" }],
    }),
    compared: 'as-text',
  },
};

function codesIn(districts: string[]): string[] {
  return [...districts, outside, unknown];
}
