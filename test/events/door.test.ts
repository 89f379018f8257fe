import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { mostListed } from '../../worker/events/door/rules.ts';
import { testApp } from '../support/app.ts';
import { comes, emailOf, openEvent } from '../support/events.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { seatAll } from '../support/seats.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

const heard: WatchedStatement[] = [];
const db = watchDb({
  call(work, statements) {
    heard.push(...statements);
    return work();
  },
});
const app = testApp({}, { db });
let event: Awaited<ReturnType<typeof openEvent>>;
let slug: string;
let own: Record<string, string>;
let moderator: OrganizerClient;
let other: OrganizerClient;

const device = '0123456789abcdef0123456789abcdef';
const doorOf = (at: string) => `/events/${at}/door?time=first`;
const ago = (seconds: number) => app.now().getTime() - seconds * 1000;
const codeIn = async (path: string) => {
  const page = await (await app.request(path)).text();
  return (/class="door-code" translate="no">([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
};
const send = async (by: OrganizerClient, steps: string[]) => {
  const answer = await by.post(doorOf(slug), { steps: steps.join('\n') }, { accept: 'application/json' });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { in: string[]; out: string[]; walk_ins: number; unknown: string[] };
};
const acts = () =>
  env.DB.prepare("SELECT count(*) AS n FROM acts WHERE kind = 'check-in-at-door' AND subject = ?")
    .bind(slug)
    .first<number>('n');
const counted = () =>
  env.DB.prepare('SELECT checked_in FROM door_counts WHERE action_id = ?')
    .bind(event.action.id)
    .first<number>('checked_in');

beforeAll(async () => {
  app.setNow('2027-01-10T15:00:00Z');
  event = await openEvent(app, {
    event: { times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 3 }] },
  });
  slug = event.action.slug;
  own = {};
  for (const name of ['Ana', 'Bo', 'Cleo', 'Dee']) own[name] = await comes(app, slug, { name });
  app.setNow('2027-01-14T23:00:00Z');
  moderator = await organizerIn(app, event.campaign, { role: 'moderator' });
  other = await organizerIn(app, event.campaign, { role: 'editor' });
});

test('who has a place sees a code on their own page, and the list at the door has codes and no names', async () => {
  const codes = await Promise.all(['Ana', 'Bo', 'Cleo'].map((name) => codeIn(own[name] ?? '')));
  for (const code of codes) expect(code).toMatch(/^[2-9B-Z]{7}$/);
  expect(new Set(codes).size).toBe(3);
  expect(await codeIn(own.Dee ?? '')).toBe('');
  const page = await moderator.read(doorOf(slug));
  for (const code of codes) expect(page).toContain(`data-code="${code}"`);
  expect(page.match(/data-code=/g)).toHaveLength(3);
  expect(page).not.toMatch(/Ana|Bo\b|Cleo|Dee/);
  const viewer = await organizerIn(app, event.campaign, { role: 'viewer' });
  expect((await viewer.get(doorOf(slug))).status).toBe(403);
});

test('two phones that were both offline check the same person in once, and a repeated batch is no act', async () => {
  const [ana = '', bo = ''] = await Promise.all([codeIn(own.Ana ?? ''), codeIn(own.Bo ?? '')]);
  const one = [`in ${ana} ${ago(300)}`, `in ${bo} ${ago(290)}`];
  expect(await send(moderator, one)).toMatchObject({ unknown: [] });
  const both = await send(other, [`in ${ana} ${ago(280)}`]);
  expect(both.in.toSorted()).toEqual([ana, bo].toSorted());
  expect(await counted()).toBe(2);
  const before = await acts();
  await send(moderator, one);
  await send(moderator, one);
  expect([await counted(), await acts()]).toEqual([2, before]);
  expect(await (await app.request(own.Ana ?? '')).text()).toContain('You were checked in.');
});

test('what is taken back stays taken back, though an older check-in comes later', async () => {
  const bo = await codeIn(own.Bo ?? '');
  expect((await send(moderator, [`out ${bo} ${ago(100)}`])).out).toContain(bo);
  expect((await send(other, [`in ${bo} ${ago(200)}`])).out).toContain(bo);
  expect(await counted()).toBe(1);
  expect((await send(other, [`in ${bo} ${ago(50)}`])).in).toContain(bo);
  expect(await counted()).toBe(2);
});

test('a clock that is ahead does not outvote the others', async () => {
  const cleo = await codeIn(own.Cleo ?? '');
  await send(moderator, [`in ${cleo} ${ago(-3600)}`]);
  app.setNow('2027-01-14T23:01:00Z');
  expect((await send(other, [`out ${cleo} ${ago(1)}`])).out).toContain(cleo);
});

test('walk-ins are a number for each phone, and sending it again adds nothing', async () => {
  expect((await send(moderator, [`walk-ins ${device} 3 ${ago(60)}`])).walk_ins).toBe(3);
  expect((await send(moderator, [`walk-ins ${device} 3 ${ago(60)}`])).walk_ins).toBe(3);
  const second = device.replaceAll('0', '9');
  expect((await send(other, [`walk-ins ${second} 2 ${ago(60)}`])).walk_ins).toBe(5);
  expect((await send(moderator, [`walk-ins ${device} 2 ${ago(30)}`])).walk_ins).toBe(4);
});

test('who only waits, and a code that nobody has, are told apart from the rest', async () => {
  const cleo = await codeIn(own.Cleo ?? '');
  app.setNow('2027-01-14T23:05:00Z');
  const answer = await send(moderator, [`in 2222222 ${ago(9)}`, `in ${cleo} ${ago(8)}`]);
  expect(answer.unknown).toEqual(['2222222']);
  expect(answer.in).toContain(cleo);
});

test.for([
  ['in nothing'],
  ['in 2222222 12345678901234 x'],
  [Array(501).fill('in 2222222 1700000000000').join('\n')],
])('steps that no phone writes are refused: %#', async ([steps = '']) => {
  const answer = await moderator.post(doorOf(slug), { steps }, { accept: 'application/json' });
  expect(answer.status).toBe(400);
});

test('without a script the field takes a code as somebody reads it out, and says what is wrong', async () => {
  const ana = await codeIn(own.Ana ?? '');
  expect((await moderator.post(doorOf(slug), { out: ana })).status).toBe(303);
  app.setNow('2027-01-14T23:06:00Z');
  const typed = ` ${ana.slice(0, 3).toLowerCase()}-${ana.slice(3)} `;
  const done = await moderator.post(doorOf(slug), { code: typed });
  expect(done.status).toBe(303);
  expect(await moderator.read(done.headers.get('location') ?? '')).toContain('A step at the door');
  const wrong = await moderator.post(doorOf(slug), { code: 'AEIOU' });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('href="#code"');
  expect(page).toContain('value="AEIOU"');
  const people = await moderator.post(doorOf(slug), { people: '0', device });
  expect(people.status).toBe(422);
  const added = { people: '4', device: 'f'.repeat(32) };
  await moderator.post(doorOf(slug), added);
  await moderator.post(doorOf(slug), added);
  expect(await moderator.read(doorOf(slug))).toContain('<b data-walk-in-all="true">8</b>');
});

test('the file of a supporter says it, and erasing deletes the code and leaves the count', async () => {
  const ana = own.Ana ?? '';
  const before = await counted();
  expect(await (await app.request(`${ana}/data.json`)).json()).toMatchObject({ checked_in: true });
  await app.post(`${ana}/erase`, {});
  const left = await env.DB.prepare('SELECT count(*) AS n FROM door_codes WHERE action_id = ?')
    .bind(event.action.id)
    .first<number>('n');
  expect(left).toBe(3);
  expect(await counted()).toBe(before);
});

test('an event of another campaign has no door here', async () => {
  const elsewhere = await openEvent(app);
  expect((await moderator.get(`/events/${elsewhere.action.slug}/door`)).status).toBe(404);
});

test('the reminder names the code', async () => {
  const later = await openEvent(app, {
    event: { times: [{ slug: 'first', starts: '2027-03-17T18:00', ends: '2027-03-17T20:00', capacity: 3 }] },
  });
  const code = await codeIn(await comes(app, later.action.slug, { name: 'Ana' }));
  await app.cron('2027-03-15T22:00:00Z');
  const mails = await app.mailTo(emailOf('Ana', later.action.slug));
  const reminder = mails.find(({ subject }) => subject.startsWith('In two days'));
  expect(reminder?.text).toContain(`Your code at the door: ${code.slice(0, 3)} ${code.slice(3)}.`);
});

test('no statement of the door reads a whole table', async () => {
  const ofDoor = heard.filter(({ sql }) => sql.includes('door_'));
  expect(new Set(ofDoor.map(({ sql }) => sql)).size).toBeGreaterThan(6);
  await expectNoScans(ofDoor, exceptionsOfAll);
});

test('a door of a thousand lists four hundred codes, says so, takes the others by the field, and stays small', async () => {
  app.setNow('2027-01-14T23:00:00Z');
  const large = await openEvent(app, {
    event: {
      times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 2000 }],
    },
  });
  const { action, campaign } = large;
  await storeSignatures(env.DB, action, { n: 1000, at: app.now(), prefix: `0000000DR${action.id}X` });
  const codes = await seatAll(env.DB, action);
  const at = await organizerIn(app, campaign, { role: 'moderator' });
  const from = heard.length;
  const html = await at.read(doorOf(action.slug));
  expect(html.match(/data-code=/g)).toHaveLength(mostListed);
  expect(html).toContain('400');
  const listing = heard.slice(from).filter(({ sql }) => sql.includes('sign_ups_in_line'));
  expect(listing.map(({ sql }) => /LIMIT \?/.test(sql))).toEqual([true]);
  const zipped = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(20 * 1024);
  const listed = new Set([...html.matchAll(/data-code="([^"]+)"/g)].map(([, code]) => code));
  const other = codes.find((code) => !listed.has(code)) ?? '';
  expect((await at.post(doorOf(action.slug), { code: other })).status).toBe(303);
});
