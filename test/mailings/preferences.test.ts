import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { linkToken } from '../../worker/signatures/links.ts';
import { textOf } from '../responses/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { readerOf, storeReaders } from '../support/readers.ts';
import { countedBy, draftBy, statesOf } from './support.ts';

const app = testApp();
let context: ActionContext;

beforeAll(async () => {
  app.setNow('2026-11-25T15:00:00Z');
  context = await openPetition(env.DB);
  await storeReaders(app, context, { n: 4, prefix: 'pref' });
});

const oneClick = { 'List-Unsubscribe': 'One-Click' };

const linkOf = async (purpose: 'my' | 'confirm', id: string) =>
  `/my/${await linkToken(app.deps.keyring, purpose, { id, actionId: context.action.id, inboxKey: null, linkGeneration: 1 })}/news`;

async function wants(id: string): Promise<boolean> {
  const row = env.DB.prepare('SELECT keep_informed FROM signatures WHERE id = ?').bind(id);
  return (await row.first('keep_informed')) === 1;
}

test('a link that nobody was mailed stops nothing: forged, of another kind, of nobody', async () => {
  const { id } = readerOf('pref', 1);
  const own = await linkOf('my', id);
  const token = own.split('/')[2] ?? '';
  const forged = [
    `/my/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}/news`,
    `/my/${token.slice(0, 22)}/news`,
    `/my/${'A'.repeat(token.length)}/news`,
    await linkOf('confirm', id),
    '/my/%00%ff/news',
  ];
  for (const path of forged) {
    const [got, sent] = [await app.request(path), await app.post(path, oneClick)];
    expect([path, got.status, sent.status]).toEqual([path, 404, 404]);
    expect(await got.text()).not.toContain(context.campaign.title.en);
  }
  // Of somebody who is not there any more.
  expect((await app.post(await linkOf('my', 'x'.repeat(22)), oneClick)).status).toBe(410);
  expect(await wants(id)).toBe(true);
});

test('looking changes nothing, and the press of a mail program works as either kind of form, more than once', async () => {
  const [first, second] = [readerOf('pref', 2).id, readerOf('pref', 3).id];
  const own = await linkOf('my', first);
  for (const method of ['GET', 'HEAD']) expect((await app.request(own, { method })).status).toBe(200);
  expect(await wants(first)).toBe(true);
  for (const _ of [1, 2]) {
    const sent = await app.post(`${own}?mail=999999&lang=es`, oneClick);
    expect([sent.status, await sent.text()]).toEqual([200, 'OK']);
    expect(sent.headers.get('set-cookie')).toBe(null);
  }
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  expect((await app.request(await linkOf('my', second), { method: 'POST', body })).status).toBe(200);
  expect([await wants(first), await wants(second), await wants(readerOf('pref', 4).id)]).toEqual([
    false,
    false,
    true,
  ]);
  expect(textOf(await (await app.request(`${own}?lang=es`)).text())).toContain('Usted no recibe noticias');
});

test('what was chosen comes back, and petitions that somebody has not signed cannot be chosen', async () => {
  const { id } = readerOf('pref', 4);
  const own = await linkOf('my', id);
  const { slug } = context.action;
  await app.post(own, { decision: 'choose', wanted: 'no-such-petition' });
  expect(await wants(id)).toBe(false);
  await app.post(own, { decision: 'choose', wanted: slug });
  expect(await wants(id)).toBe(true);
  expect(await (await app.request(own)).text()).toContain('Stop the news');
});

test('a time on the day on which the clocks change is the one on the city’s clock', async () => {
  app.setNow('2027-03-12T15:00:00Z');
  const owner = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  const schedule = async (at: string) => {
    const path = await draftBy(owner);
    const seen = await countedBy(owner, path);
    expect((await owner.post(`${path}/send`, { decision: 'schedule', seen, at })).status).toBe(303);
    return path;
  };
  const morning = await schedule('2027-03-14T09:00');
  expect(textOf(await owner.read(morning))).toContain('Sunday, March 14, 2027, 9:00 am Eastern Time.');
  // The clocks go from 2 to 3: the page says when it goes instead.
  const skipped = await schedule('2027-03-14T02:30');
  expect(textOf(await owner.read(skipped))).toContain('Sunday, March 14, 2027, 3:30 am Eastern Time.');
  await app.cron('2027-03-14T07:29:00Z');
  expect(await statesOf(skipped)).toEqual({});
  await app.cron('2027-03-14T07:30:00Z');
  expect(await statesOf(skipped)).toEqual({ sent: 2 });
  // 9 am is an hour earlier in UTC than it was the day before.
  await app.cron('2027-03-14T12:59:00Z');
  expect(await statesOf(morning)).toEqual({});
  await app.cron('2027-03-14T13:00:00Z');
  expect(await statesOf(morning)).toEqual({ sent: 2 });
});
