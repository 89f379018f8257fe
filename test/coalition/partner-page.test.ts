import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { partnerToken } from '../../worker/coalition/partner-links.ts';
import { listPartners } from '../../worker/coalition/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { countingReads } from '../digests/history.ts';
import { fill } from '../signatures/filled.ts';
import { confirmedAs, signedAs } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import {
  type Coalition,
  openCoalition,
  partnerJson,
  partnerPath,
  revokePartner,
} from '../support/coalition.ts';
import { publicCounts } from '../support/people.ts';

let app: TestApp;
let coalition: Coalition;

/**
 * Ana signs with the church's form and again with the clinic's poster, Ben with the poster, Cem without a source. Dia
 * does not confirm.
 */
async function aLivelyCoalition() {
  app = testApp();
  coalition = await openCoalition(env.DB);
  const { slug } = coalition.context.action;
  const person = (name: string, source: string) => {
    return { ...anaOf(slug), given_name: name, email: `${name}@${slug}.example`, source };
  };
  await app.request(`/petitions/${slug}?source=church-form`);
  await app.afterAnswers();
  await confirmedAs(app, slug, person('Ana', 'church-form'));
  await confirmedAs(app, slug, person('Ana', 'clinic-poster'));
  await confirmedAs(app, slug, person('Ben', 'clinic-poster'));
  await confirmedAs(app, slug, person('Cem', ''));
  await signedAs(app, slug, person('Dia', 'church-flyer'));
}

const page = async (slug: string) => partnerPath(app, coalition.partners[slug]);
const textOf = async (path: string) => (await app.request(path)).text();

describe('a partner’s page', () => {
  beforeAll(aLivelyCoalition);

  test('says what came by each of its sources, and what overlaps: a number, never who', async () => {
    const church = (await partnerJson(app, coalition.partners.church)).actions[0];
    expect(church).toMatchObject({ confirmed: 3, opened: 1, signed: 2, credited: 1, not_counted: 1 });
    expect(church?.by_source.map(({ source, credited }) => [source, credited])).toEqual([
      ['church-flyer', 0],
      ['church-form', 1],
    ]);
    const clinic = (await partnerJson(app, coalition.partners.clinic)).actions[0];
    expect(clinic).toMatchObject({ signed: 2, credited: 1, counted_elsewhere: 1, not_counted: 0 });
  });

  test('shows everyone the same totals, which add up to all who count', async () => {
    const pages = await Promise.all(
      Object.values(coalition.partners).map((partner) => partnerJson(app, partner)),
    );
    const totals = pages.map(({ actions }) => actions[0]?.by_partner);
    expect(totals[0]?.map(({ partner, credited }) => [partner, credited])).toEqual([
      ['church', 1],
      ['clinic', 1],
      ['club', 0],
      [null, 1],
    ]);
    expect(totals).toEqual([totals[0], totals[0], totals[0]]);
    const { confirmed } = await publicCounts(app, coalition.context.action.slug);
    expect(pages.map(({ actions }) => actions[0]?.confirmed)).toEqual([confirmed, confirmed, confirmed]);
  });

  test('reads in both languages, keeps the norms and tells when the partner agreed to them', async () => {
    const path = await page('church');
    const english = await textOf(path);
    for (const words of [
      'The church: what came through you',
      'A person counts once.',
      'Thursday, October 1, 2026',
      '33.3% of all 3 people who signed and confirmed',
      `/petitions/${coalition.context.action.slug}?source=church-form`,
    ]) {
      expect(english).toContain(words);
    }
    const spanish = await textOf(`${path}?lang=es`);
    expect(spanish).toContain('The church (es): lo que llegó por usted');
    expect(spanish).toContain(`${path}.csv?lang=es`);
    expect(await textOf(await page('club'))).toContain('You have not agreed yet');
  });

  test('names nobody who signed, in whatever form it is read', async () => {
    for (const slug of ['church', 'clinic', 'club']) {
      for (const suffix of ['', '.csv', '.json']) {
        expect(await textOf((await page(slug)) + suffix)).not.toMatch(/\bAna|\bBen\b|\bDia\b|@town/);
      }
    }
  });

  test('comes as CSV, a row for each source, their sum and everyone', async () => {
    const answer = await app.request(`${await page('church')}.csv`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="church.csv"');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toEqual([
      'action,title,source,source_name,kind,opened,signed,credited,counted_elsewhere,not_counted',
      expect.stringMatching(/-petition,A small petition,church-flyer,church-flyer,flyer,0,1,0,0,1$/),
      expect.stringMatching(/,church-form,church-form,embed,1,1,1,0,0$/),
      expect.stringMatching(/,total,,,1,2,1,0,1$/),
      expect.stringMatching(/,everyone,,,,,3,,$/),
    ]);
  });

  test('explains every column of the CSV in both languages', async () => {
    const [header = ''] = (await textOf(`${await page('church')}.csv`)).replace('\uFEFF', '').split('\r\n');
    const { en, es } = (await shippedHouse.partnerPageSections()).find(({ csv }) => csv)!.csv!.columns;
    for (const columns of [en, es]) expect(Object.keys(columns)).toEqual(header.split(','));
  });

  test('is stored by no cache and found by no search engine', async () => {
    const { headers } = await app.request(await page('church'));
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('the link to it', () => {
  beforeEach(aLivelyCoalition);

  test('ends when it is revoked, and says whom to ask; the new one works', async () => {
    const old = await page('church');
    await revokePartner(env.DB, coalition.partners.church?.id ?? 0);
    for (const suffix of ['', '.csv', '.json']) {
      const answer = await app.request(old + suffix);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('organizers@example.org');
    }
    const [church] = await listPartners(env.DB, coalition.context.campaign.id);
    expect((await app.request(await partnerPath(app, church))).status).toBe(200);
    expect((await app.request(await page('clinic'))).status).toBe(200);
  });

  test('that we did not make leads nowhere', async () => {
    const { keyring } = app.deps;
    const foreign = [
      'x',
      await keyring.token('staff', '1.1'),
      await keyring.token('partner', '999999.1'),
      await keyring.token('partner', 'x'),
    ];
    for (const token of foreign) expect((await app.request(`/partners/${token}`)).status).toBe(404);
    expect((await app.request(`${await page('church')}.xml`)).status).toBe(404);
  });
});

describe('the page', () => {
  beforeEach(aLivelyCoalition);

  /** The D1 calls and rows read for this page, which must not scan a table that grows. */
  async function costOf() {
    const counted = countingReads(env.DB);
    let calls = 0;
    const db = {
      ...counted.db,
      batch(statements: D1PreparedStatement[]) {
        calls += 1;
        return counted.db.batch(statements);
      },
    } as D1Database;
    const watched = testApp({ rememberFor: 1000 }, { db });
    // The first request also reads which switches are on, so make it before counting.
    await watched.request('/developers');
    const before = counted.rowsRead();
    const { keyring } = app.deps;
    const path = `/partners/${await partnerToken(keyring, coalition.partners.church!)}`;
    expect((await watched.request(path)).status).toBe(200);
    for (const [sql, values] of counted.statements) {
      const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...values)
        .all<{ detail: string }>();
      const scans = plan.results.filter(({ detail }) =>
        /^SCAN (signatures|s\w+_counts|source_views|webhook\w*)/.test(detail),
      );
      expect(scans, sql).toEqual([]);
    }
    return { calls, rows: counted.rowsRead() - before };
  }

  test('asks the database once, with as many rows when a thousand have signed and three years have passed', async () => {
    const before = await costOf();
    expect(before.calls).toBe(1);
    await fill(coalition.context, 1000);
    const days = Array.from({ length: 1100 }, (_, n) => new Date(n * day).toISOString().slice(0, 10));
    await env.DB.prepare(
      `INSERT INTO source_views SELECT ?1, 'church-form', value, 3 FROM json_each(?2) WHERE true`,
    )
      .bind(coalition.context.action.id, JSON.stringify(days))
      .run();
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO webhooks (id, partner_id, campaign_id, url, secret, events, created_at)
        SELECT 'busy', id, campaign_id, 'https://church.example.org/', x'00', '[]', 0 FROM partners WHERE id = ?`,
      ).bind(coalition.partners.church!.id),
      env.DB.prepare(
        `INSERT INTO webhook_deliveries (id, webhook_id, event, ref, state, due_at, created_at, last_at)
        SELECT value, 'busy', 'signature.confirmed', value, 'delivered', 0, 0, key FROM json_each(?)`,
      ).bind(JSON.stringify(days)),
    ]);
    const after = await costOf();
    expect(after.calls).toBe(1);
    expect(after.rows).toBeLessThanOrEqual(before.rows + 30);
    const [action] = (await partnerJson(app, coalition.partners.church)).actions;
    expect(action).toMatchObject({ opened: 3301 });
  });
});

test('counts that do not add up are not shown, and the log says which', async () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  await aLivelyCoalition();
  await env.DB.prepare(
    "UPDATE signature_counts SET n = n + 1 WHERE kind = 'source' AND key = 'direct' AND action_id = ?",
  )
    .bind(coalition.context.action.id)
    .run();
  expect((await app.request(await page('church'))).status).toBe(500);
  expect(spy.mock.calls.map(([line]) => JSON.parse(line).first)).toContain(
    `${coalition.context.action.slug}: sources add up to 4 of 3`,
  );
  vi.restoreAllMocks();
});

test('a partner through whom nobody came sees zeros, and one without a source sees how to get one', async () => {
  app = testApp();
  coalition = await openCoalition(env.DB);
  await env.DB.prepare("DELETE FROM sources WHERE slug = 'club-link' AND campaign_id = ?")
    .bind(coalition.context.campaign.id)
    .run();
  expect(await textOf(await page('club'))).toContain('You have no source yet');
  expect(await textOf(await page('church'))).toContain('Nobody has signed and confirmed yet');
});
