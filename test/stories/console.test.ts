import { beforeAll, expect, test } from 'vitest';
import { day, minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { agreedStory, begin, invite, openStories, readPage, type StoryWorld, write } from './support.ts';

const app = testApp();
let world: StoryWorld;
let moderator: OrganizerClient;
let story: { own: string; id: string };
const secret = 'could have asked me one question';
const at = (days: number) => new Date(aWednesday.getTime() + days * day);
const signIn = () => organizerIn(app, world.campaign, { role: 'owner', hasPasskey: true });

beforeAll(async () => {
  world = await openStories(app);
  moderator = await organizerIn(app, world.campaign, { role: 'moderator' });
  story = await agreedStory(app, world, ['page', 'press']);
});

const undo = (by: OrganizerClient, done: Response) =>
  by.post(`/acts/${/done=([^&]+)/.exec(done.headers.get('location') ?? '')?.[1]}/undo`, {
    back: '/organize',
  });

test('what was agreed to waits for a guide, and its text opens by an act alone', async () => {
  expect(await moderator.read('')).toContain('1 story waits for a guide’s look');
  const list = await moderator.read('/stories');
  expect(list).toContain('Story 1, agreed to on Wednesday, November 25, 2026');
  const page = await moderator.read(`/stories/${story.id}`);
  for (const shown of [list, page, await moderator.read('/log')]) expect(shown).not.toContain(secret);
  // The text was changed since the guide saw the page.
  expect((await moderator.post(`/stories/${story.id}/open`, { seen: '7' })).status).toBe(409);
  const opened = await moderator.post(`/stories/${story.id}/open`, { seen: '1' });
  expect(await opened.text()).toContain(secret);
  expect(await moderator.read('/log')).toContain('Story 1 was opened');
  expect(await moderator.read('')).not.toContain('waits for a guide');
  expect(await moderator.read(`/stories/${story.id}`)).not.toContain(secret);
  // Nobody of another campaign sees it.
  const other = await openStories(app);
  const stranger = await organizerIn(app, other.campaign, { role: 'owner', hasPasskey: true });
  expect((await stranger.post(`/stories/${story.id}/open`, { seen: '1' })).status).toBe(404);
});

test('a guide stops a story at once with a reason that the teller sees, and undoes it', async () => {
  app.setNow(at(8));
  const guide = await signIn();
  const page = `/campaigns/${world.campaign.slug}/stories/${story.id}`;
  expect((await app.request(page)).status).toBe(200);
  expect((await guide.post(`/stories/${story.id}/stop`, { decision: 'stop', reason: 'no' })).status).toBe(
    400,
  );
  const stopped = await guide.post(`/stories/${story.id}/stop`, { decision: 'stop', reason: 'recognizable' });
  expect((await app.request(page)).status).toBe(404);
  expect(await readPage(app, story.own)).toContain('Somebody could recognize you by it.');
  expect((await guide.post(`/stories/${story.id}/stop`, { decision: 'stop', reason: 'other' })).status).toBe(
    409,
  );
  expect((await undo(guide, stopped)).status).toBe(303);
  expect((await app.request(page)).status).toBe(200);
  await guide.post(`/stories/${story.id}/stop`, { decision: 'stop', reason: 'other' });
  await guide.post(`/stories/${story.id}/stop`, { decision: 'restart' });
  expect((await app.request(page)).status).toBe(200);
});

test('undoing an earlier stop leaves a later one, which has a reason of its own', async () => {
  const guide = await signIn();
  const page = `/campaigns/${world.campaign.slug}/stories/${story.id}`;
  const stop = (fields: Record<string, string>, minutes: number) => {
    app.setNow(new Date(at(8).getTime() + minutes * minute));
    return guide.post(`/stories/${story.id}/stop`, fields);
  };
  const first = await stop({ decision: 'stop', reason: 'other' }, 1);
  await stop({ decision: 'restart' }, 2);
  const second = await stop({ decision: 'stop', reason: 'not-safe-now' }, 3);
  await undo(guide, first);
  expect((await app.request(page)).status).toBe(404);
  await undo(guide, second);
  expect((await app.request(page)).status).toBe(200);
});

test('a page on which another stop stands lets nothing go on that was stopped anew', async () => {
  const guide = await signIn();
  const page = `/campaigns/${world.campaign.slug}/stories/${story.id}`;
  const seenOn = async () =>
    /name="seen" value="(\d+)"/.exec(
      (await guide.read(`/stories/${story.id}`)).split('id="stop"')[1] ?? '',
    )?.[1] ?? '';
  const press = (fields: Record<string, string>, minutes: number) => {
    app.setNow(new Date(at(8).getTime() + minutes * minute));
    return guide.post(`/stories/${story.id}/stop`, fields);
  };
  await press({ decision: 'stop', reason: 'other' }, 11);
  const before = await seenOn();
  expect((await press({ decision: 'restart', seen: before }, 12)).status).toBe(303);
  await press({ decision: 'stop', reason: 'not-safe-now' }, 13);
  expect((await press({ decision: 'restart', seen: before }, 14)).status).toBe(409);
  expect((await app.request(page)).status).toBe(404);
  expect((await press({ decision: 'restart', seen: await seenOn() }, 15)).status).toBe(303);
  expect((await app.request(page)).status).toBe(200);
});

test('a sheet is taken by an act that the teller sees, and is asked back when its consent has ended', async () => {
  app.setNow(at(9));
  const editor = await signIn();
  const form = await editor.read(`/stories/${story.id}/sheet`);
  expect(form).toContain('<option value="press">');
  expect(form).not.toContain('<option value="hearing">');
  expect((await editor.post(`/stories/${story.id}/sheet`, { use: 'hearing' })).status).toBe(409);
  const sheet = await editor.post(`/stories/${story.id}/sheet`, { use: 'press' });
  const printed = await sheet.text();
  for (const said of [
    secret,
    'M., a name chosen for this story',
    'It may not be translated.',
    'December 2, 2027',
  ])
    expect(printed).toContain(said);
  expect(printed).not.toContain('Marigold');
  expect(sheet.headers.get('cache-control')).toContain('no-store');
  expect(await editor.read('')).not.toContain('to be taken back');
  expect(await readPage(app, story.own)).toContain('may still be in use');
  await app.post(`${story.own}/take-down`, {});
  expect(await editor.read('')).toContain('1 sheet of a story has to be taken back');
  const id = /name="sheet" value="(\d+)"/.exec(await editor.read(`/stories/${story.id}`))?.[1] ?? '';
  const back = await editor.post(`/stories/${story.id}/return`, { sheet: id });
  expect(back.status).toBe(303);
  expect(await editor.read('')).not.toContain('to be taken back');
  expect(await readPage(app, story.own)).toContain('no longer in use');
  expect((await undo(editor, back)).status).toBe(303);
  expect(await editor.read('/stories')).toContain('Sheets to take back');
});

test('once the campaign is closed every sheet that is out has to be taken back', async () => {
  app.setNow(at(9));
  const { own, id } = await agreedStory(app, world, ['press']);
  app.setNow(at(17));
  const editor = await signIn();
  await editor.post(`/stories/${id}/sheet`, { use: 'press' });
  const waiting = async () =>
    /Sheets to take back.*?<\/section>/s.exec(await editor.read('/stories'))?.[0] ?? '';
  expect(await waiting()).not.toContain(id);
  const setState = (change: string) =>
    app.deps.db.prepare(`UPDATE actions SET ${change} WHERE slug = ?`).bind(world.petition).run();
  await setState(`state = 'closed', closed_at = ${app.now().getTime()}`);
  expect(await waiting()).toContain(id);
  await setState(`state = 'open', closed_at = NULL`);
  expect(await waiting()).not.toContain(id);
  await app.post(`${own}/erase`, {});
});

test('a consent that ends soon waits, and a text that nobody agreed to does not', async () => {
  app.setNow(aWednesday);
  const own = await begin(app, await invite(app, world));
  await write(app, own);
  await agreedStory(app, world, ['page']);
  app.setNow(at(345));
  const guide = await signIn();
  const list = await guide.read('/stories');
  expect(list).toContain('Consents that end soon');
  expect(list).toMatch(/Story \d: Page of stories, until/);
  expect(list).toContain('Written, not agreed to');
  app.setNow(aWednesday);
});
