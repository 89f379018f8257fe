import { expect, test } from 'vitest';
import { problemsOf } from '../support/broken-kits.ts';
import { brokenCities } from './broken-kits.ts';

test.each(brokenCities)('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  expect(problemsOf(breakIt)).toEqual([problem]);
});
