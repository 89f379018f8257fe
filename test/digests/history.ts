import { env } from 'cloudflare:workers';
import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import { dateIn, weekIn } from '../../worker/platform/time/clock.ts';
import { type KitOverrides, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

/** A small campaign that opened in August 2026, so that its first digest is the one after the petition opens. */
export async function campaignOfAugust(overrides: KitOverrides = {}): Promise<ActionContext> {
  const kit = smallKit(overrides);
  const opened = await openKit(env.DB, kit, new Date('2026-08-01T12:00:00Z'));
  const context = await findContext(env.DB, kit.petitions[0]?.slug ?? '');
  if (!opened.ok || !context) throw new Error('the campaign did not open');
  return context;
}

/**
 * Writes signatures by plain SQL, so that a test can say when each change happened. The database's triggers keep the
 * counts.
 */
export function historyOf(petition: { id: number }, timeZone = 'America/New_York') {
  const { DB: db } = env;
  let minted = 0;
  const bytes = (text: string) => new TextEncoder().encode(text.padEnd(16, '.').slice(0, 16));
  const run = (sql: string, ...values: unknown[]) =>
    db
      .prepare(sql)
      .bind(...values)
      .run();

  async function receive(at: string, how: { place?: string; source?: string; alike?: string } = {}) {
    minted += 1;
    const id = `${petition.id}x${minted}`.padStart(22, '0');
    const key = bytes(`${petition.id}-${minted}`);
    const when = new Date(at);
    await run(
      `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, source, language,
        keep_informed, received_at, changed_at, changed_week) VALUES (?, ?, 1, 'unconfirmed', ?, ?, ?, ?, ?, 'en', 0, ?, ?, ?)`,
      id,
      petition.id,
      key,
      key,
      how.alike ? bytes(how.alike) : key,
      how.place ?? '1',
      how.source ?? 'direct',
      when.getTime(),
      when.getTime(),
      weekIn(timeZone, when),
    );
    return id;
  }

  async function confirm(id: string, at: string) {
    const when = new Date(at);
    await run(
      `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = person_key, confirmed_at = ?2,
        confirmed_on = ?3, confirmed_week = ?4, changed_at = ?2, changed_week = ?4 WHERE id = ?1 AND state <> 'confirmed'`,
      id,
      when.getTime(),
      dateIn(timeZone, when),
      weekIn(timeZone, when),
    );
  }

  const change = (id: string, column: 'state' | 'place', value: string, at: string) =>
    run(
      `UPDATE signatures SET ${column} = ?2, changed_at = ?3, changed_week = ?4 WHERE id = ?1`,
      id,
      value,
      Date.parse(at),
      weekIn(timeZone, new Date(at)),
    );

  return {
    receive,
    confirm,
    async sign(at: string, how?: Parameters<typeof receive>[1]) {
      const id = await receive(at, how);
      await confirm(id, at);
      return id;
    },
    become: (id: string, state: string, at: string) => change(id, 'state', state, at),
    move: (id: string, place: string, at: string) => change(id, 'place', place, at),
  };
}

/** A database that counts the rows which statements read, and keeps the statements. */
export function countingReads(db: D1Database) {
  let read = 0;
  const statements = new Map<string, unknown[]>();
  const originals = new WeakMap<object, D1PreparedStatement>();
  const add = <T extends { meta: { rows_read?: number } }>(result: T) => {
    read += result.meta.rows_read ?? 0;
    return result;
  };
  function counted(sql: string, statement: D1PreparedStatement): D1PreparedStatement {
    const wrapped = {
      bind(...values: unknown[]) {
        statements.set(sql, values);
        return counted(sql, statement.bind(...values));
      },
      all: async () => add(await statement.all()),
      run: async () => add(await statement.run()),
      async first(column?: string) {
        const row = add(await statement.all<Record<string, unknown>>()).results[0];
        return row && column ? row[column] : (row ?? null);
      },
    } as unknown as D1PreparedStatement;
    originals.set(wrapped, statement);
    return wrapped;
  }
  const wrapped = {
    prepare: (sql: string) => counted(sql, db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) =>
      (await db.batch(statements.map((one) => originals.get(one) ?? one))).map(add),
  } as unknown as D1Database;
  return { db: wrapped, rowsRead: () => read, statements };
}
