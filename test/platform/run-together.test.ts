import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { runTogether } from '../../worker/platform/run-together.ts';
import { watchDb } from '../support/watched-db.ts';

beforeAll(async () => {
  await env.DB.prepare('CREATE TABLE steps (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT').run();
});

const names = async (db: D1Database = env.DB) => {
  const { results } = await db.prepare('SELECT name FROM steps ORDER BY id').all<{ name: string }>();
  return results.map(({ name }) => name);
};
const add = (db: D1Database, name: string) => db.prepare('INSERT INTO steps (name) VALUES (?)').bind(name);

/** Work that finds nothing due, in one call of each of the forms that a call can have. */
const idle = [
  (db: D1Database) => db.prepare('SELECT id FROM steps WHERE id < 0').all(),
  (db: D1Database) => db.prepare('DELETE FROM steps WHERE id < 0').run(),
  (db: D1Database) => db.prepare('SELECT id FROM steps WHERE id < 0').first('id'),
  (db: D1Database) => db.batch([db.prepare('SELECT 1'), db.prepare('SELECT 2 AS two')]),
  async () => 'nothing asked',
];

test('work that finds nothing due costs one round trip together, and gets what it would get alone', async () => {
  let calls = 0;
  const db = watchDb({
    call(work) {
      calls += 1;
      return work();
    },
  });
  const together = await runTogether<unknown>(db, idle);
  expect(calls).toBe(1);
  const values = together.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
  const [all, run, first, batch, none] = values as [D1Result, D1Result, unknown, D1Result[], string];
  expect([all.results, run.meta.changes, first, none]).toEqual([[], 0, null, 'nothing asked']);
  expect(batch.map(({ results }) => results)).toEqual([[{ 1: 1 }], [{ two: 2 }]]);
});

test('work behind one that was busy sees what that one did', async () => {
  await env.DB.prepare('DELETE FROM steps').run();
  const counts: number[] = [];
  const count = async (db: D1Database) => counts.push((await names(db)).length);
  const busy = async (db: D1Database) => {
    await add(db, 'first').run();
    await add(db, 'second').run();
  };
  await runTogether<unknown>(env.DB, [count, busy, count]);
  expect([await names(), counts]).toEqual([
    ['first', 'second'],
    [0, 1, 2],
  ]);
});

test('only the work that is to blame fails, and the others do theirs', async () => {
  await env.DB.prepare('DELETE FROM steps').run();
  const ended = await runTogether<unknown>(env.DB, [
    (db) => add(db, 'before').run(),
    (db) => db.batch([add(db, 'twice'), add(db, 'twice')]),
    (db) => add(db, 'after').run(),
    async (db) => {
      await add(db, 'at first').run();
      throw new Error('later');
    },
    () => Promise.reject(new Error('at once')),
  ]);
  expect(ended.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? String(one.reason) : []));
  expect(reasons).toEqual([expect.stringContaining('UNIQUE'), 'Error: later', 'Error: at once']);
  expect(await names()).toEqual(['before', 'after', 'at first']);
});

test('a database that is gone fails all that ask it, and nothing waits for ever', async () => {
  const db = watchDb({ call: () => Promise.reject(new Error('gone')) });
  const ended = await runTogether<unknown>(db, idle);
  expect(ended.map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
});
