import * as z from 'zod';
import { say } from '../../kits/form-rules.ts';
import { err, ok } from '../../platform/result.ts';
import { answeredBy, cellsOf } from './counted.ts';
import type { GivenFields } from './fields.ts';
import { amountField, optionsField, optionsIn } from './form.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from './kind.ts';
import { answersTo } from './measure.ts';
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
import { idsIn, problem } from './reading.ts';
import { answers, kitQuestion, labelled, mostOptions, problemIf } from './schemas.ts';
import {
  choiceKeys,
  choicesIn,
  optionsOf,
  type SurveyJsElement,
  type SurveyJsRead,
  wholeIn,
} from './surveyjs.ts';

export type Multiple = QuestionBase<'multiple'> & { options: Option[]; atLeast: number; atMost: number };

const schema = kitQuestion('multiple', {
  options,
  at_least: z.int().min(0).max(mostOptions).optional(),
  at_most: z.int().min(1).max(mostOptions).optional(),
})
  .superRefine(namesOptionsOnce)
  .superRefine(({ options, at_least = 0, at_most = options.length }, context) => {
    problemIf(at_most > options.length, context, ['at_most'], 'is more than there are options');
    problemIf(at_least > at_most, context, ['at_least'], 'is more than may be chosen');
  });

/** Several of the options, unordered. */
export const multiple: QuestionKind<Multiple, typeof schema, ChoiceDistribution<'multiple'>> = {
  kind: 'multiple',
  kit: {
    schema,
    form: {
      name: say('Several of the options', 'Varias de las opciones'),
      fields: [
        optionsField({ withScore: true }),
        amountField('at_least', say('Choose at least', 'Elegir al menos'), { optional: true }),
        amountField('at_most', say('Choose at most', 'Elegir como máximo'), { optional: true }),
      ],
      values: optionsIn,
      answer: (question, named) => ({ ...named, kind: 'several', options: optionsIn(question) }),
    },
    own: ({ options, at_least = 0, at_most = options.length }) => {
      return { options: options.map(optionOf), atLeast: at_least, atMost: at_most };
    },
    comparable: optionIds,
    refusal({ atLeast, atMost }, { code }) {
      const isLimit = code === 'too-few' || code === 'too-many' || code === 'missing';
      return isLimit
        ? `must be ${Math.max(atLeast, 1)} to ${atMost} options`
        : 'must be a list of options, each once';
    },
  },
  api: {
    answer: answers.ids,
    answerIs: 'ids',
    shape: { options: z.array(labelled), at_least: z.int().nonnegative(), at_most: z.int().nonnegative() },
    own: ({ options, atLeast, atMost }, language) => {
      return { options: labelledIn(options, language), at_least: atLeast, at_most: atMost };
    },
  },
  parts: ({ options }) => options,
  answers: {
    read: readSeveral,
    fields(question, answer) {
      const known = optionIds(question);
      const ids = Array.isArray(answer) ? answer.filter((id) => known.includes(id)) : [];
      return ids.length > 0 ? [{ part: null, values: ids }] : [];
    },
    prefill(question, { part, value }, { values }) {
      const id = value.trim();
      const isFree = optionIds(question).includes(id) && !values.includes(id);
      return part === null && isFree && values.length < question.atMost
        ? { part, values: [...values, id] }
        : null;
    },
    spelled: (answer) => JSON.stringify([...new Set(idsIn(answer))].sort()),
    score: scoreOf,
    isScored,
  },
  tally: {
    ...choiceTally,
    distribution: ({ id, options }, counted) => {
      return { kind: 'multiple', choices: countChoices(id, options, counted) };
    },
    byArea: choicesByArea,
    contradictions({ id }, counted) {
      const answered = answeredBy(counted, id);
      const isWrong = [...cellsOf(counted, answersTo(id)).values()].some(({ n }) => n > answered);
      return isWrong ? ['an option has more than answered'] : [];
    },
  },
  link: {
    text: ({ options }, answer, wording) =>
      idsIn(answer)
        .map((id) => optionText(options, id, wording))
        .join('\n'),
    values({ options }, answer, to) {
      const chosen = chosenInLink(options, idsIn(answer), to);
      return chosen ? ok({ kind: 'several', values: chosen.known, other: chosen.other }) : err('no-option');
    },
    mappable: optionIds,
  },
  surveyJs: {
    readers: { checkbox: multipleFrom, tagbox: multipleFrom },
    keys: [...choiceKeys, 'minSelectedChoices', 'maxSelectedChoices'],
    write: (question) => ({
      element: { type: 'checkbox', choices: surveyJsChoices(question), ...limitsOf(question) },
    }),
    compared: 'in-list',
  },
};

function readSeveral(question: Multiple, { values, parts }: GivenFields): ReadAnswer {
  const [ids, chosen] = [optionIds(question), new Set(values.map((value) => value.trim()))];
  if (parts.size > 0) return problem('wrong-shape');
  if (chosen.size === 0) return ok(null);
  if ([...chosen].some((id) => !ids.includes(id))) return problem('not-one-of');
  const { atLeast: least, atMost: most } = question;
  if (chosen.size < least) return problem('too-few', { least, chosen: chosen.size });
  if (chosen.size > most) return problem('too-many', { most, chosen: chosen.size });
  return ok(ids.filter((id) => chosen.has(id)));
}

function limitsOf({ options, atLeast, atMost }: Multiple) {
  return {
    ...(atLeast > 0 && { minSelectedChoices: atLeast }),
    ...(atMost < options.length && { maxSelectedChoices: atMost }),
  };
}

function multipleFrom(one: SurveyJsElement): SurveyJsRead {
  const read = optionsOf(one, choicesIn(one), mostOptions);
  if (typeof read === 'string') return read;
  const { options, values } = read;
  const most = limitIn(one, 'maxSelectedChoices', options.length);
  const least = limitIn(one, 'minSelectedChoices', most ?? options.length);
  const limits = {
    ...(least !== null && { at_least: least }),
    ...(most !== null && most < options.length && { at_most: most }),
  };
  return { own: { kind: 'multiple', options, ...limits }, values };
}

/** SurveyJS has 0 for no limit. */
function limitIn({ element, path, into }: SurveyJsElement, key: string, most: number): number | null {
  const limit = wholeIn(element[key], 1, most);
  if (limit === null && (element[key] ?? 0) !== 0)
    into.leftOut.push({ path: `${path}.${key}`, why: 'is not kept' });
  return limit;
}
