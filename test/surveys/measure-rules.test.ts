import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedMeasure } from '../../worker/surveys/kinds/measure.ts';
import { measuresOf, scoreOf, suggestionOutcomes } from '../../worker/surveys/measure-rules.ts';
import { type Answers, visibleQuestions } from '../../worker/surveys/rules.ts';
import { everyKind, validAnswers } from './every-kind.ts';

const stored = (answers: Answers) => measuresOf(everyKind, answers).map(storedMeasure);
const answered = (id: string) => ({ q: `${id}~answered`, k: '', t: 0, p: '' });
const suggestion = (id: string, k: string) => ({ q: `${id}~suggestion`, k, t: 0, p: null });

test('choices are counted by option and by district, and so is the district', () => {
  const measures = stored({ support: 'no', 'why-not': ['cost', 'time'], 'lives-in': '10' });
  expect(measures).toEqual([
    answered('support'),
    { q: 'support', k: 'no', t: 0, p: 'no' },
    answered('why-not'),
    { q: 'why-not', k: 'cost', t: 0, p: 'cost' },
    { q: 'why-not', k: 'time', t: 0, p: 'time' },
    answered('lives-in'),
    { q: 'lives-in', k: '10', t: 0, p: '10' },
    suggestion('support', 'changed'),
    suggestion('budget', 'removed'),
    suggestion('why-not', 'kept'),
    { q: '~score', k: '-1', t: -1, p: '' },
  ]);
});

test('numbers and places are counted by value and added up', () => {
  const measures = stored({ hours: 7.3, order: ['b', 'c', 'a'] });
  expect(measures.slice(0, 6)).toEqual([
    answered('order'),
    { q: 'order.b', k: '1', t: 1, p: '' },
    { q: 'order.c', k: '2', t: 2, p: '' },
    { q: 'order.a', k: '3', t: 3, p: '' },
    answered('hours'),
    { q: 'hours', k: '7.3', t: 7.3, p: '' },
  ]);
});

test('a budget is counted line by line, and against what the line gets today, to half a step', () => {
  const measures = stored({ budget: { police: 45, fire: 30, parks: 25 } });
  expect(measures.slice(0, 7)).toEqual([
    answered('budget'),
    { q: 'budget.police', k: '45', t: 45, p: '' },
    { q: 'budget.police~today', k: 'raised', t: 0, p: 'raised' },
    { q: 'budget.fire', k: '30', t: 30, p: '' },
    { q: 'budget.fire~today', k: 'same', t: 0, p: 'same' },
    { q: 'budget.parks', k: '25', t: 25, p: '' },
    { q: 'budget.parks~today', k: 'cut', t: 0, p: 'cut' },
  ]);
});

test('for texts and ZIPs, only the fact that they were answered is counted', () => {
  const measures = stored({ name: 'Ada', words: 'My words', where: '28202' });
  expect(measures.filter(({ q }) => !q.includes('~suggestion'))).toEqual(
    ['name', 'words', 'where'].map(answered),
  );
  expect(JSON.stringify(measures)).not.toMatch(/Ada|words"|My|28202/);
});

test('a suggestion stands as kept by value: choices in any order, a line that is left out as 0', () => {
  const suggested = { police: 40, fire: 30, parks: 30 };
  expect(
    suggestionOutcomes(everyKind, { support: 'yes', budget: { parks: 30, fire: 30, police: 40 } }),
  ).toEqual({
    support: 'kept',
    budget: 'kept',
  });
  expect(
    suggestionOutcomes(everyKind, {
      support: 'no',
      'why-not': ['cost', 'time'],
      budget: { ...suggested, police: 70, parks: 0 },
    }),
  ).toEqual({
    support: 'changed',
    budget: 'changed',
    'why-not': 'kept',
  });
  expect(suggestionOutcomes(everyKind, {})).toEqual({ support: 'removed', budget: 'removed' });
});

test('a ranking is kept only in its order', () => {
  const survey = {
    ...everyKind,
    suggestions: [{ question: 'order', answer: ['a', 'b', 'c'], reason: { en: 'x', es: 'x' } }],
  };
  expect(suggestionOutcomes(survey, { order: ['a', 'b', 'c'] })).toEqual({ order: 'kept' });
  expect(suggestionOutcomes(survey, { order: ['b', 'a', 'c'] })).toEqual({ order: 'changed' });
});

test('the score adds up what was chosen; there is none where nothing that has scores was answered', () => {
  expect(scoreOf(everyKind, { support: 'yes' })).toBe(2);
  expect(scoreOf(everyKind, { support: 'unsure' })).toBe(0);
  expect(scoreOf(everyKind, { hours: 3 })).toBeNull();
});

test('each answer is counted as answered once, under a key each time once, and nothing hidden is counted', () => {
  fc.assert(
    fc.property(validAnswers, fc.boolean(), (valid, withHidden) => {
      const hidden = { 'why-not': ['other'], 'how-much': 5 };
      const answers = withHidden ? { ...hidden, ...valid } : valid;
      const visible = visibleQuestions(everyKind, answers);
      const measures = stored(answers);
      const asked = Object.keys(answers).filter((id) => visible.has(id));
      const counted = measures
        .filter(({ q }) => q.endsWith('~answered'))
        .map(({ q }) => q.replace('~answered', ''));
      expect(counted.sort()).toEqual(asked.sort());
      expect(new Set(measures.map(({ q, k }) => `${q} ${k}`)).size).toBe(measures.length);
      const questionOf = (q: string) => q.split(/[.~]/)[0] ?? '';
      expect(measures.filter(({ q }) => questionOf(q) !== '' && !visible.has(questionOf(q)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
