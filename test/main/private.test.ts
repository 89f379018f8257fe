import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { listPartners } from '../../worker/coalition/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { confirmedAs } from '../signatures/support.ts';
import { idOf, statement } from '../strategy/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import {
  type Coalition,
  coalitionKit,
  openCoalition,
  openedCoalition,
  partnerPath,
  revokePartner,
} from '../support/coalition.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { type Named, namedPath, publicAnswers } from '../support/public-answers.ts';

const app = testApp();
const { db } = app.deps;
/** In every text of the strategy that an organizer can type. */
const ofStrategy = 'zqprivate';
/** In every text that partners share, in what the kit tells them alone, and in their addresses. */
const ofPartners = 'zqshared';
const marked = (what: string) => ({ en: `${ofPartners} ${what}`, es: `${ofPartners} ${what} (es)` });

const kit = kitOfBoth();
let coalition: Coalition;
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
/** The pages of the partners, each with its secret. */
let links: string[];
let named: Named;

function kitOfBoth() {
  const base = coalitionKit();
  const seat = base.council.seats[0];
  const stakeholders = [{ slug: 'seat-1', name: seat?.title, kind: 'decides', seat: seat?.slug }];
  const partners = base.campaign.partners.map((one) => ({
    ...{ ...one, brings: marked('brings'), decides: marked('decides') },
    contact_email: `${ofPartners}-${one.slug}@example.org`,
  }));
  return {
    ...{ ...base, strategy: { stakeholders } },
    campaign: { ...base.campaign, partners, norms: [marked('norm')], norms_are_public: false },
  };
}

async function fillStrategy(): Promise<string> {
  for (const name of ['one', 'other']) {
    const text = {
      ...{ 'name.en': `${ofStrategy} ${name}`, 'name.es': `${ofStrategy} ${name} (es)` },
      ...{ 'about.en': `${ofStrategy} about`, kind: 'police', target: 'yes', agent: 'yes' },
    };
    expect((await owner.post('/new-stakeholder', text)).status).toBe(303);
  }
  const one = await idOf(app, campaign, `${ofStrategy} one`);
  const other = await idOf(app, campaign, `${ofStrategy} other`);
  const said = {
    ...{ ...statement, said_by: `${ofStrategy} says`, what: `${ofStrategy} said` },
    link: `https://${ofStrategy}.example/`,
  };
  for (const id of [one, await idOf(app, campaign, kit.council.seats[0]?.title.en ?? '')]) {
    expect((await owner.post(`/stakeholders/${id}/evidence`, said)).status).toBe(303);
  }
  expect((await owner.post(`/stakeholders/${one}/tie`, { kind: 'funds', other })).status).toBe(303);
  return one;
}

async function fillCoalition(): Promise<void> {
  for (const link of links) {
    for (const fields of [
      { step: 'add-agenda', agenda: `${ofPartners} agenda`, who: `${ofPartners} who`, on: '2026-12-09' },
      { step: 'add-idea', idea: `${ofPartners} idea` },
      { step: 'agree', version: '1' },
    ]) {
      expect((await app.post(`${link}/coalition`, fields)).status).toBe(303);
    }
  }
  const notes = { notes: `${ofPartners} notes`, on: '2026-11-20' };
  expect((await owner.post('/coalition/notes', notes)).status).toBe(303);
}

beforeAll(async () => {
  coalition = await openedCoalition(db, kit);
  ({ campaign } = coalition.context);
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  links = await Promise.all(Object.values(coalition.partners).map((one) => partnerPath(app, one)));
  const stakeholder = await fillStrategy();
  await fillCoalition();
  const { slug } = coalition.context.action;
  await confirmedAs(app, slug, { ...anaOf(slug), source: 'church-form' });
  const first = async (table: string) =>
    (await db.prepare(`SELECT id FROM ${table} LIMIT 1`).first<string>('id')) ?? '';
  named = {
    ...{ stakeholder, evidence: await first('stakeholder_evidence'), tie: await first('stakeholder_ties') },
    ...{ partner: 'church', entry: await first('coalition_entries'), list: 'idea' },
    ...{ campaign: campaign.slug, petition: slug, action: slug, week: '2026-W48', other: campaign.slug },
  };
});

test('all of it is on the pages of those who may read it, so that what follows looks for something', async () => {
  for (const path of ['/strategy', '/power-map', '/power-grid', '/strategy?lang=es']) {
    expect([path, (await owner.read(path)).includes(ofStrategy)]).toEqual([path, true]);
  }
  expect(await (await owner.post('/strategy-file')).text()).toContain(`${ofStrategy} said`);
  for (const path of ['/coalition', '/coalition/agenda', '/coalition/idea', '/coalition/notes']) {
    expect([path, (await owner.read(path)).includes(ofPartners)]).toEqual([path, true]);
  }
  for (const link of links) {
    const page = await (await app.request(`${link}/coalition`)).text();
    for (const what of ['norm', 'brings', 'decides', 'agenda', 'who', 'idea', 'notes']) {
      expect([what, page.includes(`${ofPartners} ${what}`)]).toEqual([what, true]);
    }
    expect(page).not.toContain(ofStrategy);
  }
});

test('no public address tells of it, or of a partner’s link: pages, feeds, exports, API, cards, kits, the site map', async () => {
  await app.cron('2026-11-30T13:00:00Z');
  const body = {
    ...{ slug: campaign.slug, stakeholder: named.stakeholder ?? '' },
    ...{ partner: 'church', step: 'agree', entry: named.entry ?? '' },
  };
  const answers = await publicAnswers(app, named, body);
  expect(answers.length).toBeGreaterThan(300);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
  const secrets = [ofStrategy, ofPartners, ...links.map((link) => link.slice('/partners/'.length))];
  const telling = answers.filter(({ told }) => secrets.some((secret) => told.includes(secret)));
  expect(telling.map(({ route }) => route)).toEqual([]);
});

test('neither does the link of another campaign’s partner, one that was replaced, or one that was cut', async () => {
  const elsewhere = await openCoalition(db);
  const [first = ''] = links;
  const old = await partnerPath(app, coalition.partners.club);
  await revokePartner(db, coalition.partners.club?.id ?? 0);
  const pages = [
    '',
    '.csv',
    '.json',
    '/coalition',
    '/coalition/agenda',
    '/coalition/idea',
    '/coalition/notes',
  ];
  for (const link of [
    await partnerPath(app, elsewhere.partners.church),
    old,
    first.slice(0, -1),
    `${first}x`,
  ]) {
    for (const rest of pages) {
      const told = await (await app.request(link + rest)).text();
      expect([rest, told.includes(ofPartners)]).toEqual([rest, false]);
    }
  }
});

test('the page of a partner and its files hold the address and the link of no other', async () => {
  const partners = await listPartners(db, campaign.id);
  const all = await Promise.all(
    partners.map(async (one) => ({ email: one.contactEmail, link: await partnerPath(app, one) })),
  );
  for (const { link } of all) {
    const others = all.filter((other) => other.link !== link);
    for (const rest of ['', '.csv', '.json', '/coalition', '/coalition/idea']) {
      const told = await (await app.request(link + rest)).text();
      const found = others.filter(
        (other) => told.includes(other.email) || told.includes(other.link.slice('/partners/'.length)),
      );
      expect([rest, found]).toEqual([rest, []]);
    }
  }
});

test('nothing of it goes into what is mailed to committees, frozen, signed or logged', async () => {
  const tables = ['outbox', 'digests', 'statements', 'acts'];
  // The kit holds what it tells partners.
  for (const [mark, more] of [
    [ofStrategy, ['kit_versions', 'drafts']],
    [ofPartners, []],
  ] as const) {
    for (const table of [...tables, ...more]) {
      const { results } = await db.prepare(`SELECT * FROM ${table}`).all();
      expect([table, JSON.stringify(results).includes(mark)]).toEqual([table, false]);
    }
  }
  const mails = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toMatch(/zqprivate|zqshared/);
});

test('moderators and viewers read every page of the console that is theirs, and nothing of the strategy', async () => {
  const pages = registerSections(new Hono(), await shippedHouse.consoleSections()).filter(
    ({ method }) => method === 'get',
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const role of ['viewer', 'moderator'] as const) {
    const client = await organizerIn(app, campaign, { role, hasPasskey: true });
    for (const { path } of pages) {
      const told = await client.read(namedPath(path, named));
      expect([role, path, told.includes(ofStrategy)]).toEqual([role, path, false]);
    }
  }
});

test('the other files of the console leave it out: the log, the export of supporters, and of the strategy the kit', async () => {
  // The clock has gone on, and sessions end.
  const later = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const kitFile = await later.read('/write/kit.json');
  expect(kitFile).toContain(ofPartners);
  expect(kitFile).not.toContain(ofStrategy);
  await later.post('/exports', { audience: 'news', of: '', preset: 'canonical' });
  const [, id = ''] = /exports\/([\w-]+)\/file/.exec(await later.read('/exports')) ?? [];
  const file = await later.post(`/exports/${id}/file`);
  expect(file.status).toBe(200);
  const told = [await file.text(), await later.read('/log.csv'), await later.read('/log')];
  expect(told[2]).toContain('Evidence was entered in the strategy');
  for (const text of told) expect(text).not.toMatch(/zqprivate|zqshared/);
});
