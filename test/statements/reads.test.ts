import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { prepareTree } from '../../worker/statements/prepare.ts';
import { digestMaking } from '../digests/stored.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { openPetition } from '../support/factories.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { storedMembers } from './independent.ts';

const db = env.DB;

/** Closes a week of so many changes, in steps, and tells what it read and wrote. */
async function close(actionId: number, week: string) {
  const reads: Read[] = [];
  const given = { ...digestMaking(), db: countingDb(db, (read) => void reads.push(read)) };
  expect(await prepareTree(given, { actionId, week }, { left: 50 })).toBe('ready');
  const sum = (of: (read: Read) => number) => reads.reduce((total, read) => total + of(read), 0);
  return { read: sum(({ rows }) => rows), written: sum(({ written }) => written) };
}

test('what a week reads and writes grows with its changes, not with their square or with the tree', async () => {
  const { action } = await openPetition(db);
  const at = new Date('2026-11-25T12:00:00Z');
  await storeSignatures(db, action, { n: 600, at, prefix: 'a' });
  const first = await close(action.id, '2026-W48');
  expect(first.read / 600).toBeLessThan(15);
  expect(first.written / 600).toBeLessThan(10);
  await db
    .prepare(
      'UPDATE member_trees SET size = built, added = built_added, removed = built_removed, built_to = NULL, is_closed = 1 WHERE action_id = ?',
    )
    .bind(action.id)
    .run();
  await db
    .prepare(
      `UPDATE signatures SET state = 'withdrawn', inbox_slot = NULL, receipt = NULL, changed_week = '2026-W49'
      WHERE action_id = ? AND rowid % 2 = 0`,
    )
    .bind(action.id)
    .run();
  const second = await close(action.id, '2026-W49');
  const removed = (await storedMembers(action.id)).filter(({ removed_leaf }) => removed_leaf !== null).length;
  expect(removed).toBe(300);
  // It also forgets the 600 leaves of the week before.
  expect(second.read / 300).toBeLessThan(25);
  expect(second.written / 300).toBeLessThan(15);
});
