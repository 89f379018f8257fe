import { beforeAll, expect, test } from 'vitest';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { smallEvent } from '../support/event-kit.ts';
import type { OrganizerClient } from '../support/organizer.ts';
import { organizerIn } from '../support/organizer.ts';
import { both, idOf, openStrategy, statement, strategyKit, undo } from './support.ts';

const app = testApp();
const { db } = app.deps;
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
const kit = strategyKit();
const text = { 'name.en': 'Police union', 'name.es': 'Sindicato policial', kind: 'police' };

beforeAll(async () => {
  ({ campaign, owner } = await openStrategy(app, kit));
});

test('owners and editors see it; moderators and viewers do not, also not in the menu', async () => {
  const paths = ['/strategy', '/power-map', '/power-grid', '/road', '/new-stakeholder'];
  for (const role of ['owner', 'editor', 'moderator', 'viewer'] as const) {
    const client = await organizerIn(app, campaign, { role });
    const wanted = role === 'owner' || role === 'editor' ? 200 : 403;
    for (const path of paths)
      expect([role, path, (await client.get(path)).status]).toEqual([role, path, wanted]);
    expect((await client.read('')).includes('/strategy')).toBe(wanted === 200);
  }
});

test('the offices of the kit are on the table with no position of anybody', async () => {
  const list = await owner.read('/strategy');
  expect(list).toContain('Seat 1');
  expect(list).toContain('A shelter');
  expect(list).not.toMatch(/For, since|Against, since/);
  expect(await owner.read('/strategy?lang=es')).toContain('Apoya a sobrevivientes');
});

test('a statement moves the road, fades on the 91st day, and can be taken back and undone', async () => {
  const seat = await idOf(app, campaign, 'Seat 1');
  const before = await owner.read('/road');
  expect(before).toContain('The road to 4');
  expect(before).toContain('No seat is for it');
  const done = await owner.post(`/stakeholders/${seat}/evidence`, statement);
  expect(done.status).toBe(303);
  expect(await owner.read('/road')).toContain('1 seat is for it. 4 votes carry it. 3 votes are missing');
  const page = await owner.read(`/stakeholders/${seat}`);
  expect(page).toContain('For, since Tuesday, November 24, 2026');
  expect(page).toContain('Minutes of the council');
  expect(page).toContain('href="https://council.example/minutes"');

  expect((await undo(owner, done)).status).toBe(303);
  expect(await owner.read('/road')).toContain('No seat is for it');
  await owner.post(`/stakeholders/${seat}/evidence`, statement);
  const id = /stakeholder-evidence\/(\w+)\/back/.exec(await owner.read(`/stakeholders/${seat}`))?.[1] ?? '';
  const back = await owner.post(`/stakeholder-evidence/${id}/back`);
  expect(await owner.read('/road')).toContain('No seat is for it');
  expect((await undo(owner, back)).status).toBe(303);
  expect(await owner.read('/road')).toContain('1 seat is for it');
});

test('an older statement that is entered later does not overrule a newer one', async () => {
  const seat = await idOf(app, campaign, 'Seat 2');
  await owner.post(`/stakeholders/${seat}/evidence`, { ...statement, on: '2026-11-20', support: 'against' });
  await owner.post(`/stakeholders/${seat}/evidence`, { ...statement, on: '2026-11-10', support: 'for' });
  expect(await owner.read(`/stakeholders/${seat}`)).toContain('Against, since');
  const vague = { ...statement, on: '2026-11-21', support: 'unknown' };
  await owner.post(`/stakeholders/${seat}/evidence`, vague);
  expect(await owner.read(`/stakeholders/${seat}`)).toContain('<b>Unknown</b>');
});

test('what is wrong with a form is said beside what was typed', async () => {
  const seat = await idOf(app, campaign, 'Seat 3');
  const bad = await owner.post(`/stakeholders/${seat}/evidence`, {
    ...{
      kind: 'rumor',
      on: '2026-12-24',
      support: '',
      influence: '9',
      said_by: ' ',
      link: 'javascript:alert(1)',
    },
    what: 'Heard it',
  });
  expect(bad.status).toBe(422);
  const page = await bad.text();
  for (const words of [
    'Kind of evidence: Choose one of these',
    'Choose a day that has come',
    'Choose a position, an influence or both',
    'Who says so: Fill this in',
    'Enter a web address that begins with https://',
    'Heard it',
  ]) {
    expect(page).toContain(words);
  }
  const unnamed = await owner.post('/new-stakeholder', { 'name.es': 'x'.repeat(121), kind: '' });
  expect(unnamed.status).toBe(422);
  expect(await unnamed.text()).toContain('Name (Spanish): This is too long');
});

test('somebody is added, changed, tied and taken off, and each of it can be undone', async () => {
  const added = await owner.post('/new-stakeholder', { ...text, target: 'yes' });
  expect(added.status).toBe(303);
  const id = await idOf(app, campaign, 'Police union');
  expect(await owner.read('/strategy?look=target')).toContain('Police union');
  const form = await owner.read(`/stakeholders/${id}/edit`);
  const seen = /name="seen" value="(\w+)"/.exec(form)?.[1] ?? '';
  const changed = await owner.post(`/stakeholders/${id}/edit`, { ...text, 'name.en': 'Union', seen });
  expect(changed.status).toBe(303);
  expect(await owner.read('/strategy?look=target')).not.toContain('Union');
  const stale = await owner.post(`/stakeholders/${id}/edit`, { ...text, 'name.en': 'League', seen });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('value="League"');
  await undo(owner, changed);
  expect(await owner.read('/strategy?look=target')).toContain('Police union');

  const seat = await idOf(app, campaign, 'Seat 1');
  const tied = await owner.post(`/stakeholders/${id}/tie`, { kind: 'advises', other: seat });
  expect(tied.status).toBe(303);
  expect((await owner.post(`/stakeholders/${id}/tie`, { kind: 'advises', other: seat })).status).toBe(409);
  expect(await owner.read('/road')).toMatch(/Seat 1[\s\S]*?Police union/);
  expect(await owner.read('/power-map')).toContain('advises Seat 1 (');
  const tie = /stakeholder-ties\/(\w+)\/remove/.exec(await owner.read(`/stakeholders/${id}`))?.[1] ?? '';
  const untied = await owner.post(`/stakeholder-ties/${tie}/remove`);
  expect(await owner.read('/road')).not.toContain('Police union');
  await undo(owner, untied);
  expect(await owner.read('/road')).toContain('Police union');

  const now = /name="seen" value="(\w+)"/.exec(await owner.read(`/stakeholders/${id}/edit`))?.[1] ?? '';
  const removed = await owner.post(`/stakeholders/${id}/remove`, { seen: now });
  for (const path of ['/strategy', '/road', '/power-map', '/power-grid']) {
    expect(await owner.read(path)).not.toContain('Police union');
  }
  expect(await owner.read(`/stakeholders/${id}`)).toContain('This was taken off the table');
  await undo(owner, removed);
  expect(await owner.read('/strategy')).toContain('Police union');
});

test('a tie needs another one that is there, and a seat stands once', async () => {
  const seat = await idOf(app, campaign, 'Seat 1');
  for (const other of [seat, 'nobody', '']) {
    expect((await owner.post(`/stakeholders/${seat}/tie`, { kind: 'funds', other })).status).toBe(422);
  }
  const twice = await owner.post('/new-stakeholder', {
    'name.en': 'Seat again',
    kind: 'decides',
    seat: 'seat-1',
  });
  expect(twice.status).toBe(409);
  expect(await twice.text()).toContain('value="Seat again"');
  const unknown = { 'name.en': 'Seat again', kind: 'decides', seat: 'no-such-seat' };
  expect((await owner.post('/new-stakeholder', unknown)).status).toBe(422);
});

test('a seat that is not on the map is offered with its name, and districts bring their signatures', async () => {
  const petition = kit.petitions[0]?.slug ?? '';
  await confirmedAs(app, petition, { ...anaOf(petition), zip: '28202' });
  const road = await owner.read('/road');
  expect(road).toMatch(/Seat 1[\s\S]*?<td class="n"[^>]*>1<\/td>/);
  expect(road).toContain('Next: The vote, Monday, June 14, 2027');
  const id = await idOf(app, campaign, 'Seat 7');
  const seen = /name="seen" value="(\w+)"/.exec(await owner.read(`/stakeholders/${id}/edit`))?.[1] ?? '';
  await owner.post(`/stakeholders/${id}/remove`, { seen });
  expect(await owner.read('/road')).toContain('/new-stakeholder?seat=seat-7');
  expect(await owner.read('/new-stakeholder?seat=seat-7')).toContain('value="Seat 7"');
});

test('the road names the next council meeting among the events, and the phases', async () => {
  expect(await owner.read('/road')).toContain('no council meeting or hearing among its events');
  const times = (...days: string[]) =>
    days.map((day) => ({ slug: `on-${day}`, starts: `${day}T18:00`, ends: `${day}T20:00` }));
  const base = strategyKit();
  const events = [
    smallEvent({ kind: 'canvass', title: both('A canvass'), times: times('2026-11-28') }),
    smallEvent({ kind: 'hearing', title: both('Late hearing'), times: times('2027-02-09') }),
    smallEvent({ kind: 'hearing', title: both('Hearing'), times: times('2026-11-24', '2026-12-15') }),
  ];
  const phase = (slug: string, starts_on: string, ends_on: string) => {
    return { slug, name: both(`Phase ${slug}`), summary: both('Pressure first.'), starts_on, ends_on };
  };
  const phases = [phase('fund', '2027-01-11', '2027-11-02'), phase('enact', '2026-09-01', '2027-05-31')];
  const withPhases = { ...base, events, campaign: { ...base.campaign, phases } };
  const own = await openStrategy(app, withPhases);
  const road = (await own.owner.read('/road')).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(road).toContain('Next council meeting or hearing: Hearing, Tuesday, December 15, 2026');
  expect(road).toMatch(
    /Phase enact Tuesday, September 1, 2026 – Monday, May 31, 2027, now Pressure first\. Phase fund Monday, January 11, 2027 – Tuesday, November 2, 2027 Pressure/,
  );
  expect(await own.owner.read('/road')).toContain(`href="/events/${events[2]?.slug}"`);
});

test('nobody reaches what belongs to another campaign', async () => {
  const other = await openStrategy(app);
  const seat = await idOf(app, campaign, 'Seat 1');
  for (const path of ['', '/edit', '/evidence', '/tie']) {
    expect((await other.owner.get(`/stakeholders/${seat}${path}`)).status).toBe(404);
  }
  expect((await other.owner.post(`/stakeholders/${seat}/evidence`, statement)).status).toBe(404);
  const own = await idOf(app, other.campaign, 'Seat 1');
  const across = await other.owner.post(`/stakeholders/${own}/tie`, { kind: 'funds', other: seat });
  expect(across.status).toBe(422);
});

test('the file with the strategy is an act, and only an owner with a passkey takes it', async () => {
  const editor = await organizerIn(app, campaign, { role: 'editor', hasPasskey: true });
  expect((await editor.post('/strategy-file')).status).toBe(403);
  expect(await editor.read('/strategy')).not.toContain('Download with the strategy');
  const taken = await owner.post('/strategy-file');
  expect(taken.status).toBe(200);
  const file = await taken.json<{
    stakeholders: { name: { en: string }; evidence: object[] }[];
    ties: object[];
  }>();
  expect(file.stakeholders.find(({ name }) => name.en === 'Seat 1')?.evidence).toMatchObject([
    { kind: 'statement', support: 'for', said_by: 'Minutes of the council' },
  ]);
  expect(file.ties).toHaveLength(1);
  expect(await owner.read('/log')).toContain('The strategy was downloaded');
});

test('the log, which moderators read, says that something was done and names nobody', async () => {
  const moderator = await organizerIn(app, campaign, { role: 'moderator' });
  const log = await moderator.read('/log');
  expect(log).toContain('Evidence was entered in the strategy');
  expect(log).not.toMatch(/Seat 1|Police union|Target|leans/);
});

test('a line grows by a day at a time, also where nothing but time has passed', async () => {
  const own = await openStrategy(app);
  const seat = await idOf(app, own.campaign, 'Seat 1');
  await own.owner.post(`/stakeholders/${seat}/evidence`, { ...statement, on: '2026-11-25' });
  const days = async () =>
    (
      await db
        .prepare('SELECT day, for_it FROM road_days WHERE campaign_id = ? ORDER BY day')
        .bind(own.campaign.id)
        .all<{ day: string; for_it: number }>()
    ).results.map(({ day, for_it }) => [day, for_it]);
  expect(await days()).toEqual([['2026-11-25', 1]]);
  const start = app.now();
  for (const date of ['2026-11-26T15:00:00Z', '2027-02-23T15:00:00Z', '2027-02-24T15:00:00Z']) {
    await app.cron(date);
    await app.cron(date);
  }
  expect(await days()).toEqual([
    ['2026-11-25', 1],
    ['2026-11-26', 1],
    ['2027-02-23', 1],
    ['2027-02-24', 0],
  ]);
  const later = await organizerIn(app, own.campaign, { role: 'owner' });
  const road = await later.read('/road');
  expect(road).toContain('No seat is for it');
  expect(road).toContain('Unknown. On Wednesday, November 25, 2026 it was: For');
  expect(road).toContain('class="for"');
  app.setNow(start);
});
