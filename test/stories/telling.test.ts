import { beforeAll, beforeEach, expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { day, hour } from '../../worker/platform/time/clock.ts';
import { endKeptStories } from '../../worker/stories/retention.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import {
  agreedStory,
  allow,
  articleIn,
  begin,
  invite,
  openStories,
  partnerPageOf,
  readPage,
  type StoryWorld,
  safe,
  storyOf,
  text,
  usesFields,
  write,
} from './support.ts';

const app = testApp();
const { db } = app.deps;
let world: StoryWorld;
let list = '';
const later = (days: number) => new Date(aWednesday.getTime() + days * day);

beforeAll(async () => {
  await stopEarlierDigests(db);
  world = await openStories(app);
  list = `/campaigns/${world.campaign.slug}/stories`;
});

beforeEach(() => app.setNow(aWednesday));

async function rows(): Promise<Record<string, unknown>[]> {
  const found = db.prepare('SELECT * FROM stories WHERE campaign_id = ? ORDER BY number DESC');
  return (await found.bind(world.campaign.id).all()).results;
}

test('only a partner that survivors lead and the kit names invites, and two presses make one link', async () => {
  const clinic = await partnerPageOf(app, world.campaign.id, 'clinic');
  expect(await readPage(app, clinic)).not.toContain('/stories');
  expect((await app.post(`${clinic}/stories`, { seen: '0' })).status).toBe(404);
  const page = await app.request(world.inviting.replace('/stories', ''));
  expect(await page.text()).toContain(world.inviting);
  for (const _ of [1, 2]) await app.post(world.inviting, { seen: '0' });
  expect(await rows()).toHaveLength(1);
  const answer = await app.request(world.inviting);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const [, id = ''] = /\/stories\/([\w-]{22})\/cancel/.exec(await answer.text()) ?? [];
  const [, link = ''] = /\/tell\/([\w-]+)</.exec(await readPage(app, world.inviting)) ?? [];
  await app.post(`${world.inviting}/${id}/cancel`, {});
  expect((await app.request(`/tell/${link}`)).status).toBe(410);
  expect((await app.request('/tell/made-up')).status).toBe(404);
  expect((await app.request('/my-story/made-up')).status).toBe(404);
});

test.each(['case', 'program', 'minor', 'details'])(
  'a yes to “%s” stops kindly and stores nothing',
  async (why) => {
    const invitation = await invite(app, world);
    const before = await rows();
    const page = await readPage(app, invitation);
    const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const stopped = await app.post(invitation, { ...safe, [why]: 'yes', form_token });
    expect(stopped.status).toBe(200);
    const said = await stopped.text();
    expect(said).toContain('Nothing was stored.');
    expect(said).not.toContain('<form');
    expect(await rows()).toEqual(before);
    // It may have changed: the link still works.
    expect((await app.post(invitation, { ...safe, form_token })).status).toBe(303);
  },
);

test('an invitation works once; a double click is one press, and looking uses nothing up', async () => {
  const invitation = await invite(app, world);
  const page = await readPage(app, invitation);
  const missing = await app.post(invitation, { case: 'no' });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain('Choose yes or no');
  const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const other = /name="form_token" value="([^"]+)"/.exec(await readPage(app, invitation))?.[1] ?? '';
  const [first, again] = [
    await app.post(invitation, { ...safe, form_token }),
    await app.post(invitation, { ...safe, form_token }),
  ];
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect((await app.post(invitation, { ...safe, form_token: other })).status).toBe(410);
  expect((await app.request(invitation)).status).toBe(410);
});

test('what was told is sealed, is asked without its worst part, and bad input comes back with what was typed', async () => {
  const own = await begin(app, await invite(app, world));
  const form = await readPage(app, `${own}/write`);
  expect(form).toContain('You do not have to tell what was done to you.');
  expect(form).toContain('class="exit"');
  expect(/<title>([^<]+)/.exec(form)?.[1]).not.toContain('small campaign');
  const wrong = await write(app, own, {
    police: 'Write to me@example.org',
    training: '',
    city: 'x'.repeat(1501),
  });
  expect(wrong.status).toBe(422);
  const back = await wrong.text();
  expect(back).toContain('This seems to hold an address');
  expect(back).toContain('This is too long.');
  expect(back).toContain('Write to me@example.org');
  expect((await rows())[0]).toMatchObject({ sealed: null, version: 0 });
  for (const told of ['Call 704-555-0100', 'I lived in 28205', 'See www.example.org'])
    expect((await write(app, own, { police: told })).status).toBe(422);
  expect((await write(app, own, { police: '', training: '', city: '' })).status).toBe(422);
  expect((await write(app, own, { police: '<script>alert(1)</script>' })).status).toBe(303);
  expect(await readPage(app, own)).not.toContain('<script>alert');
  expect((await write(app, own)).status).toBe(303);
  const [row] = await rows();
  expect(row?.version).toBe(2);
  expect(JSON.stringify(await db.prepare('SELECT * FROM stories').all())).not.toContain('silence');
  expect(await readPage(app, own)).toContain(text.training);
  // Another window had an older text.
  expect((await write(app, own, { seen: '1', city: 'More' })).status).toBe(409);
});

test('the teller sees exactly what will be shown, it appears after seven days and ends with its consent', async () => {
  const { own, preview, id } = await agreedStory(app, world, ['page']);
  const again = await app.post(`${own}/preview`, usesFields(['page']));
  expect(again.headers.get('cache-control')).toBe('private, no-store');
  expect(again.headers.get('referrer-policy')).toBe('no-referrer');
  expect(preview).toContain('From Wednesday, December 2, 2026 on');
  expect(await readPage(app, own)).toContain(
    'Will be shown from Wednesday, December 2, 2026 until Thursday, December 2, 2027.',
  );
  const at = `${list}/${id}`;
  for (const [now, isShown] of [
    [new Date(later(7).getTime() - 1), false],
    [later(7), true],
    [later(360), true],
    [later(7 + 366), false],
  ] as const) {
    app.setNow(now);
    const one = await app.request(at);
    expect([one.status, (await readPage(app, list)).includes(id)]).toEqual([isShown ? 200 : 404, isShown]);
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(one.headers.get('referrer-policy')).toBe('no-referrer');
    if (isShown) expect(articleIn(await one.text())).toBe(articleIn(preview));
  }
  app.setNow(later(8));
  const page = await readPage(app, at);
  expect(page).toContain('M., a name chosen for this story');
  expect(page).not.toContain('Marigold');
  expect(page).toContain('Before you read');
  expect(page).toContain('class="exit"');
  expect(page).not.toMatch(/<(img|video|audio)|autoplay/);
  expect(/<title>([^<]+)/.exec(page)?.[1]).toBe('Stories – Undersigned');
  expect(await readPage(app, `${at}?lang=es`)).toContain('Escrita en inglés.');
});

test('the form shows the time that was chosen, so that another look changes nothing', async () => {
  for (const months of ['3', '12', '36']) {
    app.setNow(aWednesday);
    const own = await begin(app, await invite(app, world));
    await write(app, own);
    await allow(app, own, ['page'], { 'months.page': months });
    const chosen = async () =>
      /id="months.page"[\s\S]*?<option value="(\d+)" selected/.exec(await readPage(app, own))?.[1];
    expect(await chosen()).toBe(months);
    const until = async () => /until \w+, (\w+ \d+, \d+)/.exec(await readPage(app, own))?.[1];
    const before = await until();
    app.setNow(later(5));
    await allow(app, own, ['page', 'press'], { 'months.page': (await chosen()) ?? '' });
    expect(await until()).toBe(before);
  }
  app.setNow(aWednesday);
});

test('nobody says yes by accident: a use, its name and its safety are asked for', async () => {
  const own = await begin(app, await invite(app, world));
  await write(app, own, { name: '' });
  const none = await app.post(`${own}/preview`, {});
  expect([none.status, (await none.text()).includes('Choose at least one use')]).toEqual([422, true]);
  const named = await app.post(`${own}/preview`, usesFields(['page']));
  expect([named.status, (await named.text()).includes('Choose a name in your text first')]).toEqual([
    422,
    true,
  ]);
  const fields = { ...usesFields(['page'], { 'named.page': 'none' }), seen: '1' };
  const unsure = await app.post(`${own}/agree`, fields);
  expect([unsure.status, (await unsure.text()).includes('Check this box if it is true')]).toEqual([
    422,
    true,
  ]);
  const long = await app.post(`${own}/preview`, { ...fields, 'months.page': '48' });
  expect(long.status).toBe(422);
  const stored = await db.prepare('SELECT count(*) AS n FROM story_consents WHERE story_id = ?');
  expect(await stored.bind(await storyOf(app, own)).first('n')).toBe(0);
  // A yes to a text that was changed meanwhile is no yes.
  await write(app, own, { name: '', city: 'Another text' });
  expect((await app.post(`${own}/agree`, { ...fields, sure: 'yes' })).status).toBe(200);
  expect(await stored.bind(await storyOf(app, own)).first('n')).toBe(0);
});

test('a takedown needs no reason and leaves the story nowhere with the next request', async () => {
  const other = await openStories(app);
  const { own, id } = await agreedStory(app, other, ['page', 'digest', 'hearing']);
  const shownAt = `/campaigns/${other.campaign.slug}/stories`;
  const committee = await db
    .prepare(
      'SELECT committees.* FROM committees JOIN actions ON committee_id = committees.id WHERE actions.slug = ?',
    )
    .bind(other.petition)
    .first<{ id: number; contact_email: string }>();
  await db
    .prepare('UPDATE committees SET next_digest_at = ? WHERE id = ?')
    .bind(Date.UTC(2026, 11, 7, 12), committee?.id)
    .run();
  await app.cron('2026-12-07T12:00:00Z');
  const staff = `/tallies/${await staffToken(app.deps.keyring, committee?.id ?? 0, 1)}`;
  const [mail] = await app.mailTo(committee?.contact_email ?? '');
  expect(mail?.text).toContain('survivor');
  expect(mail?.text).toContain('The text is not in this mail');
  const places = [shownAt, `${shownAt}/${id}`, staff, `/campaigns/${other.campaign.slug}`, '/sitemap.xml'];
  const more = [
    `/api/v1/campaigns/${other.campaign.slug}`,
    `/campaigns/${other.campaign.slug}/updates.xml`,
    `${staff}.json`,
    `/campaigns/${other.campaign.slug}/share`,
  ];
  const standing = async (told: string) => {
    const texts = await Promise.all([...places, ...more].map((path) => readPage(app, path)));
    return [...places, ...more].filter((_, at) => texts[at]?.includes(told));
  };
  // Nothing that a cache keeps has ever had the text.
  expect(await standing('could have asked me one question')).toEqual([shownAt, `${shownAt}/${id}`, staff]);
  for (const at of [`${shownAt}/${id}`, shownAt, staff])
    expect((await app.request(at)).headers.get('cache-control')).toContain('no-store');
  expect(JSON.stringify(mail)).not.toContain('could have asked me');

  const down = await app.post(`${own}/take-down`, {});
  expect(down.status).toBe(303);
  expect(await standing('could have asked me one question')).toEqual([]);
  expect((await app.request(`${shownAt}/${id}`)).status).toBe(404);
  expect(await readPage(app, own)).toContain('Nowhere.');
  expect(await readPage(app, staff)).toContain('No story may be shown at the moment.');
  // And the mail that was to come says nothing of it.
  await app.cron('2026-12-14T12:00:00Z');
  const [next] = await app.mailTo(committee?.contact_email ?? '');
  expect(next?.text).not.toContain('survivor');
});

test('one use is taken down alone, a pause is lifted, and a renewal is asked for before the end', async () => {
  const { own, id } = await agreedStory(app, world, ['page', 'press']);
  app.setNow(later(8));
  const isShown = async () => (await app.request(`${list}/${id}`)).status === 200;
  await app.post(`${own}/take-down`, { use: 'press' });
  expect(await isShown()).toBe(true);
  await app.post(`${own}/pause`, {});
  expect(await isShown()).toBe(false);
  for (const _ of [1, 2]) await app.post(`${own}/resume`, {});
  expect(await isShown()).toBe(true);
  expect(await readPage(app, own)).not.toContain('This ends soon.');
  app.setNow(later(345));
  expect(await readPage(app, own)).toContain('This ends soon.');
  await app.post(`${own}/renew`, { use: 'page' });
  expect(await readPage(app, own)).not.toContain('This ends soon.');
  app.setNow(later(700));
  expect(await isShown()).toBe(true);
  // What is left as it is goes on; what is new waits its seven days.
  await allow(app, own, ['page', 'training']);
  expect(await isShown()).toBe(true);
  expect(await readPage(app, own)).toContain('Will be shown from');
  // Another text ends every yes.
  await write(app, own, { city: 'Something new' });
  expect(await isShown()).toBe(false);
});

test('the teller erases it, and what nobody may show is erased in time', async () => {
  const { own, id } = await agreedStory(app, world, ['page']);
  await app.post(`${own}/erase`, {});
  const ended = await app.request(own);
  expect([ended.status, (await ended.text()).includes('Your text was deleted')]).toEqual([410, true]);
  const row = await db.prepare('SELECT * FROM stories WHERE id = ?').bind(id).first();
  expect(row).toMatchObject({ state: 'ended', sealed: null });

  const draft = await begin(app, await invite(app, world));
  await write(app, draft);
  const unused = await invite(app, world);
  await endKeptStories(app.deps, later(31));
  app.setNow(later(31));
  expect((await app.request(unused)).status).toBe(410);
  expect((await app.request(draft)).status).toBe(200);
  await endKeptStories(app.deps, later(91));
  expect((await app.request(draft)).status).toBe(410);
  const { id: shown } = await agreedStory(app, world, ['page']);
  await endKeptStories(app.deps, later(31 + 7 + 366 + 80));
  const sealed = db.prepare('SELECT sealed FROM stories WHERE id = ?').bind(shown);
  expect(await sealed.first('sealed')).not.toBe(null);
  await endKeptStories(app.deps, later(31 + 7 + 366 + 92));
  expect(await sealed.first('sealed')).toBe(null);
});

test('a story that was erased with its campaign is gone as its signatures are', async () => {
  const other = await openStories(app);
  const { id } = await agreedStory(app, other, ['page']);
  await db
    .prepare("UPDATE actions SET state = 'closed', closed_at = ? WHERE slug = ?")
    .bind(later(10).getTime(), other.petition)
    .run();
  const sealed = db.prepare('SELECT sealed FROM stories WHERE id = ?').bind(id);
  await endKeptStories(app.deps, later(10 + 179));
  expect(await sealed.first('sealed')).not.toBe(null);
  await endKeptStories(app.deps, new Date(later(10 + 180).getTime() + hour));
  expect(await sealed.first('sealed')).toBe(null);
});

test('pay is offered, declined or paid, and only its sum is public', async () => {
  const { own, id } = await agreedStory(app, world, ['page']);
  const editor = await organizerIn(app, world.campaign, { role: 'editor' });
  expect(await readPage(app, own)).toContain('It has not offered an amount yet');
  const bad = await editor.post(`/stories/${id}/pay`, { seen: 'none 0', pay: 'offered', amount: 'a lot' });
  expect([bad.status, (await bad.text()).includes('value="a lot"')]).toEqual([422, true]);
  await editor.post(`/stories/${id}/pay`, { seen: 'none 0', pay: 'offered', amount: '150' });
  expect(await readPage(app, own)).toContain('You are offered $150.00.');
  await app.post(`${own}/decline`, {});
  expect(await readPage(app, own)).toContain('You do not want the $150.00');
  await app.post(`${own}/accept`, {});
  expect(await readPage(app, list)).not.toContain('Paid to tellers');
  const paid = { seen: 'offered 15000', pay: 'paid', amount: '150.00' };
  expect((await editor.post(`/stories/${id}/pay`, paid)).status).toBe(303);
  expect((await editor.post(`/stories/${id}/pay`, paid)).status).toBe(409);
  expect(await readPage(app, list)).toContain('Paid to tellers so far: $150.00.');
  const json = await (await app.request(`/api/v1/campaigns/${world.campaign.slug}`)).json();
  expect(json).toMatchObject({ stories: { page: list, paid_cents: 15000 } });
  await app.post(`${own}/erase`, {});
  expect(await readPage(app, list)).toContain('$150.00');
});
