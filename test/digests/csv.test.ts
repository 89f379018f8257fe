import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { answer, surveyOfNovember } from '../surveys/digest/survey-weeks.ts';
import { twoWeeks } from './two-weeks.ts';

type Row = Record<string, string>;

async function rowsAt(app: Pick<TestApp, 'request'>, path: string): Promise<Row[]> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  const text = (await response.text()).replace(/^\uFEFF/, '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const sumOf = (rows: Row[]) => rows.reduce((sum, { confirmed }) => sum + Number(confirmed), 0);

test('the file of all weeks has a row for each week, action, kind of place and place, and says which add up', async () => {
  const { app, path, petition } = await twoWeeks();
  const rows = await rowsAt(app, `${path}.csv`);
  const keys = rows.map(({ week, action, place_kind, place }) => [week, action, place_kind, place].join());
  expect(new Set(keys).size).toBe(keys.length);
  expect(rows.slice(0, 5)).toMatchObject([
    {
      week: '2026-W36',
      kind: 'petition',
      action: petition.slug,
      place_kind: 'district',
      place: '1',
      adds_up: 'yes',
    },
    { place_kind: 'district', place: '2', adds_up: 'yes' },
    { place_kind: 'outside', place: 'outside', adds_up: 'yes' },
    { place_kind: 'unknown', place: 'unknown', adds_up: 'yes' },
    { place_kind: 'total', place: 'total', adds_up: 'no', received: '18' },
  ]);
  for (const { week, confirmed, change } of rows.filter(({ place_kind }) => place_kind === 'total')) {
    const adding = rows.filter((row) => row.week === week && row.adds_up === 'yes');
    expect(sumOf(adding)).toBe(Number(confirmed));
    expect(adding.reduce((sum, row) => sum + Number(row.change), 0)).toBe(Number(change));
  }
});

test('sources and partners have files of their own, each of which adds up to the total', async () => {
  const { app, path } = await twoWeeks();
  const sources = await rowsAt(app, `${path}/sources.csv`);
  const last = sources.filter(({ week }) => week === '2026-W37');
  expect(last.map(({ source, confirmed }) => [source, confirmed])).toEqual([
    ['direct', '16'],
    ['poster', '1'],
  ]);
  expect(await rowsAt(app, `${path}/partners.csv`)).toEqual([]);
  const page = await (await app.request(path)).text();
  expect(page).toContain(`href="${path}/sources.csv"`);
  expect(page).not.toContain('partners.csv');

  const partner = { slug: 'mercy', name: { en: 'Mercy', es: 'Mercy' } };
  await env.DB.prepare(`UPDATE digests SET content = json_set(content, '$.petitions[0].byPartner', json(?1))`)
    .bind(
      JSON.stringify([
        { partner, confirmed: 1 },
        { partner: null, confirmed: 16 },
      ]),
    )
    .run();
  const partners = await rowsAt(app, `${path}/partners.csv`);
  expect(partners.slice(0, 2)).toMatchObject([
    { partner: 'mercy', partner_name: 'Mercy', confirmed: '1' },
    { partner: 'no-partner', partner_name: 'The campaign itself', confirmed: '16' },
  ]);
  for (const wrong of ['petitions.csv', 'toString.csv', 'weeks.csv/x']) {
    expect((await app.request(`${path}/${wrong}`)).status).toBe(404);
  }
});

test('a committee that has only a survey gets a file with rows in it from its first week', async () => {
  const { app, path, context } = await surveyOfNovember();
  await env.DB.prepare(
    `UPDATE actions SET state = 'draft' WHERE kind = 'petition' AND campaign_id = (
      SELECT campaign_id FROM actions WHERE id = ?)`,
  )
    .bind(context.action.id)
    .run();
  for (const place of ['1', '1', '2']) await answer(app, context, '2026-11-24T12:00:00Z', { place });
  await app.cron('2026-11-30T12:00:00Z');
  const rows = await rowsAt(app, `${path}.csv`);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows[0]).toMatchObject({ kind: 'survey', action: context.action.slug, week: '2026-W48' });
  expect(rows.at(-1)).toMatchObject({ place_kind: 'total', confirmed: '3', received: '3' });
  expect((await app.request(`${path}.csv`)).headers.get('content-disposition')).toContain('"tallies-');
});
