import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { createKeyring } from '../../worker/platform/crypto/keyring.ts';
import { type Env, readSettings } from '../../worker/platform/settings.ts';
import { someService } from '../resources/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { crowdConsole, openingCrowds } from '../support/console-crowd.ts';
import { frameOf, kindOf, rowsOf, type Visit, walkConsole } from '../support/console-walk.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { surveyKit } from '../support/surveys.ts';

/** So many of them wait that all counts that stop somewhere have stopped with the first ones. */
const [few, often] = [1600, 16];
const petitions = 30;
const reads: Read[] = [];
const keyring = openingCrowds(createKeyring(readSettings(env as unknown as Env).keyring));
const app = testApp({}, { db: countingDb(env.DB, (read) => void reads.push(read)), keyring });

let campaign = { id: 0, slug: '' };
let owner: OrganizerClient;
let first: Visit[] = [];
let later: Visit[] = [];

async function searched(): Promise<Visit[]> {
  const asked = [
    { by: 'address', email: 'ana@example.org' },
    { by: 'name', name: 'Ana Lopez', zip: '28202' },
  ];
  const visits: Visit[] = [];
  for (const fields of asked) {
    reads.length = 0;
    const asked = await owner.post('/signature-search', fields);
    const answer = await owner.get(asked.headers.get('location') ?? '');
    const bytes = (await answer.text()).length;
    visits.push({ path: `/search by ${fields.by}`, status: answer.status, bytes, reads: reads.splice(0) });
  }
  return visits;
}

beforeAll(async () => {
  const services = Array.from({ length: 60 }, (_, n) => someService({ slug: `service-${n}` }));
  const kit = { ...surveyKit({ petitions }), services };
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const slugs = [...kit.petitions, ...kit.surveys].map(({ slug }) => slug);
  const contexts = await Promise.all(slugs.map((slug) => findContext(env.DB, slug)));
  const ids = contexts.map((context) => context?.action.id ?? 0);
  campaign = { id: contexts[0]?.campaign.id ?? 0, slug: contexts[0]?.campaign.slug ?? '' };
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const crowded = { campaignId: campaign.id, main: ids[0]!, others: ids.slice(1, -1), survey: ids.at(-1)! };
  const walk = async () => [
    ...(await walkConsole(owner, {
      campaign: campaign.slug,
      heard: () => reads.splice(0),
      more: [`/log?kind=hide-words&actor=${owner.id}`],
    })),
    ...(await searched()),
  ];
  await crowdConsole(env.DB, { crowded, from: 1, until: few + 1, now: aWednesday, often });
  first = await walk();
  await crowdConsole(env.DB, { crowded, from: few + 1, until: 4 * few + 1, now: aWednesday, often });
  later = await walk();
});

/** Their mails cannot be opened, and other files look through the mails of the same database. */
afterAll(() => env.DB.prepare("DELETE FROM outbox WHERE ref LIKE '0000000000%'").run());

test('every page, filter and search of the console reads under 200 rows beside the counts of its menu', () => {
  expect(later.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
  expect(new Set(later.map(({ path }) => kindOf(path))).size).toBeGreaterThan(40);
  expect(later.map(({ path }) => kindOf(path).replace(/.*(?=\/resources)/, ''))).toContain(
    '/resources?after',
  );
  const frame = frameOf(later);
  const own = later.map((visit) => ({ path: visit.path, rows: rowsOf(visit, frame) }));
  const most = (path: string) => (isPreview(path) ? 300 * (petitions + 1) : isKit(path) ? 500 : 200);
  expect(own.filter(({ path, rows }) => rows >= most(path) && !isDesk(path))).toEqual([]);
});

/** It opens the draft's kit for each of its reads and takes it back: some hundred rows for each action of the kit. */
const isPreview = (path: string) => path.includes('/write/see');

/** Without a draft, they read the campaign's kit as it stands: a row for each of its entries. */
const isKit = (path: string) => /\/write\/(edit|kit\.json)/.test(path);

/** The two pages with the numbers of the week and the age of what waits. */
const isDesk = (path: string) => /^\/organize(\/campaigns\/[a-z0-9-]+)?$/.test(path);

test('the first pages read a few rows for each action of a campaign', () => {
  const desks = later.filter(({ path }) => isDesk(path)).map((visit) => rowsOf(visit));
  expect(desks).toHaveLength(2);
  expect(Math.max(...desks)).toBeLessThan(300 + 13 * (petitions + 1));
});

test('the counts of the menu stop somewhere', () => {
  const bare = (visits: Visit[]) =>
    visits.filter(({ path }) => path.endsWith('/switches')).map((one) => rowsOf(one));
  expect(bare(later)[0]).toBeLessThan(320);
  expect(bare(later)).toEqual(bare(first));
});

test('with four times as many signatures no page of the console reads more rows', () => {
  const frame = frameOf(later);
  const most = (visits: Visit[]) => {
    // A file has everything, in pages of its own. The check of the log reads its acts, in steps.
    const kinds = Map.groupBy(
      visits.filter(({ path }) => !path.includes('.csv') && !path.includes('/log/check')),
      ({ path }) => kindOf(path),
    );
    return new Map(
      [...kinds].map(([kind, those]) => [kind, Math.max(...those.map((one) => rowsOf(one, frame)))]),
    );
  };
  const before = most(first);
  // A search by halves takes two steps more, of three rows each. A page of the log that was the last is full now: it has
  // ten acts more, of four rows each.
  const more = (kind: string) => (kind.includes('/log?') ? 45 : 15);
  const grown = [...most(later)].filter(([kind, rows]) => rows > (before.get(kind) ?? 0) + more(kind));
  expect(grown.map(([kind, rows]) => ({ kind, before: before.get(kind), rows }))).toEqual([]);
});

test('no statement of the console scans or sorts a table that grows', async () => {
  const statements = new Map(later.flatMap(({ reads: those }) => those.map((read) => [read.sql, read])));
  await expectNoScans(
    [...statements.values()].map(({ sql, values }) => ({ sql, values: [...values] })),
    [
      ...exceptionsOfAll,
      {
        sql: "SELECT 'partner '",
        line: 'SCAN short_links',
        because: 'reads the short links for the kit as it stands, a few for each campaign',
      },
      { sql: 'FROM organizer_roles', line: 'ORDER BY', because: 'sorts the people of a campaign' },
      { sql: 'FROM partners', line: 'ORDER BY', because: 'sorts the partners of a campaign' },
      {
        sql: 's_waiting ON',
        line: 's_waiting (action_id=?)',
        because: 'holds what waits, and stops at its LIMIT',
      },
      { sql: 'outbox_unsent', line: 'SCAN outbox USING INDEX outbox_unsent', because: 'stops at its LIMIT' },
      { sql: 'outbox_due', line: 'SCAN', because: 'counts what waits up to its LIMIT' },
      { sql: "'' AS week", line: 'GROUP BY', because: 'sorts six weeks of the actions of a campaign' },
      { sql: 'FROM mail_days', line: 'ORDER BY', because: 'sorts the providers of two weeks' },
      { sql: ') decided', line: 'SCAN decided', because: 'reads the page that it has just read' },
      { sql: 'RECURSIVE halves', line: 'SCAN halves', because: 'reads a row for each halving' },
      // A preview opens its kit as publishing does, under an action of its own that nobody has signed.
      {
        sql: 'INSERT INTO action_texts',
        line: 'signatures_of_action (action_id=?)',
        because: 'asks whether an action that was just made has been signed',
      },
      {
        sql: 'DELETE FROM action_texts',
        line: 'signatures_of_action (action_id=?)',
        because: 'looks for signatures of an action that nobody has signed',
      },
      {
        sql: 'DELETE FROM districts',
        line: 'SCAN signatures',
        because: 'has no retired district of a new city',
      },
      {
        sql: 'DELETE FROM districts',
        line: 'signatures_of_action (action_id=?)',
        because: 'looks for people of a district that a kit left out, when it is opened',
      },
      { sql: 'FROM seats', line: 'ORDER BY', because: 'sorts the seats of one council' },
      { sql: 'FROM committees', line: 'ORDER BY', because: 'sorts the committees of one council' },
      { sql: 'json_array(signatures', line: 'ORDER BY', because: 'sorts the thresholds of one action' },
      { sql: 'JOIN answers', line: 'ORDER BY', because: 'sorts the official answers of one campaign' },
    ],
  );
});
