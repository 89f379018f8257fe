import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, openEvent } from '../support/events.ts';
import { organizerIn } from '../support/organizer.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

const heard: WatchedStatement[] = [];
const db = watchDb({
  call(work, statements) {
    heard.push(...statements);
    return work();
  },
});
const app = testApp({}, { db });
const names = ['Ana', 'Bo', 'Cleo', 'Dee', 'Eve'];
let event: Awaited<ReturnType<typeof openEvent>>;
const own: Record<string, string> = {};
const text = async (path: string) => (await app.request(path)).text();
const total = () =>
  env.DB.prepare('SELECT reports, quarters FROM volunteer_totals WHERE action_id = ?')
    .bind(event.action.id)
    .first();

beforeAll(async () => {
  app.setNow('2027-01-10T15:00:00Z');
  event = await openEvent(app, {
    event: {
      kind: 'shift',
      times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 5 }],
    },
  });
  for (const name of names) own[name] = await comes(app, event.action.slug, { name });
});

test('nobody reports hours before the shift is over', async () => {
  expect(await text(own.Ana ?? '')).not.toContain('Report your hours');
  expect((await app.post(`${own.Ana}/hours`, { hours: '2' })).status).toBe(410);
});

test('after it a volunteer reports, changes and takes back quarters of an hour', async () => {
  app.setNow('2027-01-15T01:30:00Z');
  const ana = own.Ana ?? '';
  expect(await text(ana)).toContain('Report your hours');
  expect((await app.post(`${ana}/hours`, { hours: '2.25' })).status).toBe(303);
  expect(await text(`${ana}/hours`)).toContain('You have reported 2.25 hours.');
  expect(await total()).toEqual({ reports: 1, quarters: 9 });
  await app.post(`${ana}/hours`, { hours: '2,5' });
  await app.post(`${ana}/hours`, { hours: '2.50' });
  expect(await total()).toEqual({ reports: 1, quarters: 10 });
  expect(await (await app.request(`${ana}/data.json`)).json()).toMatchObject({ hours: 2.5 });
  await app.post(`${ana}/hours`, { step: 'take-back' });
  expect(await total()).toEqual({ reports: 0, quarters: 0 });
  expect(await text(ana)).toContain('Report your hours');
});

test.for(['', '25', '-1', '2.3', 'two', '24.25', '1e1'])(
  'hours that nobody works come back: %s',
  async (hours) => {
    const answer = await app.post(`${own.Ana}/hours`, { hours });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#hours"');
    expect(page).toContain(`value="${hours}"`);
  },
);

test('organizers see a sum, and only once five have reported; erasing leaves it', async () => {
  const moderator = await organizerIn(app, event.campaign, { role: 'moderator' });
  const list = () => moderator.read(`/events/${event.action.slug}`);
  for (const name of names.slice(0, 4)) await app.post(`${own[name]}/hours`, { hours: '3' });
  expect(await list()).toContain('shown as a sum once five have reported');
  await app.post(`${own.Eve}/hours`, { hours: '0.25' });
  expect(await list()).toContain('Hours of volunteers: 12.25 in all, reported by 5.');
  await app.post(`${own.Eve}/erase`, {});
  expect(await list()).toContain('12.25');
  const left = env.DB.prepare('SELECT count(*) AS n FROM volunteer_hours WHERE action_id = ?');
  expect(await left.bind(event.action.id).first('n')).toBe(4);
});

test('who came to another kind of event reports nothing', async () => {
  app.setNow('2027-01-10T15:00:00Z');
  const other = await openEvent(app);
  const bo = await comes(app, other.action.slug, { name: 'Bo' });
  app.setNow('2027-02-01T15:00:00Z');
  expect((await app.request(`${bo}/hours`)).status).toBe(410);
});

test('no statement about hours reads a whole table', async () => {
  const ofHours = heard.filter(({ sql }) => sql.includes('volunteer_'));
  expect(new Set(ofHours.map(({ sql }) => sql)).size).toBeGreaterThan(3);
  await expectNoScans(ofHours, exceptionsOfAll);
});
