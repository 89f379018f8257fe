import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { errorMessage } from '../../web/components/field-errors.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { lookAtAll } from '../support/looks.ts';
import { confirmPath, ownPath, publicCounts, signAndConfirm, signByForm } from '../support/people.ts';
import { press } from '../support/press.ts';
import { escaped, pathOfLink } from './support.ts';

const nothing = {
  received: 0,
  confirmed: 0,
  unconfirmed: 0,
  duplicate: 0,
  flagged: 0,
  withdrawn: 0,
  invalidated: 0,
};

async function town(overrides = {}) {
  const app = testApp();
  await stopEarlierDigests(env.DB);
  const { action: petition } = await openPetition(env.DB, overrides);
  return { app, slug: petition.slug, ana: anaOf(petition.slug) };
}

test('a resident signs, confirms by the button in the mail, and counts', async () => {
  const { app, slug, ana } = await town();
  const signed = await signByForm(app, slug);
  expect(signed.status).toBe(303);
  expect(signed.headers.get('location')).toBe(`/petitions/${slug}/check-your-email`);
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, unconfirmed: 1 });

  const path = await confirmPath(app, ana.email);
  const page = await app.request(path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Ana Lopez');
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 0, unconfirmed: 1 });

  const confirmed = await app.post(path, {});
  expect(confirmed.status).toBe(303);
  expect(confirmed.headers.get('location')).toBe(`/petitions/${slug}/thank-you`);
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, confirmed: 1 });

  const again = await app.post(path, {});
  expect(again.headers.get('location')).toBe(`/petitions/${slug}/thank-you`);
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, confirmed: 1 });
});

test('the same form sent twice is one signature and one mail', async () => {
  const { app, slug, ana } = await town();
  const form_token = await app.formToken(slug);
  const send = () => app.post(`/petitions/${slug}/signatures`, { ...ana, form_token });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, unconfirmed: 1 });
  expect((await app.mailTo(ana.email)).length).toBe(1);
});

test('of twenty simultaneous confirmations of one person one counts, and the rest are duplicates', async () => {
  const { app, slug, ana } = await town();
  const paths: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const email = `race+${n}@example.org`;
    const accepted = await app.postJson(`/api/v1/petitions/${slug}/signatures`, { ...ana, email });
    expect(accepted.status).toBe(202);
  }
  const { results } = await env.DB.prepare(
    'SELECT id FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .all<{ id: string }>();
  for (const { id } of results) paths.push(await pathOfLink(app, 'confirm', id));
  expect(paths.length).toBe(20);
  const answers = await Promise.all(paths.map((path) => press(app, path)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 20, confirmed: 1, duplicate: 19 });
});

test('a shared inbox takes two names of one ZIP, however they race, and no third', async () => {
  const { app, slug, ana } = await town();
  for (const given_name of ['Ana', 'Luis', 'Eva', 'Sol', 'Max']) {
    await app.postJson(`/api/v1/petitions/${slug}/signatures`, { ...ana, given_name });
  }
  const { results } = await env.DB.prepare(
    'SELECT id FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .all<{ id: string }>();
  await Promise.all(results.map(async ({ id }) => press(app, await pathOfLink(app, 'confirm', id))));
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 5, confirmed: 2, duplicate: 3 });
});

test('unconfirmed signatures block nobody', async () => {
  const { app, slug } = await town();
  for (const given_name of ['Eva', 'Sol', 'Max']) await signByForm(app, slug, { given_name });
  await signAndConfirm(app, slug, { given_name: 'Luis' });
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, unconfirmed: 3 });
});

test('somebody who signed before is told so by mail only, at the address that counts', async () => {
  const { app, slug, ana } = await town();
  await signAndConfirm(app, slug);
  const again = await signByForm(app, slug, { email: ana.email.replace('@', '+again@') });
  expect(again.status).toBe(303);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, unconfirmed: 1 });
  const told = (await app.mailTo(ana.email)).find(({ subject }) =>
    subject.includes('You have already signed'),
  );
  expect(told?.text).toContain('/my/');
  expect(told?.text).toContain('Yes, that was me');
  expect(await app.mailTo(ana.email.replace('@', '+again@'))).toEqual([]);
  const [own, confirm] = ['/my/', '/confirm/'].map((start) =>
    told?.links.map((href) => new URL(href).pathname).find((path) => path.startsWith(start)),
  );
  expect(await (await app.request(own ?? '')).text()).toContain(ana.email);
  expect((await app.post(confirm ?? '', {})).headers.get('location')).toBe(`/petitions/${slug}/thank-you`);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, unconfirmed: 0, duplicate: 1 });
});

test('at most five mails go to one address about one petition', async () => {
  const { app, slug, ana } = await town();
  for (let n = 0; n < 8; n += 1) await signByForm(app, slug, { given_name: `Ana ${n}` });
  expect((await app.mailTo(ana.email)).length).toBe(5);
  expect(await publicCounts(app, slug)).toMatchObject({ unconfirmed: 8 });
});

test('the link is sent again on request, once a minute, and the page never says whether there is one', async () => {
  const { app, slug, ana } = await town();
  await signByForm(app, slug);
  const ask = (email: string) => app.post(`/petitions/${slug}/resend`, { email });
  const known = await ask(ana.email);
  const stranger = await ask('nobody@example.org');
  expect(known.status).toBe(303);
  expect([...known.headers]).toEqual([...stranger.headers]);
  await ask(ana.email);
  expect((await app.mailTo(ana.email)).length).toBe(2);
  expect((await ask('not an address')).status).toBe(422);
});

test('an address that is sent twice to have the link sent again is not taken for either', async () => {
  const { app, slug, ana } = await town();
  await signByForm(app, slug);
  const body = new URLSearchParams([
    ['email', ana.email],
    ['email', 'eva@example.org'],
    ['unheard_of', '1'],
    ['unheard_of', '2'],
  ]);
  const answer = await app.request(`/petitions/${slug}/resend`, { method: 'POST', body });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain(escaped(errorMessage('en', { field: 'email', code: 'sent-twice' })));
  expect(html).toContain(`value="${ana.email}"`);
  expect((await app.mailTo(ana.email)).length).toBe(1);
});

test('a supporter corrects the ZIP, and the count moves with it', async () => {
  const { app, slug, ana } = await town();
  await signAndConfirm(app, slug);
  const mine = await ownPath(app, ana.email);
  const corrected = await app.post(`${mine}/correct`, { ...ana, zip: '28205', district: '2' });
  expect(corrected.status).toBe(303);
  const json = await (await app.request(`/api/v1/petitions/${slug}`)).json();
  expect(json).toMatchObject({
    counts: { confirmed: 1 },
    by_district: [
      { district: '1', confirmed: 0 },
      { district: '2', confirmed: 1 },
    ],
  });
});

test('a supporter withdraws, twice, and then erases everything', async () => {
  const { app, slug, ana } = await town();
  await signAndConfirm(app, slug, { show_name: 'yes' });
  const mine = await ownPath(app, ana.email);
  await lookAtAll(app.deps);
  expect(await (await app.request(`/petitions/${slug}`)).text()).toContain('Ana Lopez');
  expect((await app.post(`${mine}/withdraw`, {})).headers.get('location')).toContain('done=withdrawn');
  expect((await app.post(`${mine}/withdraw`, {})).headers.get('location')).toContain(
    'done=already-withdrawn',
  );
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, withdrawn: 1 });
  expect(await (await app.request(`/petitions/${slug}`)).text()).not.toContain('Ana Lopez');

  expect((await app.post(`${mine}/erase`, {})).status).toBe(303);
  const page = await (await app.request(mine)).text();
  expect(page).not.toContain('Ana');
  const held = await env.DB.prepare('SELECT * FROM signatures WHERE erased_at IS NOT NULL').first();
  expect(held).toMatchObject({
    sealed: null,
    person_key: null,
    inbox_key: null,
    zip: null,
    shown_name: null,
  });
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, withdrawn: 1 });
  expect(await app.mailTo(ana.email)).toEqual([]);
});

test('erasing takes the counted signature and every other one of the same person', async () => {
  const { app, slug, ana } = await town();
  await signByForm(app, slug, { zip: '28205' });
  await signAndConfirm(app, slug);
  await signByForm(app, slug, { zip: '28299' });
  const mine = await ownPath(app, ana.email);
  await app.post(`${mine}/erase`, {});
  // Unconfirmed signatures keep their public state until they expire, so whoever made them learns nothing.
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 3, unconfirmed: 2, withdrawn: 1 });
  const left = await env.DB.prepare(
    'SELECT count(*) AS n FROM signatures WHERE sealed IS NOT NULL AND action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .first('n');
  expect(left).toBe(0);
});

test('the unconfirmed are reminded after 2 and 7 days, erased after 30, however often cron runs', async () => {
  const { app, slug, ana } = await town();
  await signByForm(app, slug);
  const subjects = async () => (await app.mailTo(ana.email)).map(({ subject }) => subject);
  await app.cron('2026-11-27T14:59:00Z');
  expect(await subjects()).toHaveLength(1);
  await Promise.all([app.cron('2026-11-27T15:01:00Z'), app.cron('2026-11-27T15:01:00Z')]);
  await app.cron('2026-11-28T15:01:00Z');
  expect(await subjects()).toHaveLength(2);
  await app.cron('2026-12-02T15:01:00Z');
  expect(await subjects()).toHaveLength(3);
  await app.cron('2026-12-25T14:59:00Z');
  expect(await publicCounts(app, slug)).toMatchObject({ unconfirmed: 1 });
  await app.cron('2026-12-25T15:01:00Z');
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, invalidated: 1 });
  const row = await env.DB.prepare(
    'SELECT sealed, reason FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .first();
  expect(row).toEqual({ sealed: null, reason: 'never-confirmed' });
});

test('a confirmation up to a day after closing counts, a signature after closing does not', async () => {
  const { app, slug, ana } = await town({ closesOn: '2026-11-30' });
  await signByForm(app, slug);
  await signByForm(app, slug, { email: `late@${slug}.example` });
  app.setNow('2026-12-01T20:00:00Z');
  const page = await (await app.request(`/petitions/${slug}`)).text();
  expect(page).not.toContain('name="form_token"');
  expect((await app.postJson(`/api/v1/petitions/${slug}/signatures`, ana)).status).toBe(409);
  await app.cron('2026-12-01T20:15:00Z');
  expect((await app.post(await confirmPath(app, ana.email), {})).status).toBe(303);
  app.setNow('2026-12-02T05:00:01Z');
  expect((await app.post(await confirmPath(app, `late@${slug}.example`), {})).status).toBe(409);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, unconfirmed: 1 });
});

test('after its retention a closed petition holds no personal data and keeps its counts', async () => {
  const { app, slug } = await town({ closesOn: '2026-11-30', retentionDays: 60 });
  await signAndConfirm(app, slug, { show_name: 'yes' });
  await app.cron('2026-12-05T12:00:00Z');
  // Erasure is announced first, and done a week later.
  for (const at of ['2027-02-05T12:00:00Z', '2027-02-12T12:00:00Z']) await app.cron(at);
  const row = await env.DB.prepare(
    'SELECT state, sealed, inbox_key, shown_name FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .first();
  expect(row).toEqual({ state: 'confirmed', sealed: null, inbox_key: null, shown_name: null });
  expect(await publicCounts(app, slug)).toEqual({ ...nothing, received: 1, confirmed: 1 });
});

test('a stolen database file holds no name, address or comment', async () => {
  const { app, slug } = await town();
  await signAndConfirm(app, slug, { comment: 'my very own words' });
  await app.cron('2026-11-25T15:15:00Z');
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    const text = results
      .flatMap((row) => Object.values(row as object))
      .map((value) => (Array.isArray(value) ? String.fromCharCode(...value) : String(value)))
      .join('\n');
    for (const secret of ['Lopez', 'ana@', 'very own words']) expect(text, name).not.toContain(secret);
  }
});
