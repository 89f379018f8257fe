import { beforeAll, expect, test } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { testApp } from '../support/app.ts';
import { organizerIn } from '../support/organizer.ts';
import { agreedStory, begin, invite, openStories, readPage, type StoryWorld, usesFields } from './support.ts';

const app = testApp();
let world: StoryWorld;

beforeAll(async () => {
  world = await openStories(app);
});

const readOnly = (isOn: boolean) => turnSwitch(app.deps.db, { name: 'read-only', isOn }, app.now());

test.each(['take-down', 'pause', 'erase'])(
  'a teller can %s while the site can only be read, and it is gone at once',
  async (act) => {
    const { own, id } = await agreedStory(app, world, ['page']);
    app.setNow(new Date(app.now().getTime() + 8 * day));
    const story = `/campaigns/${world.campaign.slug}/stories/${id}`;
    expect((await app.request(story)).status).toBe(200);
    await readOnly(true);
    const page = await readPage(app, own);
    const answer = await app.post(`${own}/${act}`, {});
    const after = (await app.request(story)).status;
    await readOnly(false);
    expect([answer.status, after]).toEqual([303, 404]);
    expect(page).toContain('You can still take your story down');
  },
);

test('a guide stops a story while the site can only be read, and lets it go on afterwards alone', async () => {
  const { id } = await agreedStory(app, world, ['page']);
  app.setNow(new Date(app.now().getTime() + 8 * day));
  const guide = await organizerIn(app, world.campaign, { role: 'moderator' });
  const story = `/campaigns/${world.campaign.slug}/stories/${id}`;
  expect((await app.request(story)).status).toBe(200);
  await readOnly(true);
  const stopped = await guide.post(`/stories/${id}/stop`, { decision: 'stop', reason: 'not-safe-now' });
  const after = (await app.request(story)).status;
  const restarted = await guide.post(`/stories/${id}/stop`, { decision: 'restart' });
  await readOnly(false);
  expect([stopped.status, after, restarted.status]).toEqual([303, 404, 503]);
  expect((await app.request(story)).status).toBe(404);
});

test('what would show more is refused while the site can only be read', async () => {
  const { own } = await agreedStory(app, world, ['page']);
  const before = await readPage(app, own);
  await readOnly(true);
  const tried = [
    await app.post(`${own}/agree`, usesFields(['page', 'press'])),
    await app.post(`${own}/renew`, { use: 'page' }),
    await app.post(`${own}/resume`, {}),
    await app.post(await invitation(), {}),
  ];
  await readOnly(false);
  expect(tried.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  expect(await readPage(app, own)).toBe(before);
});

async function invitation(): Promise<string> {
  await readOnly(false);
  const path = await invite(app, world);
  await begin(app, path);
  await readOnly(true);
  return path;
}
