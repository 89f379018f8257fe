import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scene } from '../../worker/petitions/scene.ts';
import { day } from '../../worker/platform/clock.ts';
import { invalidate } from '../../worker/signatures/invalidate.ts';
import { staffToken } from '../../worker/tallies/links.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

type Act =
  | {
      act: 'sign';
      name: number;
      inbox: number;
      zip: number;
      street: number;
      again: boolean;
      source: number;
      atOnce: boolean;
    }
  | { act: 'confirm' | 'withdraw' | 'erase' | 'invalidate'; which: number }
  | { act: 'correct'; which: number; name: number; zip: number }
  | { act: 'wait'; days: number };

// Few of each, so that people meet.
const names = ['Ana', 'ÁNA ', '王伟'];
const inboxes = ['a@example.org', 'A+x@example.org', 'b@gmail.com', 'b+y@gmail.com'];
const zips = ['28202', '28205', '90210'];
const streets = ['', '', '', '1 Oak St', '1 oak st.'];
const sources = ['', 'poster', 'never-heard-of'];

const below = (list: unknown[]) => fc.nat(list.length - 1);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('sign' as const),
      name: below(names),
      inbox: below(inboxes),
      zip: below(zips),
      street: below(streets),
      again: fc.boolean(),
      atOnce: fc.boolean(),
      source: below(sources),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'confirm' as const,
        'confirm' as const,
        'withdraw' as const,
        'erase' as const,
        'invalidate' as const,
      ),
      which: fc.nat(11),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      which: fc.nat(11),
      name: below(names),
      zip: below(zips),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.nat(9) }) },
);

test('whatever people do, in whatever order, the account balances everywhere after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 25 }), async (history) => {
      const app = testApp();
      const scene = await openPetition(env.DB, { asksStreet: true });
      const ids: string[] = [];
      for (const act of history) {
        await perform(app, scene, ids, act);
        await expectBalance(app, scene);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function perform(app: TestApp, { petition }: Scene, ids: string[], act: Act): Promise<void> {
  if (act.act === 'wait') return app.setNow(new Date(app.now().getTime() + act.days * day));
  if (act.act === 'sign') {
    const body = {
      given_name: names[act.name],
      email: inboxes[act.inbox],
      zip: zips[act.zip],
      street: streets[act.street],
      source: sources[act.source],
      // Some send an earlier form again.
      form_token: `token-of-this-history-${act.again ? 0 : ids.length}`,
    };
    const signed = await app.postJson(`/api/v1/petitions/${petition.slug}/signatures`, body);
    expect(signed.status).toBe(202);
    const newest = await env.DB.prepare('SELECT id FROM signatures WHERE petition_id = ? ORDER BY rowid DESC')
      .bind(petition.id)
      .first<string>('id');
    if (newest && !ids.includes(newest)) ids.push(newest);
    if (newest && act.atOnce) await actOn(app, newest, { act: 'confirm', which: 0 });
    return;
  }
  const id = ids[act.which % Math.max(ids.length, 1)];
  if (id === undefined) return;
  const status = await actOn(app, id, act);
  expect(status).toBeLessThan(500);
}

async function actOn(app: TestApp, id: string, act: Exclude<Act, { act: 'sign' | 'wait' }>): Promise<number> {
  const { keyring } = app.deps;
  switch (act.act) {
    case 'confirm':
      return (await app.post(`/confirm/${await keyring.token('confirm', id)}`, {})).status;
    case 'invalidate':
      return (await invalidate(app.deps, id, app.now())).ok ? 200 : 500;
    case 'correct': {
      const fields = { given_name: names[act.name] ?? '', zip: zips[act.zip] ?? '' };
      return (await app.post(`/my/${await keyring.token('my', id)}/correct`, fields)).status;
    }
    default:
      return (await app.post(`/my/${await keyring.token('my', id)}/${act.act}`, {})).status;
  }
}

type Account = Record<string, number>;
type PublicJson = {
  counts: Account;
  by_district: { district: string; confirmed: number }[];
  outside: number;
  unknown: number;
  by_day: { day: string; confirmed: number }[];
};
type StaffJson = {
  now: (Omit<PublicJson, 'by_day'> & {
    possible_duplicates: number;
    by_source: { source: string; confirmed: number }[];
  })[];
};

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const confirmedOf = (rows: { confirmed: number }[]) => sum(rows.map(({ confirmed }) => confirmed));

async function expectBalance(app: TestApp, scene: Scene): Promise<void> {
  const { petition } = scene;
  const api: PublicJson = await (await app.request(`/api/v1/petitions/${petition.slug}`)).json();
  const token = await staffToken(app.deps.keyring, petition.committee.id, 1);
  const staffAnswer = await app.request(`/tallies/${token}.json`);
  const staff = ((await staffAnswer.json()) as StaffJson).now[0];
  const recount = await recountFromRows(petition.id);

  const { received, ...states } = api.counts;
  expect(received).toBe(sum(Object.values(states)));
  const { confirmed } = api.counts;
  expect(confirmedOf(api.by_district) + api.outside + api.unknown).toBe(confirmed);
  expect(confirmedOf(api.by_day)).toBe(confirmed);
  expect(staff?.counts).toEqual(api.counts);
  expect(staff?.by_district).toEqual(api.by_district);
  expect(confirmedOf(staff?.by_source ?? [])).toBe(confirmed);

  expect({ ...zeros(api.counts), ...recount.states, received: recount.rows }).toEqual(api.counts);
  expect(staff?.possible_duplicates).toBe(recount.possible);
  expect(recount.kept).toEqual(recount.counted);
  expect(recount.summedOverWeeks).toEqual(recount.counted.filter((line) => !line.startsWith('day ')));
  expect(recount.mostOfOnePerson).toBeLessThanOrEqual(1);
  expect(recount.mostOfOneInbox).toBeLessThanOrEqual(2);
}

function zeros(counts: Account): Account {
  return Object.fromEntries(Object.keys(counts).map((state) => [state, 0]));
}

/** The same numbers by counting the rows, which nothing on a request path may do. */
async function recountFromRows(petitionId: number) {
  const lines = async (sql: string) => {
    const { results } = await env.DB.prepare(sql).bind(petitionId).all<{ line: string }>();
    return results.map(({ line }) => line);
  };
  const number = async (sql: string) => (await env.DB.prepare(sql).bind(petitionId).first<number>('n')) ?? 0;
  const { results } = await env.DB.prepare(
    'SELECT state, count(*) AS n FROM signatures WHERE petition_id = ? GROUP BY state',
  )
    .bind(petitionId)
    .all<{ state: string; n: number }>();
  const counts = "FROM signatures WHERE petition_id = ?1 AND state = 'confirmed'";
  const possible = await number(`SELECT count(*) - count(DISTINCT name_zip_key) AS n ${counts}`);
  return {
    states: Object.fromEntries(results.map(({ state, n }) => [state, n])),
    rows: sum(results.map(({ n }) => n)),
    possible,
    counted: await lines(`SELECT kind || ' ' || key || ' ' || n AS line FROM (
      SELECT 'state' AS kind, state AS key, count(*) AS n FROM signatures WHERE petition_id = ?1 GROUP BY state
      UNION ALL SELECT 'place', place, count(*) ${counts} GROUP BY place
      UNION ALL SELECT 'source', source, count(*) ${counts} GROUP BY source
      UNION ALL SELECT 'day', confirmed_on, count(*) ${counts} GROUP BY confirmed_on
      UNION ALL SELECT 'possible', '', count(*) - count(DISTINCT name_zip_key) ${counts}) WHERE n > 0 ORDER BY line`),
    kept: await lines(
      "SELECT kind || ' ' || key || ' ' || n AS line FROM signature_counts WHERE petition_id = ? AND n > 0 ORDER BY line",
    ),
    summedOverWeeks: await lines(
      `SELECT kind || ' ' || key || ' ' || sum(n) AS line FROM signature_changes
      WHERE petition_id = ? AND kind <> 'correction' GROUP BY kind, key HAVING sum(n) <> 0 ORDER BY line`,
    ),
    mostOfOnePerson: await number(
      `SELECT max(n) AS n FROM (SELECT count(*) AS n ${counts} GROUP BY person_key)`,
    ),
    mostOfOneInbox: await number(
      `SELECT max(n) AS n FROM (SELECT count(*) AS n ${counts} GROUP BY email_key)`,
    ),
  };
}

test('a history of one Wednesday and one week later leaves its corrections in the later week', async () => {
  const app = testApp();
  const scene = await openPetition(env.DB);
  const ids: string[] = [];
  await perform(app, scene, ids, {
    act: 'sign',
    name: 0,
    inbox: 0,
    zip: 0,
    street: 0,
    again: false,
    source: 0,
    atOnce: false,
  });
  await perform(app, scene, ids, { act: 'confirm', which: 0 });
  app.setNow(new Date(aWednesday.getTime() + 7 * day));
  await perform(app, scene, ids, { act: 'withdraw', which: 0 });
  const { results } = await env.DB.prepare(
    "SELECT week, key, n FROM signature_changes WHERE petition_id = ? AND kind = 'correction'",
  )
    .bind(scene.petition.id)
    .all();
  expect(results).toEqual([{ week: '2026-W49', key: '2026-W48 withdrawn', n: 1 }]);
  await expectBalance(app, scene);
});

test('people of one name and ZIP are counted as possible duplicates, one fewer than there are of them', async () => {
  const app = testApp();
  const scene = await openPetition(env.DB);
  const ids: string[] = [];
  const sign = { act: 'sign', name: 0, zip: 0, street: 0, again: false, source: 0, atOnce: true } as const;
  const history: Act[] = [
    { ...sign, inbox: 0 },
    { ...sign, inbox: 2 },
    { act: 'correct', which: 1, name: 0, zip: 1 },
    { act: 'correct', which: 1, name: 1, zip: 0 },
    { act: 'withdraw', which: 0 },
    { ...sign, inbox: 0 },
    { act: 'erase', which: 1 },
  ];
  const possible: (number | null)[] = [];
  for (const act of history) {
    await perform(app, scene, ids, act);
    await expectBalance(app, scene);
    possible.push(
      await env.DB.prepare("SELECT n FROM signature_counts WHERE petition_id = ? AND kind = 'possible'")
        .bind(scene.petition.id)
        .first<number>('n'),
    );
  }
  expect(possible).toEqual([null, 1, 0, 1, 0, 1, 0]);
});
