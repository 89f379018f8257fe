import * as z from 'zod';
import type { Text } from '../../../web/language.ts';
import { say } from '../../kits/form-rules.ts';
import { err, ok } from '../../platform/result.ts';
import { parseNumber } from '../number-rules.ts';
import { averagesOf, cellsOf, meanRow, peopleIn, valuesIn } from './counted.ts';
import type { AnswerField, GivenFields } from './fields.ts';
import { optionsField, optionsIn, orderField } from './form.ts';
import type { QuestionBase, QuestionKind, ReadAnswer } from './kind.ts';
import { mapped, partValues } from './link.ts';
import { amount, answersTo } from './measure.ts';
import {
  labelledIn,
  namesOptionsOnce,
  type Option,
  optionIds,
  optionOf,
  options,
  optionText,
  surveyJsChoices,
} from './options.ts';
import { idsIn, problem } from './reading.ts';
import { answers, kitQuestion, labelled } from './schemas.ts';
import { choiceKeys, choicesIn, optionsOf } from './surveyjs.ts';

export type Ranking = QuestionBase<'ranking'> & { options: Option[] };

/** The `mean` place, and how many put it first. */
export type RankedOption = { id: string; label: Text; n: number; mean: number | null; firsts: number };
export type RankingDistribution = { kind: 'ranking'; options: RankedOption[] };

const schema = kitQuestion('ranking', { options: options.max(20) }).superRefine(namesOptionsOnce);

/** All options, from the first place to the last. */
export const ranking: QuestionKind<Ranking, typeof schema, RankingDistribution> = {
  kind: 'ranking',
  kit: {
    schema,
    form: {
      name: say('An order of options', 'Un orden de opciones'),
      fields: [optionsField({ withScore: true })],
      parts: optionsIn,
      answer: orderField,
    },
    own: ({ options }) => ({ options: options.map(optionOf) }),
    refusal: () => 'must name each option once, from the first place on',
  },
  api: {
    answer: answers.ids,
    answerIs: 'ids from the first place on',
    shape: { options: z.array(labelled) },
    own: ({ options }, language) => ({ options: labelledIn(options, language) }),
  },
  parts: ({ options }) => options,
  answers: {
    byPart: true,
    read: (question, given) => {
      const ids = optionIds(question);
      return given.parts.size > 0 ? readPlaces(ids, given) : readOrder(ids, given);
    },
    fields(question, answer) {
      const known = optionIds(question);
      const ids = Array.isArray(answer) ? answer.filter((id) => known.includes(id)) : [];
      return ids.map((id, i) => ({ part: id, values: [String(i + 1)] }));
    },
    prefill(question, { part, value }, before) {
      const ids = optionIds(question);
      return part === null ? takeNext(ids, value.trim(), before) : takePlace(ids, part, value, before);
    },
    spelled: JSON.stringify,
  },
  tally: {
    measures: ({ id }, answer) => idsIn(answer).map((option, i) => amount(answersTo(id, option), i + 1)),
    distribution: ({ id, options }, counted) => ({
      kind: 'ranking',
      options: options.map((option) => {
        const values = valuesIn(cellsOf(counted, answersTo(id, option.id)));
        const firsts = values.find(({ value }) => value === 1)?.n ?? 0;
        const { mean } = averagesOf(values);
        return { id: option.id, label: option.label, n: peopleIn(values), mean, firsts };
      }),
    }),
    parts: ({ options }) => options,
    has: ({ options }, { part }) => part !== null && options.some(({ id }) => id === part),
    byArea: {
      addedUp: optionIds,
      rows: ({ options }, cellsIn) => options.map(({ id }) => meanRow(id, cellsIn(id))),
    },
  },
  link: {
    text: ({ options }, answer, wording) =>
      idsIn(answer)
        .map((id, place) => `${place + 1}. ${optionText(options, id, wording)}`)
        .join('\n'),
    values(_question, answer, { field }) {
      const ids = idsIn(answer);
      if (field.parts)
        return partValues(
          ids.map((id, place) => [id, place + 1] as const),
          field,
        );
      const values = ids.flatMap((id) => mapped(field.options, id) ?? []);
      return values.length === ids.length ? ok({ kind: 'ranked', values }) : err('no-option');
    },
    mappable: optionIds,
  },
  surveyJs: {
    readers: {
      ranking(one) {
        const read = optionsOf(one, choicesIn(one), 20);
        return typeof read === 'string' ? read : { own: { kind: 'ranking', options: read.options } };
      },
    },
    keys: choiceKeys,
    write: (question) => ({ element: { type: 'ranking', choices: surveyJsChoices(question) } }),
    compared: 'as-text',
  },
};

/** The options in order, as in an address. */
function readOrder(ids: string[], { values }: GivenFields): ReadAnswer {
  const order = values.map((value) => value.trim());
  if (order.length === 0) return ok(null);
  if (order.some((id) => !ids.includes(id))) return problem('not-one-of');
  const again = order.findIndex((id, place) => order.indexOf(id) < place);
  if (again >= 0) return problem('rank-twice', { place: again + 1 });
  const missing = ids.length - order.length;
  return missing > 0 ? problem('rank-missing', { missing }) : ok(order);
}

/** A place for each option, as in a form. */
function readPlaces(ids: string[], { parts }: GivenFields): ReadAnswer {
  if ([...parts.keys()].some((id) => !ids.includes(id))) return problem('not-one-of');
  const order: string[] = [];
  for (const [option, [typed = '', second]] of parts) {
    const place = placeIn(ids, typed);
    if (second !== undefined) return problem('sent-twice');
    if (place === null) return problem('rank-not-a-place', { option, last: ids.length });
    if (order[place] !== undefined) return problem('rank-twice', { place });
    order[place] = option;
  }
  const places = ids.map((_, i) => i + 1);
  const gap = places.find((place) => order[place] === undefined);
  if (gap === undefined) return ok(order.slice(1));
  return gap < order.length - 1
    ? problem('rank-gap', { place: gap })
    : problem('rank-missing', { missing: ids.length - parts.size });
}

function placeIn(ids: string[], typed: string): number | null {
  const place = parseNumber(typed);
  return place !== null && Number.isInteger(place) && place >= 1 && place <= ids.length ? place : null;
}

/** For a list in order: the first free place. */
function takeNext(ids: string[], option: string, before: GivenFields): AnswerField | null {
  const taken = placesTaken(before);
  const place = ids.map((_, i) => i + 1).find((place) => !taken.includes(place));
  return place === undefined ? null : takePlace(ids, option, String(place), before);
}

function takePlace(ids: string[], option: string, value: string, before: GivenFields): AnswerField | null {
  const place = placeIn(ids, value);
  const isFree = place !== null && !placesTaken(before).includes(place) && !before.parts.has(option);
  return isFree && ids.includes(option) ? { part: option, values: [String(place)] } : null;
}

function placesTaken({ parts }: GivenFields): number[] {
  return [...parts.values()].map(([place]) => Number(place));
}
