import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeDueDigests } from '../../../worker/digests/make-digests.ts';
import { countingReads } from '../../digests/history.ts';
import { digestMaking, storedDigests } from '../../digests/stored.ts';
import { freshSlug } from '../../support/factories.ts';
import { openKit } from '../../support/kits.ts';
import { smallSurvey, surveyKit } from '../../support/surveys.ts';

const db = env.DB;
const monday = new Date('2026-11-30T12:15:00Z');

/** A survey that is alone with its committee, and the counts that so many people would leave. */
async function answeredBy(people: number) {
  const slug = freshSlug('costly');
  const kit = surveyKit({ survey: { ...smallSurvey(slug), committee: 'budget' } });
  const [safety] = kit.council.committees;
  kit.council.committees.push({ ...safety!, slug: 'budget', contact_email: `${slug}@example.org` });
  const opened = await openKit(db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { id, committee_id } = (await db
    .prepare('SELECT id, committee_id FROM actions WHERE slug = ?')
    .bind(slug)
    .first<{ id: number; committee_id: number }>())!;
  const run = (sql: string, rows: object[]) => db.prepare(sql).bind(id, JSON.stringify(rows)).run();
  const places = ['1', '2', 'outside', 'unknown'];
  const split = (question: string, keys: string[], value: (key: string) => number, isKept: boolean) => {
    const each = people / keys.length;
    const here = keys.map((key) => ({ question, place: '', key, n: each, total: each * value(key) }));
    const total = here.reduce((sum, row) => sum + row.total, 0);
    const there = places.flatMap((place) =>
      isKept
        ? keys.map((key) => ({ question, place, key, n: each / 4, total: (each / 4) * value(key) }))
        : [{ question, place, key: '', n: people / 4, total: total / 4 }],
    );
    return [...here, ...there];
  };
  const steps = Array.from({ length: 20 }, (_, n) => String(n * 5));
  const answers = [
    ...split('fund', ['yes', 'no'], () => 0, true),
    ...split('sure', ['1', '2', '3', '4', '5'], Number, false),
    ...['parks', 'training'].flatMap((line) => [
      ...split(`budget.${line}`, steps, Number, false),
      ...split(`budget.${line}~today`, ['cut', 'raised'], () => 0, true),
    ]),
    ...['fund', 'sure', 'budget'].flatMap((question) => split(`${question}~answered`, [''], () => 0, true)),
  ];
  const counts = [
    { kind: 'state', key: 'confirmed', n: people },
    ...places.map((key) => ({ kind: 'place', key, n: people / 4 })),
    { kind: 'source', key: 'direct', n: people },
  ];
  await run(
    `INSERT INTO answer_changes SELECT ?1, '2026-W48', value ->> 'question', value ->> 'place', value ->> 'key',
      value ->> 'n', value ->> 'total' FROM json_each(?2)`,
    answers,
  );
  await run(
    `INSERT INTO signature_counts SELECT ?1, value ->> 'kind', value ->> 'key', value ->> 'n' FROM json_each(?2)`,
    counts,
  );
  // Only this committee's digest is due.
  await db
    .prepare('UPDATE committees SET next_digest_at = iif(id = ?2, ?1, 2 * ?1)')
    .bind(monday.getTime(), committee_id)
    .run();
  return committee_id;
}

/** The rows that its digest reads. */
async function costOf(people: number) {
  const committee = await answeredBy(people);
  const counted = countingReads(db);
  expect(await makeDueDigests(digestMaking(counted.db, []), monday)).toEqual({ made: 1, mailed: 1 });
  const [digest] = await storedDigests(committee);
  expect(digest?.content.petitions).toEqual([]);
  expect(digest?.content.surveys?.[0]).toMatchObject({
    confirmed: people,
    questions: [
      { answered: people },
      {},
      {},
      { answered: people, lines: [{ median: 47.5 }, {}] },
      {},
      {},
      {},
    ],
  });
  return { rows: counted.rowsRead(), statements: counted.statements };
}

test('a digest of a survey that a million people answered reads as many rows as one of four hundred', async () => {
  const few = await costOf(400);
  const many = await costOf(1_000_000);
  expect(many.rows).toBe(few.rows);
  expect(many.rows).toBeLessThanOrEqual(1000);
  for (const [sql, values] of many.statements) {
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
