import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { datesOf, previousWeek } from '../../worker/digests/week-rules.ts';
import { testApp } from '../support/app.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { committeeOf } from './two-weeks.ts';

/** A committee with so many weekly digests. The last one is real, and the others are copies of it. */
async function committeeWith(weeks: number) {
  const app = testApp();
  const { action: petition } = await campaignOfAugust({ closesOn: null });
  const { sign } = historyOf(petition);
  for (let n = 0; n < 12; n += 1) await sign(`2026-09-02T${10 + n}:00:00Z`, { place: n % 3 ? '1' : '2' });
  await app.cron('2026-09-07T11:00:00Z');
  const { id } = await committeeOf(petition.id);
  const earlier: { week: string; endsOn: string }[] = [];
  for (let week = previousWeek('2026-W36'); earlier.length < weeks - 1; week = previousWeek(week)) {
    earlier.push({ week, endsOn: datesOf(week).endsOn });
  }
  const like = 'FROM json_each(?2) AS earlier CROSS JOIN';
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO digests SELECT ?1 || '-' || (value ->> 'week'), ?1, value ->> 'week',
        json_set(content, '$.week', value ->> 'week', '$.weekEndsOn', value ->> 'endsOn'), made_at, mailed
      ${like} digests WHERE committee_id = ?1`,
    ).bind(id, JSON.stringify(earlier)),
    env.DB.prepare(
      `INSERT INTO digest_lines SELECT ?1, value ->> 'week', section, slug, state, confirmed, change, corrected, mailed
      ${like} digest_lines WHERE committee_id = ?1`,
    ).bind(id, JSON.stringify(earlier)),
  ]);
  return { path: `/tallies/${await staffToken(app.deps.keyring, id, 1)}`, slug: petition.slug };
}

/** Counts the rows that statements read and the bytes that they return. */
function measuringDb() {
  const cost = { rows: 0, bytes: 0, mostContents: 0 };
  const note = <Result extends D1Result>(result: Result): Result => {
    cost.rows += result.meta.rows_read;
    cost.bytes += JSON.stringify(result.results).length;
    const contents = (result.results as object[]).filter((row) => 'content' in row);
    cost.mostContents = Math.max(cost.mostContents, contents.length);
    return result;
  };
  const db = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => (await target.batch(statements)).map(note);
      }
      return Reflect.get(target, name).bind(target);
    },
  });
  return { db, cost };
}

async function costOf(path: string) {
  const { db, cost } = measuringDb();
  const answer = await testApp({}, { db }).request(path);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return { ...cost, sent: text.length, text };
}

/** The number of weeks on the first page of the list. */
const listed = 26;

test('the staff page reads and sends as much after three years as after half a year', async () => {
  const few = await costOf((await committeeWith(10)).path);
  const half = await costOf((await committeeWith(listed)).path);
  const { path } = await committeeWith(156);
  const many = await costOf(path);
  expect(many.mostContents).toBe(1);
  // The page reads one week more to learn whether there are more, and then links to them.
  expect(many.rows - half.rows).toBeLessThanOrEqual(2);
  expect(many.bytes - half.bytes).toBeLessThanOrEqual(200);
  expect(many.sent - half.sent).toBeLessThanOrEqual(300);
  // Up to that number, each week adds a line to the list and a dot to the trend.
  expect((many.rows - few.rows) / (listed - 10)).toBeLessThanOrEqual(6);
  expect((many.bytes - few.bytes) / (listed - 10)).toBeLessThanOrEqual(250);
  expect((many.sent - few.sent) / (listed - 10)).toBeLessThanOrEqual(500);

  const weeksIn = (html: string) =>
    [...html.matchAll(/\?week=(\d{4}-W\d\d)[^"]*" class="week"/g)].map(([, week]) => week);
  const weeks = weeksIn(many.text);
  expect(weeks).toHaveLength(listed);
  const [, earlierHref = ''] = /href="([^"]*before=[^"]*)">Earlier weeks/.exec(many.text) ?? [];
  const earlier = await costOf(earlierHref.replaceAll('&amp;', '&'));
  expect(weeksIn(earlier.text)[0]).toBe(previousWeek(weeks.at(-1) ?? ''));
  expect(earlier.text).toContain('The latest weeks');
  expect(half.text).not.toContain('Earlier weeks');
});

test('the JSON has every week and day once, in pages that lead to one another', async () => {
  const { path, slug } = await committeeWith(156);
  const app = testApp();
  const told: string[] = [];
  const days: string[] = [];
  await env.DB.prepare(
    `INSERT INTO signature_counts (action_id, kind, key, n)
    SELECT (SELECT id FROM actions WHERE slug = ?), 'day', date('2026-09-01', '-' || value || ' days'), 1
    FROM json_each(?)`,
  )
    .bind(slug, JSON.stringify(Array.from({ length: 1000 }, (_, n) => n + 1)))
    .run();
  let pages = 0;
  for (let next: string | null = `${path}.json?lang=es`; next !== null; pages += 1) {
    const { text, mostContents } = await costOf(next);
    expect(mostContents).toBeLessThanOrEqual(14);
    const page = JSON.parse(text) as {
      weeks: { week: string }[];
      now: { by_day: { day: string }[] }[];
      next: string | null;
    };
    const listedDays = page.now.flatMap(({ by_day }) => by_day.map(({ day }) => day));
    expect(listedDays.length).toBeLessThanOrEqual(14 * 7);
    days.unshift(...listedDays);
    told.unshift(...page.weeks.map(({ week }) => week));
    expect(page.next ?? 'lang=es').toContain('lang=es');
    next = page.next?.replace(app.deps.settings.publicUrl, '') ?? null;
  }
  expect(pages).toBe(12);
  expect(days).toEqual([...new Set(days)].sort());
  expect(days.length).toBeGreaterThan(1000);
  for (const wrong of ['?before=x', '.json?before=2026-W99']) {
    expect((await app.request(path + wrong)).status).toBe(404);
  }
  expect(told).toHaveLength(156);
  expect(told).toEqual([...new Set(told)].sort());
});

test('the CSV has every week once, and none is read with more than a quarter of a year', async () => {
  const { path } = await committeeWith(156);
  const { text, mostContents } = await costOf(`${path}.csv`);
  expect(mostContents).toBeLessThanOrEqual(14);
  const rows = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const weeks = rows.filter(({ place }) => place === 'total').map(({ week }) => week);
  expect(weeks).toHaveLength(156);
  expect(weeks).toEqual([...new Set(weeks)].sort());
});
