import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, openEvent } from '../support/events.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const said = 'My former partner must not see me';

test('an editor sees sign-ups by code, and opens what somebody said about their safety with an act', async () => {
  const { action, campaign } = await openEvent(app);
  await comes(app, action.slug, { name: 'Marisol', safe_note: said });
  await comes(app, action.slug, { name: 'Bo', slot: 'second' });
  const editor = await organizerIn(app, campaign, { role: 'editor' });
  const home = `/organize/campaigns/${campaign.slug}`;
  expect(await (await editor.get(`${home}/events`)).text()).toContain('1 of 2');
  const list = await (await editor.get(`${home}/events/${action.slug}`)).text();
  expect(list).toContain('Has a place');
  for (const word of [said, 'Marisol', 'example']) expect(list.split('<main')[1]).not.toContain(word);
  const [, press = ''] = /action="([^"]+\/open)[?"]/.exec(list) ?? [];
  const opened = await editor.post(press, {});
  expect(await opened.text()).toContain(said);
  const act = await env.DB.prepare("SELECT kind, subject FROM acts WHERE kind = 'open-safety-note'").first();
  expect(act).toEqual({ kind: 'open-safety-note', subject: press.split('/').at(-2) });
  const acts = await env.DB.prepare('SELECT * FROM acts').all();
  expect(JSON.stringify(acts.results)).not.toContain('former partner');
});

test('a moderator sees that something is sealed and cannot open it; a viewer sees numbers alone', async () => {
  const { action, campaign } = await openEvent(app);
  await comes(app, action.slug, { name: 'Ana', safe_note: said });
  const home = `/organize/campaigns/${campaign.slug}/events`;
  const moderator = await organizerIn(app, campaign, { role: 'moderator' });
  const list = await (await moderator.get(`${home}/${action.slug}`)).text();
  expect(list).toContain('Sealed');
  expect(list).not.toContain('/open"');
  const id = await env.DB.prepare('SELECT signature_id AS id FROM sign_ups WHERE action_id = ?')
    .bind(action.id)
    .first<string>('id');
  expect((await moderator.post(`${home}/${action.slug}/sign-ups/${id}/open`, {})).status).toBe(403);
  const viewer = await organizerIn(app, campaign, { role: 'viewer' });
  expect((await viewer.get(home)).status).toBe(200);
  expect((await viewer.get(`${home}/${action.slug}`)).status).toBe(403);
});

test('a sign-up of another campaign is not found', async () => {
  const one = await openEvent(app);
  const other = await openEvent(app);
  const editor = await organizerIn(app, one.campaign, { role: 'editor' });
  const home = `/organize/campaigns/${one.campaign.slug}/events`;
  expect((await editor.get(`${home}/${other.action.slug}`)).status).toBe(404);
});
