import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { datesOf, nextWeek } from '../../worker/digests/week-rules.ts';
import { campaignOfAugust, countingReads } from './history.ts';
import { digestMaking, storedDigests } from './stored.ts';

const db = env.DB;
const lastDue = new Date('2029-08-06T11:00:00Z');
const weeks = ['2026-W36'];
while (weeks.at(-1)! < '2029-W31') weeks.push(nextWeek(weeks.at(-1)!));

test('a digest of a million signatures, after three years of weeks, reads at most 1,000 rows and scans no table', async () => {
  const { action: petition } = await campaignOfAugust({ closesOn: null });
  await fillAccount(petition.id);
  await pretendTold(petition);
  const counted = countingReads(db);
  expect(await makeDueDigests(digestMaking(counted.db, []), lastDue)).toEqual({ made: 1, mailed: 1 });

  const { committee_id } = await committeeOf(petition.id);
  const last = (await storedDigests(committee_id)).at(-1)?.content;
  expect(last).toMatchObject({ week: '2029-W31', petitions: [{ confirmed: 1_000_000, change: 0 }] });
  expect(last?.petitions[0]?.corrections).toHaveLength(weeks.length - 1);
  expect(counted.rowsRead()).toBeGreaterThan(weeks.length);
  expect(counted.rowsRead()).toBeLessThanOrEqual(1000);

  for (const [sql, values] of counted.statements) {
    if (sql.startsWith('INSERT INTO outbox')) continue;
    const plan = await db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values)
      .all<{ detail: string }>();
    const scans = plan.results.filter(({ detail }) =>
      /^SCAN (?!.*(json_each|VIRTUAL|CONSTANT))/.test(detail),
    );
    expect(scans, sql).toEqual([]);
  }
});

async function committeeOf(actionId: number) {
  const row = await db
    .prepare('SELECT committee_id FROM actions WHERE id = ?')
    .bind(actionId)
    .first<{ committee_id: number }>();
  return row!;
}

/**
 * Stored counts, a thousand days of them, and the changes of each week. The last week corrects every week before it.
 */
async function fillAccount(actionId: number) {
  const sources = ['direct', 'other', ...Array.from({ length: 18 }, (_, n) => `partner-${n}`)];
  const days = Array.from({ length: 1000 }, (_, n) =>
    new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10),
  );
  const each = (kind: string, keys: string[], n: number) => keys.map((key) => ({ kind, key, n }));
  const counts = [
    ...each('state', ['confirmed'], 1_000_000),
    ...each('state', ['unconfirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated'], 5000),
    ...each('place', ['1', '2', 'outside', 'unknown'], 250_000),
    ...each('source', sources, 50_000),
    ...each('possible', [''], 900),
  ];
  const changes = weeks.flatMap((week) => counts.map(({ kind, key }) => ({ week, kind, key, n: 7 })));
  const corrections = weeks.slice(0, -1).map((of) => {
    return { week: '2029-W31', kind: 'correction', key: `${of} withdrawn`, n: 1 };
  });
  await db.batch([
    db
      .prepare(
        `INSERT INTO signature_changes
        SELECT ?1, value ->> 'week', value ->> 'kind', value ->> 'key', value ->> 'n' FROM json_each(?2)`,
      )
      .bind(actionId, JSON.stringify([...changes, ...corrections])),
    db
      .prepare(
        `INSERT INTO signature_counts SELECT ?1, value ->> 'kind', value ->> 'key', value ->> 'n' FROM json_each(?2)
        WHERE true ON CONFLICT DO UPDATE SET n = excluded.n`,
      )
      .bind(actionId, JSON.stringify([...counts, ...each('day', days, 1000)])),
  ]);
}

/** Digests of all weeks but the last, none of them mailed, so that the search for the last mailed one takes longest. */
async function pretendTold({ id, slug }: { id: number; slug: string }) {
  const { committee_id } = await committeeOf(id);
  const rows = weeks.slice(0, -1).map((week) => {
    const told = { slug, confirmed: 1_000_000, state: 'open' };
    return {
      week,
      content: {
        weekEndsOn: datesOf(week).endsOn,
        dueOn: datesOf(nextWeek(week)).startsOn,
        petitions: [told],
      },
    };
  });
  await db.batch([
    db
      .prepare(
        `INSERT INTO digests SELECT ?1 || '-' || (value ->> 'week'), ?1, value ->> 'week', value ->> 'content', 0, 0
        FROM json_each(?2)`,
      )
      .bind(committee_id, JSON.stringify(rows)),
    db
      .prepare(
        `INSERT INTO digest_lines SELECT ?1, value ->> 'week', 'petitions', ?2, 'open', 1000000, 0, 0, 0
        FROM json_each(?3)`,
      )
      .bind(committee_id, slug, JSON.stringify(rows)),
    db.prepare('UPDATE committees SET next_digest_at = ? WHERE id = ?').bind(lastDue.getTime(), committee_id),
  ]);
}
