import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { evidenceQuery } from '../../worker/invalidation/evidence-store.ts';
import { doPiece } from '../../worker/invalidation/go-on.ts';
import { struckStates } from '../../worker/invalidation/rules.ts';
import { countStatements, findPart, listMatches } from '../../worker/invalidation/step-store.ts';
import {
  askedQuery,
  countAlone,
  findInvalidation,
  findNextDue,
  insertStatement,
  invalidationsQuery,
  listNext,
} from '../../worker/invalidation/store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { hour } from '../../worker/platform/time/clock.ts';
import { aWednesday } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

let context: ActionContext;
const heard: WatchedStatement[] = [];
const db = watchDb({
  call(work, statements) {
    heard.push(...statements);
    return work();
  },
});
const id = '0'.repeat(26);

beforeAll(async () => {
  context = await openPetition(env.DB);
  const at = new Date(aWednesday.getTime() - 6 * hour);
  await storeSignatures(env.DB, context.action, { n: 5000, at, domain: 'd0'.repeat(16), prefix: 'p' });
  await insertStatement(env.DB, {
    ...{ id, campaignId: context.campaign.id, actionId: context.action.id, madeBy: 'x' },
    ...{ conditions: { domain: 'd0'.repeat(16), source: 'direct' }, sealed: null, now: aWednesday },
  }).run();
});

test('a step reads its own rows and no more, whatever is stored beside them', async () => {
  const one = await findInvalidation(env.DB, id);
  if (!one) throw new Error('not stored');
  const part = await findPart(env.DB, one, 100);
  if (!part) throw new Error('no part');
  const wanted = { ...one, states: struckStates };
  const [counting] = countStatements(env.DB, wanted, part, { isMuch: false, examples: 20 });
  const counted = await counting!.run();
  // An index entry and a row of each signature, and six kinds of keys.
  expect(counted.meta.rows_read).toBeLessThan(100 * 15);
  await env.DB.prepare('DELETE FROM invalidation_counts').run();
  expect(await listMatches(env.DB, wanted, part, 40)).toHaveLength(40);
});

test('no statement of the pages and steps reads a whole table, and the pages read few rows', async () => {
  for (let piece = 0; piece < 3; piece += 1) {
    const one = await findInvalidation(db, id);
    const now = new Date(aWednesday.getTime() + piece * 1000);
    if (one) await doPiece({ db, clock: () => now }, one, { now, hooks: { whenCounted: {} } });
  }
  await runQuery(db, invalidationsQuery(db, context.campaign.id, { before: null, most: 21 }));
  await runQuery(db, askedQuery(db, context.campaign.id));
  await listNext(db, 2);
  await findNextDue(db);
  await countAlone(db, { actionId: context.action.id, since: aWednesday });
  const evidence = evidenceQuery(db, id, { rows: 10, busiest: 24 });
  expect((await runQuery(db, evidence)).found).toEqual({ found: 5000, counted: 5000 });
  const read = await env.DB.batch([...evidenceQuery(env.DB, id, { rows: 10, busiest: 24 }).statements]);
  expect(read.reduce((sum, { meta }) => sum + meta.rows_read, 0)).toBeLessThan(200);
  await expectNoScans(
    heard.filter(({ sql }) => /invalidation|signature/.test(sql)),
    [
      { sql: 'INSERT INTO invalidation_', line: 'B-TREE', because: 'sorts one step' },
      { sql: 'INSERT INTO invalidation_', line: 'SCAN', because: 'reads what it has grouped' },
      { sql: 'max(row) AS last', line: 'SCAN', because: 'reads one step' },
      { sql: 'min(asked_at)', line: 'SCAN', because: 'reads at most a hundred' },
    ],
  );
});
