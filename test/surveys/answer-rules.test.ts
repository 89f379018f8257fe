import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers, rawOfAnswers, rawOfJson } from '../../worker/surveys/answer-rules.ts';
import type { RawAnswers } from '../../worker/surveys/kinds/fields.ts';
import { parseNumber } from '../../worker/surveys/number-rules.ts';
import { questionsOf } from '../../worker/surveys/rules.ts';
import { anyRaw, districts, everyKind, validAnswers } from './every-kind.ts';

/** One or several fields, in addition to the one required answer. */
function parse(raw: Record<string, string | string[]>) {
  const fields = Object.entries({ support: 'yes', ...raw }).map(([name, value]) => [
    `answer.${name}`,
    [value].flat(),
  ]);
  return parseAnswers(everyKind, Object.fromEntries(fields), districts);
}
const answerTo = (id: string, raw: Record<string, string | string[]>) => parse(raw).answers[id];
const errorsOf = (raw: Record<string, string | string[]>) => parse(raw).errors;

describe('what is right is taken in one shape, however it was typed', () => {
  const cases: [string, Record<string, string | string[]>, unknown][] = [
    ['support', { support: ' no ' }, 'no'],
    ['why-not', { support: 'no', 'why-not': ['other', 'time', 'other'] }, ['time', 'other']],
    ['how-much', { support: 'no', 'why-not': 'cost', 'how-much': '3' }, 3],
    ['order', { 'order.a': '2', 'order.b': '3', 'order.c': '1' }, ['c', 'a', 'b']],
    ['order', { order: ['c', 'a', 'b'] }, ['c', 'a', 'b']],
    [
      'budget',
      { 'budget.police': '60 %', 'budget.fire': '39.5', 'budget.parks': ',5' },
      { police: 60, fire: 39.5, parks: 0.5 },
    ],
    ['budget', { 'budget.police': '100', 'budget.fire': '' }, { police: 100, fire: 0, parks: 0 }],
    ['budget', { 'budget.police': '100', 'budget.gone': '0' }, { police: 100, fire: 0, parks: 0 }],
    ['hours', { hours: '7,3 h' }, 7.3],
    ['name', { name: '  Ada\u202e \n L. ' }, 'Ada L.'],
    ['words', { words: ' one\r\ntwo\tthree ' }, 'one\ntwo three'],
    ['where', { where: '28202-1234' }, '28202'],
    ['lives-in', { 'lives-in': '10' }, '10'],
    ['lives-in', { 'lives-in': 'outside' }, 'outside'],
    ['lives-in', { 'lives-in': 'unknown' }, 'unknown'],
  ];
  test.each(cases)('%s of %j', (id, raw, answer) => {
    expect(parse(raw).errors).toEqual([]);
    expect(answerTo(id, raw)).toEqual(answer);
  });
});

describe('what is wrong is named with what a sentence about it needs', () => {
  const cases: [Record<string, string | string[]>, string, string, object?][] = [
    [{ support: '' }, 'support', 'missing'],
    [{ support: ['yes', 'no'] }, 'support', 'sent-twice'],
    [{ support: 'maybe' }, 'support', 'not-one-of'],
    [{ 'support.yes': '1' }, 'support', 'wrong-shape'],
    [
      { support: 'no', 'why-not': ['cost', 'time', 'other'], 'how-much': '1' },
      'why-not',
      'too-many',
      { most: 2, chosen: 3 },
    ],
    [{ support: 'no', 'why-not': ['time', 'x'] }, 'why-not', 'not-one-of'],
    [{ support: 'no', 'why-not': 'cost' }, 'how-much', 'missing'],
    [{ support: 'no', 'why-not': 'cost', 'how-much': '6' }, 'how-much', 'too-large', { min: 1, max: 5 }],
    [{ support: 'no', 'why-not': 'cost', 'how-much': '2.5' }, 'how-much', 'not-in-steps', { step: 1 }],
    [{ 'order.a': '1', 'order.b': '1' }, 'order', 'rank-twice', { place: 1 }],
    [{ 'order.a': '1', 'order.b': '3' }, 'order', 'rank-gap', { place: 2 }],
    [{ 'order.a': '1', 'order.b': '2' }, 'order', 'rank-missing', { missing: 1 }],
    [{ 'order.a': '4' }, 'order', 'rank-not-a-place', { option: 'a', last: 3 }],
    [{ 'order.a': 'first' }, 'order', 'rank-not-a-place', { option: 'a', last: 3 }],
    [{ 'order.d': '1' }, 'order', 'not-one-of'],
    [{ order: ['a', 'b', 'a'] }, 'order', 'rank-twice', { place: 3 }],
    [{ order: ['a'] }, 'order', 'rank-missing', { missing: 2 }],
    [{ order: ['a', 'd'] }, 'order', 'not-one-of'],
    [{ 'budget.police': '-1' }, 'budget', 'negative', { line: 'police' }],
    [{ 'budget.fire': 'a lot' }, 'budget', 'not-a-number', { line: 'fire' }],
    [{ 'budget.fire': '0.3' }, 'budget', 'not-in-steps', { line: 'fire', step: 0.5 }],
    [{ 'budget.police': '99.5' }, 'budget', 'does-not-sum', { sum: 99.5, total: 100, left: 0.5 }],
    [{ 'budget.police': '1,000' }, 'budget', 'does-not-sum', { sum: 1000, total: 100, left: -900 }],
    [{ 'budget.police': '99', 'budget.gone': '1' }, 'budget', 'not-one-of', { line: 'gone' }],
    [{ budget: '100' }, 'budget', 'wrong-shape'],
    [{ hours: 'x' }, 'hours', 'not-a-number'],
    [{ hours: '0' }, 'hours', 'too-small', { min: 0.1, max: 8 }],
    [{ hours: '1.25' }, 'hours', 'not-in-steps', { step: 0.1 }],
    [{ name: 'x'.repeat(21) }, 'name', 'too-long', { longest: 20, length: 21 }],
    [{ words: 'a\u0000b' }, 'words', 'bad-characters'],
    [{ words: 'a\ud800' }, 'words', 'bad-characters'],
    [{ where: '2820' }, 'where', 'not-a-zip'],
    [{ 'lives-in': '3' }, 'lives-in', 'not-one-of'],
  ];
  test.each(cases)('%j', (raw, id, code, values) => {
    expect(errorsOf(raw)).toEqual([{ field: `answer.${id}`, code, ...(values && { values }) }]);
    expect(answerTo(id, raw)).toBeUndefined();
  });
});

test('a text of any length is measured in characters', () => {
  const values = { longest: 100, length: 200_000 };
  expect(errorsOf({ words: '\u{1f600}'.repeat(200_000) })).toEqual([
    { field: 'answer.words', code: 'too-long', values },
  ]);
});

test('what shows nothing is not answered, and neither is a budget of which nothing is spread', () => {
  const { answers, errors } = parse({
    name: '\u200b \u3164',
    words: ' \n ',
    'order.a': '',
    'budget.police': '0',
    'budget.fire': '0',
  });
  expect([answers, errors]).toEqual([{ support: 'yes' }, []]);
});

test('what is not asked is neither an answer nor an error', () => {
  const { answers, errors } = parse({ 'why-not': 'nonsense', 'how-much': '99' });
  expect([answers, errors]).toEqual([{ support: 'yes' }, []]);
});

test('fields of no question are passed over', () => {
  const raw: RawAnswers = {
    'answer.support': ['yes'],
    'answer.gone': ['x'],
    answer: ['y'],
    email: ['z'],
    'answer.': [''],
  };
  expect(parseAnswers(everyKind, raw, districts)).toEqual({ answers: { support: 'yes' }, errors: [] });
});

test('any fields with anything in them are judged, not thrown at; what is taken shows in a form again', () => {
  fc.assert(
    fc.property(anyRaw, (raw) => {
      const { answers, errors } = parseAnswers(everyKind, raw, districts);
      const wrong = new Set(errors.map(({ field }) => field));
      expect(Object.keys(answers).filter((id) => wrong.has(`answer.${id}`))).toEqual([]);
      const again = parseAnswers(everyKind, rawOfAnswers(everyKind, answers), districts);
      expect(again.answers).toEqual(answers);
    }),
    { numRuns: 1000 },
  );
});

test('answers that fit survive a form, and JSON', () => {
  fc.assert(
    fc.property(validAnswers, (answers) => {
      for (const raw of [
        rawOfAnswers(everyKind, answers),
        rawOfJson(everyKind, JSON.parse(JSON.stringify(answers))),
      ]) {
        expect(parseAnswers(everyKind, raw, districts)).toEqual({ answers, errors: [] });
      }
    }),
    { numRuns: 500 },
  );
});

test('any JSON is judged, not thrown at', () => {
  const json = fc.oneof(
    fc.jsonValue(),
    fc.record(Object.fromEntries(questionsOf(everyKind).map(({ id }) => [id, fc.jsonValue()])), {
      requiredKeys: [],
    }),
  );
  fc.assert(
    fc.property(json, (value) => {
      const { answers } = parseAnswers(everyKind, rawOfJson(everyKind, value), districts);
      expect(parseAnswers(everyKind, rawOfAnswers(everyKind, answers), districts).answers).toEqual(answers);
    }),
  );
});

test.each([
  [{ support: true }, 'support'],
  [{ support: 'yes', budget: { police: [100] } }, 'budget'],
  [{ support: 'yes', order: [['a'], 'b', 'c'] }, 'order'],
  [{ support: 'yes', words: { a: 'b' } }, 'words'],
  [{ support: 'yes', name: ['a', 'b'] }, 'name'],
])('JSON of another shape, %j, is an error of its question', (json, id) => {
  const { errors } = parseAnswers(everyKind, rawOfJson(everyKind, json), districts);
  expect(errors.map(({ field }) => field)).toEqual([`answer.${id}`]);
});

test('null in JSON is no answer, of a line as well', () => {
  const raw = rawOfJson(everyKind, { support: 'yes', name: null, budget: { police: null, fire: 100 } });
  expect(parseAnswers(everyKind, raw, districts)).toEqual({
    answers: { support: 'yes', budget: { police: 0, fire: 100, parks: 0 } },
    errors: [],
  });
});

test('stored answers show in the form of a later survey as far as it has them', () => {
  const stored = {
    support: 'gone',
    'why-not': ['gone', 'cost'],
    order: ['c', 'gone', 'a'],
    budget: { police: 90, gone: 10 },
    words: 'kept',
    removed: 'x',
  };
  expect(rawOfAnswers(everyKind, stored)).toEqual({
    'answer.why-not': ['cost'],
    'answer.order.c': ['1'],
    'answer.order.a': ['2'],
    'answer.budget.police': ['90'],
    'answer.words': ['kept'],
  });
});

test.each([
  ['1,000', 1000],
  ['1 000,5', 1000.5],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1.000.000', 1_000_000],
  ['0,500', 0.5],
  ['1.5', 1.5],
  ['12,5', 12.5],
  ['\u221212', -12],
  ['１２', 12],
  ['+7', 7],
  ['-0', 0],
  ['1,00,0', null],
  ['1 2', null],
  ['1e3', null],
  ['0x10', null],
  ['.', null],
  ['9'.repeat(41), null],
])('%s is read as %s', (typed, number) => {
  expect(parseNumber(typed)).toBe(number);
});
