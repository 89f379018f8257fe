import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../worker/platform/commit/writes.ts';
import { gate, put, puts, settleDown, stored, toyDatabase, toyIntake } from './support.ts';

const overloaded = { ok: false, reason: 'overloaded' };

describe('a group commit', () => {
  test('answers nobody before the batch is committed', async () => {
    const door = gate();
    const { db, rows } = toyDatabase({ after: () => door.opened });
    const { add } = toyIntake(db);
    const answers: Reply[] = [];
    const all = puts(3).map((write) => add(write).then((reply) => answers.push(reply)));
    await settleDown();
    expect(rows.size).toBe(3);
    expect(answers).toEqual([]);
    door.open();
    await Promise.all(all);
    expect(answers).toEqual([stored('w0'), stored('w1'), stored('w2')]);
  });

  test('waits a moment for more writes, and gathers those that arrive while a batch is running', async () => {
    const door = gate();
    const { db, calls } = toyDatabase({ before: (_, call) => call === 1 && door.opened });
    const { add, slept } = toyIntake(db);
    const first = [add(put('a')), add(put('b'))];
    await settleDown();
    const later = ['c', 'd', 'e'].map((ref) => add(put(ref)));
    await settleDown();
    expect(calls).toEqual([['a', 'b']]);
    door.open();
    await Promise.all([...first, ...later]);
    expect(calls).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    expect(slept).toEqual([2]);
  });

  test('goes back to sleep once it has committed all, and wakes again', async () => {
    const { db, calls } = toyDatabase();
    const { add, slept } = toyIntake(db);
    await add(put('a'));
    await settleDown();
    await add(put('b'));
    expect(calls).toEqual([['a'], ['b']]);
    expect(slept).toEqual([2, 2]);
  });

  test('takes the same write twice in a round and stores it once', async () => {
    const { db, rows } = toyDatabase();
    const { add } = toyIntake(db);
    expect(await Promise.all([add(put('a')), add(put('a'))])).toEqual([stored('a'), stored('a')]);
    expect(rows.size).toBe(1);
  });

  test('puts no more than 500 writes into a batch, in the order they came in', async () => {
    const { db, calls } = toyDatabase();
    const { add } = toyIntake(db);
    const writes = puts(1200);
    await Promise.all(writes.map(add));
    expect(calls.map(({ length }) => length)).toEqual([500, 500, 200]);
    expect(calls.flat()).toEqual(writes.map(({ ref }) => ref));
  });

  test('puts no more than a batch may weigh into it, counted in bytes and not in characters', async () => {
    const { db, calls } = toyDatabase();
    const { add } = toyIntake(db);
    const heavy = Array.from({ length: 4 }, (_, n) => ({
      ...put(`w${n}`),
      data: { ref: `w${n}`, load: '王'.repeat(200_000) },
    }));
    await Promise.all(heavy.map(add));
    expect(calls.map(({ length }) => length)).toEqual([2, 2]);
  });
});

describe('past its bounds', () => {
  test('a group commit refuses writes at once, and accepts them again once there is room', async () => {
    const door = gate();
    const { db, rows } = toyDatabase({ before: () => door.opened });
    const { add } = toyIntake(db, { mostWaiting: 5 });
    const inFlight = add(put('first'));
    await settleDown();
    const taken = puts(5).map(add);
    expect(await add(put('too many'))).toEqual(overloaded);
    door.open();
    await Promise.all([inFlight, ...taken]);
    expect(await add(put('too many'))).toEqual(stored('too many'));
    expect(rows.size).toBe(7);
  });

  test('it does the same past its memory bound, however few writes there are', async () => {
    const door = gate();
    const { db } = toyDatabase({ before: () => door.opened });
    const { add } = toyIntake(db);
    const first = add(put('first'));
    await settleDown();
    const heavy = Array.from({ length: 23 }, (_, n) => add(put(`w${n}`, 1_000_000)));
    expect(await add(put('heavier', 1_000_000))).toEqual(overloaded);
    const light = add(put('light'));
    door.open();
    expect((await Promise.all([first, ...heavy, light])).every(({ ok }) => ok)).toBe(true);
    expect(await add(put('heavier', 1_000_000))).toEqual(stored('heavier'));
  });
});

type Fate = 'well' | 'lost before' | 'lost after' | 'overloaded' | 'broken';
const fates = fc.array(
  fc.constantFrom<Fate>('well', 'well', 'lost before', 'lost after', 'overloaded', 'broken'),
  {
    maxLength: 30,
  },
);

test('whatever the database does, each write is answered, stored no more than once, and "stored" is never a lie', async () => {
  await fc.assert(
    fc.asyncProperty(
      fates,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
      async (meets, waves) => {
        const fateOf = (call: number): Fate => meets[call - 1] ?? 'well';
        const { db, rows, calls } = toyDatabase({
          before(_, call) {
            if (fateOf(call) === 'lost before') throw new Error('D1_ERROR: Network connection lost.');
            if (fateOf(call) === 'overloaded')
              throw new Error('D1_ERROR: D1 DB is overloaded. Too many requests queued.');
            if (fateOf(call) === 'broken')
              throw new Error('D1_ERROR: no such table: signatures: SQLITE_ERROR');
          },
          after(_, call) {
            if (fateOf(call) === 'lost after') throw new Error('D1_ERROR: Network connection lost.');
          },
        });
        const { add } = toyIntake(db);
        const answers: Promise<void>[] = [];
        let refs = 0;
        for (const wave of waves) {
          for (let n = 0; n < wave; n += 1) {
            const ref = `w${refs}`;
            refs += 1;
            answers.push(
              add(put(ref)).then((reply) => {
                if (reply.ok) expect(reply).toEqual(stored(ref));
                if (reply.ok) expect(rows.has(ref)).toBe(true);
              }),
            );
          }
          await settleDown();
        }
        await Promise.all(answers);
        expect(new Set(calls.flat()).size).toBe(refs);
        expect(calls.every(({ length }) => length <= 500)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
