import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { prepareTree } from '../../worker/statements/prepare.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { type Figure, figureOf } from './report.ts';
import type { Ground } from './run-figures.ts';
import { startServer } from './server.ts';
import { copyTemplate } from './template.ts';
import { thousands } from './words.ts';

const oldWeek = '2026-W40';
const newWeek = '2026-W41';

/**
 * Closes a week in which a tenth as many start to count as count already, and 1% of the old ones stop: how many rows
 * it reads for each, how long a step takes, and how much is stored. The last step, the transaction of the digest,
 * writes a few rows whatever the size.
 */
export async function runStatements(ground: Ground): Promise<Figure[]> {
  // Of those that the loader stores, 16 in 20 are confirmed.
  const loaded = (ground.plan.sizes.at(-1) ?? 0) * 1.1;
  const stored = Math.floor((loaded * 0.8) / 1.1);
  const stateDir = join(ground.dir, 'statements');
  copyTemplate(ground.template, stateDir, loaded, () => {});
  const server = await startServer({ bundles: ground.bundles, stateDir, mail: false });
  try {
    const keyring = createKeyring(parseKeyring(readConfig().vars.KEYRING ?? '') ?? []);
    const actionId = await fullestAction(server.db);
    const reads: Read[] = [];
    const db = countingDb(server.db, (read) => void reads.push(read));
    const before = await sizeOf(server.db);
    await server.db.prepare('DELETE FROM member_changes').run();
    await start(server.db, { actionId, week: oldWeek, from: 0, n: stored });
    const first = await close({ db, keyring }, { actionId, week: oldWeek }, reads);
    await settle(server.db, actionId);
    const bytes = ((await sizeOf(server.db)) - before) / stored;
    await start(server.db, { actionId, week: newWeek, from: stored, n: stored / 10 });
    await stop(server.db, { actionId, n: stored / 100 });
    const second = await close({ db, keyring }, { actionId, week: newWeek }, reads);
    const changed = stored / 10 + stored / 100;
    console.log(
      `Closing ${thousands(stored)}: ${first.steps} steps. Then ${thousands(changed)} more: ${second.steps} steps`,
    );
    return [
      figureOf(
        `statements/rows-read-a-change/${stored}`,
        'rows',
        { values: [second.rows / changed] },
        {
          of: 'median',
          is: 'at most',
          bound: 40,
        },
      ),
      figureOf(`statements/step/${stored}`, 'ms', { values: second.times }),
      figureOf(
        `statements/stored-a-signature/${stored}`,
        'bytes',
        { values: [bytes] },
        {
          of: 'median',
          is: 'at most',
          bound: 300,
        },
      ),
    ];
  } finally {
    await server.stop();
    rmSync(stateDir, { recursive: true });
  }
}

async function fullestAction(db: D1Database): Promise<number> {
  const id = await db
    .prepare(
      `SELECT action_id FROM signature_counts WHERE kind = 'state' AND key = 'confirmed' ORDER BY n DESC LIMIT 1`,
    )
    .first<number>('action_id');
  return id ?? 0;
}

async function sizeOf(db: D1Database): Promise<number> {
  const { meta } = await db.prepare('SELECT 1').run();
  return meta.size_after ?? 0;
}

type Part = { actionId: number; week: string; from: number; n: number };

/** What the triggers write when signatures are confirmed. */
async function start(db: D1Database, { actionId, week, from, n }: Part): Promise<void> {
  await db
    .prepare(
      `INSERT INTO member_changes SELECT action_id, ?2, rowid, id, 1 FROM signatures
      WHERE action_id = ?1 AND state = 'confirmed' ORDER BY rowid LIMIT ?4 OFFSET ?3`,
    )
    .bind(actionId, week, from, n)
    .run();
}

async function stop(db: D1Database, { actionId, n }: { actionId: number; n: number }): Promise<void> {
  await db
    .prepare(
      `INSERT INTO member_changes SELECT ?1, ?2, 1, signature_id, -1 FROM members WHERE removed_leaf IS NULL LIMIT ?3`,
    )
    .bind(actionId, newWeek, n)
    .run();
}

/** All steps of a closing up to the digest's transaction. */
async function close(
  given: Parameters<typeof prepareTree>[0],
  of: { actionId: number; week: string },
  reads: Read[],
) {
  reads.splice(0);
  const times: number[] = [];
  for (;;) {
    const startedAt = performance.now();
    const prepared = await prepareTree(given, of, { left: 1 });
    times.push(performance.now() - startedAt);
    if (prepared === 'ready') break;
  }
  return { times, steps: times.length, rows: reads.reduce((sum, { rows }) => sum + rows, 0) };
}

/** What the digest's transaction does with the tree. */
async function settle(db: D1Database, actionId: number): Promise<void> {
  await db
    .prepare(
      `UPDATE member_trees SET size = built, added = built_added, removed = built_removed, built_to = NULL,
        is_closed = 1 WHERE action_id = ?`,
    )
    .bind(actionId)
    .run();
  await db.prepare('DELETE FROM member_leaves').run();
}
