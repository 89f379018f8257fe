import { expect, test } from 'vitest';
import { pauseAfter } from '../../worker/invalidation/rules.ts';

test('work on many signatures pauses for a second where nobody signs, and longer while signing keeps the database busy', () => {
  expect(pauseAfter(0)).toBe(1000);
  expect(pauseAfter(100)).toBe(1000);
  expect(pauseAfter(400)).toBe(3200);
  expect(pauseAfter(60_000)).toBe(5000);
});
