import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { testApp } from '../support/app.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { committeeOf, twoWeeks } from './two-weeks.ts';

const db = env.DB;

type Counts = Record<string, number>;
type JsonWeek = {
  week: string;
  ends_on: string;
  petitions: {
    petition: string;
    confirmed: number;
    change: number;
    counts: Counts;
    by_district: { district: string; confirmed: number }[];
    outside: number;
    unknown: number;
    by_source: { source: string; confirmed: number }[];
    possible_duplicates: number;
    corrections: { week: string; what: string; count: number }[];
  }[];
};
type Json = { now: (JsonWeek['petitions'][number] & { by_day: unknown[] })[]; weeks: JsonWeek[] };

const numbersIn = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the staff page, the mail and the downloads', () => {
  test('agree to the digit', async () => {
    const { app, petition, path, contactEmail } = await twoWeeks();
    const page = numbersIn(await (await app.request(path)).text());
    const [mail] = await app.mailTo(contactEmail);
    const json = (await (await app.request(`${path}.json`)).json()) as Json;
    const csv = Papa.parse<Record<string, string>>(
      (await (await app.request(`${path}.csv`)).text()).replace(/^\uFEFF/, ''),
      { header: true, skipEmptyLines: true },
    ).data;

    const told = json.weeks.at(-1)?.petitions[0];
    expect(told).toMatchObject({
      petition: petition.slug,
      confirmed: 17,
      change: 0,
      counts: {
        received: 20,
        confirmed: 17,
        unconfirmed: 1,
        duplicate: 1,
        flagged: 0,
        withdrawn: 1,
        invalidated: 0,
      },
      by_district: [
        { district: '1', confirmed: 2 },
        { district: '2', confirmed: 10 },
      ],
      outside: 5,
      unknown: 0,
      by_source: [
        { source: 'direct', confirmed: 16 },
        { source: 'poster', confirmed: 1 },
      ],
      possible_duplicates: 0,
      corrections: [
        { week: '2026-W36', what: 'moved', count: 1 },
        { week: '2026-W36', what: 'withdrawn', count: 1 },
      ],
    });
    expect(json.weeks[0]?.petitions[0]).toMatchObject({ confirmed: 17, change: 17, possible_duplicates: 1 });
    expect(json.now[0]).toMatchObject({ counts: { confirmed: 18, received: 21 } });
    expect(json.now[0]?.by_day).toContainEqual({ day: '2026-09-15', confirmed: 1 });

    const totals = csv.filter((row) => row.place === 'total');
    expect(totals.map(({ week, confirmed, change }) => [week, confirmed, change])).toEqual([
      ['2026-W36', '17', '17'],
      ['2026-W37', '17', '0'],
    ]);
    const last = csv.filter((row) => row.week === '2026-W37');
    expect(last.map(({ place, confirmed }) => [place, Number(confirmed)])).toEqual([
      ...told!.by_district.map(({ district, confirmed }) => [district, confirmed]),
      ['outside', 5],
      ['unknown', 0],
      ['total', 17],
    ]);
    expect(totals[1]).toMatchObject({
      received: '20',
      unconfirmed: '1',
      duplicate: '1',
      withdrawn: '1',
      corrected: '2',
    });

    // The sample confirms nobody through the pages, so the cron job finds that the threshold is reached.
    expect(mail?.subject).toBe('“A small petition” reached 10 signatures');
    for (const said of [page, numbersIn(mail!.html), mail!.text]) {
      const text = said.replace(/\s+/g, ' ');
      expect(text).toMatch(/District 2 10\b/);
      expect(text).toMatch(/District 1 2\b/);
      expect(text).toMatch(/Outside Riverton 5\b/);
      expect(text).toMatch(/Place not known 0\b/);
      expect(text).toMatch(/All verified signatures 17\b/);
      expect(text).toMatch(/Received in all 20\b/);
      expect(text).toMatch(
        /Of the signatures confirmed in the week ending September 6, 2026, 1 was withdrawn by the signer/,
      );
      expect(text).toMatch(
        /17 people have signed and confirmed: no change since the tally of the week ending September 6/,
      );
    }
    expect(page).toMatch(
      /18 verified signatures as of Tuesday, September 15, 2026, 11:00 am Eastern Time: \+1 since/,
    );
  });

  test('an earlier week is shown as it was reported, and a week without a digest does not exist', async () => {
    const { app, path } = await twoWeeks();
    const earlier = numbersIn(await (await app.request(`${path}?week=2026-W36`)).text());
    expect(earlier).toMatch(/Place not known 1\b/);
    expect(earlier).toContain('this is the first tally');
    expect(earlier).not.toContain('as of Tuesday, September 15');
    for (const week of ['2026-W35', '2026-W38', 'x', '']) {
      expect((await app.request(`${path}?week=${week}`)).status).toBe(404);
    }
  });

  test('in Spanish say the same', async () => {
    const { app, path } = await twoWeeks();
    const page = numbersIn(await (await app.request(`${path}?lang=es`)).text());
    expect(page).toContain('17 personas han firmado y confirmado: sin cambios desde el recuento');
    expect(page).toContain('District 2 (es) 10');
  });

  test('show the numbers of now before the first digest', async () => {
    const app = testApp();
    const { action: petition } = await campaignOfAugust();
    await historyOf(petition).sign('2026-09-02T12:00:00Z');
    app.setNow('2026-09-03T12:00:00Z');
    const { id } = await committeeOf(petition.id);
    const path = `/tallies/${await staffToken(app.deps.keyring, id, 1)}`;
    const page = numbersIn(await (await app.request(path)).text());
    expect(page).toContain('The first weekly tally is made on');
    expect(page).toContain('1 verified signature as of Thursday, September 3, 2026');
    expect(await (await app.request(`${path}.json`)).json()).toMatchObject({
      weeks: [],
      now: [{ counts: { confirmed: 1 } }],
    });
    expect((await (await app.request(`${path}.csv`)).text()).split('\r\n')).toHaveLength(2);
  });

  test('are stored by no cache and no search engine, and send no referrer', async () => {
    const { app, path } = await twoWeeks();
    for (const suffix of ['', '.csv', '.json', '?week=2026-W36', 'x']) {
      const { headers } = await app.request(path + suffix);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('are named so that a clerk can file them', async () => {
    const { app, path } = await twoWeeks();
    const csv = await app.request(`${path}.csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="tallies-safety-2026-09-13.csv"',
    );
    expect([...new Uint8Array(await csv.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const json = await app.request(`${path}.json`);
    expect(json.headers.get('content-disposition')).toContain('tallies-safety-2026-09-13.json');
  });
});

describe('a cell of the CSV', () => {
  test('that a spreadsheet would take for a formula is text, and a number below zero stays a number', async () => {
    const app = testApp();
    const { action: petition } = await campaignOfAugust();
    const titles = ['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'];
    const { id } = await committeeOf(petition.id);
    const path = `/tallies/${await staffToken(app.deps.keyring, id, 1)}.csv`;
    const { sign, become } = historyOf(petition);
    const one = await sign('2026-09-02T12:00:00Z');
    await app.cron('2026-09-07T11:00:00Z');
    await become(one, 'withdrawn', '2026-09-08T12:00:00Z');
    await app.cron('2026-09-14T11:00:00Z');
    for (const title of titles) {
      await db
        .prepare(
          `UPDATE digests SET content = json_set(content, '$.petitions[0].title.en', ?) WHERE committee_id = ?`,
        )
        .bind(title, id)
        .run();
      const csv = (await (await app.request(path)).text()).replace(/^\uFEFF/, '');
      const rows = Papa.parse<Record<string, string>>(csv, {
        header: true,
        newline: '\r\n',
        skipEmptyLines: true,
      }).data;
      expect(rows[0]?.title).toBe(`'${title}`);
      expect(rows.findLast(({ place }) => place === 'total')?.change).toBe('-1');
    }
  });
});
