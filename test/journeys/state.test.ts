import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import { runAlone } from '../commands/run-command.ts';
import { cityOfKit, kitOfState } from '../replication/kit-of-state.ts';
import { goTo, site } from '../support/address.ts';
import { mondayMorning, passWeek } from '../support/calendar.ts';
import { createHarnesses, type Harness } from '../support/harness.ts';
import { openKit } from '../support/kits.ts';
import { twoFacedServer } from '../support/two-faced.ts';
import { cron, freshEmail, peekMailbox, read, signAndConfirm } from '../support/visitor.ts';
import { bytesAt, sha256 } from './opponent.ts';

/*
 * Three sites on loopback: Ashford and Birchton are two campaigns of one, Cedarville stands alone, and the state's own
 * has a campaign of its town Dunmore. Each town's kit is made of the template as a newcomer would. Weeks lie in the past, because the clock of the runtime cannot be set.
 */

const harnesses = createHarnesses();
const own = { url: site.url, db: site.db };
const hour = 3_600_000;
const now = new Date();
/** Monday at 07:00, so many weeks ago. */
const monday = (ago: number, more = 0) => new Date(mondayMorning(now, -ago).getTime() + more * hour);

const towns = ['ashford', 'birchton', 'cedarville', 'dunmore'] as const;
type Town = (typeof towns)[number];
/** New signatures of the first, the second and the third week. */
const signing: Record<Town, number[]> = {
  ashford: [2, 1, 0],
  birchton: [1, 0, 2],
  cedarville: [3, 1, 1],
  dunmore: [1, 1, 1],
};

let state: Harness;
let both: Harness;
let alone: Harness;
let front: Awaited<ReturnType<typeof twoFacedServer>>;
const siteOf = (town: Town) => ({ ashford: both, birchton: both, cedarville: alone, dunmore: state })[town];
/** By `npm run kit -- new`. */
const petitionOf = (town: Town) => `arrest-traffickers-${town}`;
const folder = mkdtempSync(join(tmpdir(), 'undersigned-state-'));
const statePage = '/campaigns/statewide-campaign/state';

async function at<Value>({ url, door }: Harness, act: () => Promise<Value>): Promise<Value> {
  goTo(url, door.url);
  return act();
}

async function open(harness: Harness, kit: object): Promise<void> {
  const opened = await openKit(harness.db, kit, now);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
}

type TownKit = { campaign: { slug: string }; petitions: object[]; surveys: object[] };

/** What a newcomer types, and the whole kit that it makes of the template; open since January. */
function kitOfTown(town: Town): TownKit {
  const flags = {
    city: `${town.slice(0, 1).toUpperCase()}${town.slice(1)}, North Carolina`,
    kind: 'mayor-and-wards',
    districts: '2 wards',
    'council-email': `clerk@${town}.example`,
    committees: `Safety Committee, safety@${town}.example`,
    zips: '28202',
    email: `${town}@example.org`,
  };
  const words = Object.entries(flags).flatMap(([flag, answer]) => [`--${flag}`, answer]);
  const made = runAlone('kit', ['new', ...words], { INIT_CWD: folder });
  const whole = runAlone('kit', ['whole', `${town}.json`], { INIT_CWD: folder });
  if (made.code !== 0 || whole.code !== 0) throw new Error(made.errors + whole.errors);
  const kit: TownKit = JSON.parse(whole.out);
  for (const action of [...kit.petitions, ...kit.surveys]) {
    Object.assign(action, { opens_on: '2026-01-05', closes_on: undefined });
  }
  return kit;
}

/** Of all committees of a site, or of the one that an action is addressed to. */
const digestsFrom = (harness: Harness, from: Date, action: string | null = null) =>
  harness.db
    .prepare(
      `UPDATE committees SET next_digest_at = ?2
      WHERE ?1 IS NULL OR id = (SELECT committee_id FROM actions WHERE slug = ?1)`,
    )
    .bind(action, from.getTime())
    .run();

/** Each site makes its digests and statements; then the state reads them, and at noon writes its own digest. */
async function passMonday(ago: number, sites: Harness[]): Promise<void> {
  for (const one of sites) await at(one, () => cron(monday(ago)));
  await at(state, () => cron(monday(ago, 1)));
  await at(state, () => cron(monday(ago, 5)));
}

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const page = async () => wordsOf(await at(state, () => read(`${statePage}?fresh=${crypto.randomUUID()}`)));
const digest = async () => {
  const [mail] = await at(state, () => peekMailbox('statewide@example.org'));
  return (mail?.text ?? '').replace(/\s+/g, ' ');
};

beforeAll(async () => {
  front = await twoFacedServer((statement) =>
    statement
      .replace(/"unconfirmed":(\d+)/, (_, n) => `"unconfirmed":${Number(n) + 1}`)
      .replace(/"received":(\d+)/, (_, n) => `"received":${Number(n) + 1}`),
  );
  [state, both, alone] = await Promise.all([
    harnesses.start(),
    harnesses.start(),
    harnesses.start(front.url),
  ]);
  front.face.url = alone.url;
  const opens = { opensOn: '2026-01-05', closesOn: null };
  const slugs = new Map<Town, string>();
  for (const town of towns) {
    const kit = kitOfTown(town);
    slugs.set(town, kit.campaign.slug);
    await open(siteOf(town), kit);
  }
  for (const week of [0, 1, 2]) {
    for (const town of towns) {
      await at(siteOf(town), async () => {
        for (let n = 0; n < (signing[town][week] ?? 0); n += 1) {
          const name = `${town}${week}${n}`;
          await signAndConfirm(petitionOf(town), {
            ...{ given_name: name, family_name: name },
            ...{ email: freshEmail(name), zip: '28202' },
          });
        }
        await passWeek(siteOf(town).db, petitionOf(town), now);
      });
    }
  }
  // Three weeks more: the third week of signing ended three Mondays ago.
  for (const town of towns)
    for (let n = 0; n < 3; n += 1) await passWeek(siteOf(town).db, petitionOf(town), now);
  for (const one of [state, both, alone]) await one.db.prepare('UPDATE log_start SET at = 0').run();
  for (const one of [state, both, alone]) await digestsFrom(one, monday(5));
  const network = [
    { slug: 'both', name: { en: 'Both', es: 'Ambas' }, address: both.url },
    { slug: 'alone', name: { en: 'Alone', es: 'Sola' }, address: front.url },
  ];
  const cities = towns.map((town, n) =>
    cityOfKit(town, slugs.get(town) ?? '', {
      deployment: { ashford: 'both', birchton: 'both', cedarville: 'alone', dunmore: 'here' }[town],
      longitude: -82 + n,
    }),
  );
  const kit = kitOfState(
    { network, cities, committee: 'safety' },
    { ...opens, digest: { day: 1, hour: 12 } },
  );
  await open(state, JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, 'statewide')));
  await state.db.prepare('UPDATE neighbor_logs SET due_at = 0').run();
  await digestsFrom(state, monday(5, 5), 'statewide-petition');
});

afterAll(async () => {
  goTo(own.url, '');
  site.db = own.db;
  await front.close();
  await harnesses.close();
  rmSync(folder, { recursive: true });
});

test('a state adds up three weeks of three sites; who rewrites drops out, and who disappears is late', async () => {
  const sum = (last: number) => towns.reduce((all, town) => all + upTo(town, last), 0);
  const upTo = (town: Town, last: number) => signing[town].slice(0, last + 1).reduce((all, n) => all + n, 0);

  for (const week of [0, 1, 2]) {
    await passMonday(5 - week, [both, alone]);
    const said = `${sum(week)} signatures in 4 cities`;
    expect(await page()).toContain(said);
    expect(await digest()).toContain(`${said} of North Carolina.`);
    for (const town of towns)
      expect(await digest()).toMatch(new RegExp(`${town}, \\w+ \\d+ ${upTo(town, week)} `));
  }
  expect(sum(2)).toBe(14);

  // The statement of the state names those of the cities by the hashes that they have in their own logs.
  const { rollup } = await at(state, newestStatement);
  expect(rollup?.signatures).toBe(14);
  for (const { city, statements } of rollup?.cities ?? []) {
    const named = statements.find(({ action }) => action === petitionOf(city as Town));
    expect(named?.n).toBe(upTo(city as Town, 2));
    const entry = await at(siteOf(city as Town), () =>
      bytesAt(`/statements/${named?.action}/${named?.week}.json`),
    );
    expect(named?.leaf).toBe(sha256(Uint8Array.of(0), entry).toString('hex'));
  }
  expect(rollup?.cities.map(({ city }) => city)).toEqual([...towns]);

  // Cedarville’s site changes what it said in the first week. The other site is gone.
  front.face.entry = 0;
  await at(alone, () => cron(monday(2)));
  front.face.lies = true;
  await both.close();
  await at(state, () => cron(monday(2, 1)));
  await at(state, () => cron(monday(2, 5)));
  const rewritten = 'Its log of statements was rewritten: what was read before is no longer its beginning.';
  const told = await digest();
  expect(told).toContain(`${sum(2) - 5} signatures in 3 of 4 cities of North Carolina.`);
  expect(told).toContain('- Since the last mail: −5.');
  expect(told).toMatch(new RegExp(`cedarville has been out of the sum since [\\w, ]+\\. ${rewritten}`));
  expect(told).toMatch(/ashford has not been reached since/);

  for (const ago of [1, 0]) {
    await at(state, () => cron(monday(ago)));
    await at(state, () => cron(monday(ago, 5)));
  }
  const shown = await page();
  expect(shown).toContain(`${sum(2) - 5} signatures in 3 of 4 cities`);
  expect(shown).toContain(rewritten);
  expect(shown).toMatch(
    /ashford is late: its last week ended on [\w, ]+\. It stays in the sum with that week\./,
  );
  expect(shown).toMatch(/birchton is late/);
  expect(shown).not.toMatch(/dunmore (is late|has)/);
});

async function newestStatement(): Promise<Statement> {
  const list = await read('/statements/statewide-petition');
  const [path = ''] = /\/statements\/statewide-petition\/\d{4}-W\d{2}/.exec(list) ?? [];
  return JSON.parse(await read(`${path}.json`));
}
