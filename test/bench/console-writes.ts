import { doPiece } from '../../worker/invalidation/go-on.ts';
import { findInvalidation, insertStatement, moveStatement } from '../../worker/invalidation/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { findConsoleCampaign } from '../../worker/organize/campaign-store.ts';
import { decide } from '../../worker/signatures/decide.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { type Figure, figureOf } from './report.ts';
import { table, thousands } from './words.ts';

type Given = { campaign: { id: number; slug: string }; main: number; stored: number };
type Cost = { what: string; pieces: number; most: number; all: number; time: number };

/** What striking off, taking back and counting again cost, in rows read: of the largest statement, and of all. */
export async function consoleWrites(real: D1Database, { campaign, main, stored }: Given): Promise<Figure[]> {
  const reads: Read[] = [];
  const db = countingDb(real, (read) => void reads.push(read));
  const costs: Cost[] = [];
  const cost = async (what: string, work: () => Promise<number>) => {
    reads.length = 0;
    const startedAt = performance.now();
    const pieces = await work();
    const rows = reads.map((read) => read.rows);
    const all = rows.reduce((sum, n) => sum + n, 0);
    costs.push({ what, pieces, most: Math.max(...rows), all, time: performance.now() - startedAt });
  };
  const id = 'BENCH'.padEnd(26, '0');
  const now = new Date();
  const made = { id, campaignId: campaign.id, actionId: main, madeBy: 'command', sealed: null, now };
  // One in 200 has it: 5,000 of a million.
  const connection = '7'.padStart(32, '0');
  await insertStatement(db, { ...made, conditions: { connection } }).run();
  const move = async (
    from: 'counting' | 'counted' | 'running' | 'cancelled' | 'done',
    to: 'running' | 'undoing',
  ) =>
    void (await moveStatement(db, {
      id,
      from: [from],
      to,
      cursor: 0,
      passed: 0,
      next_at: now.getTime(),
    }).run());
  await cost('counting', () => workThrough(db, id));
  await move('counted', 'running');
  await cost('striking off', () => workThrough(db, id));
  await move('done', 'undoing');
  await cost('taking back', () => workThrough(db, id));
  await cost('striking off one', () => strikeOne(db, { campaign, main }));
  await cost('counting an action again', async () => {
    const found = await findDifferences(db, main, shippedHouse.recounts);
    if (found.length > 0) console.log(`  differences: ${found.slice(0, 5).join('; ')}`);
    return 1;
  });
  const struck = await findInvalidation(db, id);
  console.log(
    `\n${thousands(struck?.struck ?? 0)} of ${thousands(stored)} were struck off, ${thousands(struck?.restored ?? 0)} taken back.\n`,
  );
  console.log(
    table(
      ['what', 'pieces', 'rows of the largest statement', 'rows in all', 'seconds'],
      costs.map(({ what, pieces, most, all, time }) => [
        what,
        thousands(pieces),
        thousands(most),
        thousands(all),
        (time / 1000).toFixed(1),
      ]),
    ),
  );
  return costs.map(({ what, most }) =>
    figureOf(`console/${stored} ${what}, largest statement`, 'rows read', { values: [most] }),
  );
}

/** As many pieces as there are, one right after the other. */
async function workThrough(db: D1Database, id: string): Promise<number> {
  for (let pieces = 0; ; pieces += 1) {
    const one = await findInvalidation(db, id);
    if (!one?.nextAt) return pieces;
    const now = one.nextAt;
    await doPiece({ db, clock: () => now }, one, { now, hooks: shippedHouse.hooks });
  }
}

async function strikeOne(
  db: D1Database,
  { campaign, main }: Pick<Given, 'campaign' | 'main'>,
): Promise<number> {
  const seen = await db
    .prepare(
      `SELECT id, state FROM signatures WHERE action_id = ? AND state = 'confirmed' ORDER BY rowid LIMIT 1`,
    )
    .bind(main)
    .first<{ id: string; state: 'confirmed' }>();
  if (!seen) throw new Error('nobody counts');
  const organized = await findConsoleCampaign(db, campaign.slug);
  if (!organized) throw new Error('no campaign');
  const done = await decide({ db }, shippedHouse.hooks.whenCounted, {
    ...{ kind: 'struck-off', code: 'automated', reason: '', seen, actionId: main },
    ...{ campaign: organized, actor: 'command', now: new Date() },
  });
  if (!done.ok) throw new Error(done.error.reason);
  return 1;
}
