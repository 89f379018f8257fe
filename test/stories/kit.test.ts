import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { checkKit, openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { agreedStory, kitWithStories, openStories, partnerPageOf, readPage } from './support.ts';

const app = testApp();

test('a campaign whose kit leaves stories out has none anywhere', async () => {
  const { campaign, inviting } = await openStories(app, null);
  const page = `/campaigns/${campaign.slug}`;
  expect((await app.request(`${page}/stories`)).status).toBe(404);
  expect((await app.request(inviting)).status).toBe(404);
  expect(await (await app.request(`/api/v1/campaigns/${campaign.slug}`)).json()).toMatchObject({
    stories: null,
  });
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const texts = await Promise.all([
    readPage(app, page),
    readPage(app, `${page}/privacy`),
    readPage(app, '/sitemap.xml'),
    readPage(app, await partnerPageOf(app, campaign.id, 'survivors')),
    owner.read(''),
  ]);
  for (const text of texts) expect(text).not.toMatch(/stories|Stories|tell a story/);
});

test('a campaign that has them shows the way, explains how they come, and shows none until one is published', async () => {
  const { campaign } = await openStories(app, {
    invited_by: ['survivors'],
    about: { en: 'We pay every teller.', es: 'Pagamos a quien cuenta.' },
    content_note: { en: 'These speak of arrest.', es: 'Hablan de arrestos.' },
  });
  const page = `/campaigns/${campaign.slug}`;
  expect(await readPage(app, page)).toContain(`href="${page}/stories"`);
  expect(await readPage(app, `${page}/privacy`)).toContain('If you tell a story');
  expect(await readPage(app, '/sitemap.xml')).toContain(`${page}/stories<`);
  const stories = await readPage(app, `${page}/stories`);
  for (const said of ['No story is shown at the moment.', 'The survivors', 'We pay every teller.'])
    expect(stories).toContain(said);
  expect(await readPage(app, `${page}/stories?lang=es`)).toContain('Cómo llegan aquí las historias');
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  expect(await owner.read('')).toContain(`/organize${page}/stories`);
  // The kit as it stands has who invites, and nothing of what was told.
  const world = await openStories(app);
  await agreedStory(app, world, ['page']);
  const editor = await organizerIn(app, world.campaign, { role: 'owner', hasPasskey: true });
  const kit = await editor.read('/write/kit.json');
  expect(kit).toContain('"invited_by"');
  expect(kit).not.toContain('one question without him');
});

test('the kit names only partners that survivors lead', () => {
  const problemsOf = (stories: object) => JSON.stringify(checkKit(kitWithStories(stories)));
  expect(problemsOf({ invited_by: ['clinic'] })).toContain('must be a partner of the sector survivor-led');
  expect(problemsOf({ invited_by: ['nobody'] })).toContain('campaign.stories.invited_by[0]');
  expect(problemsOf({ invited_by: [] })).toContain('campaign.stories.invited_by');
  expect(problemsOf({ invited_by: ['survivors'], teller: 'x' })).toContain('campaign.stories');
});

test('the Charlotte kit has no testimony', async () => {
  expect(await openKit(app.deps.db, charlotte, new Date('2026-10-06T12:00:00Z'))).toMatchObject({ ok: true });
  const page = await readPage(app, '/campaigns/arrest-the-trafficker/stories');
  expect(page).toContain('No story is shown at the moment.');
  expect(page).toContain('A survivor-led council (example)');
  expect(page).toContain('1-888-373-7888');
});
