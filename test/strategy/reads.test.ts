import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { looks } from '../../worker/strategy/rules.ts';
import { testApp } from '../support/app.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import type { OrganizerClient } from '../support/organizer.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { crowd, openStrategy } from './support.ts';

const reads: Read[] = [];
const app = testApp({}, { db: countingDb(env.DB, (read) => void reads.push(read)) });
const n = 5000;
let owner: OrganizerClient;
const seen: Read[] = [];

beforeAll(async () => {
  const opened = await openStrategy(app);
  owner = opened.owner;
  await crowd(env.DB, opened.campaign.id, { n, ties: 15_000, day: '2026-11-20' });
});

async function rowsOf(path: string): Promise<{ html: string; rows: number }> {
  reads.length = 0;
  const answer = await owner.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  const own = reads.splice(0).filter(({ sql }) => /stakeholder|road_days|event_slots/.test(sql));
  seen.push(...own);
  return { html: await answer.text(), rows: own.reduce((sum, { rows }) => sum + rows, 0) };
}

test('with 5,000 stakeholders each page of the table reads a few rows, and the pages hold each of them once', async () => {
  for (const look of looks) {
    const { html, rows } = await rowsOf(`/strategy?look=${look}`);
    expect([look, rows < 200]).toEqual([look, true]);
    const next = /rel="next" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (next) expect([next, (await rowsOf(next)).rows < 200]).toEqual([next, true]);
  }
  const found = new Set<string>();
  let path: string | undefined = '/strategy?look=influence';
  for (let pages = 0; path && pages < 4; pages += 1) {
    const { html } = await rowsOf(path);
    const ids = [...html.matchAll(/stakeholders\/(\w{26})"/g)].map(([, id = '']) => id);
    expect(ids.filter((id) => found.has(id))).toEqual([]);
    for (const id of ids) found.add(id);
    path = /rel="next" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(found.size).toBe(200);
});

test('the pictures and the road read what they draw, and no more with 5,000', async () => {
  expect((await rowsOf('/power-map')).html).toContain('The picture shows 200 of them');
  for (const path of ['/power-map', '/power-grid', '/road']) {
    const { rows } = await rowsOf(path);
    expect([path, rows, rows < 4000]).toEqual([path, rows, true]);
  }
  const [first] = [...(await rowsOf('/strategy?name=office')).html.matchAll(/stakeholders\/(\w{26})"/g)];
  for (const page of ['', '/tie', '/evidence', '/edit']) {
    expect((await rowsOf(`/stakeholders/${first?.[1]}${page}`)).rows).toBeLessThan(400);
  }
});

test('no statement of these pages scans or sorts a table that grows', async () => {
  await expectNoScans(
    [...new Map(seen.map((read) => [read.sql, read])).values()].map(({ sql, values }) => ({
      sql,
      values: [...values],
    })),
    exceptionsOfAll,
  );
});
