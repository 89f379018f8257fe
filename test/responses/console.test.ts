import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { askedOf, linkMailedTo, openAsking, readPage, textOf } from './support.ts';

const app = testApp();
let context: ActionContext;
let editor: OrganizerClient;
let page: string;
let one: string;

beforeAll(async () => {
  context = await openAsking();
  app.setNow('2026-11-25T15:00:00Z');
  await askedOf(app, context, '2026-11-25T15:00:00Z');
  editor = await organizerIn(app, context.campaign, { role: 'editor' });
  page = `/petitions/${context.action.slug}`;
  one = `/responses/${context.action.slug}/safety`;
});

/** Signed in again, since a session lasts 12 hours. */
async function at(time: string) {
  app.setNow(time);
  editor = await organizerIn(app, context.campaign, { role: 'editor' });
}

const letter = {
  given: 'letter',
  place: 'Letter of November 25',
  on: '2026-11-25',
  language: 'en',
  'seen.train': '0',
  'seen.check': '0',
  'answer.train': 'will-look',
  'text.train': 'We will hear the chief.',
  'due.train': '2026-12-01',
};

async function undoLast(): Promise<Response> {
  const id = await env.DB.prepare('SELECT id FROM acts WHERE campaign_id = ? ORDER BY seq DESC LIMIT 1')
    .bind(context.campaign.id)
    .first<string>('id');
  return editor.post(`/acts/${id}/undo`, { back: '' });
}

test('the desk says nothing while the days have not passed, and counts what has waited too long', async () => {
  expect(textOf(await editor.read(''))).not.toContain('waited too long');
  await at('2026-12-10T15:00:00Z');
  expect(textOf(await editor.read(''))).toContain('2 asks have waited too long for an answer');
  expect(textOf(await editor.read('/responses'))).toContain('2 of these wait for an answer.');
  await at('2026-11-26T15:00:00Z');
});

test.for<[string, Record<string, string>, string]>([
  ['no place', { place: '' }, 'Say where it was given'],
  ['a day before it was asked', { on: '2026-11-24' }, 'on or after the one on which it was asked'],
  ['a no with a day', { 'answer.train': 'no', 'due.train': '2026-12-02' }, 'has no day to act by'],
  ['a day to come', { on: '2026-11-27' }, 'It cannot be in the future.'],
  ['no way', { given: 'dream' }, 'Say how it was given.'],
  ['a day before the answer', { 'due.train': '2026-11-20' }, 'today or later'],
])('an answer with %s is refused and kept in the form', async ([, fields, reason]) => {
  const sent = await editor.post(one, { ...letter, ...fields });
  const html = await sent.text();
  expect(sent.status).toBe(422);
  expect(textOf(html)).toContain(reason);
  expect(html).toContain('We will hear the chief.</textarea>');
});

test('an organizer enters what came on paper, which is public with where and when, and can be undone', async () => {
  const sent = await editor.post(one, letter);
  expect(sent.status).toBe(303);
  const shown = await readPage(app, page);
  expect(shown).toContain('Safety Committee: Will look into it We will hear the chief.');
  expect(shown).toContain('Answered on Wednesday, November 25, 2026');
  expect(shown).toContain('It came on paper: Letter of November 25. An organizer entered it here.');
  expect(textOf(await editor.read('/responses'))).toContain('Letter of November 25');
  expect((await undoLast()).status).toBe(303);
  expect(await readPage(app, page)).toContain('Train every officer Put to the Safety Committee');
  expect((await editor.post(one, letter)).status).toBe(303);
});

test('what the committee has corrected since is not undone, and an organizer is shown what came meanwhile', async () => {
  const link = await linkMailedTo(app, context);
  await app.post(link, { 'answer.check': 'yes', 'seen.check': '0' });
  const late = await editor.post(one, {
    ...letter,
    'answer.train': '',
    'text.train': '',
    'due.train': '',
    'answer.check': 'no',
  });
  expect(late.status).toBe(409);
  expect(textOf(await late.text())).toContain('Came in meanwhile Safety Committee: Yes');
});

test('a missed commitment waits, is marked with its source, and the mark can be undone', async () => {
  await at('2026-12-03T15:00:00Z');
  expect(textOf(await editor.read(''))).toContain('1 commitment of a committee is overdue');
  const answer = /name="answer" value="(\d+)"/.exec(await editor.read(one))?.[1] ?? '';
  const unsourced = await editor.post(`${one}/outcome`, {
    answer,
    decision: 'missed',
    [`source-${answer}`]: ' ',
  });
  expect(unsourced.status).toBe(422);
  const source = 'https://city.example/minutes';
  const marked = await editor.post(`${one}/outcome`, {
    answer,
    decision: 'missed',
    [`source-${answer}`]: source,
  });
  expect(marked.status).toBe(303);
  const html = await (await app.request(page)).text();
  expect(textOf(html)).toContain('Missed, as of Thursday, December 3, 2026.');
  expect(html).toContain(`href="${source}"`);
  expect(textOf(await editor.read(''))).not.toContain('overdue');
  const twice = await editor.post(`${one}/outcome`, {
    answer,
    decision: 'kept',
    [`source-${answer}`]: source,
  });
  expect(twice.status).toBe(409);
  await undoLast();
  expect(await readPage(app, page)).toContain('overdue by 2 days');
});

test('the link is mailed again at most once an hour, and no organizer reads it', async () => {
  await at('2026-11-26T18:00:00Z');
  const other = await openAsking();
  await askedOf(app, other, '2026-11-26T18:00:00Z');
  const own = await organizerIn(app, other.campaign, { role: 'editor' });
  const path = `/responses/${other.action.slug}/safety/ask`;
  for (let press = 0; press < 2; press += 1) {
    expect(textOf(await (await own.post(path, { decision: 'again' })).text())).toContain(
      'The mail is on its way.',
    );
  }
  const { results } = await env.DB.prepare(
    "SELECT kind FROM outbox WHERE ref LIKE ?1 || '.%' AND kind LIKE '%again%'",
  )
    .bind(String(other.action.id))
    .all();
  expect(results).toHaveLength(1);
  expect((await own.post(path, { decision: 'link' })).status).toBe(400);
  expect(await own.read(`/responses/${other.action.slug}/safety`)).not.toContain('/answer/');
});

test('an organizer who replaces the committee’s own answer says so on the page, and the committee is mailed both', async () => {
  app.setNow('2026-11-26T18:00:00Z');
  const other = await openAsking();
  await askedOf(app, other, '2026-11-26T18:00:00Z');
  const link = await linkMailedTo(app, other);
  const due = '2026-12-12';
  const promised = { 'answer.train': 'will-look', 'text.train': 'We will look.', 'due.train': due };
  app.setNow('2026-11-27T15:00:00Z');
  await app.post(link, { 'seen.train': '0', ...promised });
  const own = await organizerIn(app, other.campaign, { role: 'editor' });
  const path = `/responses/${other.action.slug}/safety`;
  const petition = `/petitions/${other.action.slug}`;

  const answer = /name="answer" value="(\d+)"/.exec(await own.read(path))?.[1] ?? '';
  const mark = (decision: string, source: string) =>
    own.post(`${path}/outcome`, { answer, decision, [`source-${answer}`]: source });
  const early = await mark('missed', 'https://city.example/minutes');
  expect([early.status, textOf(await early.text())]).toEqual([
    422,
    expect.stringContaining('has not passed'),
  ]);
  expect((await mark('kept', 'javascript:alert(1)')).status).toBe(422);

  const no = { ...letter, place: 'Letter', 'answer.train': 'no', 'text.train': 'No.', 'due.train': due };
  const before = await own.post(path, { ...no, 'seen.train': '1', on: '2026-11-26' });
  expect([before.status, textOf(await before.text())]).toEqual([
    422,
    expect.stringContaining('not before the committee’s own answer'),
  ]);
  expect((await own.post(path, { ...no, 'seen.train': '1', on: '2026-11-27' })).status).toBe(303);
  const shown = await readPage(app, petition);
  expect(shown).toContain('Safety Committee: No An organizer entered this in place of the committee’s own');
  expect(shown).not.toContain('act by');
  await app.cron('2026-11-27T15:15:00Z');
  const email = await env.DB.prepare('SELECT contact_email AS email FROM committees WHERE id = ?')
    .bind(other.action.committee.id)
    .first<string>('email');
  const mails = await app.mailTo(email ?? '');
  const told = mails.find(({ subject }) => subject.startsWith('An organizer replaced'));
  expect(told?.text.replace(/\s+/g, ' ')).toMatch(
    /Safety Committee: No .*The committee’s own answer, which it replaced. Safety Committee: Will look into it We will look\./,
  );

  await app.post(link, { 'seen.train': '2', ...promised });
  expect(await readPage(app, petition)).not.toContain('in place of the committee’s own');
});

test('supporters who want news are counted, told once each, and can stop it with one press', async () => {
  app.setNow('2026-11-26T18:30:00Z');
  const told = await openAsking();
  const { slug, id: actionId } = told.action;
  const person = (name: string, wants: boolean) =>
    confirmedAs(app, slug, {
      ...anaOf(slug),
      given_name: name,
      email: `${name.toLowerCase()}@${slug}.example`,
      ...(wants ? { keep_informed: 'yes' } : {}),
    });
  const ana = await person('Ana', true);
  await person('Ben', false);
  await person('Cem', true);
  await person('Dee', true);
  await env.DB.prepare(
    "INSERT INTO suppressions (key, reason, since) SELECT x'00', 'bounced', 0 WHERE 0",
  ).run();
  await app.cron('2026-11-26T18:45:00Z');
  const link = await linkMailedTo(app, told);
  await app.post(link, { 'answer.train': 'yes', 'seen.train': '0' });
  const own = await organizerIn(app, told.campaign, { role: 'editor' });
  expect(textOf(await own.read(''))).toContain('1 answer came in, and supporters were not told');
  const path = `/answer-mailings/${slug}`;
  const long = await own.post(path, { decision: 'count', 'subject.en': 'x'.repeat(121) });
  expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('Shorten the subject')]);
  const written = { 'subject.en': 'The council has spoken' };
  expect((await own.post(path, { decision: 'count', ...written })).status).toBe(303);
  const ready = await own.read(path);
  expect(textOf(ready)).toContain('3 people get it.');
  expect(textOf(ready)).toContain('What they get, in Spanish');
  const seen = /name="seen" value="([^"]+)"/.exec(ready)?.[1] ?? '';

  // Ana stops the news after the count and before the mail.
  const wanting = await env.DB.prepare(
    "SELECT count(*) AS n FROM signatures WHERE action_id = ? AND keep_informed = 1 AND state = 'confirmed'",
  )
    .bind(actionId)
    .first<number>('n');
  expect(wanting).toBe(3);
  const stop = await app.post(`${ana.mine}/news`, { 'List-Unsubscribe': 'One-Click' });
  expect(await stop.text()).toBe('OK');

  const [first, second] = await Promise.all([
    own.post(path, { decision: 'send', seen }),
    own.post(path, { decision: 'send', seen }),
  ]);
  expect([first.status, second.status].sort()).toEqual([303, 409]);
  await app.cron('2026-11-26T19:00:00Z');
  await app.cron('2026-11-26T19:15:00Z');
  const { results } = await env.DB.prepare(
    `SELECT kind, count(*) AS n FROM outbox WHERE kind LIKE 'answer-news:%'
       AND ref IN (SELECT id FROM signatures WHERE action_id = ?)`,
  )
    .bind(actionId)
    .all<{ n: number }>();
  expect(results[0]?.n).toBe(2);
  const [mail] = await app.mailTo(`cem@${slug}.example`);
  expect(mail?.subject).toBe('The council has spoken');
  expect(mail?.text).toContain('Safety Committee: Yes');
  expect((await app.mailTo(`ana@${slug}.example`)).map(({ subject }) => subject)).not.toContain(
    mail?.subject,
  );
  expect(textOf(await own.read(path))).toContain('There is no answer that supporters were not told of.');
});

test('an organizer who has seen the number may tell nobody, which can be undone', async () => {
  app.setNow('2026-11-26T20:00:00Z');
  const quiet = await openAsking();
  await askedOf(app, quiet, '2026-11-26T20:00:00Z');
  await app.post(await linkMailedTo(app, quiet), { 'answer.train': 'yes', 'seen.train': '0' });
  const own = await organizerIn(app, quiet.campaign, { role: 'editor' });
  const path = `/answer-mailings/${quiet.action.slug}`;
  await own.post(path, { decision: 'count' });
  const ready = await own.read(path);
  expect(textOf(ready)).toContain('Nobody would get it.');
  const seen = /name="seen" value="([^"]+)"/.exec(ready)?.[1] ?? '';
  expect((await own.post(path, { decision: 'stop', seen })).status).toBe(303);
  expect(textOf(await own.read(''))).not.toContain('supporters were not told');
  const id = await env.DB.prepare("SELECT id FROM acts WHERE campaign_id = ? AND kind = 'stop-answer-mail'")
    .bind(quiet.campaign.id)
    .first<string>('id');
  expect((await own.post(`/acts/${id}/undo`, { back: '' })).status).toBe(303);
  expect(textOf(await own.read(''))).toContain('1 answer came in, and supporters were not told');
});

test('what an organizer types is shown as text: no script, no turned line', async () => {
  const hostile = '<script>alert(1)</script> [us](https://evil.example) \u202Eback';
  const other = await openAsking();
  await askedOf(app, other, app.now().toISOString());
  const typing = await organizerIn(app, other.campaign, { role: 'editor' });
  const path = `/responses/${other.action.slug}/safety`;
  const on = app.now().toISOString().slice(0, 10);
  const fields = { ...letter, on, place: hostile, 'text.train': hostile, 'due.train': '2027-01-31' };
  const sent = await typing.post(path, fields);
  expect(sent.status).toBe(303);
  const answer = /name="answer" value="(\d+)"/.exec(await typing.read(path))?.[1] ?? '';
  const named = `source-${answer}`;
  await typing.post(`${path}/outcome`, { answer, decision: 'missed', [named]: hostile });
  const own = `/petitions/${other.action.slug}`;
  const pages = [await typing.read('/responses'), await typing.read(path), await typing.read('/log')];
  for (const html of [...pages, await (await app.request(own)).text()]) {
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('href="https://evil.example');
    expect(html).not.toContain('\u202E');
  }
  expect(pages[1]).toContain('[us](https://evil.example) back');
});

test.each([
  ['place', { place: 'x'.repeat(50_000) }],
  ['text.train', { 'text.train': 'x'.repeat(50_000) }],
])('a %s of 50 kB is refused with its reason, and stored nowhere', async (_, fields) => {
  const other = await openAsking();
  await askedOf(app, other, app.now().toISOString());
  const typing = await organizerIn(app, other.campaign, { role: 'editor' });
  const sent = await typing.post(`/responses/${other.action.slug}/safety`, { ...letter, ...fields });
  expect([413, 422]).toContain(sent.status);
  expect(await sent.text()).toContain('class="summary"');
});

test('200 kB in a field are too long, and the page says so', async () => {
  const big = { ...letter, 'text.train': 'x'.repeat(200_000) };
  for (const path of [one, `${one}/outcome`, `${one}/ask`]) {
    const sent = await editor.post(path, big);
    expect([400, 413, 422]).toContain(sent.status);
    expect(await sent.text()).toContain('<h1');
  }
  const kept = "SELECT max(length(text) + length(coalesce(place, ''))) AS n FROM answers";
  expect(await env.DB.prepare(kept).first<number>('n')).toBeLessThan(5000);
});
