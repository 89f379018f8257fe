import { env } from 'cloudflare:workers';
import type { ActionContext } from '../../worker/actions/context.ts';

const numbers = (count: number, from: number) =>
  `(WITH RECURSIVE n(value) AS (VALUES (${from}) UNION ALL SELECT value + 1 FROM n WHERE value < ${from + count - 1})
    SELECT value FROM n)`;

/** Of twenty people twelve count and four wait; each other state has one. */
const stateOf = `CASE value % 20 WHEN 12 THEN 'duplicate' WHEN 13 THEN 'flagged' WHEN 14 THEN 'withdrawn'
  WHEN 15 THEN 'invalidated' ELSE 'confirmed' END`;

/** Stores so many earlier signatures, each with its mail, in realistic states. */
export async function fill({ action: petition }: ActionContext, count: number, from = 1): Promise<void> {
  const key = (word: string) => `unhex(printf('%08x%024x', ${petition.id} * 16 + ${word}, value))`;
  const at = 1_760_000_000_000;
  const run = (sql: string) => env.DB.prepare(sql).run();
  await run(
    `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, zip, source, language,
      shown_name, name_look, keep_informed, sealed, received_at, changed_at, changed_week, due_at)
    SELECT printf('%04d-filler-%010d', ${petition.id}, value), ${petition.id}, 1, 'unconfirmed', ${key('1')}, ${key('2')},
      ${key('3')}, '1', '28202', 'direct', 'en', iif(value % 3 = 0, 'A Name', NULL), CASE value % 30 WHEN 0 THEN 'shown' WHEN 1 THEN 'waiting' END, 0, zeroblob(200), ${at} + value,
      ${at} + value, '2026-W40', 4102444800000 FROM ${numbers(count, from)}`,
  );
  await run(
    `UPDATE signatures SET state = made.state, reason = iif(made.state = 'confirmed', NULL, 'same-person'),
      inbox_slot = 1, receipt = person_key, confirmed_at = received_at, confirmed_on = '2026-10-01',
      confirmed_week = '2026-W40', due_at = NULL
    FROM (SELECT printf('%04d-filler-%010d', ${petition.id}, value) AS id, ${stateOf} AS state
      FROM ${numbers(count, from)} WHERE value % 20 < 16) made
    WHERE signatures.id = made.id`,
  );
  await run(
    `INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, created_at)
    SELECT printf('%04d-mail-%010d', ${petition.id}, value), printf('%04d-filler-%010d', ${petition.id}, value),
      'confirm', ${key('2')}, 'sent', ${at} + value, ${at} + value FROM ${numbers(count, from)}`,
  );
}
