import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswers, rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import { prefillOf } from '../../worker/surveys/prefill-rules.ts';
import { questionsOf, type Survey } from '../../worker/surveys/rules.ts';
import { anyRaw, districts, everyKind, validAnswers } from './every-kind.ts';

const prefill = (query: string) => prefillOf(everyKind, new URLSearchParams(query));

test.each([
  ['answer.support=yes&source=poster&lang=es', { 'answer.support': ['yes'] }],
  ['answer.why-not=time&answer.why-not=cost', { 'answer.why-not': ['time', 'cost'] }],
  ['answer.how-much=4', { 'answer.how-much': ['4'] }],
  ['answer.hours=7.3', { 'answer.hours': ['7.3'] }],
  ['answer.order=c&answer.order=a', { 'answer.order.c': ['1'], 'answer.order.a': ['2'] }],
  ['answer.order.c=1&answer.order.b=3', { 'answer.order.c': ['1'], 'answer.order.b': ['3'] }],
  [
    'answer.budget.police=60&answer.budget.fire=40%25',
    { 'answer.budget.police': ['60'], 'answer.budget.fire': ['40'] },
  ],
  ['answer.support=', {}],
])('%s fills in %j', (query, raw) => {
  expect(prefill(query)).toEqual({ raw, dropped: [] });
});

test.each([
  ['answer.gone=x', 'answer.gone=x'],
  ['answer.=x', 'answer.=x'],
  ['answer.support=maybe', 'answer.support=maybe'],
  ['answer.support.yes=1', 'answer.support.yes=1'],
  ['answer.why-not=x', 'answer.why-not=x'],
  ['answer.how-much=9', 'answer.how-much=9'],
  ['answer.order=d', 'answer.order=d'],
  ['answer.order.a=4', 'answer.order.a=4'],
  ['answer.budget.police=101', 'answer.budget.police=101'],
  ['answer.budget.gone=1', 'answer.budget.gone=1'],
  ['answer.budget=100', 'answer.budget=100'],
  ['answer.words=My+story', 'answer.words=My story'],
  ['answer.name=Ada', 'answer.name=Ada'],
  ['answer.where=28202', 'answer.where=28202'],
  ['answer.lives-in=1', 'answer.lives-in=1'],
])('%s is dropped, and told', (query, told) => {
  expect(prefill(query)).toEqual({ raw: {}, dropped: [told] });
});

test('of two values for one the first is taken, and of choices no more than may be', () => {
  expect(prefill('answer.support=yes&answer.support=no')).toEqual({
    raw: { 'answer.support': ['yes'] },
    dropped: ['answer.support=no'],
  });
  expect(prefill('answer.why-not=cost&answer.why-not=time&answer.why-not=other')).toEqual({
    raw: { 'answer.why-not': ['cost', 'time'] },
    dropped: ['answer.why-not=other'],
  });
  expect(prefill('answer.order.a=1&answer.order.b=1&answer.order.a=2').dropped).toEqual([
    'answer.order.b=1',
    'answer.order.a=2',
  ]);
  expect(prefill('answer.budget.police=60&answer.budget.fire=50').dropped).toEqual(['answer.budget.fire=50']);
});

test('what is told is short, plain and not endless', () => {
  const { dropped } = prefill(`answer.gone=${'\u202e\u0000x'.repeat(100)}`);
  expect(dropped).toEqual([`answer.gone=${'x'.repeat(48)}…`]);
  expect(prefill(Array(100).fill('answer.gone=x').join('&')).dropped.length).toBe(20);
});

test('whatever an address says, no question that it fills in is wrong, but for a ranking or a budget half done', () => {
  fc.assert(
    fc.property(anyRaw, (fields) => {
      const query = new URLSearchParams(
        Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
      );
      const { raw } = prefillOf(everyKind, query);
      const unconditional: Survey = {
        ...everyKind,
        sections: [
          {
            ...everyKind.sections[0]!,
            questions: questionsOf(everyKind).map((question) => ({
              ...question,
              showIf: null,
              required: false,
            })),
          },
        ],
      };
      const codes = parseAnswers(unconditional, raw, districts).errors.map(({ code }) => code);
      expect(codes.filter((code) => !['rank-missing', 'rank-gap', 'does-not-sum'].includes(code))).toEqual(
        [],
      );
    }),
    { numRuns: 500 },
  );
});

test('choices and numbers that fit come through an address as they are', () => {
  fc.assert(
    fc.property(validAnswers, (answers) => {
      const { name: _, words: __, where: ___, 'lives-in': ____, ...carried } = answers;
      const fields = Object.entries(rawOfAnswers(everyKind, carried));
      const query = new URLSearchParams(
        fields.flatMap(([name, values]) => values.map((value) => [name, value])),
      );
      const { raw, dropped } = prefillOf(everyKind, query);
      expect(dropped).toEqual([]);
      expect(parseAnswers(everyKind, raw, districts).answers).toEqual(carried);
    }),
  );
});
