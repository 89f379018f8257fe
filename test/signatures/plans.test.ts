import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scene } from '../../worker/petitions/scene.ts';
import { openPetition } from '../support/factories.ts';
import type { WatchedStatement } from '../support/watched-db.ts';
import { everythingSaid } from './everything-said.ts';
import { fill } from './filled.ts';

let scene: Scene;
let statements: WatchedStatement[] = [];

beforeAll(async () => {
  scene = await openPetition(env.DB, { thresholds: [2], retentionDays: 1, closesOn: '2027-01-30' });
  await fill(scene, 1000);
  statements = [...(await everythingSaid(scene)), ...(await saidByTriggers())];
}, 120_000);

/** Tables whose size has nothing to do with how many people sign. */
const small =
  'petitions campaigns cities committees councils districts zip_areas sources thresholds switches suppressions recounts';
/** What a statement makes of its own parameters. */
const itsOwn = 'new look mine due fresh found (subquery-1) (subquery-3) (subquery-6)';
const mayBeRead = new Set(`${small} ${itsOwn}`.split(' '));

const exceptions = [
  { sql: 'signatures NOT INDEXED', line: 'GROUP BY', because: 'sorts a parcel, at night' },
  { sql: 'FROM signature_changes', line: 'GROUP BY', because: 'sorts one account, at night' },
  { sql: 'AS alike', line: 'signatures_alike (petition_id=?)', because: 'reads an index in order, at night' },
  { sql: 'inbox_slot FROM', line: 'ORDER BY', because: 'sorts the two of one inbox' },
  {
    sql: 'shown_name AS name',
    line: 'signatures_shown (petition_id=?)',
    because: 'stops at its LIMIT, in order',
  },
  {
    sql: 'row_number() OVER (PARTITION BY cap_key',
    line: 'ORDER BY',
    because: 'sorts the mails of one round',
  },
  { sql: 'FROM districts', line: 'ORDER BY', because: 'sorts the districts of one city' },
  { sql: 'JOIN districts', line: 'ORDER BY', because: 'sorts the districts of one city' },
  { sql: 'FROM outbox WHERE ref = ?', line: 'ORDER BY', because: 'sorts the mails about one signature' },
  { sql: 'ORDER BY received_at DESC LIMIT 2', line: 'ORDER BY', because: 'sorts what one inbox has waiting' },
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
];

async function troubleIn({ sql, values }: WatchedStatement): Promise<string[]> {
  const explained = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  const isKnown = (line: string) =>
    exceptions.some((known) => sql.includes(known.sql) && line.includes(known.line));
  return explained.results.map(({ detail }) => detail).filter((line) => isSlow(line) && !isKnown(line));
}

function isSlow(line: string): boolean {
  const scanned = /^SCAN (?<name>\S+)/.exec(line)?.groups?.name;
  if (scanned && !/VIRTUAL TABLE|CONSTANT ROW|VALUES CLAUSE/.test(line)) return !mayBeRead.has(scanned);
  return /TEMP B-TREE|AUTOMATIC|INDEX signatures_\w+ \(petition_id=\?\)/.test(line);
}

async function expectNoScan(those = statements): Promise<void> {
  const slow: unknown[] = [];
  for (const one of those) {
    const trouble = await troubleIn(one);
    if (trouble.length > 0) slow.push({ sql: one.sql.replace(/\s+/g, ' '), trouble });
  }
  expect(slow).toEqual([]);
}

/** What triggers do, as statements of their own: NEW and OLD are as good as parameters. */
async function saidByTriggers(): Promise<WatchedStatement[]> {
  const { results } = await env.DB.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'").all<{
    sql: string;
  }>();
  return results.flatMap(({ sql }) => {
    const [head = '', body = ''] = sql.split(/\bBEGIN\b/);
    const when = /\bWHEN (?<condition>[\s\S]*)$/.exec(head)?.groups?.condition;
    const said = body.replace(/\bEND;?\s*$/, '').split(';');
    return [...(when ? [`SELECT 1 WHERE ${when}`] : []), ...said]
      .map((one) => one.trim())
      .filter((one) => one !== '' && !one.includes('RAISE'))
      .map((one) => ({
        sql: one.replace(/\b(NEW|OLD)\.\w+/g, '?1'),
        values: one.match(/\b(NEW|OLD)\./) ? ['x'] : [],
      }));
  });
}

const heard = [
  'INSERT INTO signatures',
  'INSERT INTO outbox',
  'UPDATE OR IGNORE signatures SET state = new.state',
  "SET state = 'duplicate', reason = 'same-person'",
  'SET person_key = unhex(?4)',
  "SET state = 'withdrawn'",
  'UPDATE outbox SET content = NULL, cap_key = NULL',
  'erased_at = ?4 WHERE id IN',
  'AS stamp',
  'other.inbox_slot',
  'other.name_street_key',
  'AS twin',
  'UPDATE thresholds',
  'shown_name AS name',
  'SELECT kind, key, n FROM signature_counts',
  'AS is_twin',
  'SET reminders =',
  'email_key IS NOT NULL LIMIT',
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
    await fill(scene, 20_000, 1001);
    await env.DB.prepare('ANALYZE').run();
    await expectNoScan();
  });
});
