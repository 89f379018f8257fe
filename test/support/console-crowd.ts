import type { Keyring } from '../../worker/platform/crypto/keyring.ts';

/** Whose console is filled: a petition with most of the people, other petitions, and a survey. */
export type Crowded = { campaignId: number; main: number; others: number[]; survey: number };

/** Every `often`th of them waits for a look, is a pair, failed and so on. */
type Part = { crowded: Crowded; from: number; until: number; now: Date; often: number };

const chunk = 20_000;
const tables = ['signatures', 'responses', 'signature_decisions', 'paper_lines', 'signature_pairs'];

/**
 * Stores signatures from one number until another, with what people and organizers leave behind: mails, words that
 * wait, answers, decisions, acts, pairs, sheets of paper. The triggers are away meanwhile, and at the end the counts
 * are as they would have left them.
 */
export async function crowdConsole(
  db: D1Database,
  { from, until, ...part }: Part,
  say: (stored: number) => void = () => {},
): Promise<void> {
  const { results: triggers } = await db
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(tables))
    .all<{ name: string; sql: string }>();
  await db.batch(triggers.map(({ name }) => db.prepare(`DROP TRIGGER ${name}`)));
  for (let first = from; first < until; first += chunk) {
    const last = Math.min(first + chunk, until) - 1;
    for (const statement of statementsOf({ ...part, from: first, until: last }))
      await prepared(db, statement);
    say(last + 1);
  }
  for (const statement of accountOf(part.crowded, from, until)) await prepared(db, statement);
  await db.batch(triggers.map(({ sql }) => db.prepare(sql)));
}

type Statement = { sql: string; values: Record<string, unknown> };

/** Values by name, because many statements share them. */
function prepared(db: D1Database, { sql, values }: Statement) {
  const used: unknown[] = [];
  const text = sql.replace(/\$(?<name>\w+)/g, (_, name: string) => {
    used.push(values[name]);
    return `?${used.length}`;
  });
  return db
    .prepare(text)
    .bind(...used)
    .run();
}

const numbers = `WITH RECURSIVE numbers(i) AS (SELECT CAST($from AS INTEGER) UNION ALL SELECT i + 1 FROM numbers WHERE i < $until)`;
const id = (number: string) => `printf('%022d', ${number})`;
const ulid = (number: string) => `printf('0%025d', ${number})`;

function statementsOf({ crowded, from, until, now, often }: Part): Statement[] {
  const { campaignId, main, others, survey } = crowded;
  const values = {
    from,
    until,
    campaignId,
    main,
    survey,
    often,
    now: now.getTime(),
    others: JSON.stringify(others),
  };
  return everything.map((sql) => ({ sql, values }));
}

/** Of ten, eight are on the main petition, one on the survey and one on another petition. They came in over 100 days. */
const signatures = `${numbers}, placed AS (
    SELECT i, CASE i % 10 WHEN 8 THEN $survey
        WHEN 9 THEN $others ->> ('$[' || (i / 10 % json_array_length($others)) || ']') ELSE $main END AS action_id,
      CASE WHEN i % 40 < 30 THEN 'confirmed' WHEN i % 40 < 36 THEN 'unconfirmed' WHEN i % 40 = 36 THEN 'duplicate'
        WHEN i % 40 = 37 THEN 'flagged' WHEN i % 40 = 38 THEN 'invalidated' ELSE 'withdrawn' END AS state,
      $now - 8640000000 + (i * 8640 % 8640000000) AS at
    FROM numbers)
  INSERT INTO signatures (id, action_id, text_version, state, reason, person_key, inbox_key, name_zip_key, inbox_slot,
    place, zip, source, language, shown_name, shown_comment, name_look, comment_look, keep_informed, sealed, receipt,
    received_at, confirmed_at, confirmed_on, confirmed_week, changed_at, changed_week, due_at, domain_key, name_key,
    connection_key)
  SELECT ${id('i')}, action_id, 1, state, CASE state WHEN 'invalidated' THEN 'struck-off' END,
    randomblob(16), randomblob(16), randomblob(16), 1, 1 + i % 2, '28202', iif(i % 4 = 0, 'poster', 'direct'), 'en',
    iif(state = 'confirmed' AND i % 3 = 1, 'Ana Lopez', NULL), iif(state = 'confirmed' AND i % 5 = 1, 'Please.', NULL),
    CASE WHEN i % $often < 4 THEN 'waiting' WHEN i % 3 = 1 THEN 'shown' WHEN i % $often < 8 THEN 'hidden' END,
    CASE WHEN (i + 3) % $often < 4 THEN 'waiting' WHEN i % 5 = 1 THEN 'shown' WHEN i % $often < 8 THEN 'hidden' END,
    1, zeroblob(80), randomblob(16), at, iif(state = 'unconfirmed', NULL, at + 60000), strftime('%Y-%m-%d', at / 1000, 'unixepoch'),
    strftime('%G-W%V', at / 1000, 'unixepoch'), at, strftime('%G-W%V', at / 1000, 'unixepoch'),
    iif(state = 'unconfirmed', $now + 172800000, NULL), unhex(printf('%032d', i % 50)), randomblob(16), unhex(printf('%032d', i % 1000))
  FROM placed`;

const mails = `INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, attempts, created_at, sent_at)
  SELECT ${ulid('id')}, id, 'confirm', inbox_key,
    CASE WHEN id % $often = 1 THEN 'failed' WHEN id % $often = 2 THEN 'uncertain' WHEN id % $often = 3 THEN 'waiting' ELSE 'sent' END,
    received_at, 1, received_at, received_at FROM signatures WHERE id BETWEEN ${id('$from')} AND ${id('$until')}`;

const responses = `INSERT INTO responses (signature_id, action_id, version, sealed, measures, words_state, words_at, words_counted)
  SELECT id, action_id, '1', zeroblob(80), '[]',
    CASE WHEN id / 40 % 4 < 2 THEN 'waiting' WHEN id / 40 % 4 = 2 THEN 'shown' ELSE 'hidden' END,
    received_at, state = 'confirmed'
  FROM signatures WHERE id BETWEEN ${id('$from')} AND ${id('$until')} AND action_id = $survey`;

const decisions = `INSERT INTO signature_decisions (signature_id, action_id, kind, code, batch, state_before, made_at, made_week)
  SELECT id, action_id, iif(state = 'invalidated', 'struck-off', iif(state = 'flagged', 'set-aside', 'same-person')),
    iif(state = 'invalidated', 'automated', ''), ${ulid('id')}, 'confirmed', received_at, changed_week
  FROM signatures WHERE id BETWEEN ${id('$from')} AND ${id('$until')} AND state IN ('invalidated', 'flagged', 'duplicate')`;

/** Each act has a hash of its own; the chain is not whole, and no page follows it. */
const acts = `INSERT INTO acts (id, campaign_id, at, actor, kind, subject, reason, before, after, n, batch, prev, hash)
  SELECT ${ulid('id')}, iif(id % 40 = 38, $campaignId, NULL), received_at, 'command', CASE WHEN id % 80 = 38 THEN 'strike-off' ELSE 'hide-words' END, id, '', '{}', '{}', 1,
    NULL, hex(randomblob(16)), hex(randomblob(16))
  FROM signatures WHERE id BETWEEN ${id('$from')} AND ${id('$until')} AND id % 40 IN (37, 38)`;

const words = `INSERT INTO word_decisions (action_id, kind, item, before, after, reason, decided_by, decided_at, batch)
  SELECT action_id, value, signatures.id, 'waiting', 'hidden', 'other', 'command', received_at, 'many'
  FROM signatures CROSS JOIN json_each('["name","comment"]')
  WHERE signatures.id BETWEEN ${id('$from')} AND ${id('$until')} AND iif(value = 'name', name_look, comment_look) = 'hidden'
  UNION ALL
  SELECT action_id, 'answer', signature_id, 'waiting', 'hidden', 'other', 'command', words_at, 'many'
  FROM responses WHERE signature_id BETWEEN ${id('$from')} AND ${id('$until')} AND words_state = 'hidden'`;

const pairs = `INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
  SELECT action_id, id, ${id('id + 40')}, CASE id % 3 WHEN 0 THEN 'zip' WHEN 1 THEN 'street' ELSE 'inbox' END,
    iif(id % 2 = 0, 'waiting', 'different'), received_at
  FROM signatures WHERE id BETWEEN ${id('$from')} AND ${id('$until')} AND state = 'confirmed' AND id % $often < 6
    AND id + 40 <= $until`;

const rates = `${numbers}
  INSERT OR IGNORE INTO unusual_rates (action_id, kind, key, hour, n, of_all, state, found_at)
  SELECT $main, CASE i % 3 WHEN 0 THEN 'connection' WHEN 1 THEN 'domain' ELSE 'source' END, printf('%032d', i), 400000 + i, 60, 90,
    iif(i % 2 = 0, 'waiting', 'fine'), $now FROM numbers WHERE i % $often < 4`;

const sheets = `${numbers}
  INSERT INTO paper_sheets (id, action_id, code, page, first_line, last_line, source, language, state, lines, started_by, started_at)
  SELECT ${ulid('i')}, $main, printf('S%09d', i), 1, 1, 10, 'direct', 'en', iif(i % 3 = 0, 'entering', 'done'), 10, 'command', $now - 1000 * i
  FROM numbers WHERE i % $often < 4`;

const lines = `${numbers}
  INSERT INTO paper_lines (sheet_id, line, action_id, version, mark, name_zip_key, sealed, entered_by, entered_at, counted_at, counts_as, changed_week)
  SELECT ${ulid('i')}, value, $main, 1, 'signed', randomblob(16), zeroblob(80), 'command', $now,
    iif(i % 3 = 0, NULL, $now), iif(i % 3 = 0, NULL, 'without-address'), '2026-W48'
  FROM numbers CROSS JOIN json_each('[1,2,3,4,5,6,7,8,9,10]') WHERE i % $often < 4`;

const seconds = `INSERT INTO paper_seconds (sheet_id, line, action_id, drawn_at, state, changed_week)
  SELECT sheet_id, line, action_id, entered_at, iif(line = 1, 'waiting', 'different'), changed_week FROM paper_lines
  WHERE sheet_id BETWEEN ${ulid('$from')} AND ${ulid('$until')} AND line < 3 AND counted_at IS NOT NULL`;

const suppressions = `${numbers}
  INSERT INTO suppressions (key, reason, since)
  SELECT randomblob(16), iif(i % 2 = 0, 'bounced', 'complained'), $now FROM numbers WHERE i % $often < 4`;

const invalidations = `${numbers}
  INSERT INTO invalidations (id, campaign_id, action_id, conditions, state, made_by, made_at, asked_by, asked_at, newest, received)
  SELECT ${ulid('i')}, $campaignId, $main, '{"source":"poster"}', iif(i % 2 = 0, 'asked', 'done'), 'command', $now, 'command', $now - 3600000 * i, 1, 1
  FROM numbers WHERE i % $often < 4`;

const evidence = `INSERT INTO invalidation_counts (invalidation_id, kind, key, n)
  SELECT invalidations.id, value ->> 0, value ->> 1, 5 FROM invalidations
  CROSS JOIN json_each('[["state","confirmed"],["state","unconfirmed"],["state","flagged"],["source","poster"]]')
  WHERE invalidations.id BETWEEN ${ulid('$from')} AND ${ulid('$until')}`;

const exported = `${numbers}
  INSERT INTO exports (id, campaign_id, preset, organizer_id, asked_at, hash, bytes, ready_at, gone_at, gone_why)
  SELECT ${ulid('i')}, $campaignId, 'canonical', (SELECT min(id) FROM organizers), $now, hex(randomblob(32)), 1, $now,
    $now, 'an-hour' FROM numbers WHERE i % $often < 4`;

const imports = `${numbers}
  INSERT INTO paper_imports (id, action_id, platform, source, language, state, n, started_by, started_at)
  SELECT ${ulid('i')}, $main, 'change-org', 'direct', 'en', 'done', 1, 'command', $now FROM numbers WHERE i % $often < 4`;

const hosts = `${numbers}
  INSERT INTO embed_hosts (campaign_id, host, first_on, last_on, n)
  SELECT $campaignId, i || '.example', '2026-11-01', '2026-11-25', 1 + i % 7 FROM numbers WHERE i % $often < 4
    AND (SELECT count(*) FROM embed_hosts WHERE campaign_id = $campaignId) < 1000`;

const arrivals = `INSERT INTO hourly_arrivals (action_id, kind, key, hour, n)
  SELECT action_id, 'all', '', received_at / 3600000, count(*) FROM signatures
  WHERE id BETWEEN ${id('$from')} AND ${id('$until')} GROUP BY 1, 4 ON CONFLICT DO UPDATE SET n = n + excluded.n`;

const kinds = {
  received: 'source',
  state: 'state',
  place: 'place',
  source: 'source',
  day: 'confirmed_on',
};

/** signature_counts follows by its own triggers. */
function accountOf({ main }: Crowded, from: number, until: number): Statement[] {
  const sums = Object.entries(kinds).map(([kind, column]) => {
    return `INSERT INTO signature_changes
      SELECT action_id, changed_week, '${kind}', ${column}, count(*) FROM signatures
      WHERE id BETWEEN ${id('$from')} AND ${id('$until')} AND (state = 'confirmed' OR '${kind}' IN ('received', 'state'))
      GROUP BY action_id, changed_week, ${column} ON CONFLICT DO UPDATE SET n = n + excluded.n`;
  });
  const paper = `INSERT INTO paper_changes SELECT $main, '2026-W48', 'paper', counts_as, count(*) FROM paper_lines
    WHERE sheet_id BETWEEN ${ulid('$from')} AND ${ulid('$until')} AND counts_as IS NOT NULL GROUP BY counts_as
    ON CONFLICT DO UPDATE SET n = n + excluded.n`;
  return [...sums, paper].map((sql) => ({ sql, values: { main, from, until: until - 1 } }));
}

/** Questions that wait, whose texts stay sealed. */
const asked = `${numbers}
  INSERT INTO asked_questions (id, campaign_id, state, language, sealed, received_at, confirmed_at, kept_until)
  SELECT ${id('i')}, $campaignId, 'waiting', 'en', x'00', $now - i * 1000, $now - i * 1000, $now + 86400000
  FROM numbers WHERE i % $often = 0`;

const everything = [
  ...[
    signatures,
    mails,
    responses,
    decisions,
    acts,
    words,
    pairs,
    rates,
    sheets,
    lines,
    seconds,
    suppressions,
  ],
  ...[invalidations, evidence, exported, imports, hosts, arrivals, asked],
];

/** What the sealed bytes of the crowd open to. They are no real ones: sealing a million would take minutes. */
export function openingCrowds(keyring: Keyring): Keyring {
  const person = {
    givenName: 'Ana',
    familyName: 'Lopez',
    email: 'ana@example.org',
    street: '',
    comment: 'Please.',
  };
  return {
    ...keyring,
    async open<Value>(context: string, sealed: Uint8Array): Promise<Value> {
      if (sealed.some((byte) => byte !== 0)) return keyring.open<Value>(context, sealed);
      const found = context.startsWith('response ')
        ? { answers: { own: 'More lamps.' }, shareWords: true }
        : { ...person, mark: 'signed', zip: '28202', name: 'Ana', text: 'What does it cost?' };
      return found as Value;
    },
  };
}
