import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { createKeyring, type Keyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { prepareTree } from '../../worker/statements/prepare.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { seedWeek } from './old-leaves.ts';
import { cpuTime } from './processes.ts';
import { type Figure, figureOf } from './report.ts';
import type { Ground } from './run-figures.ts';
import { startServer } from './server.ts';
import { copyTemplate, databaseFile } from './template.ts';
import { median, short, thousands } from './words.ts';

const actionId = 1;
const week = '2026-W41';

type Closed = {
  /** Milliseconds of each step. */
  times: number[];
  read: number;
  written: number;
  tilesRead: number;
  tilesWritten: number;
};

/**
 * Closes a week in which a tenth as many start to count as count already, and a hundredth stop, up to the digest's
 * transaction, which writes a few rows whatever the size. A tenth of it is closed on a hundredth as many old leaves: what
 * a step costs should hardly depend on them.
 */
export async function runStatements(ground: Ground): Promise<Figure[]> {
  const old = ground.plan.sizes.at(-1) ?? 0;
  const [starts, stops] = [old / 10, old / 100];
  const folder = (name: string) => join(ground.dir, name);
  // Of those that the loader stores, 16 in 20 are confirmed.
  copyTemplate(ground.template, folder('week'), Math.ceil(((starts + stops) * 20) / 16) + 20, () => {});
  cpSync(folder('week'), folder('few'), { recursive: true });
  const of = { actionId, week };
  seedWeek(databaseFile(folder('few')), { ...of, old: old / 100, starts: starts / 10, stops: stops / 10 });
  const bytes = seedWeek(databaseFile(folder('week')), { ...of, old, starts, stops });
  const [confirmed, few] = [
    await costOfConfirming(ground, folder('few')),
    await closeIn(ground, folder('few')),
  ];
  const many = await closeIn(ground, folder('week'));
  for (const name of ['few', 'week']) rmSync(folder(name), { recursive: true });

  const changed = starts + stops;
  say(old / 100, changed / 10, few);
  say(old, changed, many);
  const { rows, cpu } = confirmed;
  console.log(
    `A confirmation writes ${rows.with} rows in ${short(median(cpu.with))} ms of processor time, and without the trigger ` +
      `for statements ${rows.without} in ${short(median(cpu.without))} ms`,
  );
  const figure = (name: string, unit: string, value: number, most: number | null = null) =>
    figureOf(
      `statements/${name}/${old}`,
      unit,
      { values: [value] },
      most === null ? null : { of: 'median', is: 'at most', bound: most },
    );
  return [
    figure('rows-read-a-change', 'rows', many.read / changed, 40),
    figure('rows-written-a-change', 'rows', many.written / changed, 20),
    figure('rows-written-by-confirming', 'rows', rows.with - rows.without, 1),
    figureOf(
      'statements/confirming with their row over without',
      'ms of processor time',
      { values: cpu.with, floors: cpu.without },
      { of: 'ratio', is: 'at most', bound: 1.25 },
    ),
    // Each removal also reads the tile of the leaf that it names.
    figure('tiles-read-a-change', 'tiles', (many.tilesRead + stops) / changed, 0.2),
    figure('tiles-written-a-change', 'tiles', many.tilesWritten / changed, 0.1),
    figure('stored-a-leaf', 'bytes', bytes, 300),
    figureOf(
      `statements/step/${old} over ${old / 100}`,
      'ms',
      { values: many.times, floors: few.times },
      {
        of: 'ratio',
        is: 'at most',
        bound: 1.5,
      },
    ),
  ];
}

function say(old: number, changed: number, { times, read, written, tilesRead, tilesWritten }: Closed): void {
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  console.log(
    `${thousands(changed)} changes on ${thousands(old)} leaves: ${times.length} steps in ${short(seconds)} s, ${short(
      median(times),
    )} ms each (most ${short(Math.max(...times))}); ${thousands(read)} rows read, ${thousands(written)} written; ` +
      `${thousands(tilesRead)} tiles read to build on, ${thousands(tilesWritten)} written`,
  );
}

/** All steps of a closing up to the digest's transaction. */
async function closeIn({ bundles }: Ground, stateDir: string): Promise<Closed> {
  const server = await startServer({ bundles, stateDir, mail: false });
  try {
    const closed: Closed = { times: [], read: 0, written: 0, tilesRead: 0, tilesWritten: 0 };
    const given = { db: countingDb(server.db, (read) => note(closed, read)), keyring: benchKeyring() };
    for (;;) {
      const startedAt = performance.now();
      const prepared = await prepareTree(given, { actionId, week }, { left: 1 });
      if (prepared === 'another-run') throw new Error('nobody else closes it');
      closed.times.push(performance.now() - startedAt);
      if (prepared === 'ready') return closed;
    }
  } finally {
    await server.stop();
  }
}

function note(closed: Closed, { sql, values, rows, written, returned }: Read): void {
  closed.read += rows;
  closed.written += written;
  if (sql.includes('CROSS JOIN tree_tiles')) closed.tilesRead += returned;
  if (sql.includes('INSERT INTO tree_tiles')) closed.tilesWritten += JSON.parse(String(values[0])).length;
}

type Both<Value> = { with: Value; without: Value };

/** Turns of each kind, one after the other, and signatures that are confirmed in each, so many in a transaction. */
const confirming = { turns: 5, signatures: 800, atOnce: 100 };

/**
 * What it costs to confirm a signature with and without the trigger for statements: rows that D1 counts as written, and
 * processor time of the runtime, which holds the database.
 */
async function costOfConfirming(
  { bundles }: Ground,
  stateDir: string,
): Promise<{ rows: Both<number>; cpu: Both<number[]> }> {
  const server = await startServer({ bundles, stateDir, mail: false });
  try {
    const { db, pid } = server;
    const { results } = await db
      .prepare(
        `SELECT id FROM signatures WHERE action_id = ? AND state = 'unconfirmed' ORDER BY rowid LIMIT ?`,
      )
      .bind(actionId, confirming.signatures)
      .all<{ id: string }>();
    const ids = results.map(({ id }) => id);
    if (ids.length < confirming.signatures) throw new Error('too few signatures wait for their confirmation');
    const trigger = (await db
      .prepare(`SELECT sql FROM sqlite_master WHERE name = 'member_starts'`)
      .first<string>('sql'))!;
    const cpu: Both<number[]> = { with: [], without: [] };
    // The first turn writes rows of counts that later ones change.
    await confirmAll(db, ids);
    await takeBack(db, ids);
    const rows = { with: 0, without: 0 };
    for (let turn = 0; turn < confirming.turns * 2; turn += 1) {
      const kind = turn % 2 === 0 ? 'with' : 'without';
      if (kind === 'without') await db.prepare('DROP TRIGGER member_starts').run();
      const before = cpuTime(pid);
      rows[kind] = await confirmAll(db, ids);
      cpu[kind].push((cpuTime(pid) - before) / ids.length);
      await takeBack(db, ids);
      if (kind === 'without') await db.prepare(trigger).run();
    }
    return { rows, cpu };
  } finally {
    await server.stop();
  }
}
/** Returns how many rows one of them wrote. */
async function confirmAll(db: D1Database, ids: readonly string[]): Promise<number> {
  const confirm = db.prepare(
    `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = person_key, confirmed_at = changed_at,
     confirmed_on = '2026-10-07', confirmed_week = changed_week, due_at = NULL WHERE id = ?`,
  );
  let rows = 0;
  for (let from = 0; from < ids.length; from += confirming.atOnce) {
    const group = ids.slice(from, from + confirming.atOnce);
    const results = await db.batch(group.map((id) => confirm.bind(id)));
    rows = results[0]?.meta.rows_written ?? 0;
  }
  return rows;
}

async function takeBack(db: D1Database, ids: readonly string[]): Promise<void> {
  const these = 'IN (SELECT value FROM json_each(?))';
  const statements = [
    `UPDATE signatures SET state = 'unconfirmed', inbox_slot = NULL WHERE id ${these}`,
    `DELETE FROM member_changes WHERE signature_id ${these}`,
  ];
  await db.batch(statements.map((sql) => db.prepare(sql).bind(JSON.stringify(ids))));
}

function benchKeyring(): Keyring {
  return createKeyring(parseKeyring(readConfig().vars.KEYRING ?? '') ?? []);
}
