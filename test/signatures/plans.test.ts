import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { openPetition } from '../support/factories.ts';
import { exceptionsOfAll, expectNoScans, saidByTriggers } from '../support/plans.ts';
import type { WatchedStatement } from '../support/watched-db.ts';
import { everythingSaid } from './everything-said.ts';
import { fill } from './filled.ts';

let context: ActionContext;
let statements: WatchedStatement[] = [];

beforeAll(async () => {
  context = await openPetition(env.DB, { thresholds: [2], retentionDays: 1, closesOn: '2027-01-30' });
  await fill(context, 1000);
  statements = [...(await everythingSaid(context)), ...(await saidByTriggers())];
});

const exceptions = [
  ...exceptionsOfAll,
  { sql: 'GROUP BY name_street_key', line: 'SCAN', because: 'counts the groups of one action, at night' },
  {
    sql: 'signature_pairs_unread',
    line: 'SCAN',
    because: 'reads the few pairs whose names were not compared yet',
  },
  { sql: 'INSERT INTO hourly_arrivals', line: 'GROUP BY', because: 'adds up a step of what is new, in cron' },
  { sql: 'FROM paper_imports WHERE state', line: 'SCAN', because: 'reads the few imports that go on' },
  { sql: 'CROSS JOIN send_changes', line: 'GROUP BY', because: 'sorts two numbers a week' },
  { sql: 'AS send_key', line: 'ORDER BY', because: 'sorts the responses of one form' },
  { sql: 'JOIN districts', line: 'ORDER BY', because: 'sorts the districts of one city' },
  {
    sql: 'FROM committees WHERE next_digest_at',
    line: 'ORDER BY',
    because: 'sorts the committees that are due',
  },
  {
    sql: 'DELETE FROM daily_caps',
    line: 'SCAN daily_caps',
    because: 'reads two days of connections, in cron',
  },
  { sql: 'LIMIT 300)) AS texts', line: 'SCAN (subquery', because: 'reads 300 texts of one action at most' },
  { sql: 'entry IS NULL AND n <> 0 LIMIT ?2) leaf', line: 'SCAN leaf', because: 'goes through one step' },
];

const expectNoScan = (those = statements) => expectNoScans(those, exceptions);

const heard = [
  'INSERT INTO signatures',
  'INSERT INTO outbox',
  'UPDATE OR IGNORE signatures SET state = new.state',
  "SET state = 'duplicate', reason = 'same-person', counted_by",
  'SET counted_by = (',
  'SET person_key = unhex(?4)',
  "SET state = 'withdrawn'",
  'UPDATE outbox SET content = NULL, forget_at = ',
  'erased_at = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL',
  'AS contentVersion',
  'other.inbox_slot',
  'AS twin',
  'UPDATE thresholds',
  'shown_name AS name',
  'SELECT kind, key, n FROM signature_counts',
  'AS is_counted',
  'SET reminders =',
  'received_at <= ?3',
  'inbox_key IS NOT NULL LIMIT',
  'erased_at = ?2 WHERE id IN',
  'INSERT INTO digests',
];

test('all that is said on the way of a signature, from the form to the end of retention, has been heard', () => {
  const said = statements.map(({ sql }) => sql.replace(/\s+/g, ' '));
  expect(heard.filter((part) => !said.some((sql) => sql.includes(part)))).toEqual([]);
  expect(said.length).toBeGreaterThan(90);
});

describe('no statement reads a whole table, sorts rows or builds an index', () => {
  test('where SQLite knows nothing of the tables', () => expectNoScan());

  test('where statistics are from a time with a thousand signatures, of statements on signatures', async () => {
    await env.DB.prepare('ANALYZE').run();
    await expectNoScan(statements.filter(({ sql }) => /\bsignatures\b/.test(sql)));
  });

  test('where statistics are fresh', async () => {
    await fill(context, 20_000, 1001);
    await env.DB.prepare('ANALYZE').run();
    await expectNoScan();
  });
});
