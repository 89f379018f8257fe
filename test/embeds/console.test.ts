import { beforeAll, expect, test } from 'vitest';
import { hostTyped } from '../../worker/embeds/host-rules.ts';
import { addSightings } from '../../worker/embeds/store.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let editor: OrganizerClient;
let slug = '';

beforeAll(async () => {
  const { campaign, action } = await openPetition(db);
  slug = action.slug;
  editor = await organizerIn(app, campaign, { role: 'editor' });
  await addSightings(db, [{ campaignId: campaign.id, host: 'blog.example', on: '2026-11-24', n: 7 }]);
});

const ancestors = async () => {
  const { headers } = await app.request(`/embed/petitions/${slug}`);
  return /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
};
const post = (fields: Record<string, string>) => editor.post('/embeds', fields);

test.each([
  ['example.org', 'example.org'],
  [' HTTPS://Example.org/a?b ', 'example.org'],
  ['*.example.org', '*.example.org'],
  ['example', null],
  ['*.org', null],
  ['a b.org', null],
])('what somebody types as a site: %s', (typed, host) => expect(hostTyped(typed)).toBe(host));

test('an editor allows sites one by one, removes one, and opens the forms to all again', async () => {
  expect(await ancestors()).toBe('');
  const page = await editor.read('/embeds');
  expect(page).toContain('Every site may show the forms');
  expect(page).toContain('blog.example');
  const added = await post({ seen: 'open', decision: 'add', host: 'https://Church.example/page' });
  expect(added.status).toBe(303);
  expect(await ancestors()).toContain('https://church.example');
  expect(await ancestors()).not.toContain('*');
  await post({ seen: 'church.example', decision: 'add', host: 'clinic.example' });
  const removed = await post({
    seen: 'church.example clinic.example',
    decision: 'remove',
    remove: 'church.example',
  });
  const done = await editor.read(removed.headers.get('location') ?? '');
  expect(await ancestors()).not.toContain('church.example');
  const undo = /action="([^"]+\/undo)"/.exec(done)?.[1] ?? '';
  expect((await editor.post(undo)).status).toBe(303);
  expect(await ancestors()).toContain('https://church.example');
  expect((await post({ seen: 'church.example clinic.example', decision: 'open' })).status).toBe(303);
  expect(await ancestors()).toBe('');
});

test('what is no site, is there already or has changed meanwhile is refused, and keeps what was typed', async () => {
  const wrong = await post({ seen: 'open', decision: 'add', host: 'not a site' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="not a site"');
  await post({ seen: 'open', decision: 'add', host: 'one.example' });
  expect((await post({ seen: 'one.example', decision: 'add', host: 'one.example' })).status).toBe(422);
  expect((await post({ seen: 'open', decision: 'add', host: 'two.example' })).status).toBe(409);
  expect((await post({ seen: 'one.example', decision: 'remove', remove: 'one.example' })).status).toBe(400);
});
