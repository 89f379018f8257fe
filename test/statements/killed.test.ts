import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { faultyDb } from '../faults/faulty-db.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { problemsWithTrees, storedEntries, storedStatements, toHex } from './independent.ts';

const db = env.DB;
const making = digestMaking();
const firstMonday = new Date('2026-09-07T11:00:00Z');
const daysLater = (days: number) => new Date(firstMonday.getTime() + days * 86_400_000);

// Also after 07:00 in New York when winter time has begun.
const mondayAfter = (weeks: number) => daysLater(weeks * 7 + 0.1);

beforeEach(() => stopEarlierDigests(db));

/** Three people of week 36, one of whom withdraws in week 37. */
async function twoWeeks(): Promise<number> {
  const { action } = await campaignOfAugust();
  const { sign, become } = historyOf(action);
  const first = await sign('2026-09-02T12:00:00Z');
  for (const place of ['1', '2']) await sign('2026-09-03T12:00:00Z', { place });
  await become(first, 'withdrawn', '2026-09-08T12:00:00Z');
  return action.id;
}

/** Its statements without what is of one campaign alone: names, random salts, and the place in the log. */
async function told(actionId: number): Promise<string> {
  const statements = await storedStatements(actionId);
  return JSON.stringify(
    statements.map(({ action, texts, previous, campaign, members: { root, ...members }, ...rest }) => ({
      ...rest,
      trained: campaign?.trained,
      members,
    })),
  );
}

/** What is stored of the log, the trees and the digests. */
async function bytesOf(actionId: number): Promise<string> {
  const queries = [
    'SELECT * FROM statements ORDER BY log_index',
    'SELECT * FROM log_heads ORDER BY size',
    'SELECT tree, level, idx, hex(bytes) FROM tree_tiles ORDER BY 1, 2, 3',
    'SELECT signature_id, leaf, hex(salt), removed_leaf FROM members ORDER BY 1, 2',
    'SELECT week, content FROM digests ORDER BY week, id',
  ];
  const results = await db.batch(queries.map((sql) => db.prepare(sql)));
  return JSON.stringify([actionId, ...results.map((one) => one.results)]);
}

async function onTime(): Promise<string> {
  const actionId = await twoWeeks();
  await makeDueDigests(making, firstMonday);
  await makeDueDigests(making, daysLater(7));
  await stopEarlierDigests(db);
  return told(actionId);
}

test('a closing that is late by three weeks tells each week as one that is on time does', async () => {
  const expected = JSON.parse(await onTime()) as { week: string }[];
  const actionId = await twoWeeks();
  await makeDueDigests(making, daysLater(21));
  const late = JSON.parse(await told(actionId)) as { week: string }[];
  expect(late.slice(0, 2)).toEqual(expected);
  expect(late.map(({ week }) => week)).toEqual(['2026-W36', '2026-W37', '2026-W38', '2026-W39']);
});

test('a closing that was killed at any of its calls is gone on with, and nothing is told twice', async () => {
  const { action } = await campaignOfAugust({ closesOn: null });
  const { sign, become } = historyOf(action);
  await makeDueDigests(making, firstMonday);
  const faulty = faultyDb();
  const killable = digestMaking(faulty.db);
  let last = '';
  let week = 0;
  for (let wasKilled = true; wasKilled; ) {
    week += 1;
    const during = daysLater(week * 7 - 5).toISOString();
    if (last !== '') await become(last, 'withdrawn', during);
    last = await sign(during);
    // No call from this one on reaches the database.
    faulty.fail({ atCall: week, when: 'before', message: 'killed', forGood: true });
    wasKilled = await makeDueDigests(killable, mondayAfter(week)).then(
      () => false,
      () => true,
    );
    faulty.fail(null);
    const begun = (await storedEntries(action.id, 1000)).map(toHex);
    await makeDueDigests(making, mondayAfter(week));
    expect((await storedStatements(action.id)).slice(1).at(-1), `killed at call ${week}`).toMatchObject({
      account: { received: week, confirmed: 1, withdrawn: week - 1 },
      members: { added: week, removed: week - 1 },
    });
    // What was built before is kept, and a repetition writes nothing.
    expect((await storedEntries(action.id, 1000)).map(toHex).slice(0, begun.length)).toEqual(begun);
    const stored = await bytesOf(action.id);
    await makeDueDigests(making, mondayAfter(week));
    expect(await bytesOf(action.id)).toBe(stored);
  }
  expect(week).toBeGreaterThan(8);
  expect(await storedStatements(action.id)).toHaveLength(week + 1);
  expect(await problemsWithTrees(action.id)).toEqual([]);
});
