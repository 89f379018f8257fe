import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

let context: ActionContext;
const said: WatchedStatement[] = [];
const db = watchDb({
  call(work, those) {
    said.push(...those);
    return work();
  },
});
const app = testApp({}, { db });

/** Many people of whom a third wait with a name, a third are shown and a third are hidden. */
async function crowd(count: number): Promise<void> {
  const looks = "CASE value % 3 WHEN 0 THEN 'waiting' WHEN 1 THEN 'shown' ELSE 'hidden' END";
  const numbers = JSON.stringify(Array.from({ length: count }, (_, index) => index));
  await app.deps.db.batch([
    app.deps.db
      .prepare(
        `INSERT INTO signatures (id, action_id, text_version, state, place, source, language, keep_informed, sealed,
           receipt, inbox_slot, received_at, changed_at, changed_week, name_look, comment_look)
         SELECT printf('%022d', value), ?1, 1, 'unconfirmed', '1', 'direct', 'en', 0, randomblob(60), randomblob(16), 1,
           value, value, '2026-W48', ${looks}, 'waiting' FROM json_each(?2)`,
      )
      .bind(context.action.id, numbers),
    app.deps.db
      .prepare(
        `UPDATE signatures SET state = 'confirmed', confirmed_at = 1700000000000 + received_at,
           confirmed_on = '2026-11-25', confirmed_week = '2026-W48', inbox_key = randomblob(16),
           shown_name = iif(name_look = 'shown', 'Somebody', NULL) WHERE action_id = ?`,
      )
      .bind(context.action.id),
    app.deps.db
      .prepare(
        `INSERT INTO word_decisions (action_id, kind, item, before, after, reason, decided_by, decided_at, batch)
         SELECT action_id, 'name', id, 'waiting', 'hidden', 'other', 'command', 1, 'many' FROM signatures
         WHERE action_id = ? AND name_look = 'hidden'`,
      )
      .bind(context.action.id),
  ]);
}

beforeAll(async () => {
  context = await openPetition(app.deps.db);
  await crowd(9000);
  await sealThe([0, 4000, 8960]);
});

/** Only those that a page opens have a person. */
async function sealThe(starts: number[]): Promise<void> {
  const numbers = starts.flatMap((start) => Array.from({ length: 40 }, (_, index) => start + index));
  const person = {
    givenName: 'Ana',
    familyName: 'Lopez',
    email: 'a@b.example',
    street: '',
    comment: 'Please.',
  };
  const sealed = numbers.map(async (number) => {
    const id = String(number).padStart(22, '0');
    const blob = await app.deps.keyring.seal(`signature ${id}`, person);
    return app.deps.db.prepare('UPDATE signatures SET sealed = ? WHERE id = ?').bind(blob, id);
  });
  await app.deps.db.batch(await Promise.all(sealed));
}

/** What a page reads of the tables that grow with people, and the plans of its statements. */
async function readsOf(path: string): Promise<{ rows: number; plans: string[] }> {
  const moderator = await organizerIn(app, context.campaign, { role: 'moderator' });
  said.length = 0;
  expect((await moderator.get(path)).status).toBe(200);
  let rows = 0;
  const plans: string[] = [];
  for (const { sql, values } of said.filter((one) => /signatures|responses|word_decisions/.test(one.sql))) {
    const prepared = (text: string) => app.deps.db.prepare(text).bind(...values);
    rows += (await prepared(sql).all()).meta.rows_read;
    const plan = await prepared(`EXPLAIN QUERY PLAN ${sql}`).all<{ detail: string }>();
    plans.push(...plan.results.map(({ detail }) => detail));
  }
  return { rows, plans };
}

test.each([
  '',
  '?look=shown',
  '?look=hidden',
  '?kind=name',
  '?kind=comment&look=shown',
  '?after=1700000004000.1.name',
])(
  'a page of the list %j reads under 200 rows of many thousands, counts of the menu included, and sorts no table',
  async (query) => {
    const { rows, plans } = await readsOf(`/words${query}`);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(200);
    const scans = plans.filter((line) => /^SCAN (?!json_each|CONSTANT|actions|\(subquery)/.test(line));
    expect(scans.filter((line) => !/VIRTUAL TABLE/.test(line))).toEqual([]);
    expect(plans.filter((line) => /TEMP B-TREE FOR ORDER BY/.test(line))).toEqual([]);
  },
);
