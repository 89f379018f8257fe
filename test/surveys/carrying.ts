import fc from 'fast-check';
import type { SurveyAnswer } from '../../worker/surveys/kinds/kind.ts';
import type { Question } from '../../worker/surveys/kinds/questions.ts';
import { amountsIn } from '../../worker/surveys/kinds/reading.ts';
import type { Answers, Survey } from '../../worker/surveys/rules.ts';

const both = (text: string) => ({ en: text, es: text });
const asked = (id: string) => ({
  id,
  title: both(`Title of ${id}`),
  help: null,
  required: false,
  showIf: null,
});

/** Words with characters that need escaping in an address. None looks like an e-mail address or a telephone number. */
const words = fc
  .array(
    fc.constantFrom('a b', '100 %', 'ñandú', '=', '&x', '+1', '#', '"quoted"', '{"a":1}', '?', '😀', '%41'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(' '));

const optionIds = ['one', 'two', 'three', 'four'];

function optionsOf(labels: string[]) {
  return optionIds.map((id, i) => ({ id, label: both(`${labels[i]} ${id}`), score: null }));
}

const labels = fc.array(words, { minLength: 4, maxLength: 4 });
const text = fc.oneof(
  words,
  words.map((part) => `${part}\n${part.repeat(30)}`),
);

/** A question of each kind with an answer to it. */
const answered: Record<string, (id: string) => fc.Arbitrary<[Question, SurveyAnswer]>> = {
  single: (id) =>
    fc.tuple(labels, fc.constantFrom(...optionIds)).map(([names, answer]) => {
      return [{ ...asked(id), kind: 'single', options: optionsOf(names) }, answer];
    }),
  multiple: (id) =>
    fc.tuple(labels, fc.subarray(optionIds, { minLength: 1 })).map(([names, answer]) => {
      return [{ ...asked(id), kind: 'multiple', options: optionsOf(names), atLeast: 0, atMost: 4 }, answer];
    }),
  ranking: (id) =>
    fc.tuple(labels, fc.shuffledSubarray(optionIds, { minLength: 4 })).map(([names, answer]) => {
      return [{ ...asked(id), kind: 'ranking', options: optionsOf(names) }, answer];
    }),
  allocation: (id) =>
    fc.tuple(labels, fc.array(fc.nat(100), { minLength: 4, maxLength: 4 })).map(([names, amounts]) => {
      const lines = optionsOf(names).map((line) => ({ ...line, today: 25 }));
      const answer = Object.fromEntries(optionIds.map((line, i) => [line, amounts[i] ?? 0]));
      return [{ ...asked(id), kind: 'allocation', lines, total: 400, step: 1, unit: both('%') }, answer];
    }),
  scale: (id) =>
    fc.integer({ min: 1, max: 5 }).map((answer) => {
      return [{ ...asked(id), kind: 'scale', from: 1, to: 5, fromLabel: null, toLabel: null }, answer];
    }),
  number: (id) =>
    fc.integer({ min: -5, max: 5000 }).map((answer) => {
      return [{ ...asked(id), kind: 'number', min: -5, max: 5000, step: 1, unit: null }, answer];
    }),
  'short-text': (id) => text.map((answer) => [{ ...asked(id), kind: 'short-text', longest: 500 }, answer]),
  'long-text': (id) =>
    fc.tuple(text, fc.boolean()).map(([answer, inOwnWords]) => {
      return [{ ...asked(id), kind: 'long-text', longest: 5000, inOwnWords }, answer];
    }),
  zip: (id) => fc.constant([{ ...asked(id), kind: 'zip' }, '28205']),
  district: (id) => fc.constantFrom('1', '2').map((answer) => [{ ...asked(id), kind: 'district' }, answer]),
};

/** This choice controls other questions: for people who choose "one", every second question is hidden. */
const first = { ...asked('first'), kind: 'single' as const, options: optionsOf(optionIds) };

/** A survey with up to twelve questions, most of them answered. */
export const answeredSurvey: fc.Arbitrary<{ survey: Survey; answers: Answers }> = fc
  .tuple(
    fc.option(fc.constantFrom('one', 'two')),
    fc
      .array(fc.tuple(fc.constantFrom(...Object.keys(answered)), fc.nat(9)), { maxLength: 11 })
      .chain((kinds) =>
        fc.tuple(
          ...kinds.map(([kind, luck], i) =>
            answered[kind]!(`q${i}`).map(([question, answer]) => ({ question, answer, luck })),
          ),
        ),
      ),
  )
  .map(([choice, rest]) => {
    const questions = rest.map(({ question, luck }) => {
      return luck % 2 === 1 ? { ...question, showIf: { question: 'first', is: ['two'] } } : question;
    });
    const answers = rest.filter(({ luck }) => luck < 8).map(({ question, answer }) => [question.id, answer]);
    const survey: Survey = {
      version: 'v1',
      audience: 'residents',
      layout: 'one-page',
      sections: [{ id: 's', title: both('S'), help: null, questions: [first, ...questions] }],
      suggestions: [],
      carry: [],
    };
    return { survey, answers: { ...Object.fromEntries(answers), ...(choice && { first: choice }) } };
  });

/** Gives most of our options or parts a name in the city's survey, each a different one. */
export function mapping(ids: string[], name: (i: number) => string): fc.Arbitrary<Record<string, string>> {
  return fc
    .array(fc.nat(9), { minLength: ids.length, maxLength: ids.length })
    .map((luck) => Object.fromEntries(ids.flatMap((id, i) => (luck[i] === 0 ? [] : [[id, name(i)]]))));
}

export function partsOf(question: Question): string[] {
  if ('options' in question) return question.options.map(({ id }) => id);
  return 'lines' in question ? question.lines.map(({ id }) => id) : [];
}

/** Answers in one normal form, to compare what was sent with what was read. */
export function comparable(question: Question, answer: SurveyAnswer): string {
  if (question.kind === 'allocation') {
    const amounts = amountsIn(answer);
    return JSON.stringify(question.lines.map(({ id }) => [id, amounts[id]]));
  }
  return JSON.stringify(Array.isArray(answer) ? answer : String(answer));
}
