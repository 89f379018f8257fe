import { beforeAll, expect, test } from 'vitest';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { askedAndConfirmed } from '../questions/support.ts';
import { confirmedAs } from '../signatures/support.ts';
import { idOf, statement } from '../strategy/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { coalitionKit, openedCoalition, partnerPath } from '../support/coalition.ts';
import { smallEvent } from '../support/event-kit.ts';
import { comes } from '../support/events.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { namedPath } from '../support/public-answers.ts';
import { tactic } from '../timeline/support.ts';

const app = testApp();
const { db } = app.deps;

/** In every text of the other campaign: of its kit, of its organizers, and of people who took part. */
const mark = 'zqtheirs';

let theirs: { id: number; slug: string };
let mine: { id: number; slug: string };
let me: OrganizerClient;
/** With the tables of its feature. */
type Route = { method: 'get' | 'post'; path: string; tables: readonly string[] };
let routes: Route[];
/** Ids in the database before the second campaign came, by their table. */
let theirIds: Map<string, string[]>;
let theirRows: string[];

/** Each text of a kit with the mark in front. */
function marked<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(marked) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isText = (key === 'en' || key === 'es') && typeof one === 'string' && !one.startsWith('http');
      return [key, isText ? `${mark} ${one}` : marked(one)];
    }),
  ) as Value;
}

async function rows(): Promise<{ table: string; row: Record<string, unknown> }[]> {
  const { results: tables } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
    .all<{ name: string }>();
  const found = await db.batch<Record<string, unknown>>(
    tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)),
  );
  return tables.flatMap(({ name }, i) => (found[i]?.results ?? []).map((row) => ({ table: name, row })));
}

/** What goes on by itself, whoever asks. */
const moving = ['sessions', 'rate_windows', 'sqlite_sequence', 'scheduled_runs'];
const shown = ({ table, row }: { table: string; row: object }) => `${table} ${JSON.stringify(row)}`;

async function fillTheirs(): Promise<void> {
  const base = coalitionKit();
  const kit = marked({
    ...base,
    strategy: {
      stakeholders: [
        {
          slug: 'seat-1',
          name: base.council.seats[0]?.title,
          kind: 'decides',
          seat: base.council.seats[0]?.slug,
        },
      ],
    },
    events: [smallEvent()],
  });
  const coalition = await openedCoalition(db, kit as typeof base);
  theirs = coalition.context.campaign;
  const owner = await organizerIn(app, theirs, {
    role: 'owner',
    hasPasskey: true,
    email: `${mark}@example.org`,
  });
  const done = async (path: string, fields: Record<string, string>) => {
    const answer = await owner.post(path, fields);
    expect([path, answer.status < 400]).toEqual([path, true]);
  };
  const stakeholder = {
    'name.en': `${mark} one`,
    'name.es': `${mark} uno`,
    'about.en': mark,
    kind: 'police',
  };
  await done('/new-stakeholder', stakeholder);
  const one = await idOf(app, theirs, `${mark} one`);
  await done(`/stakeholders/${one}/evidence`, {
    ...statement,
    said_by: mark,
    what: mark,
    link: `https://${mark}.example/`,
  });
  await done('/new-tactic', { ...tactic, phase: '', juncture: '', title: `${mark} tactic` });
  await done('/coalition/notes', { notes: mark, on: '2026-11-20' });
  await done('/webhooks', {
    partner: 'church',
    url: `https://${mark}.example/hook`,
    events: 'signature.confirmed',
  });
  await done('/exports', { audience: 'news', of: '', preset: 'canonical' });
  await done('/people', { email: `${mark}-editor@example.org`, role: 'editor' });
  const link = await partnerPath(app, coalition.partners.church);
  expect((await app.post(`${link}/coalition`, { step: 'add-idea', idea: `${mark} idea` })).status).toBe(303);
  const { slug } = coalition.context.action;
  const ana = {
    ...anaOf(slug),
    given_name: mark,
    comment: `${mark} says`,
    comment_public: 'yes',
    keep_informed: 'yes',
  };
  await confirmedAs(app, slug, ana);
  await comes(app, (kit.events[0] as { slug: string }).slug, { name: `${mark}bo` });
  await askedAndConfirmed(app, theirs, { question: `${mark} asks?`, email: `${mark}-asks@example.org` });
  await app.cron('2026-11-30T13:00:00Z');
}

const kinds = /^(id|slug|ref|key|.*_id|.*_slug|day|week)$/;

/** One of each column. */
function idsIn(all: { table: string; row: Record<string, unknown> }[]): Map<string, string[]> {
  const byTable = Map.groupBy(all, ({ table }) => table);
  return new Map(
    [...byTable].map(([table, found]) => {
      const columns = new Map(found.flatMap(({ row }) => Object.entries(row)));
      const ids = [...columns].flatMap(([key, value]) =>
        kinds.test(key) && value !== null && value !== '' ? [String(value)] : [],
      );
      return [table, [...new Set(ids)].filter(({ length }) => length < 80)];
    }),
  );
}

beforeAll(async () => {
  await fillTheirs();
  const before = await rows();
  theirIds = idsIn(before);
  const kit = smallKit();
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  mine = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  me = await organizerIn(app, mine, { role: 'owner', hasPasskey: true });
  theirRows = before.filter(({ table }) => !moving.includes(table)).map(shown);
  routes = (await shippedHouse.consoleSections()).flatMap((one) => {
    const { tables = [] } = shippedHouse.features.find(({ name }) => name === one.name) ?? {};
    const own: Route[] = [];
    const note = (method: Route['method']) => (path: string) =>
      void own.push({ method, path: `/organize/campaigns/:campaign${path}`, tables });
    one.section.routes?.({ get: note('get'), post: note('post') });
    return own;
  });
});

/** Nothing of theirs was changed or taken away. */
async function expectUntouched(): Promise<void> {
  const now = new Set((await rows()).map(shown));
  expect(theirRows.filter((row) => !now.has(row))).toEqual([]);
}

test('its own organizers see all of it, so that what follows looks for something', async () => {
  const own = await organizerIn(app, theirs, { role: 'owner', hasPasskey: true });
  for (const path of [
    '',
    '/words',
    '/strategy',
    '/plan',
    '/coalition',
    '/webhooks',
    '/people',
    '/events',
    '/log',
  ]) {
    expect([path, (await own.read(path)).includes(mark)]).toEqual([path, true]);
  }
  expect([...theirIds.values()].flat().length).toBeGreaterThan(60);
  expect(routes.length).toBeGreaterThan(150);
});

test('no address of its console answers the organizer of another campaign, whatever is named in it', async () => {
  for (const { method, path } of routes) {
    const own = namedPath(path, { campaign: theirs.slug, other: 'other' });
    const answer = method === 'get' ? await me.get(own) : await me.post(own, { step: 'send' });
    expect([method, own, answer.status]).toEqual([method, own, 404]);
    expect((await answer.text()).includes(mark)).toBe(false);
  }
  await expectUntouched();
});

test('nor does one’s own console show or change what belongs to it, by any of its ids', async () => {
  const taking = routes.filter(({ path }) => /:(?!campaign\b)/.test(path));
  expect(taking.length).toBeGreaterThan(60);
  for (const { method, path, tables } of taking) {
    // Of its own feature, and what is named everywhere.
    const named = [...tables, 'actions', 'signatures', 'organizers'].flatMap(
      (one) => theirIds.get(one) ?? [],
    );
    for (const other of new Set(named)) {
      const own = namedPath(path, { campaign: mine.slug, other: encodeURIComponent(other) });
      const answer = method === 'get' ? await me.get(own) : await me.post(own, { step: 'send', seen: '1' });
      expect([own, (await answer.text()).includes(mark), answer.status < 500]).toEqual([own, false, true]);
    }
  }
  await expectUntouched();
});

test('nor do the pages and files of one’s own console, the home of organizers and the log', async () => {
  const own = await organizerIn(app, mine, { role: 'owner', hasPasskey: true });
  const plain = routes.filter(({ method, path }) => method === 'get' && !/:(?!campaign\b)/.test(path));
  for (const { path } of plain) {
    const told = await own.read(namedPath(path, { campaign: mine.slug, other: '' }));
    expect([path, told.includes(mark)]).toEqual([path, false]);
  }
  for (const path of ['/organize', '/organize/new', '/organize/people']) {
    expect([path, (await own.read(path)).includes(mark)]).toEqual([path, false]);
  }
});
