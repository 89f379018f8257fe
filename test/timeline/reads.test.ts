import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import type { OrganizerClient } from '../support/organizer.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { idOf, openTimeline, seenIn, tactic, timelineKit } from './support.ts';

const reads: Read[] = [];
const app = testApp({}, { db: countingDb(env.DB, (read) => void reads.push(read)) });
const kit = timelineKit();
const seen: Read[] = [];
let campaign: { id: number; slug: string };
let owner: OrganizerClient;

/** 60 tactics stand here, and 2,000 in other campaigns or were taken off, each with ten versions. */
beforeAll(async () => {
  ({ campaign, owner } = await openTimeline(app, kit));
  const other = await openTimeline(app);
  const content = JSON.stringify({
    ...{
      title: 'One of many',
      phase: null,
      owner: null,
      startsOn: '2027-01-01',
      endsOn: '2027-01-31',
      needs: [],
    },
    ...{ juncture: null, outcome: '', progress: 'planned', savedBy: owner.id },
    measure: { kind: 'action', action: kit.petitions[0]?.slug, target: 10 },
  });
  const numbers = 'WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?1)';
  const id = "'T' || printf('%025d', i)";
  await env.DB.batch([
    env.DB.prepare(
      `${numbers} INSERT INTO tactics (id, campaign_id, state, change_id, version, remind_at)
      SELECT ${id}, iif(i < 59 OR i % 2 = 0, ?2, ?3), iif(i < 59 OR i % 2 = 1, 'stands', 'gone'), ${id}, 10, ?4
      FROM numbers`,
    ).bind(2000, campaign.id, other.campaign.id, Date.parse('2027-01-24T13:00:00Z')),
    env.DB.prepare(
      `${numbers} INSERT INTO tactic_texts (tactic_id, version, content)
      SELECT ${id}, version.value, ?2 FROM numbers CROSS JOIN json_each('[1,2,3,4,5,6,7,8,9,10]') AS version`,
    ).bind(2000, content),
  ]);
});

async function rowsOf(work: () => Response | Promise<Response>): Promise<number> {
  reads.length = 0;
  const answer = await work();
  expect(answer.status).toBeLessThan(400);
  const own = reads.splice(0).filter(({ sql }) => /tactic|measured|trainings/.test(sql));
  seen.push(...own);
  return own.reduce((sum, { rows }) => sum + rows, 0);
}

test('a page of the plan reads what stands on it, and no more beside 2,000 others and old versions', async () => {
  expect((await owner.post('/new-tactic', { ...tactic, title: 'The last one' })).status).toBe(303);
  const last = await idOf(app, campaign, 'The last one');
  const first = `T${'0'.repeat(25)}`;
  for (const path of ['/plan', '/plan.ics', '/new-tactic', `/tactics/${last}`]) {
    const rows = await rowsOf(() => owner.get(path));
    expect([path, rows, rows < 500]).toEqual([path, rows, true]);
  }
  const change = { ...tactic, title: 'The last one', needs: first, outcome: 'Changed' };
  const form = seenIn(await owner.read(`/tactics/${last}`));
  expect(await rowsOf(() => owner.post(`/tactics/${last}`, { ...change, seen: form }))).toBeLessThan(700);
});

test('reminders are found by an index, in rounds', async () => {
  const rows = await rowsOf(async () => {
    await app.cron('2027-01-24T13:00:00Z');
    return new Response();
  });
  expect(rows).toBeGreaterThan(0);
  const waiting = env.DB.prepare('SELECT count(*) AS n FROM tactics WHERE remind_at <= ?');
  expect(await waiting.bind(Date.parse('2027-01-24T13:00:00Z')).first('n')).toBe(0);
  await env.DB.prepare("DELETE FROM outbox WHERE kind LIKE 'tactic-reminder:%'").run();
});

test('the public page and its parts of other pages read one row of the campaign', async () => {
  for (const path of ['', '/timeline']) {
    reads.length = 0;
    expect((await app.request(`/campaigns/${campaign.slug}${path}`)).status).toBe(200);
    expect(reads.filter(({ sql }) => /tactic/.test(sql))).toEqual([]);
  }
  reads.length = 0;
  await app.request(`/api/v1/campaigns/${campaign.slug}`);
  expect(reads.filter(({ sql }) => /tactic/.test(sql))).toEqual([]);
});

test('no statement of these pages scans or sorts a table that grows', async () => {
  await expectNoScans(
    [...new Map(seen.map((read) => [read.sql, read])).values()].map(({ sql, values }) => ({
      sql,
      values: [...values],
    })),
    [
      ...exceptionsOfAll,
      { sql: 'RECURSIVE reached', line: 'SCAN reached', because: 'goes through one plan, of 60 at most' },
    ],
  );
});
