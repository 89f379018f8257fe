import * as z from 'zod';
import { say } from '../../kits/form-rules.ts';
import { err } from '../../platform/result.ts';
import { unlessOneEach } from './counted.ts';
import type { GivenFields } from './fields.ts';
import { optionsField, optionsIn } from './form.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from './kind.ts';
import { oneValue } from './link.ts';
import {
  type ChoiceDistribution,
  choicesByArea,
  choiceTally,
  chosenInLink,
  countChoices,
  isScored,
  labelledIn,
  namesOptionsOnce,
  type Option,
  optionIds,
  optionOf,
  options,
  optionText,
  scoreOf,
  surveyJsChoices,
} from './options.ts';
import { prefillOne, readOne, readOneOf } from './reading.ts';
import { answers, kitQuestion, labelled, mostOptions } from './schemas.ts';
import {
  choiceKeys,
  choicesIn,
  optionsOf,
  type SurveyJsChoice,
  type SurveyJsElement,
  type SurveyJsRead,
  truthsIn,
} from './surveyjs.ts';

export type Single = QuestionBase<'single'> & { options: Option[] };

const schema = kitQuestion('single', { options }).superRefine(namesOptionsOnce);

/** One of several options. */
export const single: QuestionKind<Single, typeof schema, ChoiceDistribution<'single'>> = {
  kind: 'single',
  kit: {
    schema,
    form: {
      name: say('One of several options', 'Una de varias opciones'),
      fields: [optionsField({ withScore: true })],
      values: optionsIn,
      answer: (question, named) => ({ ...named, kind: 'choice', options: optionsIn(question) }),
    },
    own: ({ options }) => ({ options: options.map(optionOf) }),
    comparable: optionIds,
    refusal: () => 'must be one of the options',
  },
  api: {
    answer: answers.text,
    answerIs: "the option's id",
    shape: { options: z.array(labelled) },
    own: ({ options }, language) => ({ options: labelledIn(options, language) }),
  },
  parts: ({ options }) => options,
  answers: {
    read,
    fields(question, answer) {
      const isKnown = typeof answer === 'string' && optionIds(question).includes(answer);
      return isKnown ? [{ part: null, values: [answer] }] : [];
    },
    prefill: prefillOne(read),
    spelled: JSON.stringify,
    score: scoreOf,
    isScored,
  },
  tally: {
    ...choiceTally,
    distribution: ({ id, options }, counted) => ({
      kind: 'single',
      choices: countChoices(id, options, counted),
    }),
    byArea: choicesByArea,
    contradictions: unlessOneEach,
  },
  link: {
    text: ({ options }, answer, wording) => optionText(options, String(answer), wording),
    values({ options }, answer, to) {
      const chosen = chosenInLink(options, [String(answer)], to);
      return chosen ? oneValue(chosen.known[0] ?? '', chosen.other) : err('no-option');
    },
    mappable: optionIds,
  },
  surveyJs: {
    readers: {
      radiogroup: (one) => singleFrom(one, choicesIn(one)),
      dropdown: (one) => singleFrom(one, choicesIn(one)),
      boolean: (one) => singleFrom(one, truthsIn(one)),
    },
    keys: [...choiceKeys, 'labelTrue', 'labelFalse'],
    write: (question) => ({ element: { type: 'radiogroup', choices: surveyJsChoices(question) } }),
    compared: 'as-text',
  },
};

function read(question: Single, given: GivenFields): ReadAnswer {
  return readOne(given, (value) => readOneOf(optionIds(question), value));
}

export function singleFrom(one: SurveyJsElement, choices: SurveyJsChoice[]): SurveyJsRead {
  const read = optionsOf(one, choices, mostOptions);
  return typeof read === 'string'
    ? read
    : { own: { kind: 'single', options: read.options }, values: read.values };
}
