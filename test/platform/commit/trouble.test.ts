import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenErrors, overloadErrors, retryableErrors } from '../../faults/d1-errors.ts';
import { put, puts, stored, toyDatabase, toyIntake, toyWrites } from './support.ts';

const overloaded = { ok: false, reason: 'overloaded' };
const broken = { ok: false, reason: 'broken' };

/** Throws this message on the first so many calls. */
const failing = (times: number, message: string) => (_: unknown, call: number) => {
  if (call <= times) throw new Error(message);
};

describe('a batch that fails', () => {
  test.each(retryableErrors)('with "%s" is tried again until it works', async (message) => {
    const { db, rows, calls } = toyDatabase({ before: failing(3, message) });
    const { add, slept } = toyIntake(db);
    expect(await Promise.all(puts(3).map(add))).toEqual(['w0', 'w1', 'w2'].map(stored));
    expect(calls).toHaveLength(4);
    expect(slept).toEqual([2, 40, 160, 640]);
    expect(rows.size).toBe(3);
  });

  test.each(retryableErrors)('with "%s" again and again is shed after four tries', async (message) => {
    const { db, calls } = toyDatabase({ before: failing(4, message) });
    const { add } = toyIntake(db);
    expect(await Promise.all(puts(3).map(add))).toEqual([overloaded, overloaded, overloaded]);
    expect(calls).toHaveLength(4);
    expect(await add(put('w0'))).toEqual(stored('w0'));
  });

  test.each(retryableErrors)(
    'with "%s" although it was committed is stored once and answered right',
    async (message) => {
      const { db, rows, calls } = toyDatabase({ after: failing(2, message) });
      const { add } = toyIntake(db);
      expect(await Promise.all(puts(3).map(add))).toEqual(['w0', 'w1', 'w2'].map(stored));
      expect(calls).toHaveLength(3);
      expect([...rows.values()]).toEqual([1, 1, 1]);
    },
  );

  test.each(overloadErrors)('with "%s" is shed at once, whole', async (message) => {
    const { db, calls } = toyDatabase({ before: failing(1, message) });
    const { add, slept } = toyIntake(db);
    expect(await Promise.all(puts(3).map(add))).toEqual([overloaded, overloaded, overloaded]);
    expect(calls).toHaveLength(1);
    expect(slept).toEqual([2]);
  });

  test.each(brokenErrors)('with "%s" is not tried again as it was', async (message) => {
    const { db, calls } = toyDatabase({ before: failing(1, message) });
    const { add, slept } = toyIntake(db);
    expect(await add(put('a'))).toEqual(broken);
    expect(calls).toHaveLength(1);
    expect(slept).toEqual([2]);
  });
});

describe('a write that the database cannot take', () => {
  const poisonous = (poison: Set<string>) => (refs: string[]) => {
    if (refs.some((ref) => poison.has(ref))) throw new Error(brokenErrors[0]);
  };

  test('fails alone, wherever it stands in a full round', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(499), { minLength: 1, maxLength: 3 }), async (places) => {
        const poison = new Set(places.map((place) => `w${place}`));
        const { db, rows, calls } = toyDatabase({ before: poisonous(poison) });
        const { add } = toyIntake(db);
        const replies = await Promise.all(puts(500).map(add));
        expect(replies).toEqual(
          Array.from({ length: 500 }, (_, n) => (poison.has(`w${n}`) ? broken : stored(`w${n}`))),
        );
        expect(rows.size).toBe(500 - poison.size);
        expect(calls.length).toBeLessThanOrEqual(1 + 18 * poison.size);
      }),
      { numRuns: 15 },
    );
  });

  test('of a kind that nobody knows, or that cannot become a statement, fails alone too', async () => {
    const { db, rows } = toyDatabase();
    const kinds = new Map(toyWrites.kinds).set('bad', () => {
      throw new TypeError('no such field');
    });
    const { add } = toyIntake(db, { writes: [{ ...toyWrites, kinds }] });
    const strange = [
      add(put('a')),
      add({ kind: 'sing', ref: 'b', data: {} }),
      add({ kind: 'bad', ref: 'c', data: {} }),
      add(put('d')),
    ];
    expect(await Promise.all(strange)).toEqual([stored('a'), broken, broken, stored('d')]);
    expect([...rows.keys()]).toEqual(['a', 'd']);
  });

  test('that is no JSON is refused before it is taken, and harms nobody', async () => {
    const { db } = toyDatabase();
    const { add } = toyIntake(db);
    await expect(add({ kind: 'put', ref: 'a', data: 1n })).rejects.toThrow(TypeError);
    expect(await add({ kind: 'put', ref: 'a', data: undefined })).toEqual(broken);
    expect(await add(put('b'))).toEqual(stored('b'));
  });

  test('is not searched for if the whole database fails: a full round calls it about fifty times at most', async () => {
    const { db, calls } = toyDatabase({ before: () => Promise.reject(new Error(brokenErrors[1])) });
    const { add } = toyIntake(db);
    const replies = await Promise.all(puts(500).map(add));
    expect(replies.every(({ ok }) => !ok)).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(50);
  });
});

describe('a fault around the batch', () => {
  test('in the callback after a commit changes no answer and stops nothing', async () => {
    const { db } = toyDatabase();
    const committed = () => {
      throw new Error('nobody to tell');
    };
    const { add } = toyIntake(db, { committed });
    expect(await add(put('a'))).toEqual(stored('a'));
    expect(await add(put('b'))).toEqual(stored('b'));
  });

  test('while waiting for more writes leaves nobody without an answer, and the next writes are taken', async () => {
    const { db } = toyDatabase();
    let turns = 0;
    const sleep = async () => {
      turns += 1;
      if (turns === 1) throw new Error('no timer');
    };
    const { add } = toyIntake(db, { sleep });
    expect(await Promise.all([add(put('a')), add(put('b'))])).toEqual([broken, broken]);
    expect(await add(put('a'))).toEqual(stored('a'));
  });

  test('while waiting for another try leaves nobody without an answer, not even the queue behind it', async () => {
    const { db } = toyDatabase({ before: failing(1, retryableErrors[2]!) });
    let turns = 0;
    const sleep = async () => {
      turns += 1;
      if (turns === 2) throw new Error('no timer');
    };
    const { add } = toyIntake(db, { sleep });
    const replies = await Promise.all(puts(700).map(add));
    expect(replies.every(({ ok }) => !ok)).toBe(true);
    expect(await add(put('a'))).toEqual(stored('a'));
  });
});
