import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { WatchedStatement } from './watched-db.ts';

/** Statements that contain `sql` may have a query plan line that contains `line`. */
export type Exception = { sql: string; line: string; because: string };

/** Exceptions for both petitions and surveys. */
export const exceptionsOfAll: Exception[] = [
  { sql: 'ORDER BY received_at DESC, id', line: 'ORDER BY', because: 'sorts what waits for one inbox' },
  { sql: 'INDEXED BY signatures_of_action WHERE', line: 'GROUP BY', because: 'sorts one step, at night' },
  {
    sql: 'row_number() OVER (ORDER BY rowid)',
    line: 'signatures_of_action (action_id=?)',
    because: 'reads an index in order, at night',
  },
  { sql: 'FROM signature_changes', line: 'GROUP BY', because: 'sorts one account, at night' },
  { sql: 'FROM answer_changes', line: 'GROUP BY', because: 'sorts one account, at night' },
  { sql: 'AS left_alone', line: 'SCAN', because: 'goes through the pairs of one signature' },
  { sql: 'AS named CROSS JOIN digests', line: 'SCAN named', because: 'reads the ids that were given' },
  { sql: 'SELECT DISTINCT signature_id', line: 'DISTINCT', because: 'tells each sentence of a digest once' },
  { sql: 'AS alike', line: 'signatures_alike (action_id=?)', because: 'reads an index in order, at night' },
  { sql: 'inbox_slot FROM', line: 'ORDER BY', because: 'sorts the two of one inbox' },
  {
    sql: 'shown_name AS name',
    line: 's_shown (action_id=?)',
    because: 'stops at its LIMIT, in order',
  },
  {
    sql: 'row_number() OVER (PARTITION BY inbox_key',
    line: 'ORDER BY',
    because: 'sorts the mails of one round',
  },
  { sql: 'AS joined', line: 'TEMP B-TREE', because: 'joins two lists of lessons' },
  { sql: 'FROM log_keys', line: 'SCAN log_keys', because: 'has a row for each rotation of the keyring' },
  { sql: 'FROM log_keys', line: 'ORDER BY', because: 'sorts a row for each rotation of the keyring' },
  { sql: 'AS joined', line: 'SCAN joined', because: 'joins two lists of lessons' },
  {
    sql: 'AS ready',
    line: 'ORDER BY',
    because: 'sorts who asks for a place at one time, when a kit is published',
  },
  { sql: 'AS ready', line: 'SCAN', because: 'goes through who asks for a place at one time' },
  { sql: 'GROUP BY campaign_id, actions.kind', line: 'GROUP BY', because: 'sorts one page of campaigns' },
  {
    sql: 'AS first_at',
    line: 'ORDER BY',
    because: 'sorts the coming events of one campaign, or of one committee',
  },
  { sql: 'ORDER BY counted.n DESC', line: 'SCAN petition', because: 'reads the one that its subquery found' },
  {
    sql: 'AS newest',
    line: 'SCAN newest',
    because: 'reads the one that its subquery found',
  },
  { sql: 'ORDER BY counted.n DESC', line: 'ORDER BY', because: 'sorts the petitions of one campaign' },
  { sql: 'FROM asks', line: 'ORDER BY', because: 'sorts what one petition asks' },
  { sql: 'FROM districts', line: 'ORDER BY', because: 'sorts the districts of one city' },
  { sql: 'FROM outbox WHERE ref = ?', line: 'ORDER BY', because: 'sorts the mails about one signature' },
  { sql: 'ORDER BY received_at DESC LIMIT 2', line: 'ORDER BY', because: 'sorts what one inbox has waiting' },
  { sql: 'ORDER BY mailed_on', line: 'ORDER BY', because: 'sorts the organizers, in cron' },
  { sql: 'role FROM organizer_roles AS own', line: 'SCAN own', because: 'reads the organizers, in cron' },
  {
    sql: 'FROM log_heads ORDER BY size DESC LIMIT 1',
    line: 'SCAN',
    because: 'stops at its first row, in order',
  },
];

/** Tables whose size does not depend on how many people sign. */
const small =
  'actions action_texts campaigns cities committees councils districts zip_areas sources webhooks thresholds switches suppressions recounts organizers organizer_roles organizer_claims exports asks answer_requests mailings member_trees log_start samples events event_slots';
/** Names of tables that a statement builds from its own parameters. */
const itsOwn = 'new look mine due fresh found (subquery-1) (subquery-3) (subquery-6)';
const mayBeRead = new Set(`${small} ${itsOwn}`.split(' '));

async function troubleIn({ sql, values }: WatchedStatement, exceptions: Exception[]): Promise<string[]> {
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
  return /TEMP B-TREE|AUTOMATIC|INDEX signatures_\w+ \(action_id=\?\)/.test(line);
}

/** Checks that no statement scans a whole table, sorts rows or builds an index. */
export async function expectNoScans(those: WatchedStatement[], exceptions: Exception[]): Promise<void> {
  const slow: unknown[] = [];
  for (const one of those) {
    const trouble = await troubleIn(one, exceptions);
    if (trouble.length > 0) slow.push({ sql: one.sql.replace(/\s+/g, ' '), trouble });
  }
  expect(slow).toEqual([]);
}

/** The statements inside triggers, with parameters in place of NEW and OLD. */
export async function saidByTriggers(): Promise<WatchedStatement[]> {
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
