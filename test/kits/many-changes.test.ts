import { expect, test } from 'vitest';
import { changesOf, type Json, withChange } from '../../worker/kits/json-rules.ts';
import { mergeOf } from '../../worker/kits/merge-rules.ts';

const zips = (from: number, count: number): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [String(from + i), {}]));

test('a map of thousands of other ZIP codes is one change, which can be taken in or not', () => {
  const [before, after] = [zips(10_000, 20_000), zips(40_000, 20_000)].map((map) => ({
    city: { zips: map },
  }));
  const [change, ...others] = changesOf(before, after);
  expect([change?.path, others]).toEqual([['city', 'zips'], []]);
  expect(change && withChange(before ?? null, change)).toEqual(after);
  expect(mergeOf(before ?? null, after ?? null, before ?? null)).toMatchObject({
    merged: after,
    conflicts: [],
  });
});

test('a few in a long one stay changes of their own', () => {
  const before = zips(10_000, 5000);
  const after = { ...(before as object), 99999: {} } as Json;
  expect(changesOf(before, after).map(({ path }) => path)).toEqual([['99999']]);
});
