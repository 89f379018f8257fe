import { expect, test } from 'vitest';
import { createCache } from '../../../worker/platform/cache/cache.ts';

const at = (milliseconds: number) => new Date(1_000_000 + milliseconds);

function counting() {
  let loads = 0;
  return { load: async () => ++loads, loads: () => loads };
}

test('a value is loaded once for its time, and again after it', async () => {
  const recent = createCache<number>({ freshFor: 1000, most: 10 });
  const { load } = counting();
  expect(await recent.get('a', at(0), load)).toBe(1);
  expect(await recent.get('a', at(999), load)).toBe(1);
  expect(await recent.get('a', at(1000), load)).toBe(2);
});

test('while one reader refreshes, the others get the old value', async () => {
  const recent = createCache<string>({ freshFor: 1000, most: 10 });
  await recent.get('a', at(0), async () => 'old');
  let finish = (_value: string) => {};
  const refreshed = recent.get('a', at(2000), () => new Promise((resolve) => (finish = resolve)));
  expect(await recent.get('a', at(2001), async () => 'nobody asks for this')).toBe('old');
  finish('new');
  expect(await refreshed).toBe('new');
  expect(await recent.get('a', at(2002), async () => 'nor for this')).toBe('new');
});

test('after a refresh that died with its request, another one is tried', async () => {
  const recent = createCache<string>({ freshFor: 1000, most: 10 });
  await recent.get('a', at(0), async () => 'old');
  void recent.get('a', at(2000), () => new Promise(() => {}));
  expect(await recent.get('a', at(8000), async () => 'new')).toBe('new');
});

test('if loading fails, the old value is used for a minute, and then the failure is thrown', async () => {
  const recent = createCache<string>({ freshFor: 1000, most: 10 });
  const fail = async (): Promise<string> => {
    throw new Error('down');
  };
  await recent.get('a', at(0), async () => 'old');
  expect(await recent.get('a', at(30_000), fail)).toBe('old');
  await expect(recent.get('a', at(62_000), fail)).rejects.toThrow('down');
  await expect(recent.get('b', at(0), fail)).rejects.toThrow('down');
});

test('no more than the bound are kept, the oldest goes first', async () => {
  const recent = createCache<number>({ freshFor: 1000, most: 2 });
  const { load, loads } = counting();
  for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await recent.get(key, at(0), load);
  expect(loads()).toBe(4);
});

test('a time of zero means that nothing is cached', async () => {
  const recent = createCache<number>({ freshFor: 0, most: 2 });
  const { load } = counting();
  await recent.get('a', at(0), load);
  expect(await recent.get('a', at(0), load)).toBe(2);
});
