import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { committeeLinks } from '../../worker/digests/links.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { askedOf, linkMailedTo, openAsking, readPage, textOf } from './support.ts';

const app = testApp();
const asked = '2026-11-25T15:00:00Z';

async function askedAndMailed(): Promise<{ context: ActionContext; link: string; page: string }> {
  const context = await openAsking();
  await askedOf(app, context, asked);
  const link = await linkMailedTo(app, context);
  return { context, link, page: `/petitions/${context.action.slug}` };
}

const yes = {
  'seen.train': '0',
  'seen.check': '0',
  'answer.train': 'yes',
  'text.train': 'We will train them.',
};

test('a reached threshold asks its committee once, by a mail with a link of its own', async () => {
  const { context, link } = await askedAndMailed();
  await app.cron('2026-11-25T15:15:00Z');
  const { results } = await env.DB.prepare("SELECT kind FROM outbox WHERE ref LIKE ?1 || '.%'")
    .bind(String(context.action.id))
    .all();
  expect(results).toEqual([{ kind: 'answer-request:3' }]);
  app.setNow('2026-11-27T15:00:00Z');
  const text = await readPage(app, link);
  expect(text).toContain('Train every officer Asked on Wednesday, November 25, 2026: 2 days ago.');
  expect(text).toContain('Check each year');
  expect(text).not.toContain('Pay for it');
  expect(await readPage(app, `/petitions/${context.action.slug}`)).toContain(
    'Put to the Safety Committee on Wednesday, November 25, 2026. No answer for 2 days.',
  );
});

test('the committee that is asked at a threshold gets one mail about it', async () => {
  const { action } = await openAsking();
  const { slug } = action;
  app.setNow(asked);
  for (const name of ['Ana', 'Ben', 'Cem']) {
    await confirmedAs(app, slug, { ...anaOf(slug), given_name: name, email: `${name}@${slug}.example` });
  }
  const email = await env.DB.prepare('SELECT contact_email FROM committees WHERE id = ?')
    .bind(action.committee.id)
    .first<string>('contact_email');
  expect(await app.mailTo(email ?? '')).toEqual([]);
  await app.cron('2026-11-25T15:15:00Z');
  const mails = await app.mailTo(email ?? '');
  expect(mails.map(({ subject }) => subject)).toEqual(['Please answer: A small petition']);
  expect(mails[0]?.text.replace(/\s+/g, ' ')).toContain('3 people have signed and confirmed');
});

test('an answer is public at once, with committee and date, and its correction shows what changed', async () => {
  const { link, page } = await askedAndMailed();
  app.setNow('2026-11-26T15:00:00Z');
  const sent = await app.post(link, yes);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${link}?done=done`]);
  expect(await readPage(app, `${link}?done=done`)).toContain('Your answer is public now');
  const shown = await readPage(app, page);
  expect(shown).toContain('Safety Committee: Yes We will train them.');
  expect(shown).toContain('Answered on Thursday, November 26, 2026, 1 day after it was asked.');
  expect(shown).toContain('One of these waits for an answer.');

  app.setNow('2026-11-27T15:00:00Z');
  await app.post(link, { ...yes, 'seen.train': '1', 'answer.train': 'partly' });
  const versions = await readPage(app, `${page}/answers`);
  expect(versions).toContain('Version 2, Friday, November 27, 2026. It holds now');
  expect(versions).toContain('What changed: the answer');
  expect(versions).toContain('Version 1, Thursday, November 26, 2026. Replaced later');
  expect(await readPage(app, page)).toContain('Corrected once. See what changed');
});

test('the same form sent twice stores one version and mails one copy', async () => {
  const { context, link } = await askedAndMailed();
  const [one, two] = await Promise.all([app.post(link, yes), app.post(link, yes)]);
  expect([one.status, two.status]).toEqual([303, 303]);
  const rows = await env.DB.prepare('SELECT version FROM answers WHERE action_id = ?')
    .bind(String(context.action.id))
    .all();
  expect(rows.results).toEqual([{ version: 1 }]);
  const receipts = await env.DB.prepare(
    "SELECT id FROM outbox WHERE ref LIKE ?1 || '.%' AND kind LIKE '%receipt%'",
  )
    .bind(String(context.action.id))
    .all();
  expect(receipts.results).toHaveLength(1);
});

test('of two who answer at once the second is shown the first one’s and loses nothing', async () => {
  const { link, page } = await askedAndMailed();
  await app.post(link, yes);
  const mine = { ...yes, 'answer.train': 'no', 'text.train': 'No money.', 'answer.check': 'yes' };
  const refused = await app.post(link, mine);
  const html = await refused.text();
  expect(refused.status).toBe(409);
  expect(textOf(html)).toContain('Somebody else has answered with this link in the meantime.');
  expect(textOf(html)).toContain('Answered in the meantime Safety Committee: Yes We will train them.');
  expect(html).toContain('No money.</textarea>');
  expect(html).toContain('name="seen.train" value="1"');
  expect(await readPage(app, page)).not.toContain('No money.');
  const again = await app.post(link, { ...mine, 'seen.train': '1' });
  expect(again.status).toBe(303);
  expect(await readPage(app, page)).toContain('Safety Committee: No No money.');
});

test('who leaves an ask as it was shown does not undo what somebody else has answered there', async () => {
  const { link, page } = await askedAndMailed();
  await app.post(link, yes);
  await app.post(link, { ...yes, 'seen.train': '1', 'answer.train': 'partly' });
  const late = { ...yes, 'seen.train': '1', 'answer.check': 'no' };
  expect((await app.post(link, late)).status).toBe(303);
  const shown = await readPage(app, page);
  expect(shown).toContain('Safety Committee: Partly We will train them.');
  expect(shown).toContain('Check each year Safety Committee: No');
});

test.for<[string, Record<string, string>, string]>([
  ['nothing', {}, 'Answer at least one thing.'],
  ['a text without an answer', { 'text.train': 'Hm' }, 'Choose one of the answers.'],
  ['an answer that is none', { 'answer.train': 'maybe' }, 'Choose one of the answers.'],
  ['a promise to look without a day', { 'answer.train': 'will-look' }, 'Name the day by which'],
  [
    'a day that is none',
    { 'answer.train': 'yes', 'due.train': '2027-02-30' },
    'a day that is in the calendar',
  ],
  ['a day that has passed', { 'answer.train': 'yes', 'due.train': '2026-11-01' }, 'today or later'],
  ['a day far away', { 'answer.train': 'yes', 'due.train': '9999-01-01' }, 'within the next ten years'],
  [
    'a script as document',
    { 'answer.train': 'yes', 'document.train': 'javascript:alert(1)' },
    'starts with https://',
  ],
  [
    'a long text',
    { 'answer.train': 'yes', 'text.train': 'x'.repeat(200_000) },
    'Write at most 5,000 characters.',
  ],
  ['bytes', { 'answer.train': 'yes', 'text.train': 'a\u0000b' }, 'characters that nobody can read'],
])('%s is refused with the reason, and the form keeps all of it', async ([, fields, reason]) => {
  const { link, context } = await askedAndMailed();
  const typed = { 'text.check': 'Still here', 'answer.check': 'yes', ...fields };
  const sent = await app.post(link, Object.keys(fields).length === 0 ? {} : typed);
  const html = await sent.text();
  expect(sent.status).toBe(422);
  expect(textOf(html)).toContain(reason);
  if (Object.keys(fields).length > 0) expect(html).toContain('Still here</textarea>');
  for (const value of Object.values(fields).filter((value) => value.length > 9))
    expect(html).toContain(value);
  expect(
    await env.DB.prepare('SELECT id FROM answers WHERE action_id = ?').bind(context.action.id).first(),
  ).toBeNull();
});

test('what is typed is shown as text: no script, no link, no turned line', async () => {
  const { link, page } = await askedAndMailed();
  const text = '<script>alert(1)</script> [us](https://evil.example) \u202Eback';
  expect((await app.post(link, { ...yes, 'text.train': text })).status).toBe(303);
  for (const path of [page, `${page}/answers`, link]) {
    const html = await (await app.request(path)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('href="https://evil.example');
    expect(html).not.toContain('\u202E');
    expect(html).toContain('[us](https://evil.example) back');
  }
});

test('a staff page’s link and another committee’s link open nothing, and a replaced one ends', async () => {
  const { context, link } = await askedAndMailed();
  const other = await openAsking();
  const { staffUrl } = await committeeLinks(app.deps, { id: other.action.committee.id, staffLink: 1 });
  const token = new URL(staffUrl).pathname.split('/')[2] ?? '';
  expect((await app.request(`/answer/${token}`)).status).toBe(404);
  expect((await app.post(`/answer/${token}`, yes)).status).toBe(404);
  const asked = await (await app.post(`${link}/replace`, { 'text.agenda': 'Half an answer' })).text();
  expect(asked).toContain('Replace the link?');
  const replaced = await app.post(`${link}/replace`, { sure: 'yes' });
  expect(await replaced.text()).toContain('The link was replaced');
  expect((await app.request(link)).status).toBe(410);
  expect((await app.post(link, yes)).status).toBe(410);
  const fresh = await linkMailedTo(app, context);
  expect(fresh).not.toBe(link);
  expect((await app.request(fresh)).status).toBe(200);
});

test('a commitment counts its days on the city’s calendar', async () => {
  const { context, link, page } = await askedAndMailed();
  await app.post(link, { ...yes, 'answer.train': 'will-look', 'due.train': '2026-12-01' });
  const on = async (at: string) => {
    app.setNow(at);
    return readPage(app, page);
  };
  expect(await on('2026-11-30T15:00:00Z')).toContain(
    'It is to act by Tuesday, December 1, 2026: 1 day is left.',
  );
  // Still the first of December in Riverton.
  expect(await on('2026-12-02T04:59:00Z')).toContain('It is to act by today, Tuesday, December 1, 2026.');
  expect(await on('2026-12-02T05:00:00Z')).toContain('overdue by 1 day.');
  expect(await on('2026-12-05T15:00:00Z')).toContain('overdue by 4 days.');
  const json = (await (await app.request(`/api/v1/petitions/${context.action.slug}`)).json()) as {
    asks: { asked_of: { answer: { commitment: unknown } }[] }[];
  };
  expect(json.asks[0]?.asked_of[0]?.answer.commitment).toEqual({
    due_on: '2026-12-01',
    state: 'overdue',
    days_overdue: 4,
    source: null,
  });
});

test('an office that stopped its mail is not asked by mail', async () => {
  const context = await openAsking();
  await env.DB.prepare("UPDATE committees SET frequency = 'stopped' WHERE id = ?")
    .bind(context.action.committee.id)
    .run();
  await askedOf(app, context, asked);
  await expect(linkMailedTo(app, context)).rejects.toThrow('no link');
});
