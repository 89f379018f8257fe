import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { hex } from '../../../worker/platform/crypto/bytes.ts';
import type { Deps } from '../../../worker/platform/deps.ts';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { readEvent } from '../../../worker/platform/mail/event-rules.ts';
import { takeEvent } from '../../../worker/platform/mail/events.ts';
import {
  enqueueStatement,
  forgetStatement,
  listOutbox,
  purgeOutbox,
} from '../../../worker/platform/mail/outbox.ts';
import { listSwitches, turnSwitch } from '../../../worker/platform/switches.ts';
import { day, hour } from '../../../worker/platform/time/clock.ts';
import {
  drainDeps,
  enqueue,
  freshResend,
  letters,
  render,
  type WatchedStatement,
  watchedDb,
} from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const statements = new Map<string, WatchedStatement>();
const db = watchedDb({ seen: (statement) => statements.set(statement.sql, statement) });

/** Runs every statement of the outbox once, on a table with ten thousand old mails. */
beforeAll(async () => {
  await env.DB.exec(
    `INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, batch_id, content, created_at)
     SELECT 'old' || value, 'old' || value, 'letter', unhex(printf('%032x', value)), 'sent', value,
       'batch' || (value / 100), unhex('00'), value
     FROM (WITH RECURSIVE n(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM n WHERE value < 10000)
       SELECT value FROM n)`.replaceAll('\n', ' '),
  );
  const resend = freshResend();
  const deps = drainDeps(resend, { db });
  const inboxKey = hex(new Uint8Array(16).fill(1));
  const entries = letters('ana', 'ben', 'cem').map((entry) => ({ ...entry, inboxKey }));
  await db.batch([enqueueStatement(db, entries, { now, cap: 5 })]);
  await resend.refuse('ana@example.org');
  await resend.script({ kind: 'status', status: 500 });
  await drainOutbox(deps, now, async (mails) => {
    const written = await render(mails);
    return written.set(mails.find(({ ref }) => ref === 'cem')!.id, null);
  });
  await drainOutbox(deps, later(hour), render);
  await enqueue(letters('dia'), later(day));
  await resend.script({ kind: 'status', status: 409, name: 'invalid_idempotent_request' });
  await drainOutbox(deps, later(day), render);
  await forgetStatement(db, ['ben']).run();
  await purgeOutbox(db, later(60 * day));
  await listOutbox(db, { limit: 200 });
  for (const type of ['email.delivery_delayed', 'email.bounced']) {
    const bounce = { type: 'Permanent', subType: 'General' };
    const event = readEvent({ type, data: { email_id: 'none', to: ['ana@example.org'], bounce } });
    await env.DB.exec("UPDATE outbox SET provider_id = 'none' WHERE id = 'old1'");
    await takeEvent({ ...deps, db } as unknown as Deps, event!, { now, bounced: async () => {} });
  }
  await listSwitches(db, now);
  await turnSwitch(db, { name: 'read-only', isOn: true }, now);
  await turnSwitch(db, { name: 'read-only', isOn: false }, now);
});

test('no statement on the outbox reads the whole table or sorts its rows', async () => {
  expect(statements.size).toBe(28);
  for (const { sql, values } of statements.values()) {
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values)
      .all<{ detail: string }>();
    const plan = results.map(({ detail }) => detail);
    // The local mailbox reads one page from the end of the table.
    const isPaged = sql.includes('ORDER BY rowid DESC LIMIT');
    expect({ sql, scans: plan.filter((detail) => /^SCAN outbox/.test(detail)) }).toEqual({
      sql,
      scans: isPaged ? ['SCAN outbox'] : [],
    });
    // New mails are numbered by their cap key. This sorts only the mails of one call, not the table.
    const sorts = plan.filter((detail) => detail.includes('TEMP B-TREE') && !sql.includes('row_number()'));
    expect({ sql, sorts }).toEqual({ sql, sorts: [] });
  }
});
