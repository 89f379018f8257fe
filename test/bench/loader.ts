import { DatabaseSync } from 'node:sqlite';

const chunk = 50_000;
const days = 60;

/**
 * Writes signatures, each with its mail, directly to the file of a stopped database. The triggers that keep the counts
 * are removed meanwhile, and at the end the counts are written as the triggers would have left them.
 */
export function storeSignatures(file: string, count: number, progress: (stored: number) => void): void {
  const db = new DatabaseSync(file);
  // No journal is needed: if loading fails, the bench throws the file away.
  db.exec(
    'PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -600000',
  );
  const triggers = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'signatures'")
    .all() as { name: string; sql: string }[];
  db.exec('BEGIN');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const signatures = db.prepare(insertSignatures);
  const mails = db.prepare(insertMails);
  for (let from = 0; from < count; from += chunk) {
    const until = Math.min(from + chunk, count) - 1;
    signatures.run({ from, until, now: Date.now() });
    mails.run({ from, until });
    progress(until + 1);
  }
  db.exec(keepAccount);
  for (const { sql } of triggers) db.exec(sql);
  db.exec('COMMIT; PRAGMA journal_mode = WAL');
  db.close();
}

/**
 * Of twenty signatures sixteen are confirmed, three wait and one is a duplicate. They are spread over two months and
 * all districts.
 */
const insertSignatures = `
  WITH RECURSIVE numbered(i) AS (SELECT $from UNION ALL SELECT i + 1 FROM numbered WHERE i < $until),
  dated AS (
    SELECT i, $now - (i % ${days * 1440}) * 60000 AS at,
      CASE WHEN i % 20 < 16 THEN 'confirmed' WHEN i % 20 < 19 THEN 'unconfirmed' ELSE 'duplicate' END AS state
    FROM numbered)
  INSERT INTO signatures (
    id, action_id, text_version, state, reason, person_key, inbox_key, name_zip_key, inbox_slot, place, zip, source, language,
    shown_name, name_look, keep_informed, sealed, receipt, received_at, confirmed_at, confirmed_on, confirmed_week,
    changed_at, changed_week, due_at)
  SELECT substr(hex(randomblob(7)) || printf('%08d', i), 1, 22), 1, 1, state,
    CASE state WHEN 'duplicate' THEN 'same-person' END,
    randomblob(16), randomblob(16), randomblob(16), CASE state WHEN 'confirmed' THEN 1 END,
    CASE i % 8 WHEN 0 THEN 'outside' ELSE i % 8 END, '28202', 'direct', 'en',
    CASE WHEN state = 'confirmed' AND i % 3 = 0 THEN 'Ana García ' || i END,
    CASE WHEN i % 3 = 0 THEN 'shown' END, 0, randomblob(160),
    CASE state WHEN 'confirmed' THEN randomblob(16) END, at,
    CASE state WHEN 'confirmed' THEN at END,
    CASE state WHEN 'confirmed' THEN strftime('%Y-%m-%d', at / 1000, 'unixepoch') END,
    CASE state WHEN 'confirmed' THEN strftime('%G-W%V', at / 1000, 'unixepoch') END,
    at, strftime('%G-W%V', at / 1000, 'unixepoch'),
    CASE state WHEN 'unconfirmed' THEN at + 5184000000 END
  FROM dated`;

const insertMails = `
  INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, attempts, created_at, sent_at)
  SELECT printf('0%025d', substr(id, 15)), id, 'confirm', inbox_key, 'sent', received_at, 1, received_at, received_at
  FROM signatures WHERE rowid BETWEEN $from + 1 AND $until + 1`;

const keepAccount = `
  CREATE TEMP TABLE sums AS
    SELECT action_id, state, place, source, confirmed_on, changed_week, count(*) AS n
    FROM signatures GROUP BY 1, 2, 3, 4, 5, 6;
  CREATE TEMP VIEW keyed AS
    SELECT action_id, changed_week, 'state' AS kind, state AS key, n FROM sums
    UNION ALL SELECT action_id, changed_week, 'place', place, n FROM sums WHERE state = 'confirmed'
    UNION ALL SELECT action_id, changed_week, 'source', source, n FROM sums WHERE state = 'confirmed'
    UNION ALL SELECT action_id, changed_week, 'day', confirmed_on, n FROM sums WHERE state = 'confirmed'
    UNION ALL SELECT action_id, changed_week, 'received', source, n FROM sums;
  INSERT INTO signature_changes SELECT action_id, changed_week, kind, key, sum(n) FROM keyed GROUP BY 1, 2, 3, 4`;
