import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { foldByPartner } from '../../worker/coalition/credit-rules.ts';
import { imbalancesOf } from '../../worker/digests/counts-rules.ts';
import { staffToken } from '../../worker/digests/links.ts';
import { sampleTally } from '../digests/sample.ts';
import { writeDigest } from '../digests/write-digest.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openCoalition } from '../support/coalition.ts';
import { openPetition } from '../support/factories.ts';

const text = (word: string) => ({ en: word, es: word });
const partner = (slug: string) => ({ slug, name: text(slug) });

describe('sources are folded', () => {
  test('by partner, the largest first and the campaign itself last, even if it is larger', () => {
    const folded = foldByPartner([
      { partner: null, confirmed: 9 },
      { partner: partner('church'), confirmed: 2 },
      { partner: partner('clinic'), confirmed: 4 },
      { partner: partner('church'), confirmed: 3 },
      { partner: null, confirmed: 1 },
    ]);
    expect(folded).toEqual([
      { partner: partner('church'), confirmed: 5 },
      { partner: partner('clinic'), confirmed: 4 },
      { partner: null, confirmed: 10 },
    ]);
  });

  test('to nothing if no partner brought anybody, or if it was not stored who did', () => {
    expect(foldByPartner([{ partner: null, confirmed: 3 }])).toEqual([]);
    expect(foldByPartner([{ confirmed: 3 }])).toEqual([]);
    expect(foldByPartner([])).toEqual([]);
  });
});

test('a tally whose partners do not add up is refused', () => {
  const [petition] = sampleTally().petitions;
  const byPartner = [{ partner: partner('church'), confirmed: 1 }];
  expect(imbalancesOf(petition!)).toEqual([]);
  expect(imbalancesOf({ ...petition!, byPartner })).toEqual(['confirmed is not the sum of the partners']);
});

describe('what the committee is told', () => {
  let app: TestApp;
  let path = '';
  let contact = '';

  async function tell(slug: string, committeeId: number) {
    const email = await env.DB.prepare('SELECT contact_email AS email FROM committees WHERE id = ?')
      .bind(committeeId)
      .first<string>('email');
    contact = email ?? '';
    const sign = (name: string, source: string) =>
      confirmedAs(app, slug, { ...anaOf(slug), given_name: name, email: `${name}@${slug}.example`, source });
    await sign('Ana', 'church-form');
    await sign('Ben', 'church-flyer');
    await sign('Cem', 'clinic-poster');
    await sign('Dia', '');
    await app.cron('2026-11-30T12:15:00Z');
    path = `/tallies/${await staffToken(app.deps.keyring, committeeId, 1)}`;
  }

  beforeEach(() => {
    app = testApp();
  });

  const lines = [
    ['The church', '2'],
    ['The clinic', '1'],
    ['The campaign itself', '1'],
  ];

  test('is the same by partner in mail, page and downloads', async () => {
    const { context } = await openCoalition(env.DB);
    await tell(context.action.slug, context.action.committee.id);
    const [mail] = await app.mailTo(contact);
    const page = await (await app.request(path)).text();
    for (const [name, n] of lines) {
      expect(mail?.text).toMatch(new RegExp(`\\n +${name} +${n}\\n`));
      expect(mail?.html).toMatch(new RegExp(`>${name}</th><td[^>]*>${n}</td>`));
      expect(page).toMatch(new RegExp(`<th scope="row">${name}</th><td class="n">${n}</td>`));
    }
    type Told = { by_partner: { partner: string | null; confirmed: number }[] };
    const json = (await (await app.request(`${path}.json`)).json()) as {
      now: Told[];
      weeks: { petitions: (Told & { by_source: { source: string; partner: string | null }[] })[] }[];
    };
    const told = json.weeks[0]?.petitions[0];
    expect(told?.by_partner.map(({ partner, confirmed }) => [partner, confirmed])).toEqual([
      ['church', 2],
      ['clinic', 1],
      [null, 1],
    ]);
    expect(json.now[0]?.by_partner).toEqual(told?.by_partner);
    expect(told?.by_source.find(({ source }) => source === 'church-flyer')?.partner).toBe('church');
    const csv = await (await app.request(`${path}/partners.csv`)).text();
    const rows = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map((row) => [row.partner, row.partner_name, row.confirmed])).toEqual([
      ['church', 'The church', '2'],
      ['clinic', 'The clinic', '1'],
      ['no-partner', 'The campaign itself', '1'],
    ]);
  });

  test('says nothing of partners where there are none', async () => {
    const { action: petition } = await openPetition(env.DB);
    await tell(petition.slug, petition.committee.id);
    const [mail] = await app.mailTo(contact);
    for (const said of [mail?.text, await (await app.request(path)).text()]) {
      expect(said).not.toContain('By partner of the campaign');
    }
  });

  test('is unchanged for digests from before there were partners', async () => {
    const { context } = await openCoalition(env.DB);
    const { slug, committee } = context.action;
    await tell(slug, committee.id);
    await env.DB.prepare(
      `UPDATE digests SET content = json_remove(content, '$.petitions[0].byPartner', '$.petitions[0].bySource[0].partner')
      WHERE committee_id = ?`,
    )
      .bind(committee.id)
      .run();
    const page = await app.request(path);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('By partner of the campaign');
    expect((await app.request(`${path}.json`)).status).toBe(200);
    expect(await (await app.request(`${path}.csv`)).text()).not.toContain('partner');
    expect(writeDigest(sampleTally(), 'es').text).not.toContain('Por socio');
  });
});
