import { expect, test } from 'vitest';
import { actsQuery } from '../../../worker/organize/act-store.ts';
import { runQuery } from '../../../worker/platform/query.ts';
import { day, hour } from '../../../worker/platform/time/clock.ts';
import { forgetArrivals, watchRates } from '../../../worker/signatures/watch-rates.ts';
import { counted } from '../../invalidation/support.ts';
import { testApp } from '../../support/app.ts';
import { openPetition } from '../../support/factories.ts';
import { organizerIn } from '../../support/organizer.ts';
import { jsonPath } from '../support.ts';

const app = testApp();
const { db } = app.deps;

let made = 0;
type Crowd = { connection?: string; domain?: string };

async function sign(slug: string, count: number, { connection, domain }: Crowd = {}): Promise<void> {
  const one = async () => {
    made += 1;
    const own = `198.51.${Math.floor(made / 250)}.${made % 250}`;
    const email = `p${made}@${domain ?? `own${made}.example`}`;
    const answer = await app.request(jsonPath(slug), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': connection ?? own },
      body: JSON.stringify({ given_name: 'Ana', family_name: 'Lopez', email, zip: '28202' }),
    });
    expect(answer.status).toBe(202);
  };
  await Promise.all(Array.from({ length: count }, one));
}

async function town() {
  const { campaign, action } = await openPetition(db);
  const moderator = await organizerIn(app, campaign, { role: 'moderator', hasPasskey: true });
  const found = async () => {
    await watchRates(app.deps, app.now());
    const { results } = await db
      .prepare(
        'SELECT id, kind, n, of_all AS ofAll, state FROM unusual_rates WHERE action_id = ? ORDER BY id',
      )
      .bind(action.id)
      .all<{ id: number; kind: string; n: number; ofAll: number; state: string }>();
    return results;
  };
  return { campaign, slug: action.slug, moderator, found };
}

const at = (time: string) => app.setNow(`2026-11-25T${time}Z`);

test('forty from one connection within an hour are found, counted, looked at and found right', async () => {
  at('15:10:00');
  const { campaign, slug, moderator, found } = await town();
  await sign(slug, 39, { connection: '203.0.113.9' });
  await sign(slug, 20);
  expect(await found()).toMatchObject([{ kind: 'connection', n: 39, ofAll: 59, state: 'waiting' }]);
  const first = (await found())[0];
  // One more within the same hour, after a page was shown.
  await sign(slug, 1, { connection: '203.0.113.9' });
  expect(await found()).toMatchObject([{ n: 40, ofAll: 60 }]);

  expect(await moderator.read('')).toContain('1 unusual number within an hour waits for a look');
  const page = await moderator.read('/duplicates');
  expect(page).toContain('From one connection');
  expect(page).toContain('40 of the 60 that came in within this hour: 66.7%');
  expect(page).not.toContain('203.0.113.9');
  const link = /href="([^"]*\/invalidations\?[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const query = Object.fromEntries(new URL(link, 'https://site.example').searchParams);
  expect(query).toMatchObject({ petition: slug, from: '2026-11-25T10:00', until: '2026-11-25T11:00' });
  const form = await moderator.read(link.slice(link.indexOf('/invalidations')));
  for (const name of ['connection', 'from', 'until']) expect(form).toContain(`value="${query[name]}"`);
  const id = await counted(app, moderator, query);
  expect(await moderator.read(`/invalidations/${id}`)).toMatch(/40 (<[^>]*>)*signatures|>40</);

  const decide = (seen: number) =>
    moderator.post(`/unusual-rates/${first?.id}/decide`, { decision: 'fine', seen: String(seen) });
  const late = await decide(39);
  expect([late.status, (await late.text()).includes('More have come in meanwhile')]).toEqual([409, true]);
  expect((await decide(40)).status).toBe(303);
  expect((await found())[0]?.state).toBe('fine');
  expect((await decide(40)).status).toBe(409);
  expect(await moderator.read('/duplicates')).not.toContain('From one connection');
  const [act] = await runQuery(db, actsQuery(db, campaign.id, { most: 1 }));
  expect(act).toMatchObject({ kind: 'clear-rate', after: { same: 'connection', signatures: 40 } });
  await moderator.post(`/acts/${act?.id}/undo`);
  expect(await moderator.read('/duplicates')).toContain('From one connection');

  const other = await town();
  expect(
    (await other.moderator.post(`/unusual-rates/${first?.id}/decide`, { decision: 'fine', seen: '40' }))
      .status,
  ).toBe(404);
});

test('twenty an hour from one connection, hour after hour, are nothing unusual', async () => {
  const { slug, found } = await town();
  for (const time of ['10:10:00', '11:10:00', '12:10:00']) {
    at(time);
    await sign(slug, 20, { connection: '203.0.113.9' });
    expect(await found()).toEqual([]);
  }
});

test('a mail domain is unusual by its share of the week before, however many use it always', async () => {
  const { slug, moderator, found } = await town();
  for (const time of ['08:10:00', '09:10:00']) {
    at(time);
    await sign(slug, 35, { domain: 'gmail.com' });
    await sign(slug, 20);
    expect(await found()).toEqual([]);
  }
  at('10:10:00');
  await sign(slug, 32, { domain: 'throwaway.example' });
  await sign(slug, 33, { domain: 'gmail.com' });
  expect(await found()).toMatchObject([{ kind: 'domain', n: 32, ofAll: 65 }]);
  const page = await moderator.read('/duplicates');
  expect(page).toMatch(/With addresses at one domain \(code [0-9a-f]{8}\)/);
  const link = /href="([^"]*\/invalidations\?[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const query = Object.fromEntries(new URL(link, 'https://site.example').searchParams);
  const id = await counted(app, moderator, query);
  expect(await moderator.read(`/invalidations/${id}`)).toMatch(/32 (<[^>]*>)*signatures|>32</);
});

test('what was counted is forgotten with its fingerprints', async () => {
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n');
  await forgetArrivals(app.deps, new Date(app.now().getTime() + 2 * day));
  const kinds = await db
    .prepare("SELECT count(*) AS n FROM hourly_arrivals WHERE kind = 'connection'")
    .first('n');
  expect(kinds).toBe(0);
  expect(await count('hourly_arrivals')).toBeGreaterThan(0);
  await forgetArrivals(app.deps, new Date(app.now().getTime() + 31 * day + hour));
  expect([await count('hourly_arrivals'), await count('unusual_rates')]).toEqual([0, 0]);
});
