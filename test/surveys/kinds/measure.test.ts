import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amount,
  answeredKey,
  answersTo,
  choice,
  keyText,
  readKeyText,
  scoreKey,
  storedMeasure,
  suggestionKey,
} from '../../../worker/surveys/kinds/measure.ts';

const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);

test('a key is read back as it was written, and no two are written alike', () => {
  const key = fc.record({
    question: fc.option(id),
    part: fc.option(id),
    aspect: fc.option(id),
  });
  fc.assert(
    fc.property(key, key, (one, other) => {
      expect(readKeyText(keyText(one))).toEqual(one);
      expect(keyText(one) === keyText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test.each([
  [answersTo('fund'), 'fund'],
  [answersTo('budget', 'parks'), 'budget.parks'],
  [{ ...answersTo('budget', 'parks'), aspect: 'today' }, 'budget.parks~today'],
  [answeredKey('fund'), 'fund~answered'],
  [suggestionKey('fund'), 'fund~suggestion'],
  [scoreKey, '~score'],
])('%j is stored as %s', (key, text) => {
  expect(keyText(key)).toBe(text);
});

test('a district counts a choice under itself, an amount in a sum, and what became of a suggestion not at all', () => {
  const stored = [
    choice(answersTo('fund'), 'yes'),
    amount(answersTo('sure'), 4),
    { key: suggestionKey('fund'), value: 'kept', amount: 0, inDistricts: 'not' as const },
  ].map(storedMeasure);
  expect(stored).toEqual([
    { q: 'fund', k: 'yes', t: 0, p: 'yes' },
    { q: 'sure', k: '4', t: 4, p: '' },
    { q: 'fund~suggestion', k: 'kept', t: 0, p: null },
  ]);
});
